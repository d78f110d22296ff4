"""What the invented people let a SIAE see: one shares all, one agreed to be hired and is asked."""

from datetime import datetime, timedelta

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.demonstration.paths import EMPLOYER
from webapp.followup import notes, tasks
from webapp.followup.enums import Readers
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Person

NOTE = "Arrive toujours à l’heure. Aimerait passer le CACES après le contrat."
STEP, OWN_STEP = "Apporter la carte de bus à Karim", "Chercher une formation CACES"


def bring_in(now: datetime) -> None:
    """Let the SIAE of the demonstration follow the first person, and wait for the second."""
    people = team.people()
    employer = next((one for one in team.accounts() if one.email == EMPLOYER), None)
    if employer is None or len(people) < 2:
        return
    follow(people[0], employer, now)
    ask_again(people[1], employer, now)


def follow(person: Person, employer: Account, now: datetime) -> None:
    """Share someone's follow-up with the SIAE, which writes for all and proposes a step."""
    asked_at, today = now - timedelta(days=6), now.astimezone(PARIS).date()
    asked = consents.add(person, employer.organisation, Purpose.FOLLOWUP, 365, employer, asked_at)
    consents.give(asked, ConsentWay.SMS, asked_at + timedelta(hours=2))
    notes.write(person, employer, NOTE, Readers.SHARED, now - timedelta(days=3))
    for title, owner in ((STEP, None), (OWN_STEP, employer)):
        wish = tasks.Wish(title=title, due_on=today + timedelta(days=4), owner=owner)
        tasks.add(person, employer, wish, now - timedelta(days=2))


def ask_again(person: Person, employer: Account, now: datetime) -> None:
    """Leave a question about the follow-up without answer, beside an agreement to be hired."""
    place = employer.organisation
    hired_at, asked_at = now - timedelta(days=40), now - timedelta(days=33)
    agreed = consents.add(person, place, Purpose.HIRING, 365, employer, hired_at)
    consents.give(agreed, ConsentWay.CARD, hired_at)
    consents.add(person, place, Purpose.FOLLOWUP, 365, employer, asked_at)
    person.active_on = now.astimezone(PARIS).date() - timedelta(days=9)
