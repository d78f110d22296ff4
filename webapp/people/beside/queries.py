"""The people of an adviser's organisation, and whom their agreement lets it see."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from webapp import phones
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.people import likeness
from webapp.people.models import Erasure, Person
from webapp.people.viewing import for_viewer

SHOWN = 30
FEWEST_DIGITS = 4
APART = re.compile(r"[\s'’-]+")


def found(account: Account, typed: str, on: date) -> tuple[Sequence[Person], bool]:
    """Return the people a professional may see that these letters or this number mean.

    The last active come first; the second value tells whether there are more than are shown.
    """
    names = select(Person.id, Person.first_name, Person.last_name, Person.phone)
    rows = db.session.execute(
        for_viewer(names, account, on).order_by(Person.active_on.desc(), Person.id.desc())
    )
    ids = [row.id for row in rows if is_meant(typed, row.first_name, row.last_name, row.phone)]
    people = db.session.scalars(select(Person).where(Person.id.in_(ids[:SHOWN])))
    order = {one: at for at, one in enumerate(ids)}
    return sorted(people, key=lambda person: order[person.id]), len(ids) > SHOWN


def is_meant(typed: str, first_name: str, last_name: str, phone: str | None) -> bool:
    """Return whether someone is meant by first letters of their names, or by digits."""
    digits = "".join(sign for sign in phones.tidy(typed) if sign.isdigit()) if typed else ""
    if len(digits) >= FEWEST_DIGITS:
        return digits.removeprefix("33").lstrip("0") in (phone or "")
    words = [likeness.folded(word) for word in APART.split(typed)]
    written = f"{first_name} {last_name}"
    names = [likeness.folded(word) for word in (*APART.split(written), *written.split())]
    return all(any(name.startswith(word) for name in names) for word in words)


def person(account: Account, public_id: str, on: date) -> Person | None:
    """Return someone by their public name, if this professional may see them."""
    wanted = select(Person).where(Person.public_id == public_id.lower())
    return db.session.scalar(for_viewer(wanted, account, on))


def anyone(public_id: str) -> Person | None:
    """Return the record of this public name, whoever may see it."""
    return db.session.scalar(select(Person).where(Person.public_id == public_id.lower()))


def was_erased(public_id: str) -> bool:
    """Return whether someone was erased who had this public name."""
    found = select(Erasure.id).where(Erasure.subject == public_id)
    return db.session.scalar(found) is not None


def visible_like(account: Account, first_name: str, on: date) -> list[Person]:
    """Return the people a professional may see whose first name is like this one."""
    people = db.session.scalars(for_viewer(select(Person), account, on).order_by(Person.id))
    return [one for one in people if likeness.similar(one.first_name, first_name)]
