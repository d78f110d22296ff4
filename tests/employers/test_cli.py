"""The commands that let employers in."""

from operator import attrgetter

import pytest

from tests.factories import make_organisation
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, queries

NEW = ["employers", "invite", "--name", "Coup de main", "--kind", "ai"]


def test_inviting_a_new_structure_prints_one_link_that_opens(runner, client):
    options = ["--town", "romans sur isere", "--first-name", "Awa", "--phone", "04 65 71 00 11"]

    done = runner.invoke(args=[*NEW, *options])

    assert done.exit_code == 0
    [link] = done.stdout.split()
    assert "/employeur/invitation/" in link
    assert client.get("/employeur/invitation/" + link.rsplit("/", 1)[1]).h1 == "Coup de main"
    [organisation] = queries.organisations()
    assert (organisation.insee, organisation.kind) == ("26281", "ai")
    assert [contact.phone for contact in organisation.contacts] == ["+33465710011"]


@pytest.mark.parametrize("by", [attrgetter("public_id"), attrgetter("feed_id")])
def test_inviting_again_to_a_structure_that_is_here(runner, app, by):
    structure = make_organisation(feed_id="334b6b31-12a2-5bfc-bf4f-870c0954b343")

    done = runner.invoke(args=["employers", "invite", "--organisation", by(structure)])

    assert done.exit_code == 0
    assert len(queries.live_invitations(structure.id)) == 1
    assert structure.name in done.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--town", "zzzzqqq"], "no commune resembles"),
        (["--town", "saint denis"], "Saint-Denis 97400, Saint-Denis 93200"),
        ([], "--town"),
        (["--town", "69120", "--first-name", "Awa"], "--phone"),
        (["--town", "69120", "--first-name", "Awa", "--phone", "12"], "not a number to call"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_kept(runner, app, options, words):
    done = runner.invoke(args=[*NEW, *options])

    assert done.exit_code != 0
    assert words in done.stderr
    assert queries.organisations() == []


def test_an_unknown_structure_is_said(runner, app):
    for command in ("invite", "revoke"):
        done = runner.invoke(args=["employers", command, "--organisation", "nothere2"])
        assert done.exit_code != 0
        assert "nothere2" in done.stderr


def test_revoking_and_listing(runner, app):
    structure = make_organisation(name="Les Ateliers")
    actions.invite(structure, now())
    db.session.commit()

    assert "1 open  Les Ateliers" in runner.invoke(args=["employers", "list"]).stdout
    runner.invoke(args=["employers", "revoke", "--organisation", structure.public_id])
    assert "0 open  Les Ateliers" in runner.invoke(args=["employers", "list"]).stdout
