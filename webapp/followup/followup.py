"""What this feature tells: next steps that wait, people without news, agreements that end."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from flask import url_for
from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, true
from sqlalchemy.orm import aliased, contains_eager

from webapp.accounts import roles
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads, search, timeline, words
from webapp.followup.due import MOST, Due, Kind, source
from webapp.followup.enums import TaskState
from webapp.followup.models import Task, TimelineEvent
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext as _n
from webapp.people.models import Consent, Person
from webapp.people.rules import QUESTION_LIVES, RENEWAL, TELLS_FOLLOWUP
from webapp.people.viewing import visible

AHEAD = timedelta(days=7)
OPEN = _l("Ouvrir")
KINDS = {
    "task": Kind(title=_l("%(name)s : %(title)s"), press=OPEN, picture="list"),
    "task-theirs": Kind(title=_l("Demander à %(name)s : %(title)s"), press=OPEN, picture="list"),
    "task-declined": Kind(title=_l("%(name)s a dit non : %(title)s"), press=OPEN, picture="x"),
    "silent": Kind(
        title=_l("Pas de nouvelles de %(name)s depuis %(days)s jours"),
        press=OPEN,
        picture="clock",
        alert=lambda num: _n(
            "%(num)s personne sans nouvelles depuis un mois",
            "%(num)s personnes sans nouvelles depuis un mois",
            num,
        ),
    ),
    "agreement-ends": Kind(
        title=_l("L’accord de %(name)s finit"),
        press=_l("Demander"),
        picture="check",
        alert=lambda num: _n(
            "%(num)s accord de partage finit", "%(num)s accords de partage finissent", num
        ),
    ),
    "agreement-unanswered": Kind(
        title=_l("Pas encore de réponse de %(name)s à votre demande du %(day)s"),
        press=_l("Demander encore"),
        picture="question",
    ),
    "alone": Kind(
        title=_l("Personnes sans suivi : %(count)s"), press=_l("Confier"), picture="users"
    ),
}
timeline.kinds(words.KINDS)


@source("followup", KINDS)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the steps, silences and agreements that wait: seven queries, however many people."""
    on = at.astimezone(PARIS).date()
    return [
        *steps(account, on, everyone=everyone),
        *steps_of_people(account, at, everyone=everyone),
        *declined(account, on),
        *silent(account, at, everyone=everyone),
        *ending(account, at, everyone=everyone),
        *unanswered(account, at, everyone=everyone),
        *alone(account, at),
    ]


def steps(account: Account, on: date, *, everyone: bool) -> Iterator[Due]:
    """Give the steps that an account is to do within a week; a lead's, those of everyone."""
    mine = Task.owner_id.in_(caseloads.acting_for(account, on))
    colleagues = select(Account.id).where(Account.organisation_id == account.organisation_id)
    whose = Task.owner_id.in_(colleagues) if everyone else mine
    soon = and_(Task.state == TaskState.OPEN, Task.due_on <= on + AHEAD)
    for task in tasks(account, on, and_(whose, soon)):
        yield of_task("task", task, on)


def steps_of_people(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give the steps whose day has passed and that the people of an account were to do."""
    on = at.astimezone(PARIS).date()
    theirs = and_(
        Task.of_person,
        Task.state.in_((TaskState.OPEN, TaskState.PROPOSED)),
        Task.organisation_id == account.organisation_id,
        Task.due_on < on,
        caseloads.mine(account, at, everyone=everyone),
    )
    for task in tasks(account, on, theirs):
        yield of_task("task-theirs", task, on)


def declined(account: Account, on: date) -> Iterator[Due]:
    """Give the steps that an account proposed and that the person does not want."""
    mine = Task.account_id.in_(caseloads.acting_for(account, on))
    for task in tasks(account, on, and_(mine, Task.state == TaskState.DECLINED)):
        yield Due(
            kind="task-declined",
            address=address(task.person),
            person=task.person,
            facts={"title": task.title},
        )


def tasks(account: Account, on: date, wanted: ColumnElement[bool]) -> Sequence[Task]:
    """Return some steps with their person, of those whom this account may see."""
    found: Select[Task] = (
        select(Task)
        .join(Task.person)
        .options(contains_eager(Task.person))
        .where(wanted, visible(account, on))
        .order_by(Task.due_on, Task.id)
    )
    return db.session.scalars(found.limit(MOST)).all()


def of_task(kind: str, task: Task, on: date) -> Due:
    """Return a step as a thing that waits."""
    return Due(
        kind=kind,
        address=address(task.person),
        person=task.person,
        facts={"title": task.title},
        on=task.due_on,
        late=task.due_on < on,
    )


def silent(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give the people of whom nothing was heard for a month: no visit, and nothing written."""
    on, since = at.astimezone(PARIS).date(), at - search.SILENCE
    heard = exists().where(
        TimelineEvent.person_id == Person.id,
        TimelineEvent.at >= since,
        TimelineEvent.organisation_id == account.organisation_id,
    )
    found = (
        select(Person)
        .where(caseloads.mine(account, at, everyone=everyone))
        .where(Person.active_on <= on - search.SILENCE, ~heard)
        .order_by(Person.active_on, Person.id)
    )
    for person in db.session.scalars(found.limit(MOST)):
        days = (on - person.active_on).days
        yield Due(kind="silent", address=address(person), person=person, facts={"days": days})


def ending(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give the people whose long agreement with this organisation ends within a month."""
    on = at.astimezone(PARIS).date()
    mine = caseloads.mine(account, at, everyone=everyone)
    found = (
        select(Consent)
        .join(Consent.person)
        .options(contains_eager(Consent.person))
        .where(Consent.organisation_id == account.organisation_id, Consent.holds(on), mine)
        .where(Consent.until <= on + RENEWAL, Consent.days > RENEWAL.days + 1)
        .order_by(Consent.until, Consent.id)
    )
    for consent in db.session.scalars(found.limit(MOST)):
        person = consent.person
        asks = asked_at(account, person)
        yield Due(kind="agreement-ends", address=asks, person=person, on=consent.until)


def unanswered(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give the people who did not answer whether they share their follow-up, for a month after.

    A later question or an agreement of the same structure ends it, and so does a month of silence.
    """
    on = at.astimezone(PARIS).date()
    found = (
        select(Consent)
        .join(Consent.person)
        .options(contains_eager(Consent.person))
        .where(Consent.organisation_id == account.organisation_id)
        .where(lapsed(at), ~asked_since(on))
        .where(asked_by(account, at, everyone=everyone), visible(account, on))
        .order_by(Consent.asked_at, Consent.id)
    )
    for consent in db.session.scalars(found.limit(MOST)):
        person = consent.person
        yield Due(
            kind="agreement-unanswered",
            address=shared_at(person),
            person=person,
            facts={"day": f"{consent.asked_at.astimezone(PARIS):%d/%m}"},
        )


def lapsed(at: datetime) -> ColumnElement[bool]:
    """Return the condition of a question about the follow-up left without answer, not for long."""
    over = at - QUESTION_LIVES
    return and_(
        Consent.purpose.in_(TELLS_FOLLOWUP),
        Consent.given_at.is_(None),
        Consent.refused_at.is_(None),
        Consent.stopped_at.is_(None),
        Consent.asked_at <= over,
        Consent.asked_at > over - QUESTION_LIVES,
    )


def asked_since(on: date) -> ColumnElement[bool]:
    """Return the condition that the same was asked later, or holds by an earlier yes."""
    other = aliased(Consent)
    return exists().where(
        other.person_id == Consent.person_id,
        other.organisation_id == Consent.organisation_id,
        other.purpose == Consent.purpose,
        or_(other.id > Consent.id, other.holds(on)),
    )


def asked_by(account: Account, at: datetime, *, everyone: bool) -> ColumnElement[bool]:
    """Return the condition of the questions that are this account's to ask again."""
    if everyone:
        return true()
    on = at.astimezone(PARIS).date()
    by_me = Consent.asked_by_id.in_(caseloads.acting_for(account, on))
    return or_(by_me, caseloads.followed_by(account, on))


def asked_at(account: Account, person: Person) -> str:
    """Return where this account asks a person's agreement."""
    if roles.opens("adviser_only", account):
        return url_for("people.beside.person", public_id=person.public_id)
    return shared_at(person)


def shared_at(person: Person) -> str:
    """Return where one press asks to share the follow-up."""
    return url_for("followup.desk.show", public_id=person.public_id, _anchor="accord")


def alone(account: Account, at: datetime) -> Iterator[Due]:
    """Tell a lead how many people nobody follows."""
    if account.role != "lead":
        return
    count = search.count(search.Lists.ALONE, account, at)
    if count:
        yield Due(
            kind="alone",
            address=url_for("followup.lead_pages.index"),
            organisation=account.organisation,
            facts={"count": count},
        )


def address(person: Person) -> str:
    """Return the page of a person's follow-up."""
    return url_for("followup.desk.show", public_id=person.public_id)
