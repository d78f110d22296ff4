"""How a person comes in: what they press, and the SMS that they read."""

import re
from datetime import datetime

from sqlalchemy import func, select

from tests.support.client import InspectingClient, Page
from webapp import clock
from webapp.accounts.rules import in_groups
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.people.models import Person

NUMBER = "+33639981234"
TYPED = "06 39 98 12 34"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=clock.PARIS)


def texts_to(number: str = NUMBER) -> list[str]:
    """The SMS to a number, the first first."""
    db.session.commit()
    return list(
        db.session.scalars(
            select(Message.text).where(Message.recipient == number).order_by(Message.id)
        )
    )


def last_code(number: str = NUMBER) -> str:
    """The code of the last SMS to a number."""
    found = [one[1] for text in texts_to(number) if (one := re.search(r"#(\d{6})$", text))]
    assert found, "no code was sent"
    return found[-1]


def wrong_code(number: str = NUMBER) -> str:
    """A code that might be, and is not."""
    return "123456" if last_code(number) != "123456" else "654321"


def ask_code(client: InspectingClient, typed: str = TYPED, **query: str) -> Page:
    """Ask for a code."""
    return client.post("/connexion", data={"phone": typed}, query_string=query)


def type_code(client: InspectingClient, code: str) -> Page:
    """Type a code."""
    return client.post("/connexion/code", data={"code": code})


def prove(client: InspectingClient, number: str = NUMBER) -> Page:
    """Ask for a code and type it as people read it."""
    ask_code(client, number)
    return type_code(client, in_groups(last_code(number)))


def enter(client: InspectingClient, first_name: str = "Fatou", number: str = NUMBER) -> Page:
    """Come in as far as the first name."""
    prove(client, number)
    return client.post("/connexion/prenom", data={"first_name": first_name})


def people() -> list[Person]:
    """Everyone, the first come first."""
    db.session.commit()
    return list(db.session.scalars(select(Person).order_by(Person.id)))


def key_of(page: Page, name: str) -> str:
    """The key of a choice, by its words."""
    for label in page.all("main fieldset label"):
        if label.text(strip=True) == name:
            return label.css_first("input").attributes["value"] or ""
    raise AssertionError(f"no {name!r} among the choices")


def count(table: type) -> int:
    """How many rows a table has."""
    db.session.commit()
    return db.session.scalar(select(func.count()).select_from(table)) or 0
