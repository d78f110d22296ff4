"""Changes that an employer makes to an offer: each step writes its own facts and no others."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from webapp.employers import rules
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import job as job_by_key
from webapp.jobs.tasks import tasks_for
from webapp.offers import actions as offers
from webapp.offers import queries
from webapp.offers import rules as offer_rules
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer, facts
from webapp.organisations.models import Organisation


class OfferIsOver(Refused):
    """The offer is finished: it no longer changes."""

    title = _l("Cette offre est finie")
    advice = _l("Remettez-la en ligne, ou faites une nouvelle offre.")
    code = 409


def start(organisation: Organisation, family: str, now: datetime) -> Offer:
    """Start an offer in a family of work and return it."""
    offer = offers.create_draft(organisation, now)
    offer.family = family
    offer.posture = rules.usual_posture(family)
    offer.way = known_way(offer, (offer.insee, offer.address))
    db.session.flush()
    return offer


def known_way(offer: Offer, there: tuple[str | None, str]) -> list[str]:
    """Return how to get to an INSEE code and address, as the structure last said in other offers.

    Empty where it never did.
    """
    others = (one for one in queries.offers_of(offer.organisation_id) if one is not offer)
    ways = (one.way for one in others if one.way and (one.insee, one.address) == there)
    return list(next(ways, []))


def way_after_move(
    offer: Offer, sent: list[str], before: tuple[str | None, str], there: tuple[str | None, str]
) -> list[str]:
    """Return the way to keep: one brought for the address of before does not lead to another."""
    brought = there != before and sent and sent == known_way(offer, before)
    return known_way(offer, there) if brought else sent


OF_ITS_OWN = frozenset(
    {"id", "public_id", "status", "request_count", "feed_id", "feed_facts", "gone_since"}
    | {"created_at", "updated_at", "published_at", "expires_on", "asked_on", "closed_reason"}
    | {"closed_at", "refusal"}
)


def duplicate(offer: Offer, now: datetime) -> Offer:
    """Start an offer like another, to be published in one more press; its first day is asked."""
    copied = {name: fact for name, fact in facts(offer).items() if name not in OF_ITS_OWN}
    past = offer.starts_on is not None and offer.starts_on <= now.date()
    if past:
        copied["starts_on"] = None
    copy = Offer(**copied, created_at=now, updated_at=now)
    db.session.add(copy)
    db.session.flush()
    return copy


def write(offer: Offer, columns: Mapping[str, Any], now: datetime) -> None:
    """Write some facts of an offer; one that is online stays whole, or waits in pause.

    Raise OfferIsOver; for an offer online, LooksLikeAScam or UnfairWords.
    """
    if offer.status == OfferStatus.CLOSED:
        raise OfferIsOver
    for name, value in columns.items():
        setattr(offer, name, value)
    offer.updated_at = now
    db.session.flush()
    if offer.is_published:
        offers.note_sign(offer, now)
        keep_whole(offer, now)


def keep_whole(offer: Offer, now: datetime) -> None:
    """Make the search say what the offer now is; pause it while something is missing."""
    if offer_rules.missing(facts(offer), kind=offer.organisation.kind):
        offers.pause(offer, now)
        return
    offers.keep_true(offer, now)


def choose_family(offer: Offer, family: str, now: datetime) -> None:
    """Change the family; the job and the tasks of another family go."""
    columns: dict[str, Any] = {"family": family}
    if family != offer.family:
        columns |= {"job": None, "rome": None, "tasks": []}
    write(offer, columns, now)


def choose_job(offer: Offer, key: str, now: datetime) -> None:
    """Write the job, with the code by which it is found; tasks that still fit stay."""
    job = job_by_key(key)
    if job is None:
        raise Refused
    fitting = {task.key for task in tasks_for(job.family)}
    kept = [task for task in offer.tasks if task in fitting]
    write(offer, {"job": job.key, "rome": job.codes[0], "tasks": kept}, now)


def publish(offer: Offer, now: datetime) -> None:
    """Bring an offer on line; the first of a new employer waits until an adviser has read it.

    Raise as `offers.publish` does.
    """
    if offer.organisation.known_since is not None:
        offers.publish(offer, now)
        return
    offers.is_doubtful(offer)  # raises what nobody could let through
    offers.hold(offer, now)


def pause(offer: Offer, now: datetime) -> None:
    """Hide an offer that is on line; any other is left as it is."""
    if offer.is_published:
        offers.pause(offer, now)


def fill(offer: Offer, now: datetime) -> None:
    """End an offer that found someone; one that people never saw is left as it is."""
    if offer.status in (OfferStatus.PUBLISHED, OfferStatus.PAUSED):
        offers.close(offer, "filled", now)
