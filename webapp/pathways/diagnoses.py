"""Diagnoses asked for: whom a SIAE hires without an approval is shown to an entitled prescriber."""

from datetime import datetime

from sqlalchemy import exists, select

from webapp import calendars
from webapp.accounts.models import Account
from webapp.applications.models import Application
from webapp.applications.rules import answer_by
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.organisations.kinds import ENTITLED
from webapp.organisations.models import Organisation
from webapp.organisations.queries import structures_near
from webapp.pathways import facts, liaison_queries, queries
from webapp.pathways.enums import RequestState
from webapp.pathways.facts import DiagnosisFacts
from webapp.pathways.models import DiagnosisRequest
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
    known = already(application)
    if known is not None:
        return known
    siae = application.offer.organisation
    request = ask(person, siae, now)
    request.application_id = application.id
    return request


def already(application: Application) -> DiagnosisRequest | None:
    """Return what was already asked for this person and this SIAE, and waits."""
    return db.session.scalars(
        select(DiagnosisRequest)
        .where(DiagnosisRequest.person_id == application.person_id)
        .where(DiagnosisRequest.siae_id == application.offer.organisation_id)
        .where(DiagnosisRequest.state == RequestState.OPEN)
        .order_by(DiagnosisRequest.id)
    ).first()


def ask(person: Person, siae: Organisation, now: datetime) -> DiagnosisRequest:
    """Write the request down with its day, and ask the person's agreement where it lacks."""
    prescriber = who_follows(person, now) or nearest(siae)
    today = now.astimezone(calendars.zone(siae.insee)).date()
    rule = facts.in_force(DiagnosisFacts, today)
    request = DiagnosisRequest(
        person_id=person.id,
        siae_id=siae.id,
        prescriber_id=prescriber.id if prescriber else None,
        asked_at=now,
        due_on=answer_by(today, rule.ask_working_days, calendars.holidays(siae.insee)),
    )
    db.session.add(request)
    db.session.flush()
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


def settle(person: Person, state: RequestState, now: datetime) -> None:
    """Close the requests of someone who has their diagnosis, or no longer needs it."""
    for request in queries.open_requests(person.id):
        request.state, request.settled_at = state, now
