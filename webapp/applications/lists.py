"""The people of an employer's page by what comes next: each list a page at a time, counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select

from webapp.applications import queries
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application, Meeting
from webapp.offers.models import Offer

FEW = 3  # of a list that is only begun
FIRST = 8  # of those who wait for a first answer
DONE_SHOWN = timedelta(days=7)
ENDS = (ApplicationStatus.HIRED, ApplicationStatus.NOT_SELECTED)


class People(StrEnum):
    """What people wait for; the names stand in addresses."""

    WAITING = "attendent"  # a first answer
    COMING = "viennent"  # to a meeting that they chose
    NEXT = "ensuite"  # called or met, without an end
    CHOOSING = "choisissent"  # among the moments of an invitation
    DONE = "faits"  # answered for good these last days


@dataclass(frozen=True)
class Some:
    """Some people of a list, and how many there are in all."""

    rows: Sequence[Application]
    count: int


Condition = Callable[[datetime], ColumnElement[bool]]


def of_meetings(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition of a request whose meeting, not called off, fulfils these."""
    wanted = Meeting.application_id == Application.id, Meeting.over_at.is_(None)
    return select(Meeting.id).where(*wanted, *conditions).exists()


def comes(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a request whose chosen meeting is still to come."""
    chosen = Application.status == ApplicationStatus.CHOSEN
    return chosen & of_meetings(Meeting.starts_at > now)


def is_choosing(_now: datetime) -> ColumnElement[bool]:
    """Return the condition of a request of someone who is to choose a moment to meet."""
    return Application.status == ApplicationStatus.PROPOSED


def was_done(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a request that was answered for good these last days."""
    return Application.status.in_(ENDS) & (Application.ended_at >= now - DONE_SHOWN)


def next_meeting() -> ColumnElement[datetime | None]:
    """Return when the chosen meeting of a request begins."""
    held = Meeting.application_id == Application.id, Meeting.over_at.is_(None)
    return select(Meeting.starts_at).where(*held).limit(1).scalar_subquery()


LISTS: Mapping[People, tuple[Condition, tuple[Any, ...]]] = {
    People.WAITING: (
        lambda _now: queries.is_waiting(),
        (Application.answer_by, Application.created_at),
    ),
    People.COMING: (comes, (next_meeting(),)),
    People.NEXT: (queries.is_gone_on_with, (Application.called_at, Application.created_at)),
    People.CHOOSING: (is_choosing, (Application.answered_at,)),
    People.DONE: (was_done, (Application.ended_at.desc(),)),
}


def of(organisation_id: int, which: People, now: datetime, page: int = 1, size: int = FEW) -> Some:
    """Return one page of a list of a structure's people, what comes first before."""
    condition, order = LISTS[which]
    wanted = condition(now)
    found = queries.of_organisation(organisation_id).where(wanted).order_by(*order, Application.id)
    rows = queries.some(found, page, size)
    if page == 1 and len(rows) < size:
        return Some(rows, len(rows))
    return Some(rows, queries.count(Offer.organisation_id == organisation_id, wanted))
