"""The clock of requests: what silence asks for is done once, from facts, whenever someone looks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from webapp import calendars
from webapp.applications import happened, queries, rules, telling, texts
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.applications.rules import Step, Wait
from webapp.extensions import db
from webapp.logger import log
from webapp.messages.enums import Kind
from webapp.organisations.models import Contact

AT_ONCE = 100  # requests looked at in one transaction
AGAIN = timedelta(hours=1)  # until a request on which something failed is looked at again


def wait_of(application: Application) -> Wait | None:
    """Return the wait for the employer's word, which may begin later; None once there is an end."""
    since = application.waits_since
    if since is None:
        return None
    offer = application.offer
    insee = offer.insee or offer.organisation.insee
    return Wait(since, offer.promised_days, calendars.zone(insee), calendars.holidays(insee))


def done(application: Application) -> Step | None:
    """Return the last step taken in this wait; None at its beginning."""
    if not application.step or application.step_since != application.waits_since:
        return None
    return Step(application.step)


def wind(application: Application, now: datetime) -> None:
    """Note when to look at a request next; call it after each change of its facts."""
    wait = wait_of(application)
    steps = rules.moments(wait) if wait else {}
    application.look_at = rules.next_look(steps, done(application), now)


def stands(application: Application, now: datetime) -> ApplicationStatus:
    """Return where a request stands at a moment, whether or not the clock has run since."""
    wait = wait_of(application)
    if wait is not None and rules.is_over(rules.moments(wait), now):
        return ApplicationStatus.UNANSWERED
    return ApplicationStatus(application.status)


def is_awaited(application: Application, now: datetime) -> bool:
    """Return whether the employer's word is awaited now: no meeting is still to come."""
    since = application.waits_since
    return since is not None and since <= now


def run(now: datetime) -> int:
    """Take the steps that are due for some requests; return how many were looked at."""
    found = queries.to_look_at(now, AT_ONCE)
    for application in found:
        try:
            with db.session.begin_nested():
                look_after(application, now)
        except Exception as error:  # whatever it is, nobody else waits because of it
            log.error("clock", kind=type(error).__name__)
            application.look_at = now + AGAIN
    return len(found)


def look_after(application: Application, now: datetime) -> None:
    """Take the steps that are due for one request."""
    for step in steps_due(application, now):
        since = application.waits_since
        ACTS[step](application, now)
        application.step, application.step_since = step, since
    wind(application, now)


def steps_due(application: Application, now: datetime) -> Sequence[Step]:
    """Return the steps to take for a request."""
    wait = wait_of(application)
    return rules.due(rules.moments(wait), done(application), now) if wait else ()


def remind_contact(application: Application, now: datetime) -> None:
    """Remind who answers today."""
    contact = telling.contact_of(application, now)
    if contact is not None:
        telling.tell_who_waits(contact, application, now)


def ask_backup(application: Application, now: datetime) -> None:
    """Turn to the replacement; where they answered already, to the contact."""
    answering, offer = telling.contact_of(application, now), application.offer
    other = offer.backup if answering is offer.contact else offer.contact
    asked = other or answering
    if asked is not None:
        silent = answering.first_name if answering and asked is not answering else ""
        telling.tell_who_waits(asked, application, now, instead_of=silent)


def tell_person(application: Application, now: datetime) -> None:
    """Tell the person whom to call and what to say; the adviser sees it in what is due."""
    contact: Contact | None = telling.contact_of(application, now)
    if contact is None:
        return
    name, phone = telling.who_to_call(application, contact, now)
    text = texts.call_them(
        application.first_name,
        name,
        application.offer.organisation.name,
        telling.job_in_french(application.offer),
        telling.shown(phone),
    )
    since = application.waits_since
    key = f"call-them:{application.public_id}:{since:%y%m%d%H%M%S}"
    telling.tell_person(application, Kind.CALL_THEM, text, key, now)


def close(application: Application, now: datetime) -> None:
    """End a request that nobody answered, and say so plainly."""
    application.status = ApplicationStatus.UNANSWERED
    application.ended_at = now
    text = texts.unanswered(
        application.offer.organisation.name,
        telling.job_in_french(application.offer),
        telling.address_of(application),
    )
    telling.tell_result(application, text, now)
    happened.tell(application, "unanswered", now)


ACTS = {
    Step.HALF: remind_contact,
    Step.LAST: remind_contact,
    Step.BACKUP: ask_backup,
    Step.PERSON: tell_person,
    Step.CLOSE: close,
}
