"""Who enters, how, and what stays shut."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_application, make_offer, make_organisation
from tests.support.client import Page
from webapp.accounts.models import Account
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.organisations import actions, queries, rules


@pytest.fixture
def token(structure):
    token = actions.invite(structure, now())
    db.session.commit()
    return token


WHO = {"first_name": "Léa", "email": "Léa Petit <LEA@exemple.fr>", "function": "recrutement"}


def accounts(structure):
    """The accounts of a structure, by the first opened."""
    wanted = select(Account).where(Account.organisation_id == structure.id).order_by(Account.id)
    return db.session.scalars(wanted).all()


def come(client, token, **who: str):
    """Send who one is, by an invitation."""
    return client.post(f"/employeur/invitation/{token}", data=WHO | who)


def test_a_stranger_is_shown_the_door_of_professionals(client):
    assert client.get("/employeur/").location == "/connexion/pro?suite=%2Femployeur%2F"


def test_looking_at_the_link_opens_no_account(client, token, structure):
    page = client.get(f"/employeur/invitation/{token}")

    assert page.h1 == structure.name
    assert "Ne donnez ce lien à personne hors de votre structure." in page.words
    assert "Set-Cookie" not in page.headers
    assert not accounts(structure)


def test_the_first_to_come_is_the_lead_and_gets_a_link_by_mail(client, token, structure):
    answer = come(client, token)

    [account] = accounts(structure)
    assert answer.location == "/connexion/pro/envoye"
    assert (account.role, account.first_name, account.email) == ("lead", "Léa", "lea@exemple.fr")
    assert (account.function, account.opened_by_id) == ("recrutement", None)
    [mail] = outbox("lea@exemple.fr")
    assert "/connexion/pro/lien/" in mail.text


def test_opening_an_account_lets_nobody_in_before_the_mail_is_read(client, token):
    come(client, token)

    assert client.get("/employeur/").status_code == 303
    assert client.get_cookie("__Host-device") is None


def test_those_who_come_after_recruit_and_the_lead_is_told(client, token, structure):
    come(client, token)
    come(client, token, email="tom@exemple.fr", first_name="Tom")

    lead, other = accounts(structure)
    assert (lead.role, other.role) == ("lead", "employer")
    told = outbox("lea@exemple.fr")[-1]
    assert "Une personne a ouvert un compte" in told.text
    assert "Tom" not in told.text


def test_no_invitation_makes_a_second_lead_even_when_the_first_is_gone(client, structure, token):
    lead = make_account("lead", organisation=structure)
    lead.closed_at = now()
    db.session.commit()

    come(client, token)

    assert accounts(structure)[-1].role == "employer"


def test_two_who_come_at_once_are_not_both_lead(database, app, structure, token):
    browsers = [app.test_client() for _turn in range(2)]
    start = Barrier(2)

    def enter_now(number: int) -> Page:
        start.wait()
        return Context().run(come, browsers[number], token, email=f"p{number}@exemple.fr")

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(enter_now, range(2)))

    assert [answer.status_code for answer in answers] == [303, 303]
    assert sorted(account.role for account in accounts(structure)) == ["employer", "lead"]


def test_coming_twice_opens_one_account(client, token, structure):
    come(client, token)
    come(client, token, email="LEA@EXEMPLE.FR ", first_name="Autre")

    assert [account.first_name for account in accounts(structure)] == ["Léa"]


def test_an_address_of_another_structure_is_told_by_mail_and_not_on_the_screen(
    client, token, structure
):
    make_account("lead", email="lea@exemple.fr")

    answer = come(client, token)

    assert answer.location == "/connexion/pro/envoye"
    assert not accounts(structure)
    [mail] = outbox("lea@exemple.fr")
    assert "Cette adresse ouvre déjà un autre compte" in mail.text
    assert "/lien/" not in mail.text


def test_coming_again_at_once_tells_nothing_of_an_address(client, token, structure):
    make_account("lead", email="elsewhere@exemple.fr")

    answers = [
        [come(client, token, email=email).status_code for _turn in range(2)]
        for email in ("elsewhere@exemple.fr", "nobody@exemple.fr")
    ]

    assert answers[0] == answers[1] == [303, 429]


@pytest.mark.parametrize("email", ["", "lea", "lea@", "a@b", "x" * 10_000, "a@b.fr, c@d.fr"])
def test_an_address_that_is_none_is_asked_again_and_what_was_typed_stays(
    client, token, structure, email
):
    page = come(client, token, email=email)

    assert page.status_code == 422
    assert page.fields()["first_name"] == "Léa"
    assert not accounts(structure)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_opens_thirty_days_and_no_more(client, structure, method):
    token = actions.invite(structure, now() - timedelta(days=30, seconds=1))
    db.session.commit()

    page = getattr(client, method)(f"/employeur/invitation/{token}", data=WHO)

    assert page.status_code == 404
    assert "Ce lien n’ouvre plus" in page.words
    assert not accounts(structure)


def test_an_invented_link_opens_nothing(client, app):
    assert client.get("/employeur/invitation/invented").status_code == 404
    assert client.post("/employeur/invitation/invented").status_code == 404


def test_revoking_closes_the_link_and_leaves_the_accounts(employer, client, structure, token):
    actions.revoke(structure, now())
    db.session.commit()

    assert come(client, token).status_code == 404
    assert employer.get("/employeur/").status_code == 200


def test_leaving_closes_this_phone(employer):
    employer.post("/connexion/pro/sortir")

    assert employer.get("/employeur/").status_code == 303


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
