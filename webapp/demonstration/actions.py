"""Bring in the invented structures and offers, dated relative to today, or take them all out."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, or_, select

from webapp.applications.actions import Wish, apply
from webapp.applications.enums import BestMoment, Way
from webapp.applications.models import Application
from webapp.applications.voice.actions import keep_text
from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.offers import exchange, imports
from webapp.offers.models import Offer, OfferSearch
from webapp.organisations.models import Contact, Organisation
from webapp.phones import FICTION

# Which offers of the file have been asked for, by whom, and when they can be called.
ASKED_FOR = {
    1: ("Fatou", "+33639982101", BestMoment.MORNING),
    2: ("Joseph", "+33639982102", BestMoment.ANY),
    4: ("Irina", "+33639982103", BestMoment.EVENING),
}
# Who left two sentences with their request.
WRITTEN = {"Joseph": "J’ai déjà fait ce travail pendant trois ans. Je suis libre tout de suite."}
DATA = Path(__file__).parent / "data"


class BadDemonstration(Exception):
    """A line of the packaged demonstration cannot be read: a mistake of ours."""


def load(now: datetime) -> int:
    """Publish the demonstration's offers as if they had been posted in the last weeks."""
    count = 0
    for line, days_ago in lines(now):
        answer, problems = exchange.read(line, now.astimezone(PARIS).date())
        if problems:
            raise BadDemonstration(f"{line['organisation']['name']}, {line['job']}: {problems[0]}")
        offer = imports.save(answer, now - timedelta(days=days_ago), demonstration=True)
        count += 1
        if count in ASKED_FOR:
            ask(offer, ASKED_FOR[count], now)
    return count


def ask(offer: Offer, asked: tuple[str, str, BestMoment], now: datetime) -> None:
    """Make one invented person ask for an offer yesterday: its employer has someone to call."""
    first_name, phone, moment = asked
    wish = Wish(way=Way.THEY_CALL, first_name=first_name, phone=phone, moment=moment)
    made = apply(offer, wish, now - timedelta(days=1))
    if first_name in WRITTEN:
        keep_text(made, WRITTEN[first_name], now)


def lines(now: datetime) -> Iterator[tuple[dict[str, Any], int]]:
    """Give each offer in the shape of an import, and how many days ago it was posted."""
    structures = json.loads((DATA / "structures.json").read_text(encoding="utf-8"))
    for text in (DATA / "offers.jsonl").read_text(encoding="utf-8").splitlines():
        offer = json.loads(text)
        known = structures[offer.pop("structure")]
        days_ago = offer.pop("published_days_ago")
        offer["start"] = start(offer["start"], now)
        offer["place"] = place(offer, known)
        people = {name: known[name] for name in ("organisation", "contact", "backup")}
        yield {**offer, **people}, days_ago


def start(given: str, now: datetime) -> str:
    """Return `in:20` as the day that is in 20 days."""
    word, _colon, days = given.partition(":")
    if not days:
        return word
    return (now.astimezone(PARIS).date() + timedelta(days=int(days))).isoformat()


def place(offer: dict[str, Any], structure: dict[str, Any]) -> dict[str, Any]:
    """Return where the work is: at the structure's, but for what the offer says otherwise."""
    own = structure["organisation"]
    usual = {name: own[name] for name in ("insee", "address", "lat", "lon", "name")}
    given = offer.pop("place", {})
    way = offer.pop("way", [*structure["way"], *([meeting(own["address"])] if given else [])])
    return {**usual, **given, "way": way}


def meeting(address: str) -> str:
    """Return where one meets first, for work that is elsewhere."""
    return f"Rendez-vous à l’agence, {address[0].lower()}{address[1:]}."


def remove() -> int:
    """Take out everything that the demonstration brought; return how many offers went."""
    team.remove()
    forget_messages()
    offers = db.session.scalars(select(Offer.id).where(Offer.demonstration)).all()
    db.session.execute(delete(OfferSearch).where(OfferSearch.id.in_(offers)))
    db.session.execute(delete(Offer).where(Offer.demonstration))
    db.session.execute(delete(Organisation).where(Organisation.demonstration))
    return len(offers)


def forget_messages() -> None:
    """Take out what was written to those who asked for an invented offer or answer for one."""
    asked = select(Application.phone).join(Application.offer).where(Offer.demonstration)
    humans = select(Contact.phone).join(Contact.organisation).where(Organisation.demonstration)
    theirs = or_(Message.recipient.in_(asked), Message.recipient.in_(humans))
    invented = or_(*(Message.recipient.startswith(begin) for begin in FICTION))
    db.session.execute(
        delete(Message).where(theirs, invented).execution_options(synchronize_session=False)
    )
