"""Asking for help: a picture, a first name, a number; who answers, and what the person sees."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import (
    make_account,
    make_help_request,
    make_organisation,
    make_person,
    saved,
    sign_in,
)
from webapp import clock
from webapp.extensions import db
from webapp.helping import actions
from webapp.helping.models import HelpRequest, Responsibility
from webapp.messages.inbound import receive
from webapp.messages.queries import outbox

pytestmark = pytest.mark.usefixtures("monday")
PAPERS = "/aide/demander/papiers"
FATOU = {"first_name": "Fatou", "phone": "06 39 98 00 01", "town": "Vaulx-en-Velin"}


def requests():
    """Every request, in order."""
    return db.session.scalars(select(HelpRequest).order_by(HelpRequest.id)).all()


def test_three_taps_a_name_and_a_number(client, berges):
    """Foot of any page, a picture, the button."""
    foot = client.get("/").links()["Aide près de chez vous"]
    tiles = client.get(foot).links()
    page = client.get(tiles["Mes papiers"])
    assert {name for name, text in page.fields("main form").items()} == {
        "first_name",
        "phone",
        "town",
    }

    sent = client.post(PAPERS, data=FATOU)
    page = client.get(sent.location)

    assert page.h1 == "Votre demande est envoyée"
    assert "Demande reçue par CCAS des Berges" in page.words
    assert "Quelqu’un vous appelle au plus tard mercredi 2 décembre" in page.words
    assert "no-store" in page.headers["Cache-Control"]


def test_the_place_looked_for_is_kept(client):
    links = client.get("/aide?ou=Valence").links()
    page = client.get(links["Mes papiers"])

    assert page.fields("main form")["town"] == "Valence"


def test_the_position_of_the_phone_is_enough(client, berges):
    client.post(f"{PAPERS}?lat=45.78&lon=4.92", data=FATOU | {"town": ""})

    assert requests()[0].insee == "69256"
    assert requests()[0].organisation == berges


def test_a_town_that_nobody_knows_is_said_and_what_was_typed_stays(client):
    page = client.post(PAPERS, data=FATOU | {"town": "Xqzwt"})

    assert page.status_code == 422
    assert "Nous ne trouvons pas « Xqzwt »" in page.words
    assert page.fields("main form")["first_name"] == "Fatou"
    assert not requests()


def test_pressed_twice_it_is_one_request(client, berges):
    first, second = (client.post(PAPERS, data=FATOU).location for _ in range(2))

    assert first == second
    assert len(requests()) == 1


def test_one_number_asks_five_times_a_day_at_most(client, berges):
    names = ("Ali", "Bea", "Carl", "Dina", "Emma", "Fred")
    answers = [client.post(PAPERS, data=FATOU | {"first_name": name}) for name in names]

    assert [answer.status_code for answer in answers] == [303] * 5 + [429]


def test_who_is_signed_in_writes_nothing(client, berges):
    person = make_person(phone="+33639980001")
    sign_in(client, person)
    page = client.get(f"{PAPERS}?ou=Vaulx-en-Velin")
    assert "Nous appelons Fatou au 06 39 98 00 01" in page.words

    client.post(PAPERS, data=page.fields("main form"))

    assert requests()[0].person_id == person.id
    page = client.get("/suivi")
    assert "Mes demandes d’aide" in page.words
    assert "Demande reçue par CCAS des Berges" in page.words


def test_a_request_of_a_known_number_and_name_is_that_person_s(client, berges):
    person = make_person(phone="+33639980001", first_name="Fatou")

    client.post(PAPERS, data=FATOU)
    client.post(PAPERS, data=FATOU | {"first_name": "Moussa"})

    assert [one.person_id for one in requests()] == [person.id, None]


def test_the_nearest_of_those_who_answer_for_this_need_gets_it(client, berges):
    far = make_organisation(kind="ccas", name="Loin", insee="69123", lat=45.75, lon=4.83)
    other = make_organisation(kind="ccas", name="Ailleurs")
    saved(Responsibility(organisation=far, need="papers", reach="far"))
    make_account("adviser", organisation=far)
    make_account("adviser", organisation=other)
    saved(Responsibility(organisation=other, need="travel", reach="near"))

    client.post(PAPERS, data=FATOU)
    client.post("/aide/demander/argent", data=FATOU)

    assert [one.organisation for one in requests()] == [berges, None]


def test_where_nobody_answers_the_help_line_is_shown_and_the_request_waits(client):
    sent = client.post(PAPERS, data=FATOU)
    page = client.get(sent.location)
    assert "Nous cherchons qui peut vous aider." in page.words

    lead = make_account("lead", organisation=make_organisation(kind="ccas", name="Nouveau"))
    sign_in(client, lead)
    fields = client.get("/structure/aides/").fields("main form")
    client.post("/structure/aides/", data=fields | {"reach-papers": "near"})

    assert requests()[0].organisation.name == "Nouveau"
    assert [one.kind for one in requests()[0].steps] == ["asked", "routed"]


def test_who_is_named_for_the_need_is_told_by_a_mail_that_names_nobody(client, berges, nadia):
    mine = saved(Responsibility(organisation=berges, need="money", reach="near", account=nadia))
    client.post("/aide/demander/argent", data=FATOU)

    (mail,) = outbox(nadia.email)
    assert requests()[0].owner_id == mine.account_id
    assert mail.subject == "Une demande d’aide vous attend"
    assert "Fatou" not in mail.text
    assert f"/conseiller/aides/{requests()[0].public_id}" in mail.text


def test_the_replacement_is_told_while_the_named_one_is_away(client, berges, nadia):
    paul = make_account("adviser", organisation=berges, first_name="Paul")
    nadia.backup_id, nadia.away_from = paul.id, clock.today()
    saved(Responsibility(organisation=berges, need="money", reach="near", account=nadia))

    client.post("/aide/demander/argent", data=FATOU)

    assert requests()[0].owner_id == paul.id
    assert not outbox(nadia.email)


def test_a_request_taken_back_calls_nobody_and_may_be_made_again(client, berges):
    address = client.post(PAPERS, data=FATOU).location
    client.post(f"{address}/annuler")
    client.post(f"{address}/annuler")

    assert client.get(address).h1 == "Votre demande est annulée"
    assert client.post(PAPERS, data=FATOU).location != address
    assert [one.kind for one in requests()[0].steps].count("withdrawn") == 1


def test_nobody_finds_a_request_that_does_not_exist(client):
    assert client.get("/aide/demande/abcdefgh").status_code == 404


def test_an_sms_asks_to_be_called(app, berges):
    received = receive("+33639980001", "Aidez moi svp 69120", clock.now())
    receive("+33639980001", "RAPPEL", clock.now() + timedelta(minutes=3))
    db.session.commit()

    (made,) = requests()
    assert (made.asked_by, made.need, made.first_name) == ("sms", "talk", "")
    assert made.insee == "69256"
    assert made.organisation == berges
    replies = [message.text for message in outbox(received.sender)]
    assert "Quelqu'un vous appelle" in replies[0].replace("’", "'")
    assert "02/12" in replies[0]
    assert len(replies) == 2


def test_an_sms_of_someone_known_bears_their_name(app, berges):
    person = make_person(phone="+33639980001", first_name="Awa")
    receive("+33639980001", "rappelez-moi", clock.now())

    assert requests()[0].person == person
    assert requests()[0].first_name == "Awa"


def test_old_requests_are_forgotten(app):
    old, kept = make_old(400), make_old(300)
    over = make_old(200, closed=190)

    assert actions.forget_old(clock.today()) == 2
    db.session.commit()
    left = [one.id for one in requests()]
    assert left == [kept]
    assert old not in left
    assert over not in left


def make_old(days, closed=None):
    """A request made so many days ago, and ended so many days ago."""
    made = make_help_request(created_at=clock.now() - timedelta(days=days))
    if closed:
        made.status, made.closed_at = "done", clock.now() - timedelta(days=closed)
    db.session.commit()
    return made.id


def test_the_town_of_someone_known_stands_in_the_form(client, berges):
    person = make_person(phone="+33639980001")
    make_help_request(person=person, phone=person.phone, insee="69256", lat=45.78, lon=4.92)
    sign_in(client, person)

    assert client.get(PAPERS).fields("main form")["town"] == "Vaulx-en-Velin"
    assert client.get(f"{PAPERS}?ou=Valence").fields("main form")["town"] == "Valence"
    assert client.get(f"{PAPERS}?lat=45.1&lon=4.1").fields("main form")["town"] == ""


def test_the_person_reads_their_request_in_what_happened(client, berges):
    person = make_person(phone="+33639980001")
    sign_in(client, person)
    client.post(PAPERS, data={"town": "Vaulx-en-Velin"})

    assert "Aide demandée : Mes papiers" in client.get("/suivi/parcours").words


@pytest.mark.parametrize("said", ["69120", "J’habite à Vaulx 69120", "AIDEZ MOI 69120"])
def test_a_place_sent_after_an_sms_for_help_is_added_to_the_request(app, berges, said):
    receive("+33639980009", "AIDEZ MOI", clock.now())
    (made,) = requests()
    assert (made.insee, made.organisation) == ("", None)

    receive("+33639980009", said, clock.now() + timedelta(minutes=5))
    db.session.commit()

    assert requests() == [made]
    assert (made.insee, made.organisation) == ("69256", berges)
    assert [one.kind for one in made.steps] == ["asked", "routed"]
    assert "c'est noté. Quelqu'un vous appelle" in outbox("+33639980009")[-1].text


def test_a_place_goes_to_a_search_when_help_has_one_or_work_was_asked_since(app, at, berges):
    receive("+33639980009", "AIDEZ MOI 69120", clock.now())
    receive("+33639980009", "26000", clock.now())
    receive("+33639980007", "AIDEZ MOI", clock.now())
    receive("+33639980007", "travail 26000", clock.now())
    receive("+33639980008", "AIDEZ MOI", clock.now())
    at(clock.now() + timedelta(minutes=5))
    receive("+33639980008", "ménage", clock.now())
    receive("+33639980008", "26000", clock.now())

    assert [one.insee for one in requests()] == ["69256", "", ""]
