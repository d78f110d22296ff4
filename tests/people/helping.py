"""What the tests of the adviser's area share: who is there, what they send, what was kept."""

import re
from datetime import UTC, datetime

from sqlalchemy import select

from tests.factories import make_person
from webapp import clock
from webapp.accounts import cards
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people.models import JournalEntry, Person

SITE = "https://localhost"
MOBILE, OTHER = "+33639981234", "+33639985678"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)  # a Saturday morning, when phones may ring


def look(browser, path: str):
    return browser.get(path, base_url=SITE)


def send(browser, path: str, **data: str):
    return browser.post(path, data=data, base_url=SITE)


def code_sent_to(phone: str) -> str:
    """The six digits of the last SMS to this number."""
    text = [one.text for one in outbox(phone) if one.kind == "code"][-1]
    found = re.match(r"(\d{3}) (\d{3})", text)
    assert found, text
    return found[1] + found[2]


def read_aloud(browser, page, phone: str, path: str, digits: str = ""):
    """Type the code that the person reads, on the page that asks for it."""
    return send(browser, path, carried=page.fields()["carried"], code=digits or code_sent_to(phone))


def acts(person: Person) -> list[str]:
    db.session.expire_all()
    found = select(JournalEntry.act).where(JournalEntry.person_id == person.id)
    return list(db.session.scalars(found.order_by(JournalEntry.id)))


def with_card() -> tuple[Person, str]:
    """Someone without a phone who has a card, and its code."""
    person = make_person(first_name="Awa", phone=None)
    cards.learn_birthday(person, "14-07")
    code = cards.make(person, None, clock.now())
    db.session.commit()
    return person, code
