"""Changes that people make to requests: ask, cancel, tell how a call went; and forgetting."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Delete, and_, delete, or_, select, update
from sqlalchemy.exc import IntegrityError

from webapp import calendars
from webapp.applications import clocks, inviting, queries, rules, telling
from webapp.applications.enums import ApplicationStatus, BestMoment, Outcome, Way
from webapp.applications.models import Application, CallReport
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.offers import actions as offers
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer


class OfferOver(Refused):
    """The offer is paused or closed: nobody would answer."""

    title = _l("Cette offre est finie")
    advice = _l("Regardez les offres encore ouvertes, ou appelez-nous.")
    code = 410


class TooManyRequests(Refused):
    """One number asked for more in a day than a person does by hand."""

    title = _l("Beaucoup de demandes aujourd’hui")
    advice = _l("Avec ce numéro, c’est 10 demandes par jour. Revenez demain, ou appelez-nous.")
    code = 429


class NoRequest(Refused):
    """Nobody made a request of this name, or it is no longer kept."""

    title = _l("Cette demande n’existe pas, ou elle a été effacée")
    advice = _l("Regardez si l’adresse est juste. Vous pouvez aussi demander encore.")
    code = 404


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a person asks: `phone` is E.164; the helper is who fills it in for them."""

    way: Way
    first_name: str
    phone: str
    moment: str = BestMoment.ANY
    for_someone: bool = False
    helper_name: str = ""


def apply(offer: Offer, wish: Wish, now: datetime) -> Application:
    """Make a request, or return the one that the same person already made for this offer.

    Raise OfferOver when the offer is not open, TooManyRequests past the day's limit.
    """
    key = rules.key(offer.id, wish.phone, wish.first_name)
    known = queries.same_request(key)
    if known is not None:
        return known
    check_allowed(offer, wish, now)
    try:
        with db.session.begin_nested():
            application = add(offer, wish, key, now)
    except IntegrityError:  # the same press came a moment before, through another connection
        return saved_meanwhile(key)
    count_request(offer, +1)
    clocks.wind(application, now)
    telling.tell_of_new(application, now)
    return application


def check_allowed(offer: Offer, wish: Wish, now: datetime) -> None:
    """Refuse a request that nobody would answer, or one too many."""
    if not offer.is_published:
        raise OfferOver
    if queries.sent_since(wish.phone, now - timedelta(days=1)) >= rules.PER_PHONE:
        raise TooManyRequests


def add(offer: Offer, wish: Wish, key: str, now: datetime) -> Application:
    """Write the request, with the last day on which it must be answered."""
    application = Application(
        offer=offer,
        way=wish.way,
        first_name=wish.first_name,
        phone=wish.phone,
        moment=wish.moment,
        for_someone=wish.for_someone,
        helper_name=wish.helper_name if wish.for_someone else "",
        status=ApplicationStatus.SENT,
        idempotency_key=key,
        created_at=now,
        answer_by=promised_day(offer, now),
    )
    db.session.add(application)
    db.session.flush()
    return application


def saved_meanwhile(key: str) -> Application:
    """Return the request that another press has just made."""
    return db.session.scalars(select(Application).where(Application.idempotency_key == key)).one()


def promised_day(offer: Offer, now: datetime) -> date:
    """Return the last day of the promised answer, by the calendar of the offer's place."""
    insee = offer.insee or ""
    today = now.astimezone(calendars.zone(insee)).date()
    return rules.answer_by(today, offer.promised_days, calendars.holidays(insee))


def count_request(offer: Offer, step: int) -> None:
    """Add to the requests of an offer, safe among others who do, and keep the search true."""
    db.session.execute(
        update(Offer)
        .where(Offer.id == offer.id, Offer.request_count + step >= 0)
        .values(request_count=Offer.request_count + step)
        .execution_options(synchronize_session=False)
    )
    db.session.refresh(offer, ["request_count"])
    offers.index(offer)


def cancel(application: Application, now: datetime) -> None:
    """Withdraw a request; the person may ask again. Doing it twice changes nothing more."""
    if application.status == ApplicationStatus.WITHDRAWN:
        return
    inviting.withdraw(application, now)
    application.status, application.ended_at = ApplicationStatus.WITHDRAWN, now
    application.idempotency_key = rules.spent(application.idempotency_key, application.public_id)
    application.messages.clear()  # nobody may hear it any more
    clocks.wind(application, now)
    db.session.flush()
    count_request(application.offer, -1)


def report_call(offer: Offer, outcome: Outcome, now: datetime) -> CallReport:
    """Note how a call went, and nothing about who made it."""
    if not offer.is_published:
        raise OfferOver
    report = CallReport(offer_id=offer.id, outcome=outcome, at=now)
    db.session.add(report)
    db.session.flush()
    return report


def forget_old(on: date) -> int:
    """Erase requests and call reports past their time; return how many requests went."""
    erased = db.session.execute(forgetting(on))
    oldest = moment_before(on, rules.retention_on(on).at_most)
    db.session.execute(delete(CallReport).where(CallReport.at < oldest))
    return int(erased.rowcount)  # type: ignore[attr-defined]


def forgetting(on: date) -> Delete:
    """Return the statement that erases the requests past their time."""
    rule = rules.retention_on(on)
    closed = select(Offer.id).where(closed_before(moment_before(on, rule.after_closing)))
    return (
        delete(Application)
        .where(
            or_(
                Application.created_at < moment_before(on, rule.at_most),
                Application.offer_id.in_(closed),
            )
        )
        .execution_options(synchronize_session=False)
    )


def closed_before(moment: datetime) -> ColumnElement[bool]:
    """Return the condition of an offer closed before a moment."""
    return and_(Offer.status == OfferStatus.CLOSED, Offer.closed_at < moment)


def moment_before(on: date, length: timedelta) -> datetime:
    """Return the moment when the day began, so long ago."""
    return datetime(on.year, on.month, on.day, tzinfo=PARIS) - length
