"""The public feed brought in: up to date, never doubled, nothing lost by a fault."""

import json
from datetime import datetime

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_organisation, sign_in
from tests.organisations.feed_pages import a_job, a_page, a_structure
from tests.organisations.feed_rows import ONE, complete, count, job, structure
from webapp import clock
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation


def test_a_structure_arrives_with_its_place_its_kind_and_its_phone(database, bring_in):
    said = bring_in(a_page(a_structure(type="ETTI")))

    found = structure()
    assert (found.kind, found.name, found.phone) == ("etti", "Le Chantier 1", "+33465710009")
    assert (found.insee, found.address) == ("69256", "8 rue de la Rize")
    assert (round(found.lat, 1), round(found.lon, 1)) == (45.8, 4.9)
    assert "Placed 1 of 1 by their address (100.00%)" in said
    assert "1 added" in said


@pytest.mark.parametrize("kind", ["ACI", "AI", "EI", "EITI", "ETTI", "GEIQ", "OPCS", "EA", "EATT"])
def test_each_type_of_the_feed_is_a_kind_of_ours(bring_in, kind):
    bring_in(a_page(a_structure(type=kind)))

    assert structure().what.name == kind


def test_a_second_run_changes_nothing_and_doubles_nothing(database, bring_in):
    page = a_page(a_structure(1, postes=[a_job()]), a_structure(2))
    bring_in(page)
    before = {name: facts(name) for name in (Organisation, Offer)}

    said = bring_in(page)

    assert {name: facts(name) for name in (Organisation, Offer)} == before
    assert "0 added, 0 updated, 2 unchanged" in said


def facts(model: type) -> list[tuple[object, ...]]:
    """Return every value of a table."""
    db.session.expire_all()
    return [tuple(row) for row in db.session.execute(select(model.__table__))]  # type: ignore[attr-defined]


def test_a_second_run_brings_what_changed(bring_in):
    bring_in(a_page(a_structure(postes=[a_job()])))
    moved = {"code_postal": "69100", "ville": "VILLEURBANE", "addresse_ligne_1": "1 cours Zola"}

    said = bring_in(
        a_page(
            a_structure(
                enseigne="Autre nom", telephone="", postes=[a_job(description="Autre.")], **moved
            )
        )
    )

    found = structure()
    assert (found.name, found.phone, found.insee) == ("Autre nom", None, "69266")
    assert (job().words, job().insee, job().address) == ("Autre.", "69266", "1 cours Zola")
    assert "0 added, 1 updated" in said


def test_what_was_corrected_here_stays_until_the_feed_itself_changes_it(bring_in):
    bring_in(a_page(a_structure(telephone="", postes=[a_job()])))
    structure().phone = "+33465710123"
    job().words = "Des mots retravaillés."

    bring_in(
        a_page(a_structure(telephone="", enseigne="Autre", postes=[a_job(nombre_postes_ouverts=3)]))
    )

    assert (structure().name, structure().phone) == ("Autre", "+33465710123")
    assert (job().words, job().positions) == ("Des mots retravaillés.", 3)


def test_a_structure_that_disappears_is_kept_and_marked_then_forgiven(bring_in, at):
    bring_in(a_page(a_structure(1, postes=[a_job()]), a_structure(2)))
    complete(job())
    at(datetime(2031, 5, 6, 12, tzinfo=clock.PARIS))

    bring_in(a_page(a_structure(2)))

    assert structure().gone_since.isoformat() == "2031-05-06"
    assert job().status == "paused"
    bring_in(a_page(a_structure(1, postes=[a_job()]), a_structure(2)))
    assert structure().gone_since is None
    assert count(Organisation) == 2


@pytest.mark.parametrize(
    "pages",
    [
        (a_page(a_structure(2)), {"detail": "Erreur"}),
        (a_page(a_structure(2)), {"status": 500, "results": []}),
        (a_page(a_structure(2), "texte"),),
        (a_page(a_structure(2), next="http://localhost/?page=2"),),
        (a_page(a_structure(2), count=9),),
    ],
    ids=["detail", "status", "bad structure", "another page", "fewer than announced"],
)
def test_a_fault_erases_nothing_and_is_said(bring_in, pages):
    bring_in(a_page(a_structure(1, postes=[a_job()]), a_structure(2)))

    said = bring_in(*pages)

    assert structure().gone_since is None
    assert job().status == "draft"
    assert "not whole" in said


def test_a_file_of_errors_alone_changes_nothing_and_fails(bring_in):
    bring_in(a_page(a_structure()))

    said = bring_in({"detail": "Erreur"}, code=1)

    assert structure().gone_since is None
    assert "1 cannot be read" in said


def test_a_part_of_the_feed_marks_nothing(bring_in):
    bring_in(a_page(a_structure(1), a_structure(2)))

    bring_in(a_page(a_structure(2)), options=("--part",))

    assert structure().gone_since is None


def test_a_feed_that_lost_most_of_itself_is_held_for_a_part(bring_in):
    bring_in(a_page(*(a_structure(number) for number in range(1, 121))))
    small = a_page(a_structure(2))

    said = bring_in(small)

    assert "119 structures are missing" in said
    assert structure().gone_since is None
    bring_in(small, options=("--whole",))
    assert structure().gone_since is not None


def test_an_address_that_says_no_place_is_named_and_left_out(bring_in):
    nowhere = {"code_postal": "", "ville": "zzzzqqqq", "departement": ""}

    said = bring_in(a_page(a_structure(1, **nowhere), a_structure(2)))

    assert count(Organisation) == 1
    assert "Placed 1 of 2 by their address (50.00%)" in said
    assert "zzzzqqqq" in said


def test_a_known_structure_stays_where_it_was_until_its_place_is_known(bring_in):
    bring_in(a_page(a_structure()))
    nowhere = a_page(a_structure(code_postal="", ville="zzzzqqqq", departement=""))

    for _run in range(2):
        said = bring_in(nowhere)
        assert structure().insee == "69256"
        assert "zzzzqqqq" in said


def test_a_page_too_rich_for_the_columns_is_cut(database, bring_in):
    rich = a_structure(
        enseigne="N" * 500,
        description="Une phrase. " * 99,
        addresse_ligne_1="R" * 500,
        postes=[a_job(rome="", description="M" * 9_999, nombre_postes_ouverts=10**9)],
    )

    bring_in(a_page(rich))

    assert (len(structure().name), len(structure().address)) == (120, 200)
    assert len(structure().about) <= 300
    assert len(job().words) <= 500
    assert (job().positions, job().rome, job().family) == (99, None, None)


def test_the_export_names_each_structure_by_the_feed_or_by_our_own_name(bring_in, runner):
    ours = make_organisation(name="Une autre")
    bring_in(a_page(a_structure()))

    result = runner.invoke(args=["organisations", "export"])

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {line["id"] for line in lines} == {ONE, ours.public_id}
    assert all({"id", "kind", "name", "lat", "lon"} <= set(line) for line in lines)


def test_a_structure_of_the_feed_enters_by_invitation_and_finds_its_draft(bring_in, runner, client):
    bring_in(a_page(a_structure(postes=[a_job()])))

    result = runner.invoke(args=["employers", "invite", "--organisation", structure().public_id])

    assert result.exit_code == 0
    path = result.stdout.strip().removeprefix("http://localhost:8000")
    assert client.get(path).status_code == 200
    sign_in(client, make_account(organisation=structure(), role="lead"))
    home = client.get("/employeur/")
    assert home.status_code == 200
    assert any(job().public_id in address for address in home.links().values())
