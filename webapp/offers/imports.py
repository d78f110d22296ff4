"""Offers brought in and taken out as JSON lines: all of a file or nothing."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select

from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.offers import actions, exchange
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.organisations.models import Contact, Organisation


class BadLines(Refused):
    """Some lines cannot be read; `problems` names each by its number."""

    title = _l("Ce fichier a des lignes à corriger")
    advice = _l("Rien n’a été ajouté. Corrigez ces lignes, puis recommencez.")
    code = 422

    def __init__(self, problems: list[str] | None = None) -> None:
        """Keep the problems, each with its line."""
        super().__init__("; ".join(problems or []))
        self.problems = problems or []


def import_offers(lines: Iterable[str], now: datetime, *, demonstration: bool = False) -> int:
    """Publish every offer of the lines, or raise BadLines and change nothing; return how many.

    An offer whose `id` is known is brought up to date rather than added again.
    """
    read, problems = read_all(lines, now)
    for number, answer in read:
        try:
            save(answer, now, demonstration=demonstration)
        except Refused as refusal:
            problems.append(f"line {number}: {refusal.title} ({refusal})")
    if problems:
        db.session.rollback()
        raise BadLines(problems)
    return len(read)


def read_all(
    lines: Iterable[str], now: datetime
) -> tuple[list[tuple[int, dict[str, Any]]], list[str]]:
    """Return the lines read, each with its number, and the problems of the others."""
    good: list[tuple[int, dict[str, Any]]] = []
    problems: list[str] = []
    today = now.astimezone(PARIS).date()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer, wrong = exchange.read(json.loads(line), today)
        except json.JSONDecodeError as error:
            wrong = [f"write one JSON object ({error.msg} at character {error.pos + 1})"]
        problems += [f"line {number}: {problem}" for problem in wrong]
        if not wrong:
            good.append((number, answer))
    return good, problems


def save(answer: dict[str, Any], now: datetime, *, demonstration: bool) -> Offer:
    """Write one offer with its structure and humans, and publish it."""
    organisation = structure(answer["organisation"], now, demonstration=demonstration)
    offer = known_offer(answer["id"], organisation) or Offer(
        organisation=organisation, created_at=now, updated_at=now, demonstration=demonstration
    )
    for name, value in answer["offer"].items():
        setattr(offer, name, value)
    offer.contact = human(answer["contact"], organisation)
    offer.backup = human(answer["backup"], organisation)
    db.session.add(offer)
    db.session.flush()
    actions.publish(offer, now)
    return offer


def known_offer(public_id: str, organisation: Organisation) -> Offer | None:
    """Return this structure's offer of this name, if it has one."""
    query = select(Offer).where(Offer.public_id == public_id, Offer.organisation == organisation)
    return db.session.scalar(query) if public_id and organisation.id else None


def structure(facts: dict[str, Any], now: datetime, *, demonstration: bool) -> Organisation:
    """Return the structure of this name in this commune, added when it is new."""
    query = select(Organisation).where(
        Organisation.name == facts["name"], Organisation.insee == facts["insee"]
    )
    found = db.session.scalar(query)
    if found is None:
        found = Organisation(**facts, created_at=now, demonstration=demonstration)
        db.session.add(found)
        db.session.flush()
    return found


def human(facts: dict[str, Any], organisation: Organisation) -> Contact:
    """Return the structure's contact of this first name and phone, brought up to date or added."""
    for known in organisation.contacts:
        if (known.first_name, known.phone) == (facts["first_name"], facts["phone"]):
            for name, value in facts.items():
                setattr(known, name, value)
            return known
    added = Contact(**facts, organisation=organisation)
    db.session.add(added)
    return added


def export_offers() -> Iterator[str]:
    """Give every published offer as a line that `import_offers` reads."""
    offers = db.session.scalars(
        select(Offer).where(Offer.status == OfferStatus.PUBLISHED).order_by(Offer.id)
    )
    for offer in offers:
        yield json.dumps(line_of(offer), ensure_ascii=False)


def line_of(offer: Offer) -> dict[str, Any]:
    """Return one offer in the shape of a line."""
    plain = ("job", "kind", "contract", "tasks", "positions", "bring", "words", "promised_days")
    optional = ("months", "weekly_minutes", "weekly_minutes_max", "pay_cents", "pay_cents_max")
    return {
        "id": offer.public_id,
        "organisation": columns(offer.organisation, ORGANISATION),
        "contact": columns(offer.contact, CONTACT),
        "backup": columns(offer.backup, CONTACT),
        **{name: getattr(offer, name) for name in plain},
        **{name: getattr(offer, name) for name in optional if getattr(offer, name) is not None},
        "start": offer.starts_on.isoformat() if offer.starts_on else offer.start,
        "week": [
            {"days": [day], "from": clock(begin), "to": clock(end)}
            for day, begin, end in offer.week
        ],
        "place": {**columns(offer, PLACE), "name": offer.place_name},
        "needs": columns(offer, (*exchange.NEEDS, "learned")),
    }


ORGANISATION = ("kind", "name", "about", "insee", "address", "lat", "lon")
CONTACT = ("first_name", "last_name", "role", "phone", "languages", "call_when")
PLACE = ("insee", "address", "lat", "lon", "private_home", "zone_km", "way")


def columns(row: object, names: Iterable[str]) -> dict[str, Any]:
    """Return some values of a row by their names, without those that are not set."""
    values = {name: getattr(row, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def clock(minute: int) -> str:
    """Return a minute of the day as `6:30`."""
    return f"{minute // 60 % 24}:{minute % 60:02d}"
