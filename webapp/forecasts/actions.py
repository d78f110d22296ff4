"""Changes to forecasts: say one, ask about it when its month comes, make an offer of it, end it."""

from datetime import date, datetime

from flask import current_app
from sqlalchemy import delete

from webapp.accounts.models import Account
from webapp.employers import actions as employers
from webapp.extensions import db
from webapp.forecasts import queries, rules, texts
from webapp.forecasts.models import Forecast
from webapp.jobs.queries import job as job_by_key
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.offers.models import Offer
from webapp.organisations.queries import members

TOLD = 3  # accounts at most


def say(job: str, count: int, month: date, by: Account, now: datetime) -> Forecast:
    """Keep how many posts of a job are expected; said again, the last number counts."""
    known = queries.same(by.organisation_id, job, month)
    said = known or Forecast(organisation_id=by.organisation_id, job=job, month=month)
    said.count, said.said_at, said.by_id = count, now, by.id
    said.settled_at, said.asked_at = None, None
    db.session.add(said)
    db.session.flush()
    return said


def settle(forecast: Forecast, now: datetime) -> None:
    """Note that nothing more is to be done of a forecast."""
    forecast.settled_at = forecast.settled_at or now
    db.session.flush()


def make_offer(forecast: Forecast, now: datetime) -> Offer:
    """Make an offer of a forecast: like the last one of this job, where there is one."""
    before = queries.latest_offer(forecast.organisation_id, forecast.job)
    offer = employers.duplicate(before, now) if before else begun(forecast, now)
    offer.positions = forecast.count
    settle(forecast, now)
    return offer


def begun(forecast: Forecast, now: datetime) -> Offer:
    """Begin the first offer of a job."""
    known = job_by_key(forecast.job)
    family = known.family if known else ""
    offer = employers.start(forecast.organisation, family, now)
    if known:
        employers.choose_job(offer, known.key, now)
    return offer


def ask(today: date, now: datetime) -> int:
    """Ask those who hire about the forecasts whose month has come; return how many."""
    found = queries.to_ask(today)
    for forecast in found:
        forecast.asked_at = now
        tell(forecast, now)
    return len(found)


def tell(forecast: Forecast, now: datetime) -> None:
    """Write to those who hire in the structure."""
    hiring = [one for one in members(forecast.organisation_id) if one.role in ("employer", "lead")]
    for account in hiring[:TOLD]:
        queue(
            kind=Kind.STAFF_NOTE,
            to=account.email,
            subject=texts.SUBJECT,
            text=texts.asked(forecast, f"{current_app.config['PUBLIC_URL']}/employeur/besoins/"),
            key=f"forecast:{forecast.public_id}:{forecast.month}:{account.public_id}",
            now=now,
        )


def forget_old(today: date) -> int:
    """Remove what was forecast for two months ago and before; return how many went."""
    gone = delete(Forecast).where(Forecast.month < rules.oldest(today))
    return int(db.session.execute(gone).rowcount)  # type: ignore[attr-defined]
