"""The invented information meetings: one to come with seats left, one full, one just over."""

from datetime import date, datetime, time, timedelta

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.gatherings import actions
from webapp.gatherings.actions import Wish
from webapp.gatherings.enums import Topic
from webapp.gatherings.models import Gathering

EMPLOYER = "karim@ateliers-du-canal.example"
FRIDAY = 4
WAY = ["Bus C3, arrêt « Vaulx Hôtel de Ville ».", "Puis 4 min à pied."]


def bring_in(now: datetime) -> None:
    """Post the meetings, and let the invented people take seats in them."""
    known = {account.email: account for account in team.accounts()}
    adviser, employer = known.get(team.ADVISER), known.get(EMPLOYER)
    if adviser is None or employer is None:
        return
    coming = post(adviser, Topic.IAE, 5, 12, now)
    full = post(employer, Topic.WORK, 8, 1, now)
    over = post(adviser, Topic.RIGHTS, -1, 10, now - timedelta(days=9))
    for person in team.people():
        wish = Wish(first_name=person.first_name, phone=person.phone or "", person=person)
        for meeting, at in ((coming, now), (full, now), (over, now - timedelta(days=8))):
            actions.take(meeting, wish, at)


def post(by: Account, topic: Topic, days: int, seats: int, now: datetime) -> Gathering:
    """Post a meeting at the structure of this account, some days from today, at ten."""
    here = by.organisation
    since = now if days > 0 else now + timedelta(days=9)
    day = worked((since + timedelta(days=days)).astimezone(PARIS).date(), 1 if days > 0 else -1)
    facts = {
        "topic": topic,
        "starts_at": datetime.combine(day, time(10), PARIS),
        "minutes": 90,
        "address": here.address,
        "insee": here.insee,
        "lat": here.lat,
        "lon": here.lon,
        "way": WAY,
        "seats": seats,
        "host_name": by.first_name,
        "host_phone": by.phone,
    }
    return actions.post(facts, by, now)


def worked(day: date, step: int) -> date:
    """Return this day, or the next one (the one before) from Monday to Friday."""
    while day.weekday() > FRIDAY:
        day += timedelta(days=step)
    return day
