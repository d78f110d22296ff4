"""Alerts, read: those of a number, of a person, and those to be told."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select

from webapp.alerts.models import Alert
from webapp.applications.rules import plain
from webapp.extensions import db
from webapp.messages.models import NumberState
from webapp.offers import search
from webapp.offers.finding import NEEDS, USUAL_RADIUS, Asked, Finding
from webapp.people.models import Person
from webapp.places import queries as places

LOOKED_AT = 30  # the nearest offers, among which new ones are told


def by_key(key: str) -> Alert | None:
    """Return an alert that is asked for already."""
    return db.session.scalar(select(Alert).where(Alert.key == key))


def of_phone(phone: str) -> Sequence[Alert]:
    """Return the alerts of a number, the oldest first."""
    return db.session.scalars(select(Alert).where(Alert.phone == phone).order_by(Alert.id)).all()


def unanswered(phone: str, since: datetime) -> list[Alert]:
    """Return the alerts for which a number was asked, and has not answered yet."""
    return [one for one in of_phone(phone) if one.confirmed_at is None and one.created_at >= since]


def of_person(person: Person) -> list[Alert]:
    """Return a person's own alerts, and those of their number that bear no other first name."""
    unnamed = and_(Alert.person_id.is_(None), Alert.phone == person.phone)
    found = db.session.scalars(
        select(Alert).where(or_(Alert.person_id == person.id, unnamed)).order_by(Alert.id)
    )
    own = plain(person.first_name)
    return [
        one for one in found if one.person_id == person.id or plain(one.first_name) in ("", own)
    ]


def confirmed() -> Sequence[Alert]:
    """Return the alerts that may be told, those of one number together."""
    return db.session.scalars(
        select(Alert)
        .where(Alert.confirmed_at.is_not(None))
        .order_by(Alert.phone, Alert.sent_on.is_not(None), Alert.sent_on, Alert.id)
    ).all()


def stopped_phones() -> set[str]:
    """Return the numbers with alerts that told us to stop."""
    return set(
        db.session.scalars(
            select(NumberState.phone)
            .join(Alert, Alert.phone == NumberState.phone)
            .where(NumberState.stopped_at.is_not(None))
        )
    )


def near(alert: Alert) -> list[search.Hit]:
    """Return the nearest offers that an alert is about."""
    town = places.commune(alert.insee)
    if town is None:
        return []
    needs = tuple(need for need in NEEDS if need in alert.needs)
    wanted = Finding(Asked(family=alert.family, word=alert.word, needs=needs)).wanted
    return search.near(town.lat, town.lon, wanted, radius_km=USUAL_RADIUS, limit=LOOKED_AT)
