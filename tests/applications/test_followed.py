"""My follow-up: what a person sees of their own requests, and nobody else."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import make_application, make_offer, make_person, sign_in
from webapp import clock
from webapp.applications.models import Application
from webapp.people.models import Person

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=clock.PARIS)
DAY = timedelta(days=1)
PHONE = "+33639981234"


@pytest.fixture(autouse=True)
def on_monday(at):
    """Monday 23 November 2026, at 10 in the morning."""
    at(MONDAY)


@pytest.fixture
def awa(client):
    """Awa, signed in on this phone."""
    person = make_person(first_name="Awa", phone=PHONE)
    sign_in(client, person)
    return person


def ask(person: Person, **facts: object) -> Application:
    """A request of this person, made three days ago, answered by Thursday at the latest."""
    usual = {"created_at": MONDAY - 3 * DAY, "answer_by": date(2026, 11, 26), "phone": PHONE}
    return make_application(person_id=person.id, **usual | facts)


def words(client) -> str:
    """What the page says."""
    return client.get("/suivi").words.replace("\u00a0", " ")


def test_an_unknown_visitor_is_sent_to_the_door(client):
    assert client.get("/suivi").location == "/connexion?suite=%2Fsuivi"


def test_without_a_request_the_page_leads_to_the_search(client, awa):
    page = client.get("/suivi")

    assert page.h1 == "Bonjour Awa"
    assert "Pas de demande en ce moment" in page.words
    assert page.links()["Chercher un travail"] == "/"


def test_each_request_says_what_is_done_what_comes_and_whom_to_call(client, awa):
    asked = ask(awa)
    page = client.get("/suivi")
    said = page.words.replace("\u00a0", " ")

    assert "Les Ateliers du Canal, Vaulx-en-Velin" in said
    assert "Fait : Envoyée vendredi 20 novembre" in said
    assert "En cours : Karim appelle au plus tard jeudi" in said
    assert "À venir : Vous choisissez ensemble un jour pour vous voir" in said
    assert page.all(f'main a[href="tel:{asked.offer.contact.phone}"]')
    assert f"/demande/{asked.public_id}" in page.links().values()
    assert "À faire" not in said


@pytest.mark.parametrize(
    ("days", "said"), [(0, "Envoyée aujourd’hui"), (1, "Envoyée hier"), (2, "Envoyée samedi 21")]
)
def test_days_are_said_as_people_say_them(client, awa, days, said):
    ask(awa, created_at=MONDAY - days * DAY)

    assert said in words(client)


def test_past_the_promised_day_the_first_thing_is_to_call(client, awa):
    ask(awa)
    late = ask(awa, answer_by=date(2026, 11, 20))
    page = client.get("/suivi")
    said = page.words.replace("\u00a0", " ")

    assert "À faire aujourd’hui Karim n’a pas encore appelé" in said
    assert "Karim devait appeler au plus tard vendredi 20 novembre" in said
    assert len(page.all(f'main a[href="tel:{late.offer.contact.phone}"]')) == 1
    assert said.index("devait appeler") < said.index("appelle au plus tard jeudi")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": "seen", "seen_at": MONDAY}, "Vue par Karim"),
        ({"status": "seen", "called_at": MONDAY - DAY}, "Karim a appelé"),
        ({"way": "i_visit"}, "Karim sait que vous venez"),
        ({"status": "withdrawn"}, "Vous avez annulé cette demande"),
        ({"status": "hired"}, "Vous avez ce travail"),
        ({"status": "not_selected"}, "Ce n’est pas pour cette fois"),
        ({"status": "unanswered"}, "Personne n’a répondu"),
    ],
)
def test_where_a_request_stands_is_said_in_words(client, awa, facts, said):
    ask(awa, **facts)

    assert said in words(client)


def test_who_comes_is_shown_the_way(client, awa):
    asked = ask(awa, way="i_visit")

    page = client.get("/suivi")
    assert any(
        f"/offres/{asked.offer.public_id}/interesse/passer" in where
        for where in page.links().values()
    )


def test_when_the_contact_is_away_the_replacement_is_called(client, awa):
    offer = make_offer("contact_away")
    ask(awa, offer=offer)
    page = client.get("/suivi")

    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')
    assert "Sonia appelle" in page.words


def test_a_closed_offer_is_said_to_be_closed(client, awa):
    ask(awa, offer=make_offer("closed"))

    assert "L’offre est fermée. Appelez Karim pour savoir" in words(client)


def test_what_is_over_waits_folded_below(client, awa):
    ask(awa, status="withdrawn")
    page = client.get("/suivi")

    assert "Pas de demande en ce moment" in page.words
    assert "Mes demandes finies" in page.one("main details summary").text()


def test_nobody_sees_the_requests_of_another(client, awa):
    other = make_person(first_name="Moussa", phone=PHONE)
    hers = ask(other)

    assert hers.public_id not in client.get("/suivi").text


def test_the_page_is_kept_nowhere(client, awa):
    answer = client.get("/suivi")

    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.one('meta[name="robots"]').attributes["content"] == "noindex"


def test_looking_writes_nothing(client, awa, app):
    ask(awa)
    before = awa.active_on
    client.get("/suivi")

    assert awa.active_on == before


def test_every_page_leads_to_one_s_follow_up_by_the_same_words(client):
    assert client.get("/").links()["Mon suivi"] == "/suivi"


def test_the_confirmation_proposes_to_follow_the_request(client):
    asked = make_application(phone=PHONE)
    landline = make_application(phone="+33465710001")

    page = client.get(f"/demande/{asked.public_id}")
    assert page.links()["Suivre ma demande avec mon numéro"] == "/suivi"
    assert "Suivre ma demande" not in client.get(f"/demande/{landline.public_id}").text
