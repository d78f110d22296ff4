"""Paper cards: made, opened with what the person knows, ended; every wrong answer looks alike."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from webapp import clock
from webapp.accounts import card_code, cards, devices, known
from webapp.accounts.models import Attempt, Card, Device
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people.enums import Act
from webapp.people.models import JournalEntry, Person

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def person_with_card(**facts: object) -> tuple[Person, str]:
    person = make_person(**facts)
    cards.learn_birthday(person, "14-07")
    code = cards.make(person, None, clock.now())
    db.session.commit()
    return person, code


def sent(code: str, **changes: str) -> dict[str, str]:
    return {"code": code, "first_name": "Fatou", "birthday": "14 07", "whose": "shared"} | changes


def enter(client, code: str, **changes: str):
    return client.post("/connexion/carte", data=sent(code, **changes), base_url="https://localhost")


def is_in(client) -> bool:
    page = client.get("/moi/carte", base_url="https://localhost")
    return page.status_code == 200


def acts(person: Person) -> list[str]:
    found = select(JournalEntry.act).where(JournalEntry.person_id == person.id)
    return list(db.session.scalars(found.order_by(JournalEntry.id)))


def test_a_card_opens_with_its_code_a_first_name_and_a_birthday(client, database):
    person, code = person_with_card()

    answer = enter(client, code.upper())

    assert answer.status_code == 303
    assert is_in(client)
    device = db.session.scalars(select(Device)).one()
    assert (device.person_id, device.way, device.shared) == (person.id, "card", True)
    assert acts(person) == [Act.CARD_MADE, Act.CARD_USED]


def test_the_person_is_told_by_sms_that_the_card_opened_a_phone(client, at):
    at(NOW)
    person, code = person_with_card()

    enter(client, code)

    messages = outbox(person.phone)
    assert [one.kind for one in messages] == ["card-used"]
    assert messages[0].parts == 1
    assert code not in messages[0].text
    assert "Fatou" not in messages[0].text


def test_a_card_is_the_key_of_someone_without_a_phone(client):
    _person, code = person_with_card(phone=None)

    assert enter(client, code).status_code == 303
    assert is_in(client)


def test_a_phone_of_ones_own_stays_open_when_one_says_so(client):
    _person, code = person_with_card()

    enter(client, code, whose="own")

    assert db.session.scalars(select(Device)).one().shared is False


def without_what_was_typed(page) -> str:
    return re.sub(r'value="[^"]*"', "", page.text)


def test_every_wrong_answer_is_told_in_the_same_words(client):
    _person, code = person_with_card()
    _other, revoked = person_with_card(first_name="Awa")
    cards.revoke(_other, None, clock.now())
    merged, lost = person_with_card(first_name="Lina")
    merged.merged_into_id = _person.id
    db.session.commit()

    pages = [
        enter(client, "a2b3c4d5"),  # no such card
        enter(client, revoked, first_name="Awa"),
        enter(client, lost, first_name="Lina"),
        enter(client, code, first_name="Karim"),
        enter(client, code, birthday="15 07"),
    ]

    assert {page.status_code for page in pages} == {422}
    assert len({without_what_was_typed(page) for page in pages}) == 1
    assert not is_in(client)


def test_a_known_and_an_unknown_code_have_to_wait_in_the_same_words(client):
    _person, code = person_with_card()
    for wrong in (code, "a2b3c4d5"):
        for _ in range(5):
            assert enter(client, wrong, birthday="01 02").status_code == 422

    pages = [enter(client, code), enter(client, "a2b3c4d5")]

    assert [page.status_code for page in pages] == [429, 429]
    assert len({without_what_was_typed(page) for page in pages}) == 1


def test_a_card_opens_five_times_a_day_and_again_the_next_day(client, at):
    at(NOW)
    _person, code = person_with_card()
    for _ in range(5):
        assert enter(client, code).status_code == 303

    assert enter(client, code).status_code == 429
    at(NOW + timedelta(days=1, minutes=1))
    assert enter(client, code).status_code == 303


def test_a_try_is_counted_whatever_the_browser(app, database):
    _person, code = person_with_card()
    for _ in range(5):
        enter(app.test_client(), code, birthday="01 02")

    assert enter(app.test_client(), code).status_code == 429
    assert len(db.session.scalars(select(Attempt).where(Attempt.kind == "card")).all()) == 5


def test_a_browser_is_named_so_that_its_tries_are_counted_on_every_card(client):
    enter(client, "a2b3c4d5")
    enter(client, "a2b3c4d6")

    browsers = set(db.session.scalars(select(Attempt.browser)))
    assert len(browsers) == 1
    assert len(browsers.pop()) == 64


def test_ten_wrong_answers_in_a_row_end_a_card_and_a_right_one_forgives(client, at):
    start = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    at(start)
    person, code = person_with_card()
    for day in range(2):
        at(start + timedelta(days=day * 31))
        for _ in range(4):
            enter(client, code, birthday="01 02")
    assert enter(client, code).status_code == 303  # 8 wrong, then a right one
    for day in range(2, 4):
        at(start + timedelta(days=day * 31))
        for _ in range(5):
            enter(client, code, birthday="01 02")

    at(start + timedelta(days=200))
    assert enter(client, code).status_code == 422
    assert acts(person)[-1] == Act.CARD_REVOKED


def test_a_new_card_ends_the_former_one(client):
    person, former = person_with_card()
    new = cards.make(person, None, clock.now())
    db.session.commit()

    assert enter(client, former).status_code == 422
    assert enter(client, new).status_code == 303


def test_only_a_keyed_hash_of_the_code_is_kept(app, database):
    _person, code = person_with_card()

    card = db.session.scalars(select(Card)).one()

    assert card.code_hash == cards.hashed(code)
    assert code not in str(vars(card))
    app.config["SECRET_KEY"] = "another secret of the right length, with other signs"
    assert card.code_hash != cards.hashed(code)


def test_a_person_makes_a_card_and_ends_it_in_one_press(client):
    person = make_person()
    sign_in(client, person)

    page = client.post("/moi/carte", data={"birthday": "14 juillet"}, base_url="https://localhost")
    code = card_code.read(page.one(".eight").text())
    assert cards.current(person) is not None
    client.post("/moi/carte/arreter", base_url="https://localhost")
    client.post("/moi/carte/arreter", base_url="https://localhost")

    db.session.expire_all()
    assert cards.current(person) is None
    assert known.is_right(person, known.Question(known.BIRTHDAY), "14-07")
    assert acts(person) == [Act.CARD_MADE, Act.CARD_REVOKED]
    assert enter(client, code).status_code == 422


def test_a_card_is_not_made_without_a_birthday_and_nothing_typed_is_lost(client):
    person = make_person()
    sign_in(client, person)

    page = client.post("/moi/carte", data={"birthday": "31 02"}, base_url="https://localhost")

    assert page.status_code == 422
    assert 'value="31 02"' in page.text
    assert cards.current(person) is None


def test_a_paper_says_whom_to_call_and_nothing_of_its_person(client):
    person = make_person(first_name="Zeynep")
    cards.learn_birthday(person, "14-07")
    db.session.commit()
    sign_in(client, person)

    page = client.post("/moi/carte", base_url="https://localhost")

    paper = page.one(".paper")
    assert "Zeynep" not in paper.html
    assert "04\N{NO-BREAK SPACE}65\N{NO-BREAK SPACE}71\N{NO-BREAK SPACE}00" in paper.text()
    assert len(page.all(".paper .how li")) == 3
    assert page.headers["Cache-Control"].find("no-store") >= 0


def test_a_card_signs_out_whoever_was_there_before(client):
    _person, code = person_with_card()
    other = make_person(first_name="Karim")
    before = sign_in(client, other)

    enter(client, code)

    db.session.refresh(before)
    assert before.closed_at is not None
    assert devices.of_person(other) == []


@pytest.mark.parametrize("path", ["/c", "/connexion/carte"])
def test_the_page_of_a_card_is_public_and_writes_nothing(client, path):
    page = client.get(path)

    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert page.h1 == "Entrer avec ma carte"


def test_ten_kilobytes_in_each_field_are_refused_kindly(client):
    page = enter(client, "z" * 10_000, first_name="y" * 10_000, birthday="9" * 10_000)

    assert page.status_code == 422
    assert len(page.text) < 100_000
