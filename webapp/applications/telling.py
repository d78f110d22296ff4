"""Who is told what of a request: messages in the outbox, written with the fact that causes them.

To a person with a mobile phone, by SMS; to a contact by SMS, or by e-mail to the accounts of the
structure where the contact has a landline. A contact gets at most two SMS a day: the first new
request of the day, and who waits.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from flask import current_app

from webapp import calendars
from webapp.applications import queries, texts
from webapp.applications.models import Application, AskedBySms
from webapp.extensions import db
from webapp.i18n import lowered, speaking
from webapp.messages import actions as messages
from webapp.messages import queries as outbox
from webapp.messages.enums import Kind
from webapp.offers.display import job_name
from webapp.offers.models import Offer
from webapp.organisations.models import Contact
from webapp.organisations.queries import members
from webapp.phones import Phone

MAILED = 3  # accounts at most, for one message
SPACE = "\N{NO-BREAK SPACE}"


def zone_of(offer: Offer) -> ZoneInfo:
    """Return the time zone of the place of an offer."""
    return calendars.zone(offer.insee or offer.organisation.insee)


def job_in_french(offer: Offer) -> str:
    """Return the name of the work, whatever the language of the page."""
    with speaking(""):
        return lowered(job_name(offer))


def shown(phone: str) -> str:
    """Return a number as an SMS writes it."""
    return Phone(phone).shown.replace(SPACE, " ")


def address_of(application: Application) -> str:
    """Return the address of a request."""
    return f"{current_app.config['PUBLIC_URL']}/demande/{application.public_id}"


def contact_of(application: Application, now: datetime) -> Contact | None:
    """Return the human who answers for a request today."""
    offer = application.offer
    return offer.answering(now.astimezone(zone_of(offer)).date())


def tell_person(
    application: Application,
    kind: Kind,
    text: str,
    key: str,
    now: datetime,
    **more: datetime,
) -> None:
    """Write to the person, where their phone takes SMS."""
    if not Phone(application.phone).is_mobile:
        return
    messages.queue(
        kind=kind,
        to=application.phone,
        text=text,
        key=key,
        now=now,
        person_id=application.person_id,
        insee=application.offer.insee or "",
        send_at=more.get("send_at", now),
        drop_at=more.get("drop_at"),
    )


def tell_contact(contact: Contact, kind: Kind, text: str, key: str, now: datetime) -> bool:
    """Write to a contact by SMS; where they have a landline, to their structure by e-mail.

    Return whether anything is new: the same key writes once.
    """
    wanted = {to: key_for(key, to) for to in reached(contact)}
    new = {to: name for to, name in wanted.items() if outbox.by_key(name) is None}
    for to, name in new.items():
        mailed = "@" in to
        messages.queue(
            kind=kind,
            to=to,
            text=f"{text}\n\n{my_page()}" if mailed else text,
            key=name,
            now=now,
            insee=contact.organisation.insee,
            subject="Des personnes attendent votre réponse" if mailed else "",
        )
    return bool(new)


def key_for(key: str, to: str) -> str:
    """Return the key of one message among those of a fact; an address is cut by its hash."""
    return f"{key}:{sha256(to.encode()).hexdigest()[:16]}"


def my_page() -> str:
    """Return the address of an employer's first page."""
    return f"{current_app.config['PUBLIC_URL']}/employeur/"


def reached(contact: Contact) -> Iterable[str]:
    """Return where a contact is written to."""
    if Phone(contact.phone).is_mobile:
        return [contact.phone]
    hiring = [one for one in members(contact.organisation_id) if one.role in ("employer", "lead")]
    return [one.email for one in hiring[:MAILED]]


def tell_of_new(application: Application, now: datetime) -> None:
    """Tell the contact of the first new request of the day; the others are on their page."""
    contact = contact_of(application, now)
    if contact is None:
        return
    text = texts.new_request(
        application.first_name,
        job_in_french(application.offer),
        shown(application.phone),
        application.moment,
    )
    if tell_contact(contact, Kind.NEW_REQUEST, text, f"new:{local_day(application, now)}", now):
        note_asked(contact, application, now)


def local_day(application: Application, now: datetime) -> str:
    """Return the day it is at the place of the offer."""
    return now.astimezone(zone_of(application.offer)).date().isoformat()


def tell_who_waits(
    contact: Contact, application: Application, now: datetime, instead_of: str = ""
) -> None:
    """Tell a contact, once a day, who waits for them: the one named, and how many others."""
    others = max(queries.count_awaiting(contact.id, now) - 1, 0)
    text = texts.waiting(
        application.first_name,
        job_in_french(application.offer),
        shown(application.phone),
        others,
        instead_of,
    )
    if tell_contact(contact, Kind.WAITING, text, f"waiting:{local_day(application, now)}", now):
        note_asked(contact, application, now)


def note_asked(contact: Contact, application: Application, now: datetime) -> None:
    """Keep whom an SMS to this contact is about: a short reply is about them."""
    keep_asked(contact.phone, application, now)


def keep_asked(phone: str, application: Application, now: datetime) -> None:
    """Keep whom a number was last asked about."""
    asked = db.session.get(AskedBySms, phone)
    if asked is None:
        asked = AskedBySms(phone=phone)
        db.session.add(asked)
    asked.application_id, asked.at = application.id, now


TOLD_UNTIL = timedelta(days=31)
LATER = timedelta(minutes=15)  # an answer pressed by mistake can be taken back before it is told


def result_key(application: Application) -> str:
    """Return the key of the message that tells the end of a request."""
    moment = application.ended_at
    return f"result:{application.public_id}:{moment:%y%m%d%H%M%S}" if moment else ""


def tell_result(application: Application, text: str, now: datetime) -> None:
    """Tell the person what became of a request, a quarter of an hour later.

    An end is worth knowing for a month: longer than any other message is of use.
    """
    key = result_key(application)
    until = now + TOLD_UNTIL
    tell_person(application, Kind.RESULT, text, key, now, send_at=now + LATER, drop_at=until)
