"""Information meetings of a structure: posted, listed, printed, ticked, called off."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_contact, make_organisation, make_person, sign_in
from tests.gatherings.making import make_gathering
from tests.objects import followed_by
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.gatherings import actions, queries
from webapp.gatherings.actions import Wish
from webapp.gatherings.models import Gathering, Seat
from webapp.messages.queries import outbox
from webapp.paper import printing
from webapp.people.models import JournalEntry

IN_A_WEEK = timedelta(days=7)


@pytest.fixture
def adviser(client):
    """An adviser who has entered."""
    account = make_account("adviser", first_name="Nadia")
    sign_in(client, account)
    return account


def answers(**other: str) -> dict[str, str]:
    """A meeting as it is posted."""
    day = (now().astimezone(PARIS) + IN_A_WEEK).date()
    return {
        "topic": "rights",
        "on": day.isoformat(),
        "at": "14:30",
        "minutes": "60",
        "seats": "12",
        "place": "elsewhere",
        "address": "12 rue des Frères Lumière",
        "town": "69120",
        "way": "Bus C3, arrêt La Soie\nPuis 3 min à pied",
        "host_name": "Nadia",
        "host_phone": "04 65 71 30 23",
    } | other


def test_an_adviser_posts_a_meeting_that_people_see_at_once(client, adviser):
    page = client.post("/structure/reunions/nouvelle", data=answers(), follow_redirects=True)

    assert "La réunion est en ligne" in page.words
    made = db.session.scalars(select(Gathering)).one()
    assert (made.seats, made.insee, made.host_phone) == (12, "69256", "+33465713023")
    assert made.starts_at.astimezone(PARIS).strftime("%H:%M") == "14:30"
    assert "0 place prise sur 12" in page.words
    assert "12 places libres" in client.get("/reunions?ou=Vaulx-en-Velin").words


def test_a_structure_that_hires_posts_one_at_its_own_place(client):
    employer = make_account("employer")
    employer.organisation.address = "8 rue de la Rize"
    sign_in(client, employer)
    assert "8 rue de la Rize" in client.get("/structure/reunions/nouvelle").words

    sent = answers(place="here", address="", town="")
    page = client.post("/structure/reunions/nouvelle", data=sent, follow_redirects=True)

    assert "8 rue de la Rize" in page.words


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"on": "2020-01-06"}, "Ce moment est passé"),
        ({"on": "2040-01-06"}, "plus d’un an"),
        ({"on": ""}, "Choisissez un jour"),
        ({"at": ""}, "Choisissez une heure"),
        ({"seats": "0"}, "de 1 à 300"),
        ({"town": "Nullepart-sur-Rien"}, "introuvable"),
        ({"address": ""}, "Écrivez la rue"),
        ({"host_phone": "06"}, "Il manque des chiffres"),
        ({"topic": "party"}, "Touchez une réponse"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_posted(client, adviser, wrong, said):
    page = client.post("/structure/reunions/nouvelle", data=answers(**wrong))

    assert page.status_code == 422
    assert said in page.words
    assert db.session.scalars(select(Gathering)).all() == []


def test_an_adviser_takes_a_seat_for_someone_they_follow_and_for_nobody_else(client, adviser):
    meeting = make_gathering(starts_at=now() + IN_A_WEEK)
    person = followed_by(adviser)
    person.phone = "+33639982199"
    caseloads.follow(person, adviser, by=adviser, now=now())
    other = make_person()
    db.session.commit()
    address = f"/conseiller/reunions/reserver?reunion={meeting.public_id}"
    assert address in client.get("/structure/reunions/").text
    assert other.public_id not in client.get(address).text

    page = client.post(address, data={"person": person.public_id}, follow_redirects=True)

    assert "est réservée" in page.words
    seat = db.session.scalars(select(Seat)).one()
    assert (seat.person_id, seat.by_id) == (person.id, adviser.id)
    assert outbox(person.phone)[0].kind == "seat"
    assert client.post(address, data={"person": other.public_id}).status_code == 404


@pytest.fixture
def full(adviser):
    """A meeting of two seats for which three people asked, the first of them known."""
    begins = (now() + IN_A_WEEK).replace(second=0, microsecond=0)
    meeting = make_gathering(organisation=adviser.organisation, starts_at=begins)
    known = make_person(first_name="Awa")
    people = (("Awa", known.phone, known), ("Joseph", "+33639982102", None), ("Irina", "", None))
    for name, phone, who in people:
        actions.take(meeting, Wish(first_name=name, phone=phone, person=who), now())
    db.session.commit()
    return meeting


def test_the_host_reads_who_comes_and_this_is_journaled(client, adviser, full):
    address = f"/structure/reunions/{full.public_id}"

    page = client.get(address)

    assert "Qui vient (2)" in page.words
    assert "2 places prises sur 2" in page.words
    assert "Qui attend une place (1)" in page.words
    assert "06 39 98 21 02" in page.words
    entry = db.session.scalars(select(JournalEntry)).one()
    known = queries.seats(full.id)[0]
    assert (entry.person_id, entry.account_id) == (known.person_id, adviser.id)
    assert client.post(f"{address}/presence").status_code == 409, "it has not begun"


def test_the_host_ticks_who_came_once_it_has_begun(client, adviser, full, at):
    at(full.starts_at + timedelta(hours=2))
    sign_in(client, adviser)
    address = f"/structure/reunions/{full.public_id}"
    assert f'href="{address}"' in client.get("/conseiller/").text, "it waits in my day"
    sat = queries.seats(full.id)[1]

    page = client.post(f"{address}/presence", data={"came": sat.public_id}, follow_redirects=True)

    assert page.one("input[checked]").attributes["value"] == sat.public_id
    assert [one.came for one in queries.seats(full.id)] == [False, True]
    assert "qui est venu" not in client.get("/conseiller/").words


def test_who_came_the_day_before_is_late_to_say(client, adviser, full, at):
    at(full.starts_at + timedelta(days=1))
    sign_in(client, adviser)

    words = client.get("/conseiller/").words

    assert words.index("En retard (1)") < words.index("qui est venu")
    assert "Aujourd’hui (" not in words


def test_the_list_on_paper_has_a_line_for_each_and_some_empty(client, adviser, monkeypatch):
    meeting = make_gathering(organisation=adviser.organisation, starts_at=now() + IN_A_WEEK)
    actions.take(meeting, Wish(first_name="Joseph", phone="+33639982102"), now())
    db.session.commit()
    printed = []
    monkeypatch.setattr(printing, "pdf", lambda html: printed.append(html) or b"%PDF-")

    answer = client.get(f"/structure/reunions/{meeting.public_id}/liste.pdf")

    assert answer.mimetype == "application/pdf"
    assert printed[0].count('class="box"') == 6
    assert "Joseph" in printed[0]


def test_a_meeting_called_off_is_said_everywhere(client, adviser):
    meeting = make_gathering(organisation=adviser.organisation, starts_at=now() + IN_A_WEEK)
    seat = actions.take(meeting, Wish(first_name="Joseph", phone="+33639982102"), now())
    db.session.commit()

    page = client.post(f"/structure/reunions/{meeting.public_id}/annuler", follow_redirects=True)

    assert "Cette réunion est annulée" in page.words
    assert client.get(f"/reunions/places/{seat.public_id}").h1 == "La réunion est annulée"
    assert "Vaulx" not in client.get("/reunions").words
    assert outbox("+33639982102")[-1].kind == "meeting-off"


def test_a_structure_reads_no_list_of_another(client, adviser):
    other = make_organisation()
    make_contact(organisation=other)
    meeting = make_gathering(organisation=other)

    assert client.get(f"/structure/reunions/{meeting.public_id}").status_code == 404


def test_a_place_that_may_be_several_is_chosen(client, adviser):
    page = client.post("/structure/reunions/nouvelle", data=answers(town="Saint-Denis"))

    assert page.status_code == 422
    assert "Touchez la bonne commune" in page.words
    chosen = page.all("input[name=insee]")[1].attributes["value"]
    client.post("/structure/reunions/nouvelle", data=answers(town="Saint-Denis", insee=chosen))
    assert db.session.scalars(select(Gathering)).one().insee == chosen


def test_a_changed_meeting_is_told_to_each_and_recalled_at_its_new_hour(client, adviser, full):
    address = f"/structure/reunions/{full.public_id}/modifier"
    page = client.get(address)
    assert page.one("input[name=address]").attributes["value"] == "4 place des Mariniers"
    assert "Vaulx-en-Velin" in page.one("input[name=town]").attributes["value"]
    day = (full.starts_at + IN_A_WEEK).astimezone(PARIS).date()

    page = client.post(address, data=answers(on=day.isoformat()), follow_redirects=True)

    assert "C’est changé. Les personnes inscrites reçoivent un SMS." in page.words
    rows = outbox("+33639982102")
    assert any(one.text.startswith("La réunion change") for one in rows)
    eves = [one.send_at for one in rows if one.kind == "meeting-soon" and one.status == "queued"]
    assert len(eves) == 1, "the reminder of the old day is called off"
    assert eves[0] > now() + IN_A_WEEK


def test_seats_that_are_taken_stay_and_more_seats_go_to_who_waits(client, adviser, full):
    address = f"/structure/reunions/{full.public_id}/modifier"
    there = full.starts_at.astimezone(PARIS)
    same = answers(on=there.date().isoformat(), at=f"{there:%H:%M}", address=full.address)
    assert "déjà prises" in client.post(address, data=same | {"seats": "1"}).words

    page = client.post(address, data=same | {"seats": "3"}, follow_redirects=True)

    assert "C’est changé." in page.words
    assert len(queries.seats(full.id)) == 3
    assert not any("change" in one.text for one in outbox("+33639982102"))


def test_a_meeting_that_has_begun_is_changed_no_more(client, adviser, full, at):
    at(full.starts_at + timedelta(minutes=1))
    sign_in(client, adviser)

    assert client.get(f"/structure/reunions/{full.public_id}/modifier").status_code == 410
