"""Fresh or gone: contacts are asked whether their offers are still open, silence ends them.

What is due comes from the facts and the day alone: the work may be done twice, late, or not at all.
"""

import hmac
from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from flask import current_app

from webapp import calendars
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.offers import actions, queries, rules, texts
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.offers.rules import Step
from webapp.organisations.models import Contact
from webapp.organisations.queries import members
from webapp.phones import Phone

SEAL = 9  # bytes: 72 bits, in 12 signs
PATH = "/employeur/o"


def look_after(now: datetime) -> int:
    """Ask about offers, pause or close those about which nobody answers; return how many changed.

    A contact is asked about all their offers of the day in one message.
    """
    changed = 0
    to_ask: dict[Contact, list[Offer]] = defaultdict(list)
    for offer in queries.aging(here(None, now)):
        step = step_of(offer, now)
        changed += step != Step.NOTHING
        contact = offer.answering(here(offer, now))
        if step == Step.ASK and contact is not None:
            to_ask[contact].append(offer)
        elif step == Step.PAUSE:
            rest(offer, now)
        elif step == Step.EXPIRE:
            actions.close(offer, "expired", now)
    for contact, offers in to_ask.items():
        ask(contact, offers, now)
    return changed


def step_of(offer: Offer, now: datetime) -> Step:
    """Return what is due for an offer by the calendar of its place."""
    on = here(offer, now)
    fresh = rules.Freshness(
        last_day=offer.expires_on or on,
        asked_on=offer.asked_on,
        on_line=offer.is_published,
    )
    return rules.next_step(fresh, on, calendars.holidays(offer.insee or ""))


def here(offer: Offer | None, now: datetime) -> date:
    """Return the day it is where the work is."""
    return now.astimezone(calendars.zone((offer.insee or "") if offer else "")).date()


def ask(contact: Contact, offers: list[Offer], now: datetime) -> None:
    """Ask a contact whether these offers are still open, by SMS or, for a landline, by e-mail."""
    key = f"{Kind.OFFER_OPEN}:{offers[0].public_id}:{here(offers[0], now)}"
    for offer in offers:
        offer.asked_on = here(offer, now)
    if Phone(contact.phone).is_mobile:
        queue(
            kind=Kind.OFFER_OPEN,
            to=contact.phone,
            text=texts.asked(contact.first_name, offers, address(contact)),
            key=key,
            now=now,
            insee=offers[0].insee or "",
        )
        return
    for account in members(contact.organisation_id):
        queue(
            kind=Kind.STAFF_NOTE,
            to=account.email,
            subject=texts.SUBJECT,
            text=texts.mailed(account.first_name, offers, address(contact)),
            key=f"{key}:{account.public_id}",
            now=now,
        )


def rest(offer: Offer, now: datetime) -> None:
    """Pause an offer about which nobody answered; the question still waits."""
    asked_on = offer.asked_on
    actions.pause(offer, now)
    offer.asked_on = asked_on


def keep_open(offers: Iterable[Offer], now: datetime) -> None:
    """Note that these offers are still open; one that silence had paused comes back.

    Raise as `actions.publish` does for one that is no longer whole.
    """
    for offer in offers:
        if offer.is_published:
            actions.note_sign(offer, now)
        elif offer.status == OfferStatus.PAUSED:
            actions.publish(offer, now)


def address(contact: Contact) -> str:
    """Return the address of the page where a contact answers, for a message."""
    return f"{current_app.config['PUBLIC_URL']}{PATH}/{contact.public_id}/{seal(contact)}"


def seal(contact: Contact) -> str:
    """Return what proves that an address was sent to the phone of this contact."""
    about = f"offers still open|{contact.public_id}|{contact.phone}"
    digest = hmac.digest(current_app.config["SECRET_KEY"].encode(), about.encode(), "sha256")
    return urlsafe_b64encode(digest[:SEAL]).decode()


def is_sealed(contact: Contact, given: str) -> bool:
    """Return whether an address was sent to the phone of this contact."""
    return hmac.compare_digest(seal(contact).encode(), given.encode())
