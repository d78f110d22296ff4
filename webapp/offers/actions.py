"""Changes to offers: start, publish, pause, close; what is published is what is searched."""

import hashlib
from datetime import date, datetime, timedelta

from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import job as job_by_key
from webapp.offers import rules, wording, words
from webapp.offers.enums import OfferStatus
from webapp.offers.grid import strip, tokens_of
from webapp.offers.models import Offer, OfferSearch, facts
from webapp.offers.queries import known_point
from webapp.offers.text import plain
from webapp.organisations.models import Organisation
from webapp.scams import queries as reports
from webapp.scams import rules as scams


class NotReady(Refused):
    """The offer lacks something; `missing` names it, in the order of asking."""

    title = _l("Il manque encore quelque chose")
    advice = _l("Complétez l’offre, puis publiez-la.")
    code = 422

    def __init__(self, missing: tuple[str, ...] = ()) -> None:
        """Keep the keys of what is missing."""
        super().__init__(", ".join(missing))
        self.missing = missing


class LooksLikeAScam(Refused):
    """The employer's words ask people for what nobody may ask."""

    title = _l("Ces mots ressemblent à une arnaque")
    advice = _l(
        "Enlevez la demande d’argent ou de papiers, ou appelez-nous : nous regardons ensemble."
    )
    code = 422

    def __init__(self, quote: str = "") -> None:
        """Keep the words that triggered it."""
        super().__init__(quote)
        self.quote = quote


class UnfairWords(Refused):
    """The employer's words keep people out for what they are (Code du travail, L.1132-1)."""

    title = _l("Ces mots écartent des personnes")
    advice = _l("La loi l’interdit. Dites plutôt ce qu’il faut savoir faire.")
    code = 422

    def __init__(self, quotes: tuple[str, ...] = ()) -> None:
        """Keep the words to change."""
        super().__init__(", ".join(quotes))
        self.quotes = quotes


def create_draft(organisation: Organisation, now: datetime) -> Offer:
    """Start an offer of this structure at its own address, with the least that work asks."""
    offer = Offer(
        organisation=organisation,
        insee=organisation.insee,
        place_name=organisation.name,
        address=organisation.address,
        lat=organisation.lat,
        lon=organisation.lon,
        demonstration=organisation.demonstration,
        created_at=now,
        updated_at=now,
    )
    db.session.add(offer)
    db.session.flush()
    return offer


def publish(offer: Offer, now: datetime) -> None:
    """Show the offer to everyone, or hold it until someone has read it.

    Raise NotReady, LooksLikeAScam or UnfairWords.
    """
    if is_doubtful(offer):
        hold(offer, now)
    else:
        show(offer, now)


def approve(offer: Offer, now: datetime) -> None:
    """Show an offer that someone has read; the same words are not asked about again.

    Raise as `publish` does: what is not whole, or a trap, cannot be approved.
    """
    is_doubtful(offer)
    offer.reviewed_words = fingerprint(offer)
    offer.refusal = ""
    show(offer, now)


def refuse(offer: Offer, reason: str, now: datetime) -> None:
    """Keep an offer from people, and tell its employer why."""
    offer.status = OfferStatus.REFUSED
    offer.refusal = reason
    offer.updated_at = now
    unindex(offer)


def hold(offer: Offer, now: datetime) -> None:
    """Let an offer wait, unseen, until someone has read it."""
    offer.status = OfferStatus.IN_REVIEW
    offer.updated_at = now
    unindex(offer)


def show(offer: Offer, now: datetime) -> None:
    """Bring an offer on line, for its usual time."""
    offer.status = OfferStatus.PUBLISHED
    offer.published_at = offer.published_at or now
    offer.organisation.known_since = offer.organisation.known_since or now
    offer.updated_at = now
    offer.closed_reason = offer.closed_at = None
    note_sign(offer, now)
    db.session.flush()
    index(offer)


def note_sign(offer: Offer, now: datetime) -> None:
    """Note that its people look after this offer: it is not to be asked about for a while."""
    offer.expires_on = expiry(now)
    offer.asked_on = None


def keep_true(offer: Offer, now: datetime) -> None:
    """Make the search say what an offer on line now is; hold it when its new words ask for it.

    Raise as `publish` does.
    """
    if is_doubtful(offer):
        hold(offer, now)
    else:
        index(offer)


def is_doubtful(offer: Offer) -> bool:
    """Return whether someone must read this offer before people see it; raise what forbids it."""
    missing = rules.missing(facts(offer), kind=offer.organisation.kind)
    if missing:
        raise NotReady(missing)
    level = refuse_bad_words(offer)
    if level == scams.Level.CHECK and offer.reviewed_words != fingerprint(offer):
        return True
    if offer.published_at is None:  # nobody has seen it yet: nobody reported it
        return bool(offer.refusal)
    return bool(offer.refusal) or reports.is_reported_enough(offer.id)


def expiry(now: datetime) -> date:
    """Return the last day on which an offer without a new sign is shown."""
    return now.astimezone(PARIS).date() + timedelta(days=rules.LASTING_DAYS)


def refuse_bad_words(offer: Offer) -> scams.Level:
    """Refuse words that trap people or keep them out; return how safe the others look."""
    typed = typed_words(offer)
    verdict = scams.check(typed, "offer_form")
    if verdict.level == scams.Level.STOP:
        raise LooksLikeAScam(verdict.signs[0].quote)
    found = wording.check(typed, contract=offer.contract)
    quotes = tuple(finding.quote for finding in found if finding.level == wording.STOP)
    if quotes:
        raise UnfairWords(quotes)
    return verdict.level


def doubtful_words(offer: Offer) -> tuple[str, ...]:
    """Return the employer's words that someone must read before people do."""
    verdict = scams.check(typed_words(offer), "offer_form")
    return tuple(found.quote for found in verdict.signs)


def typed_words(offer: Offer) -> str:
    """Return what the employer wrote freely: all else is chosen from lists."""
    return "\n".join((offer.words, offer.place_name, *offer.way))


def fingerprint(offer: Offer) -> str:
    """Return what tells these words from any others."""
    return hashlib.sha256(typed_words(offer).encode()).hexdigest()


def pause(offer: Offer, now: datetime) -> None:
    """Hide the offer until it is published again."""
    offer.status = OfferStatus.PAUSED
    offer.asked_on = None
    offer.updated_at = now
    unindex(offer)


def close(offer: Offer, reason: str, now: datetime) -> None:
    """End the offer: `filled`, `expired` or `withdrawn`."""
    offer.status = OfferStatus.CLOSED
    offer.closed_reason = reason
    offer.closed_at = offer.updated_at = now
    offer.asked_on = None
    unindex(offer)


def index(offer: Offer) -> None:
    """Make the search hold what this offer is now; nothing when it is not published."""
    if not offer.is_published:
        unindex(offer)
        return
    row = db.session.get(OfferSearch, offer.id) or OfferSearch(id=offer.id)
    row.lat, row.lon = known_point(offer) or (0.0, 0.0)
    row.strip = strip(row.lat)
    row.family, row.rome = offer.family or "", offer.rome or ""
    row.load = rules.per_post(offer.request_count, offer.positions)
    row.flags = int(rules.flags(facts(offer)))
    row.words = searched_words(offer)
    row.tokens = tokens_of(row.lat, row.lon, row.family, row.rome)
    db.session.add(row)
    db.session.flush()


def unindex(offer: Offer) -> None:
    """Take the offer out of the search."""
    row = db.session.get(OfferSearch, offer.id)
    if row is not None:
        db.session.delete(row)
        db.session.flush()


def searched_words(offer: Offer) -> str:
    """Return the words by which an offer is found: its job, tasks, structure, place and text."""
    known = job_by_key(offer.job or "")
    parts = [
        str(known.label) if known else "",
        offer.organisation.name,
        offer.place_name,
        offer.words,
        *words.task_labels(offer.tasks),
    ]
    return plain(" ".join(parts))
