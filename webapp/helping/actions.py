"""Changes to requests for help: taken, noted, given, finished, moved up, forgotten."""

from datetime import date, datetime

from sqlalchemy import delete, or_

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.helping import queries, rules, texts
from webapp.helping.asking import (
    day_there,
    due_on,
    mail,
    present,
    route_waiting,
    step,
    tell_followup,
)
from webapp.helping.desk_refusals import Over, Theirs
from webapp.helping.enums import HelpStatus, Need, Reach, StepKind
from webapp.helping.models import HelpRequest, Responsibility
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.organisations import log
from webapp.organisations.enums import Logged
from webapp.organisations.models import Organisation
from webapp.people.beside_texts import signed
from webapp.phones import gets_sms


def hold(request: HelpRequest) -> None:
    """Read a request again, held until the end of the transaction; raise Over when it is over."""
    db.session.refresh(request, with_for_update=True)
    if not request.is_open:
        raise Over


def take(request: HelpRequest, by: Account, now: datetime) -> None:
    """Make a request one's own and tell the person; raise Theirs when a colleague has it."""
    hold(request)
    if request.status == HelpStatus.TAKEN and request.owner_id != by.id:
        owner = db.session.get(Account, request.owner_id) if request.owner_id else None
        if owner is not None and owner.closed_at is None:
            raise Theirs(owner)
    if request.status == HelpStatus.TAKEN and request.owner_id == by.id:
        return
    request.status, request.owner = HelpStatus.TAKEN, by
    sign(request, StepKind.TAKEN, by, now)
    tell_followup(request, "help-taken", now, by)
    write(request, texts.TAKEN, by, now)


def sign(
    request: HelpRequest,
    kind: StepKind,
    by: Account,
    now: datetime,
    text: str = "",
    shown: bool = True,
) -> None:
    """Note a step of who helps: the clock starts again."""
    request.due_on = due_on(request.insee, now)
    step(request, kind, now, by, text, shown)


def no_answer(request: HelpRequest, by: Account, now: datetime) -> None:
    """Note a call that nobody answered, and say so by SMS: the person knows who calls."""
    hold(request)
    sign(request, StepKind.NO_ANSWER, by, now)
    write(request, texts.NO_ANSWER, by, now)


def note(request: HelpRequest, by: Account, text: str, *, shown: bool, now: datetime) -> None:
    """Note some words, which the person reads where they are shown."""
    hold(request)
    sign(request, StepKind.NOTE, by, now, text, shown)


def give(request: HelpRequest, to: Account, by: Account, now: datetime) -> None:
    """Make a request a colleague's, and tell them."""
    hold(request)
    request.status, request.owner = HelpStatus.TAKEN, to
    sign(request, StepKind.GIVEN, to, now)
    if to.id != by.id:
        mail(request, to, "given", now)


def finish(request: HelpRequest, by: Account, now: datetime) -> None:
    """End a request: the person was helped."""
    hold(request)
    close(request, HelpStatus.DONE, now)
    step(request, StepKind.DONE, now, by)
    tell_followup(request, "help-done", now, by)


def withdraw(request: HelpRequest, now: datetime) -> None:
    """Take a request back, for its person; doing it twice changes nothing more."""
    db.session.refresh(request, with_for_update=True)
    if request.is_open:
        close(request, HelpStatus.WITHDRAWN, now)
        step(request, StepKind.WITHDRAWN, now)


def close(request: HelpRequest, status: HelpStatus, now: datetime) -> None:
    """Let a request be over; the person may ask again."""
    request.status, request.closed_at = status, now
    request.idempotency_key = rules.spent(request.idempotency_key, request.public_id)


def write(request: HelpRequest, wordings: tuple[str, ...], by: Account, now: datetime) -> None:
    """Send the person one SMS about a step; a landline gets none."""
    if gets_sms(request.phone):
        messages.queue(
            kind=Kind.HELP,
            to=request.phone,
            text=signed(wordings, by),
            key=f"help-{request.public_id}-{len(request.steps)}",
            now=now,
            person_id=request.person_id,
            insee=request.insee,
        )


def raise_late(now: datetime) -> int:
    """Move up to the lead what nobody answered in time; return how many moved.

    Done twice, it changes nothing more. A request moves once: the lead then answers for it.
    """
    moved = [
        request
        for request in queries.late(day_there("", now))
        if rules.is_to_raise(
            is_open=request.is_open,
            raised=request.raised_at is not None,
            due_on=request.due_on,
            on=day_there(request.insee, now),
        )
    ]
    for request in moved:
        move_up(request, now)
    return len(moved)


def move_up(request: HelpRequest, now: datetime) -> None:
    """Make a request the lead's, if there is one, and tell every lead."""
    request.raised_at = now
    here = request.organisation_id or 0
    leads = [one for one in queries.helpers(here) if one.role == Role.LEAD]
    on = day_there(request.insee, now)
    in_charge = [lead for lead in leads if present(lead.id, on) is not None]
    request.owner = next(iter(in_charge or leads), request.owner)
    request.due_on = due_on(request.insee, now)
    step(request, StepKind.RAISED, now)
    for lead in leads:
        mail(request, lead, "raised", now)


def answer_for(
    organisation: Organisation,
    wanted: dict[Need, tuple[Reach, Account | None]],
    *,
    by: Account,
    now: datetime,
) -> None:
    """Write what an organisation answers for; requests that waited for someone reach it."""
    kept = queries.table(organisation.id)
    for need in Need:
        mine, told = kept.get(need), wanted.get(need)
        if mine is not None and told is None:
            db.session.delete(mine)
        elif told is not None:
            mine = mine or Responsibility(organisation_id=organisation.id, need=need)
            mine.reach, mine.account = told
            db.session.add(mine)
    db.session.flush()
    log.note(organisation, Logged.HELP_TABLE, by=by, now=now)
    route_waiting(now)


def forget_old(on: date) -> int:
    """Erase the requests past their time; return how many went."""
    begin = datetime(on.year, on.month, on.day, tzinfo=PARIS)
    erased = db.session.execute(
        delete(HelpRequest)
        .where(
            or_(
                HelpRequest.closed_at < begin - rules.AFTER_CLOSING,
                HelpRequest.created_at < begin - rules.AT_MOST,
            )
        )
        .execution_options(synchronize_session=False)
    )
    return int(erased.rowcount)  # type: ignore[attr-defined]
