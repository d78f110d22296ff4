"""Ask for help: the request, who answers it, and the mail that tells them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp import calendars
from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.accounts.queries import person_named
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Readers
from webapp.helping import queries, rules
from webapp.helping.desk_words import FOR_NEEDS, arrived
from webapp.helping.enums import AskedBy, HelpStatus, Need, StepKind
from webapp.helping.models import HelpRequest, HelpStep
from webapp.helping.rules import Spot
from webapp.i18n import lazy_gettext as _l
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.organisations.models import Organisation, away
from webapp.people.models import Person


class TooManyHelp(Refused):
    """One number asked for more in a day than a person does by hand."""

    title = _l("Beaucoup de demandes aujourd’hui")
    advice = _l("Nous avons déjà plusieurs demandes de ce numéro. Appelez-nous.")
    code = 429


@dataclass(frozen=True, kw_only=True)
class Call:
    """What someone asks: `phone` is E.164, the name is empty where an SMS did not say it."""

    need: Need
    first_name: str
    phone: str
    spot: Spot | None = None
    asked_by: AskedBy = AskedBy.PAGE
    person: Person | None = None


def ask(call: Call, now: datetime) -> HelpRequest:
    """Make a request, or return the open one that the same person made for the same need.

    Raise TooManyHelp past the day's limit.
    """
    key = rules.key(call.need, call.phone, call.first_name)
    known = queries.same_request(key)
    if known is not None:
        return known
    if queries.asked_since(call.phone, now - timedelta(days=1)) >= rules.PER_PHONE:
        raise TooManyHelp
    request = written(call, key, now)
    try:
        with db.session.begin_nested():
            db.session.add(request)
    except IntegrityError:  # the same press came a moment before, through another connection
        saved = select(HelpRequest).where(HelpRequest.idempotency_key == key)
        return db.session.scalars(saved).one()
    step(request, StepKind.ASKED, now)
    route(request, now)
    tell_followup(request, "help-asked", now, None)
    return request


def written(call: Call, key: str, now: datetime) -> HelpRequest:
    """Return the row of a request: a person known by this number and name is its own."""
    person = call.person or person_named(call.phone, call.first_name)
    spot = call.spot or (queries.spot_of(person) if person else None)
    return HelpRequest(
        person=person,
        need=call.need,
        status=HelpStatus.ASKED,
        asked_by=call.asked_by,
        first_name=call.first_name,
        phone=call.phone,
        insee=spot.insee if spot else "",
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        created_at=now,
        due_on=due_on(spot.insee if spot else "", now),
        idempotency_key=key,
        demonstration=person is not None and person.demonstration,
    )


def tell_followup(request: HelpRequest, kind: str, now: datetime, by: Account | None) -> None:
    """Tell the follow-up of someone known, which they read too, what became of their request."""
    if request.person is not None:
        here = by.organisation_id if by else request.organisation_id
        timeline.record(
            request.person,
            kind,
            now,
            by=by,
            organisation_id=here,
            readers=Readers.PERSON,
            need=request.need,
        )


def due_on(insee: str, now: datetime) -> date:
    """Return the last day for the next sign, by the calendar of the place."""
    return rules.due(day_there(insee, now), calendars.holidays(insee))


def day_there(insee: str, now: datetime) -> date:
    """Return the day it is at a place."""
    return now.astimezone(calendars.zone(insee)).date()


def step(
    request: HelpRequest,
    kind: StepKind,
    now: datetime,
    by: Account | None = None,
    text: str = "",
    shown: bool = True,
) -> None:
    """Note one dated step."""
    request.steps.append(
        HelpStep(
            kind=kind,
            account=by,
            organisation_id=by.organisation_id if by else request.organisation_id,
            text=text,
            shown=shown,
            at=now,
        )
    )
    db.session.flush()


def route(request: HelpRequest, now: datetime) -> None:
    """Give a request to the nearest organisation that answers; without one it waits for one."""
    spot = None
    if request.insee and request.lat is not None and request.lon is not None:
        spot = queries.spot(request.insee, request.lat, request.lon)
    found = rules.nearest(queries.candidates(request.need), spot)
    if found is None or found.organisation_id == request.organisation_id:
        return
    request.organisation = db.session.get_one(Organisation, found.organisation_id)
    request.owner = present(found.account_id, day_there(request.insee, now))
    request.due_on = due_on(request.insee, now)
    db.session.flush()
    step(request, StepKind.ROUTED, now)
    tell(request, now)


def place(request: HelpRequest, spot: Spot, now: datetime) -> None:
    """Add where someone is to their request; who is nearest answers, unless someone took it."""
    request.insee, request.lat, request.lon = spot.insee, spot.lat, spot.lon
    db.session.flush()
    if request.status == HelpStatus.ASKED:
        route(request, now)


def present(account_id: int | None, on: date) -> Account | None:
    """Return who answers on this day: the one who is named, else their replacement."""
    account = db.session.get(Account, account_id) if account_id else None
    if account is not None and away(account.away_from, account.away_until, on):
        account = db.session.get(Account, account.backup_id) if account.backup_id else None
    return account if account is not None and account.closed_at is None else None


def tell(request: HelpRequest, now: datetime) -> None:
    """Mail who answers, or the whole team where nobody is named; the mail names no one."""
    team = queries.helpers(request.organisation_id or 0)
    told = [request.owner] if request.owner else [one for one in team if one.role != Role.LEAD]
    for account in told or team:
        mail(request, account, "arrived", now)


def mail(request: HelpRequest, account: Account, why: str, now: datetime) -> None:
    """Queue one mail about a request; the same reason makes one mail for one person."""
    address = f"{current_app.config['PUBLIC_URL']}/conseiller/aides/{request.public_id}"
    subject, text = arrived(FOR_NEEDS[Need(request.need)], address, why)
    messages.queue(
        kind=Kind.STAFF_NOTE,
        to=account.email,
        text=text,
        subject=subject,
        key=f"help-{why}-{request.public_id}-{account.public_id}",
        now=now,
    )


def route_waiting(now: datetime) -> int:
    """Give the requests that nobody answers to who answers now; return how many found someone.

    Those of an organisation that everyone left are nobody's again.
    """
    for request in queries.left_alone():
        request.organisation = request.owner = None
        request.status = HelpStatus.ASKED
    db.session.flush()
    waiting = queries.nobodys()
    for request in waiting:
        route(request, now)
    return sum(request.organisation_id is not None for request in waiting)
