"""Information meetings, read: to come near a place or in a structure, their seats, who waits."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from webapp.extensions import db
from webapp.gatherings.enums import SeatState
from webapp.gatherings.models import Gathering, Seat
from webapp.places.rules import box, metres

NEAR = 40_000  # metres
SHOWN = 30


def with_structure() -> Select[Gathering]:
    """Return the query of meetings with their structure."""
    return select(Gathering).options(joinedload(Gathering.organisation))


def gathering(public_id: str) -> Gathering | None:
    """Return a meeting by its public name."""
    return db.session.scalar(with_structure().where(Gathering.public_id == public_id))


def gathering_of(organisation_id: int, public_id: str) -> Gathering | None:
    """Return a meeting of this structure."""
    own = with_structure().where(Gathering.organisation_id == organisation_id)
    return db.session.scalar(own.where(Gathering.public_id == public_id))


def gatherings_of(organisation_id: int) -> Sequence[Gathering]:
    """Return the meetings of a structure, the furthest to come first."""
    own = select(Gathering).where(Gathering.organisation_id == organisation_id)
    return db.session.scalars(own.order_by(Gathering.starts_at.desc(), Gathering.id)).all()


def to_come(now: datetime) -> Select[Gathering]:
    """Return the query of the meetings in which seats can be taken, the next first."""
    return (
        with_structure()
        .where(Gathering.starts_at > now, Gathering.called_off_at.is_(None))
        .order_by(Gathering.starts_at, Gathering.id)
        .limit(SHOWN)
    )


def near(lat: float, lon: float, now: datetime) -> list[tuple[Gathering, int]]:
    """Return the meetings to come around a point with how many metres away they are."""
    around = box(lat, lon, NEAR)
    found = db.session.scalars(
        to_come(now).where(
            Gathering.lat.between(around.south, around.north),
            Gathering.lon.between(around.west, around.east),
        )
    )
    far = [(one, round(metres(lat, lon, one.lat, one.lon))) for one in found]
    return [(one, distance) for one, distance in far if distance <= NEAR]


def held(gathering_id: int) -> int:
    """Return how many seats of a meeting are taken."""
    return counts([gathering_id]).get(gathering_id, 0)


def counts(gatherings: Sequence[int], state: SeatState = SeatState.HELD) -> dict[int, int]:
    """Return how many seats of each meeting are in a state."""
    rows = db.session.execute(
        select(Seat.gathering_id, func.count())
        .where(Seat.gathering_id.in_(gatherings), Seat.state == state)
        .group_by(Seat.gathering_id)
    )
    return {row[0]: row[1] for row in rows}


def hold(known: Gathering) -> None:
    """Let nobody else move seats of a meeting until the end of this transaction."""
    held = select(Gathering).where(Gathering.id == known.id).with_for_update(of=Gathering)
    db.session.scalars(held.execution_options(populate_existing=True)).one()


def by_key(key: str) -> Seat | None:
    """Return the seat of one number and one first name in a meeting."""
    return db.session.scalar(select(Seat).where(Seat.key == key))


def seat(public_id: str) -> Seat | None:
    """Return a seat by the name that only its person knows."""
    return db.session.scalar(
        select(Seat)
        .where(Seat.public_id == public_id)
        .options(joinedload(Seat.gathering).joinedload(Gathering.organisation))
    )


def seats(gathering_id: int, state: SeatState = SeatState.HELD) -> Sequence[Seat]:
    """Return the seats of a meeting in a state, in the order in which they were asked for."""
    return db.session.scalars(
        select(Seat)
        .where(Seat.gathering_id == gathering_id, Seat.state == state)
        .options(joinedload(Seat.person))
        .order_by(Seat.asked_at, Seat.id)
    ).all()


def to_come_of(phone: str, now: datetime) -> Sequence[Seat]:
    """Return the seats to come of a number, the next meeting first."""
    return seats_to_come(Seat.phone == phone, now)


def seats_to_come(whose: ColumnElement[bool], now: datetime) -> Sequence[Seat]:
    """Return the seats to come of someone, the next meeting first."""
    return db.session.scalars(
        select(Seat)
        .join(Seat.gathering)
        .options(contains_eager(Seat.gathering))
        .where(whose, Seat.state != SeatState.GIVEN_UP)
        .where(Gathering.starts_at > now, Gathering.called_off_at.is_(None))
        .order_by(Gathering.starts_at, Seat.id)
    ).all()


def with_room(now: datetime) -> Sequence[Gathering]:
    """Return the meetings to come for which someone waits."""
    waiting = select(Seat.gathering_id).where(Seat.state == SeatState.WAITING)
    return db.session.scalars(
        select(Gathering)
        .where(Gathering.id.in_(waiting), Gathering.starts_at > now)
        .where(Gathering.called_off_at.is_(None))
        .order_by(Gathering.id)
    ).all()


def beginning(since: datetime, until: datetime) -> Sequence[Gathering]:
    """Return the meetings that begin between two moments and take place."""
    begins = (Gathering.starts_at >= since) & (Gathering.starts_at < until)
    taking_place = with_structure().where(begins, Gathering.called_off_at.is_(None))
    return db.session.scalars(taking_place.order_by(Gathering.starts_at, Gathering.id)).all()


def attendance_missing(organisation_id: int, since: datetime, now: datetime) -> list[Gathering]:
    """Return the meetings just over of a structure for which nobody said who came."""
    unsaid = select(Seat.gathering_id).where(Seat.state == SeatState.HELD, Seat.came.is_(None))
    own = select(Gathering).where(Gathering.organisation_id == organisation_id)
    over = own.where(Gathering.starts_at < now, Gathering.starts_at >= since)
    open_ = over.where(Gathering.called_off_at.is_(None), Gathering.id.in_(unsaid))
    return list(db.session.scalars(open_.order_by(Gathering.starts_at, Gathering.id)))


def next_ones(now: datetime) -> list[tuple[Gathering, None]]:
    """Return the next meetings wherever they are, for someone who has not said where."""
    return [(one, None) for one in db.session.scalars(to_come(now))]


def own(person_id: int, now: datetime) -> Sequence[Seat]:
    """Return a person's seats to come, the next meeting first."""
    return seats_to_come(Seat.person_id == person_id, now)
