"""Who is told what of a request: messages in the outbox, written with the fact that causes them.

To a person with a mobile phone, by SMS; to a contact by SMS, or by e-mail to the accounts of the
structure where the contact has a landline. A contact gets at most two SMS a day: the first new
request of the day, and who waits.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import current_app

from webapp import calendars
from webapp.applications import mail_texts, queries, texts
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


def who_to_call(application: Application, contact: Contact, now: datetime) -> tuple[str, str]:
    """Return the name and the number to call: the structure's where nobody named is there."""
    offer = application.offer
    if offer.organisation.phone and offer.is_alone(now.astimezone(zone_of(offer)).date()):
        return "L'accueil", offer.organisation.phone
    return contact.first_name, contact.phone


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


class Said(NamedTuple):
    """What a contact is told, by SMS and by e-mail: the second cannot be answered in a word."""

    sms: str
    mail: str


def tell_contact(contact: Contact, kind: Kind, said: Said, key: str, now: datetime) -> bool:
    """Write to a contact by SMS; where they have a landline or are away, to their structure.

    Return whether anything is new: the same key writes once.
    """
    wanted = {to: key_for(key, to) for to in reached(contact, now)}
    new = {to: name for to, name in wanted.items() if outbox.by_key(name) is None}
    for to, name in new.items():
        mailed = "@" in to
        messages.queue(
            kind=kind,
            to=to,
            text=mail_texts.whole(kind, said.mail, my_page()) if mailed else said.sms,
            key=name,
            now=now,
            insee=contact.organisation.insee,
            subject=mail_texts.SUBJECTS.get(kind, mail_texts.USUAL_SUBJECT) if mailed else "",
        )
    return bool(new)


def key_for(key: str, to: str) -> str:
    """Return the key of one message among those of a fact; an address is cut by its hash."""
    return f"{key}:{sha256(to.encode()).hexdigest()[:16]}"


def my_page() -> str:
    """Return the address of an employer's first page."""
    return f"{current_app.config['PUBLIC_URL']}/employeur/"


def reached(contact: Contact, now: datetime) -> Iterable[str]:
    """Return where a contact is written to; one who is away, though nobody replaces them, is not.

    Their structure's accounts are, by e-mail; where it has none, a mobile phone is still better.
    """
    is_mobile = Phone(contact.phone).is_mobile
    away = contact.is_away(now.astimezone(calendars.zone(contact.organisation.insee)).date())
    if is_mobile and not away:
        return [contact.phone]
    hiring = [one for one in members(contact.organisation_id) if one.role in ("employer", "lead")]
    mails = [one.email for one in hiring[:MAILED]]
    return mails or ([contact.phone] if is_mobile else [])


def tell_of_new(application: Application, now: datetime) -> None:
    """Tell the contact of the first new request of the day; the others are on their page."""
    contact = contact_of(application, now)
    if contact is None:
        return
    facts = (
        application.first_name,
        job_in_french(application.offer),
        shown(application.phone),
        application.moment,
    )
    said = Said(texts.new_request(*facts), mail_texts.new_request(*facts))
    if tell_contact(contact, Kind.NEW_REQUEST, said, f"new:{local_day(application, now)}", now):
        note_asked(contact, application, now)


def local_day(application: Application, now: datetime) -> str:
    """Return the day it is at the place of the offer."""
    return now.astimezone(zone_of(application.offer)).date().isoformat()


def tell_who_waits(
    contact: Contact, application: Application, now: datetime, instead_of: str = ""
) -> None:
    """Tell a contact, once a day, who waits for them: the one named, and how many others."""
    others = max(queries.count_awaiting(contact.id, now) - 1, 0)
    facts = (
        application.first_name,
        job_in_french(application.offer),
        shown(application.phone),
        others,
        instead_of,
    )
    said = Said(texts.waiting(*facts), mail_texts.waiting(*facts))
    if tell_contact(contact, Kind.WAITING, said, f"waiting:{local_day(application, now)}", now):
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
