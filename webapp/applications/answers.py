"""What an employer answers: called, not this time, hired; each press counts once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update

from webapp.applications import clocks, happened, inviting, telling, texts
from webapp.applications.enums import ANSWERABLE, ApplicationStatus, Reason, Side
from webapp.applications.models import Application
from webapp.applications.refusals import RequestOver
from webapp.extensions import db
from webapp.messages import actions as messages
from webapp.pathways import diagnoses


def check(application: Application) -> None:
    """Raise RequestOver where no answer is expected any more."""
    if application.status not in ANSWERABLE:
        raise RequestOver


def note_seen(application: Application, now: datetime) -> None:
    """Note that the employer's page showed a request for the first time."""
    if application.seen_at is None:
        application.seen_at = now
        if application.status == ApplicationStatus.SENT:
            application.status = ApplicationStatus.SEEN


def call(application: Application, now: datetime) -> None:
    """Note that the employer has called this person; again after a while is another call."""
    check(application)
    note_seen(application, now)
    application.called_at = now
    if application.status == ApplicationStatus.UNANSWERED:
        application.status, application.ended_at = ApplicationStatus.SEEN, None
    happened.tell(application, "called", now)
    answered(application, now)


def uncall(application: Application, now: datetime) -> None:
    """Take back a press made by mistake: the person waits again."""
    if application.called_at is None:
        return
    if application.answered_at == application.called_at:
        application.answered_at = None
    application.called_at = None
    clocks.wind(application, now)


def meet(application: Application, now: datetime) -> None:
    """Note that they met."""
    check(application)
    if application.status != ApplicationStatus.MET:
        application.status, application.met_at = ApplicationStatus.MET, now
        happened.tell(application, "met", now)
        answered(application, now)


def hire(application: Application, now: datetime) -> None:
    """Note that the person is wanted; in an SIAE, without an approval, that a diagnosis is needed.

    Raise RequestOver.
    """
    if application.status == ApplicationStatus.HIRED:
        return
    check(application)
    inviting.end(application, Side.EMPLOYER, now)
    day = now.astimezone(telling.zone_of(application.offer)).date()
    application.diagnosis_wanted_on = day if diagnoses.is_missing(application, now) else None
    end(application, ApplicationStatus.HIRED, now)
    diagnoses.open_for(application, now)
    tell_hired(application, now)
    happened.tell(application, "hired", now)


def decline(application: Application, reason: Reason, now: datetime) -> None:
    """Note that it is not for this time; another reason said soon after takes the first's place.

    Raise RequestOver.
    """
    known = application.status == ApplicationStatus.NOT_SELECTED
    if known and application.reason == reason:
        return
    if known:
        messages.call_off(telling.result_key(application), now=now)
    else:
        check(application)
        inviting.end(application, Side.EMPLOYER, now)
        happened.tell(application, "declined", now)
    application.reason = reason
    end(application, ApplicationStatus.NOT_SELECTED, now)
    tell_declined(application, now)


def take_back(application: Application, now: datetime) -> None:
    """Open again a request that was ended by mistake; what was not told yet is not told."""
    ended = (ApplicationStatus.NOT_SELECTED, ApplicationStatus.HIRED)
    if application.status not in ended:
        return
    messages.call_off(telling.result_key(application), now=now)
    application.status = ApplicationStatus.MET if application.met_at else ApplicationStatus.SEEN
    application.ended_at, application.reason = None, ""
    application.diagnosis_wanted_on = None
    diagnoses.call_off(application, now)
    clocks.wind(application, now)


def end(application: Application, status: ApplicationStatus, now: datetime) -> None:
    """Write how a request ends."""
    application.status, application.ended_at = status, now
    application.seen_at = application.seen_at or now
    answered(application, now)


def answered(application: Application, now: datetime) -> None:
    """Note that the employer gave a sign, and wind the clock anew."""
    application.answered_at = application.answered_at or now
    clocks.wind(application, now)


def tell_hired(application: Application, now: datetime) -> None:
    """Tell the person, a little later: a press made by mistake is taken back before."""
    contact, offer = telling.contact_of(application, now), application.offer
    text = texts.hired(
        contact.first_name if contact else "",
        offer.organisation.name,
        telling.job_in_french(offer),
        telling.shown(contact.phone) if contact else "",
        diagnosis=application.diagnosis_wanted_on is not None,
    )
    telling.tell_result(application, text, now)


def tell_declined(application: Application, now: datetime) -> None:
    """Tell the person why and what comes next, a little later."""
    text = texts.not_selected(
        application.offer.organisation.name,
        telling.job_in_french(application.offer),
        Reason(application.reason),
        telling.address_of(application),
    )
    telling.tell_result(application, text, now)


def note_all_seen(ids: Sequence[int], now: datetime) -> None:
    """Note that the employer's page showed these requests for the first time."""
    unseen = update(Application).where(Application.id.in_(ids), Application.seen_at.is_(None))
    sent = Application.status == ApplicationStatus.SENT
    quiet = {"synchronize_session": False}
    db.session.execute(
        unseen.where(sent).values(status=ApplicationStatus.SEEN, seen_at=now),
        execution_options=quiet,
    )
    db.session.execute(unseen.values(seen_at=now), execution_options=quiet)
