"""What the feed left in the database, found by its names there, and what employers do with it."""

from sqlalchemy import func, select

from tests.factories import make_contact
from tests.organisations.feed_pages import a_structure
from webapp import clock
from webapp.extensions import db
from webapp.offers import actions as offers
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation

ONE = a_structure(1)["id"]


def structure(feed_id: str = ONE) -> Organisation:
    """Return the structure of this name in the feed."""
    return db.session.scalars(select(Organisation).where(Organisation.feed_id == feed_id)).one()


def job(number: int = 1) -> Offer:
    """Return the only offer made from this job of the first structure."""
    return db.session.scalars(select(Offer).where(Offer.feed_id == f"{ONE}/{number}")).one()


def count(model: type) -> int:
    """Return how many rows a table has."""
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def complete(offer: Offer) -> None:
    """Do what an employer does with a draft: name two humans, say hours and pay, publish."""
    offer.contact = make_contact(organisation=offer.organisation)
    offer.backup = make_contact(organisation=offer.organisation, first_name="Sonia")
    db.session.commit()
    offer.tasks = ["dust", "sweep"]
    offer.week = [[day, 360, 660] for day in range(5)]
    offer.pay_cents = 1231
    offers.publish(offer, clock.now())
    db.session.commit()
