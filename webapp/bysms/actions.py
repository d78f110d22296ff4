"""What a message changes: what its number looks for, and a real request to be called."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import delete

from webapp.applications import actions as applications
from webapp.applications.actions import OfferOver, TooManyRequests, Wish
from webapp.applications.enums import Way
from webapp.bysms import queries, rules, texts
from webapp.bysms.models import Talk
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.forms import bad_name, tidy_name
from webapp.places import queries as places
from webapp.places.queries import Commune


@dataclass(frozen=True)
class Sought:
    """What is looked for, by whom."""

    phone: str
    work: str
    insee: str
    first_name: str = ""


def look(phone: str, work: str, insee: str, now: datetime) -> Talk:
    """Note what a number looks for from now on."""
    talk = db.session.get(Talk, phone) or Talk(phone=phone, first_name="")
    talk.work, talk.place, talk.at = work[:120], insee, now
    talk.seen, talk.shown, talk.asked_for = 0, [], None
    db.session.add(talk)
    db.session.flush()
    return talk


def show(talk: Talk, now: datetime, help_line: str) -> str:
    """Return the next offers for a number, and note that they were shown."""
    town = places.commune(talk.place)
    skip = talk.seen + len(talk.shown)
    found = queries.near(talk.work, talk.place, skip)
    talk.at, talk.asked_for = now, None
    if not found:
        return show_nearest(talk, town, now, help_line) if not skip else no_more(town)
    talk.seen, talk.shown = skip, [one.offer.id for one in found]
    return texts.near(town.name if town else "", found, now.astimezone(PARIS).date())


def no_more(town: Commune | None) -> str:
    """Say that every offer was shown, and how to look for another work."""
    return texts.NO_MORE.format(code=town.postcodes[0] if town and town.postcodes else "69120")


def show_nearest(talk: Talk, town: Commune | None, now: datetime, help_line: str) -> str:
    """Return the nearest offer, where none is around; a human alone where there is none at all."""
    name = town.name if town else ""
    found = queries.nearest(talk.work, talk.place)
    talk.shown = [one.offer.id for one in found]
    if not found:
        return texts.NOTHING.format(town=name, help_line=help_line)
    return texts.far_from(name, found, now.astimezone(PARIS).date(), help_line)


def note_shown(sought: Sought, shown: list[int], now: datetime) -> None:
    """Note offers that a number is shown without having asked just now: it may answer 1."""
    talk = look(sought.phone, sought.work, sought.insee, now)
    first_name = sought.first_name
    talk.shown, talk.first_name = shown, first_name or talk.first_name


def ask(talk: Talk, number: int, now: datetime, help_line: str) -> str:
    """Ask for a call about one of the offers shown; the first name first, where it is unknown.

    Where the number is none of theirs, say which ones are.
    """
    if not 1 <= number <= len(talk.shown):
        return texts.HOWS[max(len(talk.shown), 1)]
    talk.asked_for, talk.at = talk.shown[number - 1], now
    name = talk.first_name or queries.first_name_of(talk.phone)
    if name:
        return apply(talk, name, now, help_line)
    offer = queries.offer(talk.asked_for)
    human = offer.answering(now.astimezone(PARIS).date()) if offer else None
    return texts.WHOSE.format(contact=human.first_name) if human else texts.OVER


def call_them(talk: Talk, typed: str, now: datetime, help_line: str) -> str:
    """Take the first name that was asked for, and make the request."""
    name = tidy_name(typed)
    if bad_name(name):
        return texts.BAD_NAME
    return apply(talk, name[:1].upper() + name[1:], now, help_line)


def apply(talk: Talk, name: str, now: datetime, help_line: str) -> str:
    """Make the request to be called, as the page does, and say what happens next."""
    offer = queries.offer(talk.asked_for or 0)
    human = offer.answering(now.astimezone(PARIS).date()) if offer else None
    talk.asked_for, talk.at = None, now
    if offer is None or human is None:
        return texts.OVER
    talk.first_name = name
    try:
        made = applications.apply(
            offer, Wish(way=Way.THEY_CALL, first_name=name, phone=talk.phone), now
        )
    except OfferOver:
        return texts.OVER
    except TooManyRequests:
        return texts.TOO_MANY.format(help_line=help_line)
    return texts.asked(name, offer, human.first_name, human.phone, made.answer_by)


def forget_old(on: date) -> int:
    """Erase what numbers looked for more than a month ago; return how many there were."""
    before = datetime.combine(on, time(), PARIS) - rules.KEPT
    erased = db.session.execute(delete(Talk).where(Talk.at < before))
    return int(erased.rowcount)  # type: ignore[attr-defined]
