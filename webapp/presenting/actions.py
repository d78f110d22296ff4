"""What an adviser does for someone, with their agreement only; what an employer wants."""

from collections.abc import Collection
from datetime import date, datetime

from webapp import calendars
from webapp.accounts.models import Account
from webapp.applications import actions as requests
from webapp.applications import happened, inviting, telling
from webapp.applications.actions import Wish
from webapp.applications.enums import Way
from webapp.applications.ladder import working_day
from webapp.applications.models import Application, Meeting
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.messages.enums import Kind
from webapp.offers.models import Offer
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.rules import TELLS_REQUESTS
from webapp.people.viewing import has_agreed
from webapp.presenting import queries, refusals, rules, texts
from webapp.presenting.models import Presentation, PresentationOrder
from webapp.presenting.rules import Room


def check_agreed(person: Person, account: Account, now: datetime) -> None:
    """Raise NotAgreed unless the person agreed with this professional's structure."""
    if not has_agreed(account, person, now.astimezone(PARIS).date(), TELLS_REQUESTS):
        raise refusals.NotAgreed


def choose(
    person: Person, application: Application, moment: datetime, adviser: Account, now: datetime
) -> Meeting:
    """Choose a moment with someone who is on the phone; both sides are told, and it is noted.

    Raise NotAgreed, NoMeeting or SlotGone.
    """
    check_agreed(person, adviser, now)
    meeting = inviting.choose_with(application, moment, adviser, now)
    journal.note(person, Act.CHANGED, account=adviser, now=now, kind="meeting")
    return meeting


def want(offer: Offer, wanted: int, now: datetime) -> PresentationOrder | None:
    """Note how many people an employer wants to meet; none at all ends the order.

    A rhythm that was agreed still holds when the number changes.
    """
    order = queries.order_of(offer)
    if wanted <= 0:
        if order is not None:
            db.session.delete(order)
        return None
    if order is None:
        order = PresentationOrder(offer_id=offer.id, asked_at=now, due_on=due_on(offer, now))
        db.session.add(order)
    order.wanted = min(wanted, rules.MOST)
    db.session.flush()
    return order


def due_on(offer: Offer, now: datetime) -> date:
    """Return the last day for a referent to agree on the rhythm, by the calendar of the place."""
    insee = offer.insee or offer.organisation.insee
    day = now.astimezone(calendars.zone(insee)).date()
    return working_day(day, rules.CONFIRM_WITHIN, calendars.holidays(insee))


def confirm(
    offer: Offer, account: Account, per_week: int, now: datetime, shown_in: Collection[str] = ()
) -> PresentationOrder:
    """Note the rhythm, and where the offer is shown, as a referent agreed. Raise NoOrder."""
    order = queries.order_of(offer)
    if order is None:
        raise refusals.NoOrder
    order.per_week, order.shown_in = per_week, list(shown_in)
    order.confirmed_at, order.confirmed_by = now, account
    return order


def present(
    person: Person, offer: Offer, account: Account, sentence: str, now: datetime
) -> Presentation:
    """Present someone who agreed, with one sentence: a request like any other, that says by whom.

    Presented twice, they are presented once. Raise what `check` does, or TooManyRequests.
    """
    known = queries.presentation(person, offer)
    if known is not None and known.refused_at is None:
        return known
    phone = check(person, offer, account, now)
    wish = Wish(way=Way.THEY_CALL, first_name=person.first_name, phone=phone)
    application = requests.apply(offer, wish, now)
    application.person_id = person.id
    made = Presentation(person_id=person.id, account=account, sentence=sentence, made_at=now)
    application.presentation = made
    db.session.flush()
    journal.note(person, Act.CHANGED, account=account, now=now, kind="presentation")
    happened.tell(application, "presented", now, by=account)
    tell(made, application, account, now)
    return made


def check(person: Person, offer: Offer, account: Account, now: datetime) -> str:
    """Return the number by which someone is called; say why they cannot be presented.

    Raise NotAgreed, SaidNo, NoPhone, AskedAlready, OfferOver or NoRoom.
    """
    check_agreed(person, account, now)
    if queries.presentation(person, offer) is not None:
        raise refusals.SaidNo
    if not person.phone:
        raise refusals.NoPhone
    if queries.asked_already(person, [offer.id]):
        raise refusals.AskedAlready
    if not offer.is_published:
        raise requests.OfferOver
    standing = queries.standing(offer, now)
    if standing.room is not Room.OPEN:
        raise refusals.NO_ROOM[standing.room]
    return person.phone


def tell(made: Presentation, application: Application, account: Account, now: datetime) -> None:
    """Tell the person by SMS: they may say no."""
    contact = telling.contact_of(application, now)
    text = texts.presented(
        account.first_name,
        application.offer.organisation.name,
        telling.job_in_french(application.offer),
        contact.first_name if contact else "L'employeur",
        telling.address_of(application),
    )
    telling.tell_person(application, Kind.PRESENTED, text, f"presented:{made.public_id}", now)


def refuse(made: Presentation, now: datetime) -> None:
    """Undo a presentation that the person does not want; their adviser reads so."""
    if made.refused_at is not None:
        return
    made.refused_at = now
    happened.tell(made.application, "not-wanted", now)
    requests.cancel(made.application, now)
