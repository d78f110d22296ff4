"""The people of an adviser's organisation, and whom their agreement lets it see."""

from datetime import date

from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.people import likeness
from webapp.people.models import Erasure, Person
from webapp.people.viewing import for_viewer


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
