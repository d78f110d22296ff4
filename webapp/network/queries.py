"""What an organisation did in a time, counted: each count is one query, however many rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload, selectinload

from webapp import calendars
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.helping.models import HelpRequest
from webapp.network import rules
from webapp.network.models import ActFile, CollectiveAct
from webapp.network.rules import Quarter
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation
from webapp.pathways.work_models import Outcome, WorkContract
from webapp.pathways.work_rules import AFTER


def moment(day: date) -> datetime:
    """Return when a day begins."""
    return datetime.combine(day, time(), PARIS)


def during(column: InstrumentedAttribute[datetime], quarter: Quarter) -> ColumnElement[bool]:
    """Return the condition of a moment within a quarter."""
    return (column >= moment(quarter.begin)) & (column < moment(quarter.end))


def followed(organisation_id: int, quarter: Quarter) -> list[tuple[bool, bool]]:
    """Return, for each person followed in a quarter, whether that began in it, and ended in it.

    Someone handed over to a colleague, or taken back, is one person.
    """
    begin, end = moment(quarter.begin), moment(quarter.end)
    lines = db.session.execute(
        select(
            func.min(Following.since),
            func.count(Following.id).filter(still(end)),
        )
        .where(Following.organisation_id == organisation_id, Following.since < end)
        .group_by(Following.person_id)
        .having(func.count(Following.id).filter(still(begin)) > 0)
        .order_by(Following.person_id)
    )
    return [(since >= begin, not kept) for since, kept in lines]


def still(at: datetime) -> ColumnElement[bool]:
    """Return the condition of a line that goes on at a moment."""
    return Following.ended_at.is_(None) | (Following.ended_at >= at)


def of_offers(organisation_id: int) -> ColumnElement[bool]:
    """Return the condition of the requests made to an organisation."""
    return Application.offer_id.in_(
        select(Offer.id).where(Offer.organisation_id == organisation_id)
    )


def of_followed(organisation_id: int) -> ColumnElement[bool]:
    """Return the condition of the requests of the people whom an organisation followed then."""
    return Application.person_id.in_(
        select(Following.person_id).where(
            Following.organisation_id == organisation_id,
            Following.since <= Application.created_at,
            Following.ended_at.is_(None) | (Following.ended_at >= Application.created_at),
        )
    )


def first_answer() -> ColumnElement[datetime | None]:
    """Return when a request was first answered, a call or in writing."""
    return func.coalesce(Application.answered_at, Application.called_at)


def outcomes(which: ColumnElement[bool], quarter: Quarter) -> Counter[str]:
    """Return how many requests of a quarter came to each outcome."""
    answered = first_answer().is_not(None)
    lines = db.session.execute(
        select(Application.status, answered, func.count(Application.id))
        .where(which, during(Application.created_at, quarter))
        .group_by(Application.status, answered)
        .order_by(Application.status, answered)
    )
    found: Counter[str] = Counter()
    for status, was_answered, count in lines:
        found[rules.outcome(status, answered=bool(was_answered))] += count
    return found


def delays(organisation: Organisation, quarter: Quarter) -> list[tuple[date, date | None]]:
    """Return, for each request of a quarter, the day it was made and that of its first answer."""
    zone = calendars.zone(organisation.insee)
    lines = db.session.execute(
        select(Application.created_at, first_answer())
        .where(of_offers(organisation.id), during(Application.created_at, quarter))
        .order_by(Application.id)
    )
    return [
        (made.astimezone(zone).date(), answer.astimezone(zone).date() if answer else None)
        for made, answer in lines
    ]


def helps(organisation_id: int, quarter: Quarter) -> Counter[str]:
    """Return where the requests for help of a quarter stand, and how many moved up."""
    raised = HelpRequest.raised_at.is_not(None)
    lines = db.session.execute(
        select(HelpRequest.status, raised, func.count(HelpRequest.id))
        .where(HelpRequest.organisation_id == organisation_id)
        .where(during(HelpRequest.created_at, quarter))
        .group_by(HelpRequest.status, raised)
        .order_by(HelpRequest.status, raised)
    )
    found: Counter[str] = Counter()
    for status, was_raised, count in lines:
        found[status] += count
        found["raised"] += count if was_raised else 0
    return found


def exits(organisation_id: int, quarter: Quarter) -> Mapping[int, Counter[str]]:
    """Return what those who left in a quarter do, at the exit, 3 and 6 months later.

    Who was renewed, or came back, has not left. Who was not asked, or did not answer, counts as "".
    """
    left = who_left(organisation_id, quarter)
    people = set(db.session.scalars(left.order_by(WorkContract.id)))
    told = db.session.execute(
        select(Outcome.months, Outcome.answer, Outcome.person_id)
        .where(Outcome.organisation_id == organisation_id, Outcome.person_id.in_(left))
        .order_by(Outcome.id)
    )
    answers = {(months, person): answer for months, answer, person in told}
    return {months: Counter(answers.get((months, one), "") for one in people) for months in AFTER}


def who_left(organisation_id: int, quarter: Quarter) -> Select[int]:
    """Return the query of those whose last contract here ended in a quarter."""
    last, later = last_day(WorkContract), aliased(WorkContract)
    goes_on = exists().where(
        later.person_id == WorkContract.person_id,
        later.organisation_id == organisation_id,
        later.id != WorkContract.id,
        or_(last_day(later) > last, last_day(later).is_(None)),
    )
    here = WorkContract.organisation_id == organisation_id
    within = and_(last >= quarter.begin, last < quarter.end)
    return select(WorkContract.person_id).where(here, within, ~goes_on)


def last_day(contract: type[WorkContract]) -> ColumnElement[date]:
    """Return the last day of a contract, stopped or not."""
    return func.coalesce(contract.stopped_on, contract.ends_on)


def neighbours(organisation: Organisation) -> Sequence[Organisation]:
    """Return the organisations of the same département that hire or accompany, by name."""
    code = calendars.department(organisation.insee)
    found = db.session.scalars(
        select(Organisation)
        .where(Organisation.insee.startswith(code), Organisation.gone_since.is_(None))
        .where(Organisation.demonstration == organisation.demonstration)
        .order_by(Organisation.name, Organisation.id)
    )
    return [one for one in found if one.what.hires or one.what.accompanies]


def acts_of(organisation_id: int, most: int) -> Sequence[CollectiveAct]:
    """Return the acts of an organisation, the latest first."""
    return db.session.scalars(
        select(CollectiveAct)
        .where(CollectiveAct.organisation_id == organisation_id)
        .options(joinedload(CollectiveAct.created_by))
        .order_by(CollectiveAct.held_on.desc(), CollectiveAct.id.desc())
        .limit(most)
    ).all()


def acts_between(organisation_id: int, begin: date, end: date) -> Sequence[CollectiveAct]:
    """Return the acts held from one day to another, the first first, with what was changed."""
    return db.session.scalars(
        select(CollectiveAct)
        .where(CollectiveAct.organisation_id == organisation_id)
        .where(CollectiveAct.held_on.between(begin, end))
        .options(selectinload(CollectiveAct.versions), selectinload(CollectiveAct.files))
        .order_by(CollectiveAct.held_on, CollectiveAct.id)
    ).all()


def act_of(organisation_id: int, public_id: str) -> CollectiveAct | None:
    """Return an act of this organisation, by its public name; None for another's."""
    return db.session.scalar(
        select(CollectiveAct)
        .where(CollectiveAct.public_id == public_id)
        .where(CollectiveAct.organisation_id == organisation_id)
    )


def file_of(organisation_id: int, public_id: str) -> ActFile | None:
    """Return a file that proves an act of this organisation; None for another's."""
    return db.session.scalar(
        select(ActFile)
        .join(ActFile.act)
        .where(ActFile.public_id == public_id)
        .where(CollectiveAct.organisation_id == organisation_id)
    )


def acts_in(organisation_id: int, quarter: Quarter) -> Counter[str]:
    """Return how many acts of each kind an organisation held in a quarter."""
    lines = db.session.execute(
        select(CollectiveAct.kind, func.count(CollectiveAct.id))
        .where(CollectiveAct.organisation_id == organisation_id)
        .where(CollectiveAct.held_on >= quarter.begin, CollectiveAct.held_on < quarter.end)
        .group_by(CollectiveAct.kind)
        .order_by(CollectiveAct.kind)
    )
    found: Counter[str] = Counter()
    for kind, count in lines:
        found[kind] += count
    return found
