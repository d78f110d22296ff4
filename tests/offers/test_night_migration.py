"""The night of the law is told again of offers that were there before it was."""

from alembic import command
from sqlalchemy import select

from tests.factories import make_offer
from webapp.extensions import db
from webapp.offers.models import OfferSearch
from webapp.offers.rules import Flag
from webapp.operations import migrations

HOURS = {
    "at 5 h": (300, 660),
    "till 22 h": (1080, 1320),
    "by day": (360, 1260),
    "at 4 h": (240, 660),
}


def flags() -> dict[int, int]:
    """Return what each offer may be filtered by."""
    told = {row.id: row.flags for row in db.session.scalars(select(OfferSearch))}
    db.session.close()
    return told


def free_of_night() -> set[int]:
    """Return the offers that those who work by day alone may find."""
    return {number for number, told in flags().items() if told & Flag.NO_NIGHT}


def test_offers_of_early_and_late_hours_are_no_longer_free_of_night(database, app):
    offers = {name: make_offer(week=[[0, *slot]]).id for name, slot in HOURS.items()}
    offers["unknown"] = make_offer("zone", week=[]).id
    db.session.commit()
    told = flags()
    free = {offers["by day"], offers["unknown"]}
    assert free_of_night() == free

    command.downgrade(migrations.settings(), "0043")
    assert free_of_night() == free | {offers["at 5 h"], offers["till 22 h"]}

    command.upgrade(migrations.settings(), "head")
    assert free_of_night() == free
    assert flags() == told
