"""Who is behind a number: requests joined after a question, several people, a new phone."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.entering import MONDAY, NUMBER, enter, key_of, people, prove
from tests.factories import make_application, make_offer, make_organisation, make_person
from webapp.accounts import known
from webapp.accounts.models import Device
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.people.models import JournalEntry

DAY = timedelta(days=1)


pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def asked(app):
    """A request that Fatou made three days ago to the Ateliers du Canal, with this number."""
    return make_application(phone=NUMBER, first_name="Fatou", created_at=MONDAY - 3 * DAY)


def pick(client, name: str):
    """Choose an employer by its name."""
    page = client.get("/connexion/employeur")
    return client.post("/connexion/employeur", data={"answer": key_of(page, name)})


def test_requests_join_after_the_first_name_and_the_right_employer(client, asked):
    answer = enter(client, "fatou")
    assert answer.location == "/connexion/employeur"
    page = client.get("/connexion/employeur")
    assert len(page.all("main input[type=radio]")) == 6
    assert "Chez quel employeur avez-vous demandé un travail" in page.words
    answer = pick(client, "Les Ateliers du Canal")

    assert answer.location == "/connexion/telephone"
    assert people()[0].id == asked.person_id
    assert "Les Ateliers du Canal, Vaulx-en-Velin" in client.get("/suivi").words


@pytest.mark.parametrize("name", ["Aucun de ceux-là", "wrong"])
def test_a_wrong_employer_joins_nothing_and_still_lets_in(client, asked, name):
    enter(client)
    page = client.get("/connexion/employeur")
    names = [label.text(strip=True) for label in page.all("main fieldset label")]
    wrong = next(one for one in names if one not in ("Les Ateliers du Canal", "Aucun de ceux-là"))
    answer = pick(client, wrong if name == "wrong" else name)

    assert answer.location == "/connexion/telephone"
    db.session.refresh(asked)
    assert asked.person_id is None
    assert "Ateliers du Canal" not in client.get("/suivi").text


def test_a_wrong_guess_cannot_be_made_again_by_starting_over(app, client, asked):
    enter(client)
    page = client.get("/connexion/employeur")
    keys = [node.attributes["value"] for node in page.all("main input[type=radio]")]
    right = key_of(page, "Les Ateliers du Canal")
    client.post("/connexion/employeur", data={"answer": next(k for k in keys if k != right)})
    db.session.delete(people()[0])
    db.session.commit()
    answer = enter(app.test_client())

    assert answer.location == "/connexion/telephone"
    db.session.refresh(asked)
    assert asked.person_id is None


def test_the_five_employers_stay_the_same_each_time(client, asked):
    for number in range(6):
        make_organisation(name=f"Structure {number}")
    enter(client)
    first = [node.text(strip=True) for node in client.get("/connexion/employeur").all("label")]
    again = [node.text(strip=True) for node in client.get("/connexion/employeur").all("label")]

    assert first == again
    assert sum(name.startswith("Structure") for name in first) == 4
    assert first[:-1] == sorted(first[:-1], key=str.casefold)


def test_another_first_name_joins_nothing_and_asks_nothing(client, asked):
    assert enter(client, "Awa").location == "/connexion/telephone"
    db.session.refresh(asked)
    assert asked.person_id is None


def test_a_request_older_than_45_days_is_left_alone(client):
    old = make_application(phone=NUMBER, first_name="Fatou", created_at=MONDAY - 46 * DAY)

    assert enter(client).location == "/connexion/telephone"
    db.session.refresh(old)
    assert old.person_id is None


def test_a_request_made_by_another_number_is_left_alone(client):
    other = make_application(phone="+33639985678", first_name="Fatou")

    assert enter(client).location == "/connexion/telephone"
    db.session.refresh(other)
    assert other.person_id is None


def test_all_the_requests_of_this_number_and_name_join_together(client, asked):
    other = make_application(phone=NUMBER, first_name="FATOU", created_at=MONDAY - 9 * DAY)
    another_name = make_application(phone=NUMBER, first_name="Awa")
    enter(client)
    pick(client, "Les Ateliers du Canal")

    for one in (asked, other, another_name):
        db.session.refresh(one)
    assert asked.person_id == other.person_id == people()[0].id
    assert another_name.person_id is None


def test_a_request_made_once_signed_in_is_one_s_own_at_once(client):
    enter(client, "Fatou")
    address = f"/offres/{make_offer().public_id}/interesse"
    client.post(address, data={"first_name": "Fatou", "phone": NUMBER})
    client.post(
        f"/offres/{make_offer().public_id}/interesse",
        data={"first_name": "Maman", "phone": "+33639985678"},
    )
    mine, hers = db.session.scalars(select(Application).order_by(Application.id)).all()

    assert mine.person_id == people()[0].id
    assert hers.person_id is None


def test_a_shared_phone_holds_several_people_who_are_never_listed(app, client):
    make_person(phone=NUMBER, first_name="Awa")
    prove(client)
    page = client.get("/connexion/prenom")
    assert "Awa" not in page.text
    client.post("/connexion/prenom", data={"first_name": "Moussa"})

    assert [(one.first_name, one.phone) for one in people()] == [
        ("Awa", NUMBER),
        ("Moussa", NUMBER),
    ]


def test_the_birthday_is_kept_as_a_hash_and_never_shown(client):
    enter(client)
    client.post("/connexion/telephone", data={"whose": "shared"})
    answer = client.post("/connexion/anniversaire", data={"answer": "14 juillet 1980"})
    assert answer.location == "/suivi"
    person = people()[0]

    assert known.is_right(person, known.Question(known.BIRTHDAY), "14-07")
    assert not known.is_right(person, known.Question(known.BIRTHDAY), "07-14")
    assert client.get("/connexion/anniversaire").location == "/suivi"


def test_the_birthday_can_wait(client):
    enter(client)
    client.post("/connexion/telephone", data={"whose": "shared"})
    page = client.get("/connexion/anniversaire")

    assert page.links()["Plus tard"] == "/suivi"


def test_one_s_own_phone_lives_a_year_and_is_offered_a_passkey(client):
    enter(client)
    page = client.get("/connexion/telephone")
    assert len(page.all("main input[type=radio]")) == 2
    client.post("/connexion/telephone", data={"whose": "own"})
    page = client.get("/connexion/anniversaire")
    device = db.session.scalars(select(Device).where(Device.closed_at.is_(None))).one()

    assert not device.shared
    assert device.expires_at == MONDAY + 365 * DAY
    assert page.links()["Plus tard"] == "/connexion/empreinte"


def test_until_it_is_said_a_phone_is_taken_for_a_shared_one(client):
    enter(client)

    assert db.session.scalars(select(Device)).one().shared


def test_the_journal_tells_the_person_of_each_entry(client):
    enter(client)

    assert [entry.act for entry in db.session.scalars(select(JournalEntry))] == ["signed-in"]
