"""After sending: what comes next, and how to give up."""

from datetime import datetime

import pytest

from tests.applications.pages import NUMBER, address, ask, kept
from tests.factories import make_contact, make_offer

pytestmark = pytest.mark.usefixtures("on_friday")


def test_the_confirmation_says_all_that_comes_next(client):
    offer = make_offer(bring=["id", "cv"])
    answer = ask(client, offer, moment="morning")
    page = client.get(answer.location)
    name = kept()[0].public_id.upper()

    assert f"{name[:4]} {name[4:]}" in page.words.replace("\u00a0", " ")
    assert "Le moment choisi" in page.words
    assert "matin" in page.words
    assert "une pièce d’identité" in page.words
    assert "On ne vous demandera jamais d’argent" in page.words
    assert page.all(f'main a[href="tel:{offer.contact.phone}"]')
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')
    assert page.links()["Voir d’autres offres"].startswith("/offres?metier=cleaning&lat=")


def test_the_confirmation_can_be_shared_without_giving_the_number(client):
    page = client.get(ask(client, make_offer()).location)

    assert "finit par 34" in page.words
    for written in ("06 39 98", "0639981234", NUMBER, "639981234"):
        assert written not in page.text.replace("\u00a0", " ")


def test_the_confirmation_stays_out_of_caches_and_search_engines(client):
    page = client.get(ask(client, make_offer()).location)

    assert "no-store" in page.headers["Cache-Control"]
    assert "public" not in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.one('meta[name="robots"]').attributes["content"] == "noindex"


def test_pressing_twice_shows_the_same_confirmation(client):
    offer = make_offer()

    first = ask(client, offer)
    again = ask(client, offer, first_name="FATOU", phone="+33 (0)6 39 98 12 34")

    assert first.location == again.location
    assert len(kept()) == 1


def test_a_request_is_cancelled_by_a_press_never_by_a_link(client):
    offer = make_offer()
    confirmation = ask(client, offer).location

    assert client.get(f"{confirmation}/annuler").status_code == 405
    answer = client.post(f"{confirmation}/annuler")
    page = client.get(answer.location)

    assert page.h1 == "Votre demande est annulée"
    assert kept()[0].status == "withdrawn"
    assert page.links()["Demander encore"] == address(offer)


def test_after_the_promised_day_the_person_is_told_whom_to_call(client, at):
    offer = make_offer(promised_days=1)
    confirmation = ask(client, offer).location
    at(datetime(2026, 11, 24, 8, 0))  # noqa: DTZ001
    page = client.get(confirmation)

    assert page.h1 == "Pas encore d’appel ? Appelez"
    assert "Karim devait appeler au plus tard lundi 23 novembre" in page.words.replace(
        "\u00a0", " "
    )
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')


@pytest.mark.parametrize(
    ("days", "proposed"),
    [
        ([0, 1, 2, 3, 4], "Pas d’appel mercredi ? Jeudi, appelez Karim, de 9 h à 12 h."),
        ([0, 1], "Pas d’appel mercredi ? Lundi 30 novembre, appelez Karim, de 9 h à 12 h."),
    ],
)
def test_without_a_call_the_person_is_told_when_the_contact_answers(client, days, proposed):
    contact = make_contact(call_when={"days": days, "from": 540, "to": 720})
    offer = make_offer(promised_days=3, contact=contact, organisation=contact.organisation)
    page = client.get(ask(client, offer, moment="evening").location)

    assert proposed in page.words.replace("\u00a0", " ")


def test_a_contact_without_hours_is_called_with_a_first_name(client):
    contact = make_contact(call_when={})
    offer = make_offer(contact=contact, organisation=contact.organisation)

    assert "Appelez Karim, dites votre prénom." in client.get(ask(client, offer).location).words


def test_a_request_that_is_no_longer_kept_is_said_to_be_gone(client):
    page = client.get("/demande/zzzzzzzz")

    assert page.status_code == 404
    assert page.h1 == "Cette demande n’existe pas, ou elle a été effacée"
    assert "L’offre est peut-être finie" not in page.words


def test_once_called_the_page_says_so(client, at):
    confirmation = ask(client, make_offer()).location
    kept()[0].called_at = kept()[0].created_at
    page = client.get(confirmation)

    assert page.h1 == "Karim a appelé"
    assert "Annuler" not in page.words
