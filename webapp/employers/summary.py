"""What an offer says so far, page by page, in a few words each."""

from collections.abc import Callable, Iterator
from typing import Any

from webapp.clock import today
from webapp.employers import words
from webapp.employers.kind_words import NO_JOB
from webapp.employers.place import mode_of, town_text
from webapp.jobs.queries import family, job
from webapp.offers.models import Offer
from webapp.offers.words import (
    BRING,
    CONTRACTS,
    hours_text,
    joined,
    pay_text,
    positions_text,
    start_text,
    task_labels,
)

Row = tuple[str, Any, str]


def summary(offer: Offer) -> Iterator[Row]:
    """Give the key of each page, its short name, and what it says; pages without answer say so."""
    for key, text in TEXTS.items():
        if key == "pay" and offer.kind in NO_JOB:
            continue
        yield key, words.SUMMARY[key], text(offer) or str(words.NOTHING_YET)


def family_text(offer: Offer) -> str:
    """Return the family of work."""
    known = family(offer.family or "")
    return str(known.label) if known else ""


def job_text(offer: Offer) -> str:
    """Return the job."""
    known = job(offer.job or "")
    return str(known.label) if known else ""


def tasks_text(offer: Offer) -> str:
    """Return the tasks."""
    return ", ".join(task_labels(offer.tasks))


def place_text(offer: Offer) -> str:
    """Return the place, and its town."""
    mode = mode_of(offer)
    town = town_text(offer.insee or "")
    if mode in {"home", "zone"}:
        zone = f" ({words.up_to_km(offer.zone_km)})" if offer.zone_km else ""
        return f"{words.WAYS_OF_PLACE[mode]}, {town}{zone}"
    return ", ".join(filter(None, (offer.place_name, offer.address, town)))


def week_text(offer: Offer) -> str:
    """Return the hours, once they are said."""
    return hours_text(offer) if offer.week or offer.weekly_minutes else ""


def contract_text(offer: Offer) -> str:
    """Return the contract, its start and the number of places."""
    label = NO_JOB.get(offer.kind) or CONTRACTS.get(offer.contract or "")
    if label is None:
        return ""
    parts = (label, start_text(offer, today()), positions_text(offer.positions))
    return ", ".join(str(part) for part in parts)


def wage_text(offer: Offer) -> str:
    """Return the pay, once it is said."""
    return pay_text(offer) if offer.pay_cents else ""


def needs_text(offer: Offer) -> str:
    """Return what must be known, and what to bring."""
    asked = [
        words.FRENCH_SHORT[offer.french],
        words.CARRYING[offer.carrying],
        words.POSTURE[offer.posture],
        *(BRING[thing] for thing in offer.bring if thing in BRING),
    ]
    return ", ".join(str(part) for part in asked)


def contact_text(offer: Offer) -> str:
    """Return who answers, and who in their place."""
    people = [contact.first_name for contact in (offer.contact, offer.backup) if contact]
    return joined(people)


def own_words(offer: Offer) -> str:
    """Return the employer's words."""
    return offer.words


TEXTS: dict[str, Callable[[Offer], str]] = {
    "family": family_text,
    "job": job_text,
    "tasks": tasks_text,
    "place": place_text,
    "week": week_text,
    "contract": contract_text,
    "pay": wage_text,
    "needs": needs_text,
    "contact": contact_text,
    "words": own_words,
}
