"""Who reads what: one condition for events, notes and next steps, in each query of them."""

from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, or_

from webapp.accounts.models import Account
from webapp.followup.enums import Readers
from webapp.followup.models import Note, Task, TimelineEvent
from webapp.people import viewing
from webapp.people.rules import TELLS_FOLLOWUP, TELLS_STEPS

Kept = TypeVar("Kept", Note, Task, TimelineEvent)
SHARED = (Readers.SHARED, Readers.PERSON)


def readable(table: type[Kept], account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the rows that a professional may read, of whom they may see.

    Where the person's agreement with their organisation tells of it: what is shared; an agreement
    to hire tells of next steps alone. With it or without: what their own organisation wrote, but
    for what a colleague kept for themselves.
    """
    return told(table, account, on, TELLS_STEPS if table is Task else TELLS_FOLLOWUP)


def changeable(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the steps that a professional may change, of whom they may see.

    Reading the steps of others is not writing in them: only who shares the follow-up does.
    """
    return or_(told(Task, account, on, TELLS_FOLLOWUP), Task.owner_id == account.id)


def told(
    table: type[Kept], account: Account, on: date, purposes: frozenset[str]
) -> ColumnElement[bool]:
    """Return the condition of what is one's own, or shared with who agreed for these purposes."""
    agreed = viewing.agreed_by(table.person_id, account, on, purposes)
    return or_(own(table, account), and_(table.readers.in_(SHARED), agreed))


def own(table: type[Kept], account: Account) -> ColumnElement[bool]:
    """Return the condition of what their organisation wrote, and they read: theirs to change."""
    open_here = or_(table.account_id == account.id, table.readers != Readers.MINE)
    return and_(table.organisation_id == account.organisation_id, open_here)
