"""Changes to alerts: ask, say yes or no, tell once a week, end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import ColumnElement, delete, or_
from sqlalchemy.exc import IntegrityError

from webapp.alerts import queries, rules, texts
from webapp.alerts.models import Alert
from webapp.bysms import actions as bysms
from webapp.bysms import texts as lines
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import family
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.offers.queries import found as offers_found
from webapp.people.models import Person
from webapp.places import queries as places


class TooManyAlerts(Refused):
    """One number is told about enough."""

    title = _l("Ce numéro a déjà 5 alertes")
    advice = _l("Répondez STOP à un SMS pour tout arrêter. Ou appelez-nous.")
    code = 429


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What someone wants to be told about."""

    phone: str
    insee: str
    family: str = ""
    word: str = ""
    needs: tuple[str, ...] = ()
    first_name: str = ""


def ask(wish: Wish, now: datetime, person: Person | None = None) -> Alert:
    """Keep what someone wants to be told about; the number must say yes by SMS first.

    Their own number needs no question. Asked twice, it is kept once. Raise TooManyAlerts.
    """
    key = rules.key(wish.phone, wish.family, wish.word, wish.insee, wish.needs)
    known = queries.by_key(key)
    if known is not None:
        return known
    mine = queries.of_phone(wish.phone)
    if len(mine) >= rules.PER_PHONE:
        raise TooManyAlerts
    is_own = person is not None and person.phone == wish.phone
    alert = Alert(key=key, created_at=now, sent=[], **vars(wish))
    alert.person_id = person.id if person is not None and is_own else None
    alert.confirmed_at = now if is_own else None
    try:
        with db.session.begin_nested():
            db.session.add(alert)
    except IntegrityError:  # the same press came a moment before
        return queries.by_key(key) or alert
    if not is_own:
        question(alert, now)
    return alert


def question(alert: Alert, now: datetime) -> None:
    """Ask a number for its yes; one question at a time waits on it."""
    waiting = queries.unanswered(alert.phone, now - rules.ANSWER_WITHIN)
    if any(one.id != alert.id for one in waiting):
        return
    town = places.commune(alert.insee)
    queue(
        kind=Kind.ALERT_ASKED,
        to=alert.phone,
        text=texts.asked(alert.first_name, work_of(alert), town.name if town else ""),
        key=f"{Kind.ALERT_ASKED}:{alert.public_id}",
        now=now,
        insee=alert.insee,
    )


def work_of(alert: Alert) -> str:
    """Return the work of an alert in French; empty for any."""
    known = family(alert.family)
    return str(known.short._args[0]) if known else alert.word


def confirm(alerts: Iterable[Alert], now: datetime) -> None:
    """Note that a number wants to be told."""
    for alert in alerts:
        alert.confirmed_at = alert.confirmed_at or now


def end(alerts: Iterable[Alert]) -> None:
    """Forget what someone wanted to be told about."""
    for alert in alerts:
        db.session.delete(alert)
    db.session.flush()


def tell(on: date, now: datetime) -> int:
    """Tell the numbers whose week is over about what is new; return how many SMS were written."""
    count = 0
    for _phone, group in groupby(queries.confirmed(), key=lambda one: one.phone):
        alerts = list(group)
        if rules.is_due((one.sent_on for one in alerts), on):
            count += any(told(alert, on, now) for alert in alerts)
    return count


def told(alert: Alert, on: date, now: datetime) -> bool:
    """Write one SMS about what is new for an alert; False where nothing is."""
    hits = {hit.id: hit for hit in queries.near(alert)}
    numbers = rules.new(list(hits), alert.sent)
    town = places.commune(alert.insee)
    if not numbers or town is None:
        return False
    found = offers_found([hits[number] for number in numbers])
    head = texts.head(alert.first_name, town.name)
    queue(
        kind=Kind.ALERT,
        to=alert.phone,
        text=lines.offers(head, texts.FOOT[len(found)], found, on),
        key=f"{Kind.ALERT}:{alert.public_id}:{on}",
        now=now,
        insee=alert.insee,
        person_id=alert.person_id,
    )
    sought = bysms.Sought(alert.phone, work_of(alert), alert.insee, alert.first_name)
    bysms.note_shown(sought, [one.offer.id for one in found], now)
    alert.sent, alert.sent_on = rules.remembered(alert.sent, numbers), on
    return True


def forget_old(on: date) -> int:
    """End the alerts without a yes for a week, those of six months, and those told to stop."""
    now = datetime(on.year, on.month, on.day, tzinfo=PARIS)
    over: list[ColumnElement[bool]] = [
        Alert.confirmed_at.is_(None) & (Alert.created_at < now - rules.ANSWER_WITHIN),
        Alert.confirmed_at < now - rules.KEPT,
        Alert.phone.in_(queries.stopped_phones()),
    ]
    ended = db.session.execute(
        delete(Alert).where(or_(*over)), execution_options={"synchronize_session": False}
    )
    return int(ended.rowcount)  # type: ignore[attr-defined]
