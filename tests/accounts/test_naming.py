"""Who is behind a number: requests joined after a question, several people, a new phone."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.entering import MONDAY, NUMBER, enter, prove, texts_to
from tests.factories import make_application, make_offer, make_organisation, make_person, sign_in
from webapp.accounts import known
from webapp.accounts.models import Device
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.people.models import JournalEntry, Person

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def on_monday(at):
    """Monday 23 November 2026, at 10 in the morning."""
    at(MONDAY)


@pytest.fixture
def asked(app):
    """A request that Fatou made three days ago to the Ateliers du Canal, with this number."""
    return make_application(phone=NUMBER, first_name="Fatou", created_at=MONDAY - 3 * DAY)


def people() -> list[Person]:
    """Everyone, the first come first."""
    db.session.commit()
    return list(db.session.scalars(select(Person).order_by(Person.id)))


def key_of(page, name: str) -> str:
    """The key of a choice, by its words."""
    for label in page.all("main fieldset label"):
        if label.text(strip=True) == name:
            return label.css_first("input").attributes["value"]
    raise AssertionError(f"no {name!r} among the choices")


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


def test_on_a_new_phone_a_code_alone_opens_nothing_personal(client):
    person = make_person(phone=NUMBER, first_name="Fatou")
    make_application(phone=NUMBER, first_name="Fatou", person_id=person.id)

    assert enter(client).location == "/connexion/preuve"
    for address in ("/suivi", "/moi/carte", "/moi/appareils"):
        answer = client.get(address)
        assert answer.status_code == 303
        assert answer.location.startswith("/connexion/preuve")
    assert "Canal" not in client.get("/connexion/telephone").text


def test_the_birthday_opens_and_the_person_is_told_of_the_new_phone(app, client):
    person = made_with_birthday()
    sign_in(app.test_client(), person)
    enter(client)
    page = client.get("/connexion/preuve")
    assert "Quel jour êtes-vous né" in page.words
    answer = client.post("/connexion/preuve", data={"answer": "14 juillet"})

    assert answer.location == "/connexion/telephone"
    assert client.get("/suivi").h1 == "Bonjour Fatou"
    told = texts_to()[-1]
    assert "un autre telephone vient d'ouvrir votre suivi" in told
    assert "04 65 71 00 00" in told.replace("\u00a0", " ")


def test_nobody_is_told_of_the_first_device(client):
    made_with_birthday()
    enter(client)
    client.post("/connexion/preuve", data={"answer": "14 07"})

    assert not [text for text in texts_to() if "autre telephone" in text]


def made_with_birthday() -> Person:
    """Someone known by a number, whose birthday is the 14th of July."""
    person = make_person(phone=NUMBER, first_name="Fatou")
    person.birthday_hash = known.birthday_hash(person.public_id, known.birthday(14, 7))
    db.session.commit()
    return person


def test_a_new_phone_gets_a_new_secret_once_the_proof_is_given(client):
    made_with_birthday()
    enter(client)
    half = client.get_cookie("__Host-device").value
    client.post("/connexion/preuve", data={"answer": "14 07"})

    assert client.get_cookie("__Host-device").value != half
    first, second = db.session.scalars(select(Device).order_by(Device.id)).all()
    assert first.closed_at is not None
    assert first.confirmed_at is None
    assert second.confirmed_at is not None


def test_five_wrong_birthdays_a_day_then_a_human(app, client):
    made_with_birthday()
    enter(client)
    for day in range(1, 5):
        page = client.post("/connexion/preuve", data={"answer": f"{day} 01"})
        assert page.status_code == 422
        assert "Ce n’est pas la bonne réponse" in page.words
    page = client.post("/connexion/preuve", data={"answer": "5 01"})
    assert page.status_code == 429
    assert "Appelez-nous" in page.words
    page = client.post("/connexion/preuve", data={"answer": "14 07"})

    assert page.status_code == 429
    assert client.get("/suivi").status_code == 303


def test_tries_are_counted_in_the_database_whatever_the_browser(app, client, at):
    made_with_birthday()
    enter(client)
    for day in range(1, 6):
        client.post("/connexion/preuve", data={"answer": f"{day} 01"})
    at(MONDAY + timedelta(hours=1))
    another = app.test_client()
    enter(another)

    assert another.get("/connexion/preuve").h1 == "Entrer avec de l’aide"


def test_the_employer_asked_before_is_the_question_where_no_birthday_is_known(client):
    person = make_person(phone=NUMBER, first_name="Fatou")
    make_application(phone=NUMBER, first_name="Fatou", person_id=person.id)
    enter(client)
    page = client.get("/connexion/preuve")
    answer = client.post(
        "/connexion/preuve", data={"answer": key_of(page, "Les Ateliers du Canal")}
    )

    assert answer.location == "/connexion/telephone"


def test_a_wrong_employer_is_not_guessed_twice(client):
    person = make_person(phone=NUMBER, first_name="Fatou")
    make_application(phone=NUMBER, first_name="Fatou", person_id=person.id)
    enter(client)
    page = client.post("/connexion/preuve", data={"answer": known.NONE_OF_THEM})

    assert page.status_code == 429
    assert client.get("/connexion/preuve").h1 == "Entrer avec de l’aide"


def test_without_anything_known_a_human_or_a_card_opens(client):
    make_person(phone=NUMBER, first_name="Fatou")
    enter(client)
    page = client.get("/connexion/preuve")

    assert page.h1 == "Entrer avec de l’aide"
    assert "/connexion/carte" in page.links().values()
    assert page.all('main a[href^="tel:"]')


def test_a_number_that_changed_hands_shows_nothing_to_its_new_owner(client):
    old = made_with_birthday()
    make_application(phone=NUMBER, first_name="Fatou", person_id=old.id)
    enter(client, "Fatou")
    answer = client.post("/connexion/nouveau")
    assert answer.location == "/connexion/telephone"
    page = client.get("/suivi")

    assert "Pas de demande en ce moment" in page.words
    first, second = people()
    assert first.id != second.id
    assert first.birthday_hash is not None
    assert second.birthday_hash is None


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
