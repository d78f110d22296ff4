"""Changes to information meetings: post, take a seat, give it back, move up, note who came.

Seats move while their meeting is held: two presses at once never give one seat twice, and a seat
given back goes to one of those who wait.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select

from webapp.accounts.models import Account
from webapp.applications.rules import plain
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.gatherings import happened, hosting, queries, rules, telling
from webapp.gatherings.enums import SeatState
from webapp.gatherings.models import Gathering, Seat
from webapp.i18n import lazy_gettext as _l
from webapp.people.models import Person


class GatheringOver(Refused):
    """The meeting has begun, or does not take place."""

    title = _l("Cette réunion est finie ou annulée")
    advice = _l("Regardez les autres réunions, ou appelez-nous.")
    code = 410


class TooManySeats(Refused):
    """One number has enough seats to come."""

    title = _l("Ce numéro a déjà 5 places en réunion")
    advice = _l("Rendez une place. Ou appelez-nous.")
    code = 429


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Who wants a seat: `phone` is E.164, empty for someone an adviser knows and who has none."""

    first_name: str
    phone: str
    person: Person | None = None
    by: Account | None = None


def post(facts: Mapping[str, Any], by: Account, now: datetime) -> Gathering:
    """Post a meeting of one's own structure: people see it at once."""
    made = Gathering(organisation=by.organisation, created_by=by, created_at=now, **facts)
    db.session.add(made)
    db.session.flush()
    return made


def take(gathering: Gathering, wish: Wish, now: datetime) -> Seat:
    """Take a seat, or a place among those who wait; the same person asking twice has one.

    Raise GatheringOver or TooManySeats.
    """
    queries.hold(gathering)
    if not gathering.is_open(now):
        raise GatheringOver
    who = wish.phone or (wish.person.public_id if wish.person else "")
    key = rules.key(gathering.public_id, who, plain(wish.first_name))
    known = queries.by_key(key)
    if known is not None and known.state != SeatState.GIVEN_UP:
        return known
    if wish.phone and len(queries.to_come_of(wish.phone, now)) >= rules.PER_PHONE:
        raise TooManySeats
    seat = known or Seat(gathering=gathering, key=key, first_name=wish.first_name)
    seat.phone, seat.person = wish.phone, wish.person
    seat.by_id = wish.by.id if wish.by else None
    sit(seat, now)
    telling.tell_state(seat, now)
    happened.tell(seat, "taken", now)
    hosting.tell_taken(gathering, now)
    return seat


def sit(seat: Seat, now: datetime) -> None:
    """Give a seat where one is free, else a place after those who wait."""
    gathering = seat.gathering
    free = queries.held(gathering.id) < gathering.seats
    seat.asked_at, seat.held_at = now, now if free else None
    seat.state = SeatState.HELD if free else SeatState.WAITING
    db.session.add(seat)
    db.session.flush()


def give_up(seat: Seat, now: datetime) -> None:
    """Give a seat back: the first who waits has it; saying it twice changes nothing more.

    Raise GatheringOver once the meeting has begun.
    """
    gathering = seat.gathering
    queries.hold(gathering)
    db.session.refresh(seat, ["state"])
    if seat.state == SeatState.GIVEN_UP:
        return
    if not gathering.is_open(now):
        raise GatheringOver
    seat.state, seat.held_at = SeatState.GIVEN_UP, None
    telling.forget(seat, now)
    happened.tell(seat, "given-up", now)
    db.session.flush()
    move_up(gathering, now)


def move_up(gathering: Gathering, now: datetime) -> None:
    """Give the free seats of a held meeting to those who wait, in their order, and tell them."""
    if not rules.may_move_up(gathering.starts_at, now):
        return
    free = gathering.seats - queries.held(gathering.id)
    for seat in queries.seats(gathering.id, SeatState.WAITING)[: max(free, 0)]:
        seat.state, seat.held_at = SeatState.HELD, now
        telling.tell_state(seat, now, freed=True)
    db.session.flush()


def move_all_up(now: datetime) -> None:
    """Give the seats that were freed without a press, by someone erased, to those who wait."""
    for gathering in queries.with_room(now):
        queries.hold(gathering)
        move_up(gathering, now)


NEWS = ("starts_at", "address", "insee", "host_name", "host_phone")  # what each person is told of


def change(gathering: Gathering, facts: Mapping[str, Any], now: datetime) -> int:
    """Change a meeting; tell whoever comes or waits of another moment, place or host.

    Return how many people were told. Raise GatheringOver.
    """
    queries.hold(gathering)
    if not gathering.is_open(now):
        raise GatheringOver
    is_news = any(getattr(gathering, name) != facts[name] for name in NEWS)
    states = (SeatState.HELD, SeatState.WAITING)
    seats = [seat for state in states for seat in queries.seats(gathering.id, state)]
    for seat in seats:
        telling.forget_before(seat, now, is_news=is_news)
    for name, value in facts.items():
        setattr(gathering, name, value)
    for seat in seats:
        if is_news and seat.held_at is not None:
            seat.held_at = now  # a NON from now on is about what they are told now
        telling.tell_change(seat, now, is_news=is_news)
    move_up(gathering, now)
    return len(seats) if is_news else 0


def call_off(gathering: Gathering, now: datetime) -> None:
    """Call a meeting off: whoever has a seat or waits is told, once."""
    queries.hold(gathering)
    if not gathering.is_open(now):
        return
    gathering.called_off_at = now
    for state in (SeatState.HELD, SeatState.WAITING):
        for seat in queries.seats(gathering.id, state):
            telling.tell_off(seat, now)


def note_who_came(gathering: Gathering, came: Collection[str], now: datetime) -> None:
    """Note which seats, by their public names, were sat in; it can be noted again."""
    queries.hold(gathering)
    for seat in queries.seats(gathering.id):
        sat = seat.public_id in came
        if seat.came is not sat:
            seat.came = sat
            happened.tell(seat, "came" if sat else "missed", now)
    db.session.flush()


def look_after(on: date, now: datetime) -> None:
    """Do what is due once a day: free seats find someone, hosts know, old meetings go."""
    move_all_up(now)
    hosting.tell_eves(on, now)
    forget_old(on)


def forget_old(on: date) -> int:
    """Remove the meetings of six months ago with their seats; return how many went."""
    before = datetime(on.year, on.month, on.day, tzinfo=PARIS) - rules.KEPT
    old = select(Gathering.id).where(Gathering.starts_at < before)
    quiet = {"synchronize_session": False}
    db.session.execute(delete(Seat).where(Seat.gathering_id.in_(old)), execution_options=quiet)
    gone = delete(Gathering).where(Gathering.starts_at < before)
    return int(db.session.execute(gone, execution_options=quiet).rowcount)  # type: ignore[attr-defined]
