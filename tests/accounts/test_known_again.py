"""Coming back on another phone: a code alone opens nothing, one thing known does."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.entering import MONDAY, NUMBER, enter, key_of, people, texts_to
from tests.factories import make_application, make_person, sign_in
from webapp.accounts import known
from webapp.accounts.models import Device
from webapp.extensions import db
from webapp.people.models import Person

DAY = timedelta(days=1)


pytestmark = pytest.mark.usefixtures("on_monday")


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
