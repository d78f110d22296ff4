"""The people of an adviser: their lists, and who is found by first letters or by a number."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import finding
from webapp.people.models import Person
from webapp.people.viewing import candidates, visible

SHOWN = 30
SILENCE = timedelta(days=30)
Found = tuple[Sequence[Person], bool]  # the second: whether there are more


class Lists(StrEnum):
    """The lists that an adviser reads."""

    MINE = "mes-personnes"
    SILENT = "sans-nouvelles"
    ALONE = "sans-referent"
    ALL = "ma-structure"


def condition(which: Lists, account: Account, at: datetime) -> ColumnElement[bool]:
    """Return who is in a list."""
    on = at.astimezone(PARIS).date()
    if which is Lists.MINE:
        return caseloads.mine(account, at)
    if which is Lists.SILENT:
        return and_(caseloads.mine(account, at), Person.active_on <= on - SILENCE)
    if which is Lists.ALONE:
        return and_(candidates(account, on), caseloads.without_anyone(account))
    return candidates(account, on)


def listed(which: Lists, account: Account, at: datetime, page: int = 1) -> Found:
    """Return a page of a list, the last active first."""
    return shown(condition(which, account, at), SHOWN * (page - 1))


def found(typed: str, account: Account, on: date) -> Found:
    """Return the people an adviser may see whom these letters or this number mean."""
    words = finding.typed_words(typed)
    if not words:
        return [], False
    # A number means few people: each is looked at. Letters may mean thousands: one's own are.
    seen = visible if words[0].isdecimal() else candidates
    return shown(and_(finding.meant(words), seen(account, on)))


def shown(wanted: ColumnElement[bool], offset: int = 0) -> Found:
    """Return some people, the last active first, and whether there are more."""
    order = (Person.active_on.desc(), Person.id.desc())
    statement = select(Person).where(wanted).order_by(*order)
    people = db.session.scalars(statement.limit(SHOWN + 1).offset(offset)).all()
    return people[:SHOWN], len(people) > SHOWN


def count(which: Lists, account: Account, at: datetime) -> int:
    """Return how many people are in a list."""
    wanted = select(func.count()).select_from(Person).where(condition(which, account, at))
    return db.session.scalar(wanted) or 0
