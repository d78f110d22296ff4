"""What an adviser reads to present someone: their requests, what an employer wants, who is near."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select

from webapp.accounts.models import Account
from webapp.applications import queries as requests
from webapp.applications.enums import OPEN, ApplicationStatus
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.offers import search
from webapp.offers.enums import OfferStatus
from webapp.offers.finding import USUAL_RADIUS, Asked, Finding
from webapp.offers.models import Offer
from webapp.offers.queries import with_people
from webapp.organisations.models import Organisation
from webapp.people.models import Person
from webapp.presenting import rules
from webapp.presenting.models import Presentation, PresentationOrder
from webapp.presenting.rules import Order, Room
from webapp.presenting.words import PLACES
from webapp.reviews.queries import of_area

HELD = (*OPEN, ApplicationStatus.HIRED)
SHOWN = 10


@dataclass(frozen=True)
class Standing:
    """Where an offer stands with those who want to be met: what was wanted, how many there are."""

    order: PresentationOrder | None
    held: int
    lately: Sequence[datetime]
    room: Room

    @property
    def again_at(self) -> datetime | None:
        """When one more person may be presented, where this week is full."""
        return rules.again_on(self.lately, self.order.per_week if self.order else None)

    @property
    def shown_in(self) -> list[str]:
        """Where the offer is shown besides this site, in words."""
        agreed = self.order.shown_in if self.order else []
        return [str(words) for place, words in PLACES.items() if place in agreed]


def open_requests(person: Person) -> Sequence[Application]:
    """Return the requests of someone that have no end yet, the first to be answered first."""
    return [one for one in requests.of_person(person.id) if one.waits_since is not None]


def open_request(person: Person, public_id: str) -> Application | None:
    """Return one of these requests by its name; None for another's."""
    return next((one for one in open_requests(person) if one.public_id == public_id), None)


def order_of(offer: Offer) -> PresentationOrder | None:
    """Return how many people its employer wants to meet; None where they never said."""
    return db.session.get(PresentationOrder, offer.id)


def held(offer: Offer) -> int:
    """Return how many people asked or were presented, whom no answer but a yes has ended."""
    asked = select(func.count(Application.id)).where(
        Application.offer_id == offer.id, Application.status.in_(HELD)
    )
    return db.session.scalar(asked) or 0


def is_full(offer: Offer) -> bool:
    """Return whether the employer has as many people to meet as they wanted."""
    order = order_of(offer)
    return order is not None and held(offer) >= order.wanted


def lately(offer: Offer, now: datetime) -> Sequence[datetime]:
    """Return when people were presented in the last seven days."""
    return db.session.scalars(
        select(Presentation.made_at)
        .join(Presentation.application)
        .where(Application.offer_id == offer.id, Presentation.made_at > now - rules.WEEK)
        .order_by(Presentation.made_at)
    ).all()


def standing(offer: Offer, now: datetime) -> Standing:
    """Return where an offer stands with the people to be met."""
    order, count, times = order_of(offer), held(offer), lately(offer, now)
    on = now.astimezone(PARIS).date()
    facts = (
        Order(wanted=order.wanted, due_on=order.due_on, per_week=order.per_week) if order else None
    )
    return Standing(order, count, times, rules.room(facts, count, times, on))


def presentation(person: Person, offer: Offer) -> Presentation | None:
    """Return the last presentation of someone to this offer."""
    return db.session.scalars(
        select(Presentation)
        .join(Presentation.application)
        .where(Presentation.person_id == person.id, Application.offer_id == offer.id)
        .order_by(Presentation.id.desc())
        .limit(1)
    ).first()


def refusable_by(phone: str, since: datetime) -> Sequence[Presentation]:
    """Return the presentations to which this number may still say no, the latest first."""
    return db.session.scalars(
        select(Presentation)
        .join(Presentation.application)
        .where(
            Application.phone == phone,
            requests.is_waiting(),
            Presentation.refused_at.is_(None),
            Presentation.made_at >= since,
        )
        .order_by(Presentation.made_at.desc(), Presentation.id.desc())
    ).all()


def near(account: Account, word: str) -> list[Offer]:
    """Return the nearest offers around an adviser's structure, of a work where one is named."""
    here = account.organisation
    wanted = Finding(Asked(word=word)).wanted
    hits = search.near(here.lat, here.lon, wanted, radius_km=USUAL_RADIUS, limit=SHOWN)
    found = {one.id: one for one in offers_of([hit.id for hit in hits])}
    return [found[hit.id] for hit in hits if hit.id in found]


def offers_of(ids: Sequence[int]) -> Sequence[Offer]:
    """Return some offers with the people who answer for them."""
    return db.session.scalars(with_people().where(Offer.id.in_(ids)).order_by(Offer.id)).all()


def asked_already(person: Person, ids: Sequence[int]) -> set[int]:
    """Return for which of these offers someone has a request, withdrawn ones left out."""
    found = db.session.scalars(
        select(Application.offer_id)
        .where(Application.person_id == person.id, Application.offer_id.in_(ids))
        .where(Application.status != ApplicationStatus.WITHDRAWN)
    )
    return set(found)


def who_asked(offer: Offer, people: Sequence[int]) -> set[int]:
    """Return who of these people has a request for this offer, withdrawn ones left out."""
    found = db.session.scalars(
        select(Application.person_id)
        .where(Application.offer_id == offer.id, Application.person_id.in_(people))
        .where(Application.status != ApplicationStatus.WITHDRAWN)
    )
    return {one for one in found if one is not None}


def to_confirm(organisation: Organisation) -> list[tuple[Offer, PresentationOrder]]:
    """Return the orders of an organisation's area whose rhythm nobody agreed, the oldest first."""
    orders = {one.offer_id: one for one in db.session.scalars(unconfirmed())}
    found = offers_of(list(orders))
    mine = of_area(found, organisation)
    return sorted(((one, orders[one.id]) for one in mine), key=lambda pair: pair[1].asked_at)


def unconfirmed() -> Select[PresentationOrder]:
    """Return the query of the orders of offers on line whose rhythm nobody agreed."""
    return (
        select(PresentationOrder)
        .join(Offer, Offer.id == PresentationOrder.offer_id)
        .where(is_waiting(), Offer.status == OfferStatus.PUBLISHED)
        .order_by(PresentationOrder.asked_at)
    )


def is_waiting() -> ColumnElement[bool]:
    """Return the condition of an order whose rhythm nobody agreed."""
    return PresentationOrder.confirmed_at.is_(None)
