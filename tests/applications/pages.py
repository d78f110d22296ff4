"""What the tests of these pages share: where they are, and what a person sends."""

from datetime import datetime

from sqlalchemy import func, select

from tests.support.client import InspectingClient, Page
from webapp.applications.models import Application
from webapp.extensions import Base, db
from webapp.offers.models import Offer

FRIDAY_MORNING = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - in Paris, says the fixture
FRIDAY_EVENING = datetime(2026, 11, 20, 18, 0)  # noqa: DTZ001
SENT = {"first_name": "Fatou", "phone": "06 39 98 12 34"}
NUMBER = "+33639981234"


def address(offer: Offer, *more: str) -> str:
    """Return the address of a page of the three ways."""
    return "/".join(("", "offres", offer.public_id, "interesse", *more))


def ask(client: InspectingClient, offer: Offer, **typed: str) -> Page:
    """Ask to be called back as Fatou, with what is typed instead."""
    return client.post(address(offer), data=SENT | typed)


def kept() -> list[Application]:
    """Return every request, read anew."""
    db.session.expire_all()
    return list(db.session.scalars(select(Application).order_by(Application.id)))


def count(table: type[Base]) -> int:
    """Return how many rows a table holds."""
    return db.session.scalar(select(func.count()).select_from(table)) or 0
