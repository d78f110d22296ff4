"""Who enters, how, and what stays shut."""

from datetime import timedelta

import pytest

from tests.employers.conftest import enter
from tests.factories import make_application, make_offer, make_organisation
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, queries, rules


@pytest.fixture
def token(structure):
    token = actions.invite(structure, now())
    db.session.commit()
    return token


def test_a_stranger_is_told_how_to_get_in(client):
    page = client.get("/employeur/", follow_redirects=True)

    assert page.request.path == "/employeur/fermee"
    assert "lien d’invitation" in page.words
    assert page.all("main a[href^='tel:']")


def test_looking_at_the_link_lets_nobody_in(client, token, structure):
    page = client.get(f"/employeur/invitation/{token}")

    assert page.h1 == structure.name
    assert "Ne donnez ce lien à personne d’autre." in page.words
    assert "Set-Cookie" not in page.headers
    assert client.get("/employeur/").location == "/employeur/fermee"


def test_pressing_the_button_lets_in_for_long(client, token):
    entered = client.post(f"/employeur/invitation/{token}")

    assert entered.location == "/employeur/"
    assert "Expires" in entered.headers["Set-Cookie"]
    assert client.get("/employeur/").status_code == 200


def test_entering_forgets_what_the_session_held_before(client, token):
    with client.session_transaction() as session:
        session["planted"] = "by someone else"

    client.post(f"/employeur/invitation/{token}")

    with client.session_transaction() as session:
        assert set(session) == {"invitation", "_permanent"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_opens_thirty_days_and_no_more(client, structure, method):
    token = actions.invite(structure, now() - timedelta(days=30, seconds=1))
    db.session.commit()

    page = getattr(client, method)(f"/employeur/invitation/{token}")

    assert page.status_code == 404
    assert "n’ouvre plus" in page.words
    assert client.get("/employeur/").location == "/employeur/fermee"


def test_who_entered_in_time_stays(client, structure):
    enter(client, structure)
    for invitation in queries.live_invitations(structure.id):
        invitation.expires_at = now() - timedelta(days=1)
    db.session.commit()

    assert client.get("/employeur/").status_code == 200


def test_an_invented_link_opens_nothing(client, app):
    assert client.get("/employeur/invitation/invented").status_code == 404
    assert client.post("/employeur/invitation/invented").status_code == 404


def test_revoking_closes_the_link_and_the_open_phones_at_once(employer, structure, token):
    actions.revoke(structure, now())
    db.session.commit()

    assert employer.get("/employeur/").location == "/employeur/fermee"
    assert employer.post("/employeur/offres/nouvelle", data={"family": "cleaning"}).location == (
        "/employeur/fermee"
    )
    assert employer.post(f"/employeur/invitation/{token}").status_code == 404


def test_a_phone_of_a_structure_that_is_gone_opens_no_other(employer, structure):
    gone = structure.id
    db.session.delete(queries.live_invitations(gone)[0])
    db.session.delete(structure)
    db.session.commit()
    other = make_organisation(name="Ailleurs")
    actions.invite(other, now())  # on SQLite, it takes the row number that has become free
    db.session.commit()

    assert employer.get("/employeur/").location == "/employeur/fermee"


def test_leaving_closes_this_phone(employer):
    assert employer.post("/employeur/sortir").location == "/employeur/fermee"
    assert employer.get("/employeur/").location == "/employeur/fermee"


def test_the_pages_of_an_employer_are_kept_nowhere(employer):
    assert "no-store" in employer.get("/employeur/").headers["Cache-Control"]


def test_a_change_asked_by_another_site_is_refused(employer, structure):
    offer = make_offer(organisation=structure)

    answer = employer.post(
        f"/employeur/offres/{offer.public_id}/pause",
        headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"},
    )

    assert answer.status_code == 403
    db.session.refresh(offer)
    assert offer.is_published


@pytest.mark.parametrize(
    "slug",
    [
        "famille",
        "metier",
        "taches",
        "lieu",
        "horaires",
        "contrat",
        "salaire",
        "besoins",
        "contact",
        "mots",
    ],
)
def test_the_offer_of_another_structure_is_not_there(employer, slug):
    theirs = make_offer(organisation=make_organisation(name="Ailleurs"))

    for method in (employer.get, employer.post):
        assert method(f"/employeur/offres/{theirs.public_id}/{slug}").status_code == 404


@pytest.mark.parametrize("act", ["publier", "pause", "pourvue"])
def test_nobody_acts_on_the_offer_of_another_structure(employer, act):
    theirs = make_offer(organisation=make_organisation(name="Ailleurs"))

    assert employer.get(f"/employeur/offres/{theirs.public_id}").status_code == 404
    assert employer.post(f"/employeur/offres/{theirs.public_id}/{act}").status_code == 404
    db.session.refresh(theirs)
    assert theirs.is_published


@pytest.mark.parametrize("act", ["appele", "a-rappeler"])
def test_the_requests_of_another_structure_are_not_there(employer, act):
    theirs = make_application(first_name="Zoubida")

    assert employer.post(f"/employeur/demandes/{theirs.public_id}/{act}").status_code == 404
    assert "Zoubida" not in employer.get("/employeur/").words


def test_a_secret_is_kept_as_its_hash(structure, token):
    [invitation] = queries.live_invitations(structure.id)

    assert invitation.token_hash == rules.hash_of(token)
