"""Diagnoses asked for: whom a SIAE hires without an approval is shown to an entitled prescriber."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select

from webapp import calendars
from webapp.accounts.models import Account
from webapp.applications.models import Application
from webapp.applications.rules import answer_by
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Readers
from webapp.organisations.kinds import ENTITLED
from webapp.organisations.models import Organisation
from webapp.organisations.queries import structures_near
from webapp.pathways import facts, happened, liaison_queries, queries
from webapp.pathways.enums import RequestState
from webapp.pathways.facts import AskingFacts
from webapp.pathways.models import DiagnosisRequest
from webapp.pathways.refusals import AlreadyApproved, Settled
from webapp.pathways.rights import allow, is_siae
from webapp.people import consents
from webapp.people.enums import Purpose
from webapp.people.models import Consent, Person

AROUND_KM = 50
AGREED_FOR = 182  # days: what a diagnosis holds, as agreements are counted


def is_missing(application: Application, at: datetime) -> bool:
    """Return whether hiring this person lacks a diagnosis; only a SIAE needs one.

    An approval that holds, or a diagnosis of these months, is enough.
    """
    employer, person_id = application.offer.organisation, application.person_id
    if not employer.what.is_siae or person_id is None:
        return employer.what.is_siae
    return is_missing_for(person_id, at)


def is_missing_for(person_id: int, at: datetime) -> bool:
    """Return whether someone has neither an approval that holds nor a diagnosis that does."""
    if any(one.hires for one in queries.all_computed(person_id, at)):
        return False
    return liaison_queries.eligible_until(person_id, at.astimezone(PARIS).date()) is None


def call_off(application: Application, now: datetime) -> None:
    """Ask no more for the diagnosis of a hiring that is taken back."""
    for request in queries.open_requests(application.person_id or 0):
        if request.application_id == application.id:
            request.state, request.settled_at = RequestState.CANCELLED, now


def open_for(application: Application, now: datetime) -> DiagnosisRequest | None:
    """Ask a near entitled prescriber for the diagnosis that this hiring lacks; once only.

    None where none is needed, or where nobody knows yet who the person is. The prescriber reads the
    name once the person agreed: with one of theirs who already may see them, or by a question now.
    """
    person = application.person_id and db.session.get(Person, application.person_id)
    if not person or not is_missing(application, now):
        return None
    siae = application.offer.organisation
    known = already(person, siae)
    if known is not None:
        return known
    request = ask(person, siae, now)
    request.application_id = application.id
    return request


def open_missing(applications: Sequence[Application], now: datetime) -> None:
    """Ask for what hirings lack, once it is known whose they are."""
    for one in applications:
        if one.diagnosis_wanted_on is not None:
            open_for(one, now)


def already(person: Person, siae: Organisation) -> DiagnosisRequest | None:
    """Return what was already asked for this person and this SIAE, and waits."""
    asked = (one for one in queries.open_requests(person.id) if one.siae_id == siae.id)
    return next(asked, None)


def of_application(application: Application) -> DiagnosisRequest | None:
    """Return the diagnosis that a hiring asked for, while it waits."""
    asked = queries.open_requests(application.person_id or 0)
    siae_id = application.offer.organisation_id
    return next((one for one in asked if one.siae_id == siae_id), None)


def ask_by(person: Person, account: Account, now: datetime) -> DiagnosisRequest:
    """Ask for the diagnosis of someone whom one's SIAE wants. Raise NotYours or AlreadyApproved."""
    allow(is_siae(account))
    if already(person, account.organisation) or not is_missing_for(person.id, now):
        raise AlreadyApproved
    return ask(person, account.organisation, now)


def ask(person: Person, siae: Organisation, now: datetime) -> DiagnosisRequest:
    """Write the request down with its day, and ask the person's agreement where it lacks."""
    prescriber = who_follows(person, now) or nearest(siae)
    today = now.astimezone(calendars.zone(siae.insee)).date()
    rule = facts.in_force(AskingFacts, today)
    request = DiagnosisRequest(
        person_id=person.id,
        siae_id=siae.id,
        prescriber_id=prescriber.id if prescriber else None,
        asked_at=now,
        due_on=answer_by(today, rule.working_days, calendars.holidays(siae.insee)),
    )
    db.session.add(request)
    db.session.flush()
    timeline.record(
        person,
        "path-diagnosis",
        now,
        organisation_id=siae.id,
        readers=Readers.PERSON,
        day=request.due_on,
    )
    if prescriber is not None and who_follows(person, now) is None:
        consents.ask(person, prescriber, Purpose.REFERRAL, AGREED_FOR, None, now)
    return request


def who_follows(person: Person, now: datetime) -> Organisation | None:
    """Return the entitled prescriber with whom the person agreed, the latest first."""
    on = now.astimezone(PARIS).date()
    return db.session.scalars(
        select(Organisation)
        .join(Consent, Consent.organisation_id == Organisation.id)
        .where(Consent.person_id == person.id, Consent.holds(on))
        .where(Organisation.kind.in_(ENTITLED))
        .order_by(Consent.given_at.desc(), Organisation.id)
    ).first()


def nearest(siae: Organisation) -> Organisation | None:
    """Return the entitled prescriber nearest to a SIAE where someone has an account."""
    works = exists().where(
        Account.organisation_id == Organisation.id,
        Account.closed_at.is_(None),
        Account.role.in_(("adviser", "lead")),
    )
    found = structures_near(
        siae.lat,
        siae.lon,
        AROUND_KM,
        1,
        Organisation.kind.in_(ENTITLED),
        Organisation.demonstration.is_(siae.demonstration),
        works,
    )
    return found[0] if found else None


def withdraw(request: DiagnosisRequest, account: Account, now: datetime) -> None:
    """Ask no more for a diagnosis that one's SIAE asked for. Raise NotYours or Settled."""
    allow(is_siae(account) and request.siae_id == account.organisation_id)
    if request.state != RequestState.OPEN:
        raise Settled
    request.state, request.settled_at = RequestState.CANCELLED, now
    happened.tell(request.person, "diagnosis-over", account, now)


def withdraw_own(request: DiagnosisRequest, now: datetime) -> None:
    """Ask no more for a diagnosis, as the person wishes."""
    request.state, request.settled_at = RequestState.CANCELLED, now
    timeline.record(request.person, "path-diagnosis-over", now, readers=Readers.PERSON)


def settle(person: Person, state: RequestState, now: datetime) -> None:
    """Close the requests of someone who has their diagnosis, or no longer needs it."""
    for request in queries.open_requests(person.id):
        request.state, request.settled_at = state, now
