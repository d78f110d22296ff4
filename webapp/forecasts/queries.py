"""What was forecast, read: by a structure for itself, by an adviser for their territory."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from webapp import calendars
from webapp.extensions import db
from webapp.forecasts import rules
from webapp.forecasts.models import Forecast
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation, Site
from webapp.places.rules import metres
from webapp.reviews.rules import Spot, is_of_area

JOBS_SHOWN = 8


def standing() -> Select[Forecast]:
    """Return the query of the forecasts that wait, the nearest month first."""
    return (
        select(Forecast).where(Forecast.settled_at.is_(None)).order_by(Forecast.month, Forecast.id)
    )


def of_structure(organisation_id: int) -> Sequence[Forecast]:
    """Return what a structure forecast and did not settle."""
    return db.session.scalars(standing().where(Forecast.organisation_id == organisation_id)).all()


def come(organisation_id: int, today: date) -> list[Forecast]:
    """Return those of a structure whose month has come."""
    return [one for one in of_structure(organisation_id) if rules.has_come(one.month, today)]


def to_ask(today: date) -> Sequence[Forecast]:
    """Return the forecasts whose month has come and about which nobody was asked."""
    return db.session.scalars(
        standing()
        .where(Forecast.asked_at.is_(None), Forecast.month <= today)
        .options(joinedload(Forecast.organisation))
    ).all()


def forecast_of(organisation_id: int, public_id: str) -> Forecast | None:
    """Return a forecast of this structure."""
    own = select(Forecast).where(Forecast.organisation_id == organisation_id)
    return db.session.scalar(own.where(Forecast.public_id == public_id))


def same(organisation_id: int, job: str, month: date) -> Forecast | None:
    """Return what was said of this job and this month."""
    own = select(Forecast).where(Forecast.organisation_id == organisation_id)
    return db.session.scalar(own.where(Forecast.job == job, Forecast.month == month))


def jobs_of(organisation_id: int) -> list[str]:
    """Return the jobs that a structure offered, the latest first."""
    own = select(Offer.job).where(Offer.organisation_id == organisation_id, Offer.job.is_not(None))
    found = db.session.scalars(own.order_by(Offer.updated_at.desc(), Offer.id.desc()))
    return list(dict.fromkeys(job for job in found if job))[:JOBS_SHOWN]


def latest_offer(organisation_id: int, job: str) -> Offer | None:
    """Return the offer of this job that a structure touched last."""
    own = select(Offer).where(Offer.organisation_id == organisation_id, Offer.job == job)
    return db.session.scalars(own.order_by(Offer.updated_at.desc(), Offer.id.desc())).first()


def of_area(here: Organisation, today: date) -> list[Forecast]:
    """Return what the structures of an adviser's territory forecast, the nearest month first."""
    sites = select(Site).where(Site.organisation_id == here.id).order_by(Site.id)
    places = [here, *db.session.scalars(sites)]
    departments = {calendars.department(one.insee) for one in places}
    found = db.session.scalars(
        standing()
        .where(Forecast.month >= rules.oldest(today))
        .options(joinedload(Forecast.organisation).selectinload(Organisation.contacts))
    )
    return [one for one in found if is_of_area(spot(one.organisation, places), departments)]


def spot(there: Organisation, places: Sequence[Organisation | Site]) -> Spot:
    """Return where a structure is, seen from some places."""
    nearest = min(metres(there.lat, there.lon, one.lat, one.lon) for one in places)
    return Spot(calendars.department(there.insee), nearest / 1000)
