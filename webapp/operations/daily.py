"""Work done once a day: after three in the morning, or as soon as the product runs again."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from flask import current_app

from webapp.accounts import codes
from webapp.alerts import actions as alerts
from webapp.applications.actions import forget_old
from webapp.applications.voice.actions import forget_left
from webapp.bysms.actions import forget_old as forget_old_talks
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import digest
from webapp.forecasts import actions as forecasts
from webapp.gatherings import actions as gatherings
from webapp.helping import actions as helping
from webapp.helping import asking as help_requests
from webapp.logger import log
from webapp.messages import actions as messages
from webapp.network import publishing
from webapp.offers import freshness
from webapp.operations import backup, queries
from webapp.organisations.log import forget_old as forget_old_changes
from webapp.pathways import asking, renewals
from webapp.people import renewing, silence, sweeping
from webapp.people.journal import forget_old as forget_old_lines
from webapp.pwa.actions import forget_old as forget_presses
from webapp.scams.actions import forget_old as forget_old_reports
from webapp.scams.told import forget_old as forget_old_messages

NIGHT = 3  # o'clock in Paris: few people read then


def is_due(last: date | None, at: datetime) -> bool:
    """Return whether work last done on that day is to be done now."""
    here = at.astimezone(PARIS)
    return (last is None or last < here.date()) and here.hour >= NIGHT


def back_up(_on: date) -> None:
    """Copy the embedded database; PostgreSQL's own tools look after the other."""
    database = queries.sqlite_file()
    if database:
        backup.back_up(database, current_app.config["DATA_DIR"] / "backups", "daily", now())


def optimize(_on: date) -> None:
    """Let SQLite renew what it knows of its tables; PostgreSQL does so by itself."""
    if queries.sqlite_file():
        with db.get_engine("default").begin() as connection:
            connection.exec_driver_sql("PRAGMA optimize")


def freshen_offers(_on: date) -> None:
    """Ask whether old offers are still open; let silence pause and end them."""
    freshness.look_after(now())


def forget_messages(_on: date) -> None:
    """Remove the messages that have been kept for six months."""
    messages.forget_old(now())


def forget_voices(_on: date) -> None:
    """Forget the voice messages that never came whole."""
    forget_left(now())


def forget_sent(_on: date) -> None:
    """Remove what tells one press from another, once no phone sends it any more."""
    forget_presses(now())


def forget_codes(_on: date) -> None:
    """Erase the codes that nobody can use any more, and the tries that nothing counts."""
    codes.forget_old(now())


def look_after_silent(on: date) -> None:
    """Warn people who gave no sign for 24 months, and erase those who stayed silent since."""
    silence.look_after(on, now())


def ask_again(on: date) -> None:
    """Ask people about the agreements that end within a month."""
    renewing.ask_again(on, now())


def raise_help(_on: date) -> None:
    """Find who answers the requests for help of nobody; tell the leads of those that are late."""
    help_requests.route_waiting(now())
    helping.raise_late(now())


def remind_renewals(on: date) -> None:
    """Remind people who work in an SIAE of their monthly renewal at France Travail."""
    renewals.remind(on, now())


def ask_outcomes(on: date) -> None:
    """Ask those whose contract has ended what became of them."""
    asking.ask_outcomes(on, now())


def sweep(_on: date) -> None:
    """Leave nothing of who was erased in the bytes of the file, nor in copies of a month ago."""
    sweeping.sweep_if_waiting()
    backup.forget_old(now())


def tell_alerts(on: date) -> None:
    """End the alerts whose time is over, and tell the others what is new."""
    alerts.forget_old(on)
    alerts.tell(on, now())


def look_after_gatherings(on: date) -> None:
    """Give the seats that were freed to those who wait; forget old information meetings."""
    gatherings.look_after(on, now())


def ask_forecasts(on: date) -> None:
    """Ask about the posts whose month has come; forget those of two months ago."""
    forecasts.ask(on, now())
    forecasts.forget_old(on)


def write_digests(on: date) -> None:
    """Write to professionals what is new among their alerts; nobody waits for all of them."""
    for account in digest.readers():
        digest.send(account, on, now())
        db.session.commit()


def publish_figures(on: date) -> None:
    """Publish the quarters that others may read from today."""
    for organisation in publishing.publishers():
        publishing.publish_due(organisation, on, now())
        db.session.commit()


JOBS: Mapping[str, Callable[[date], object]] = {
    "freshen-offers": freshen_offers,
    "forget-old": forget_old,  # before the copy, which would keep what is to be forgotten
    "raise-help": raise_help,
    "forget-help": helping.forget_old,
    "forget-reports": forget_old_reports,
    "forget-changes": forget_old_changes,
    "forget-messages": forget_messages,
    "forget-voices": forget_voices,
    "forget-codes": forget_codes,
    "forget-talks": forget_old_talks,
    "tell-alerts": tell_alerts,
    "gatherings": look_after_gatherings,
    "forecasts": ask_forecasts,
    "forget-told-messages": forget_old_messages,
    "forget-journal": forget_old_lines,
    "forget-sent": forget_sent,
    "remind-renewals": remind_renewals,
    "ask-outcomes": ask_outcomes,
    "publish-figures": publish_figures,
    "ask-again": ask_again,
    "write-digests": write_digests,  # after all that may raise an alert
    "silent": look_after_silent,
    "sweep": sweep,
    "back-up": back_up,
    "optimize": optimize,
}


def run_due(state: Path, at: datetime, jobs: Mapping[str, Callable[[date], object]] = JOBS) -> None:
    """Do the work that is due and note the day in the state file.

    Work that fails is said in the logs, holds nothing else back, and is tried again at the next
    turn.
    """
    done = json.loads(state.read_text()) if state.exists() else {}
    for name, work in jobs.items():
        last = date.fromisoformat(done[name]) if name in done else None
        if not is_due(last, at):
            continue
        day = at.astimezone(PARIS).date()
        if attempt(name, work, day):
            done[name] = day.isoformat()
            unfinished = state.with_suffix(".part")
            unfinished.write_text(json.dumps(done))
            unfinished.replace(state)


def attempt(name: str, work: Callable[[date], object], day: date) -> bool:
    """Do one piece of work, commit what it changed, and return whether it went well."""
    try:
        work(day)
        db.session.commit()
    except Exception as error:  # whatever it is, the other work must go on
        db.session.rollback()
        log.error("daily", job=name, kind=type(error).__name__)
        return False
    log.info("daily", job=name)
    return True
