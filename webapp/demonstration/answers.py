"""The invented answers of one employer: a meeting to choose, one today, past answers, an order."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import delete, select

from webapp.accounts.models import Account
from webapp.applications import answers, clocks, inviting, slots
from webapp.applications.actions import Wish, apply
from webapp.applications.enums import Chosen, Reason, Way
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.demonstration import paths, team
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.offers import actions as offer_actions
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.offers.queries import offers_of
from webapp.organisations.models import Organisation
from webapp.people.models import Person
from webapp.presenting import actions as presenting

# Who asked before, how many days ago, after how many days they were answered, and what.
BEFORE = (
    ("Moussa", 26, 1, Reason.FILLED),
    ("Inès", 24, 2, Reason.HOURS),
    ("Driss", 21, 1, None),
    ("Olena", 19, 3, Reason.FAR),
    ("Rosa", 17, 1, Reason.SKILL),
    ("Yann", 12, 9, Reason.ELSEWHERE),
)
PHONES = tuple(f"+3363998220{number}" for number, _one in enumerate(BEFORE, 1))
SAID = "Joseph a tenu un atelier de bois pendant trois ans, il arrive toujours à l’heure."
CLOSES = time(18)


def bring_in(now: datetime) -> None:
    """Give the first invented employer people to meet, to answer and to look back on."""
    known = {account.email: account for account in team.accounts()}
    adviser, employer = known.get(team.ADVISER), known.get(paths.EMPLOYER)
    people = team.people()
    if not (adviser and employer and people):
        return
    offers = [one for one in offers_of(employer.organisation_id) if one.is_published]
    offers.sort(key=lambda one: one.id)
    look_back(offers[4:], now)
    invite(people[0], offers[0], now)
    come_today(people[1], offers[1], now)
    presenting.want(offers[2], 4, now)
    present(people[1], offers[3], adviser, now)
    wait_for_review(employer, now)
    forget_old_messages(employer, now)


def ask(person: Person, offer: Offer, now: datetime) -> Application:
    """Return the request of someone for an offer, joined to their record."""
    wish = Wish(way=Way.THEY_CALL, first_name=person.first_name, phone=str(person.phone))
    asked = apply(offer, wish, now)
    asked.person_id = person.id
    return asked


def invite(person: Person, offer: Offer, now: datetime) -> None:
    """Let someone choose among three moments."""
    asked = ask(person, offer, now)
    inviting.propose(asked, slots.first_few(inviting.proposable(asked, now)), now)


def come_today(person: Person, offer: Offer, now: datetime) -> None:
    """Let someone come in some hours, or tomorrow morning where the day is nearly over."""
    there = now.astimezone(PARIS)
    moment = there.replace(minute=0, second=0, microsecond=0) + timedelta(hours=3)
    if moment.time() > CLOSES or moment.date() != there.date():
        moment = (there + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    asked = ask(person, offer, now)
    inviting.propose(asked, [moment], now - timedelta(days=1))
    inviting.choose(asked, moment, Chosen.PAGE, now - timedelta(days=1))


def look_back(offers: Sequence[Offer], now: datetime) -> None:
    """Make six requests of the last weeks, each answered: offers show how often and how fast."""
    for number, (name, days, after, reason) in enumerate(BEFORE):
        at = now - timedelta(days=days)
        wish = Wish(way=Way.THEY_CALL, first_name=name, phone=PHONES[number])
        asked = apply(offers[number % len(offers)], wish, at)
        answered = at + timedelta(days=after)
        if reason is None:
            answers.hire(asked, answered)
        else:
            answers.decline(asked, reason, answered)
        clocks.wind(asked, now)


def present(person: Person, offer: Offer, adviser: Account, now: datetime) -> None:
    """Present someone to an offer, with one sentence."""
    presenting.present(person, offer, adviser, SAID, now)


def wait_for_review(employer: Account, now: datetime) -> None:
    """Let an offer of another structure of the place wait for an adviser to read it."""
    here = employer.organisation
    found = db.session.scalars(
        select(Offer)
        .join(Offer.organisation)
        .where(Offer.demonstration, Offer.organisation_id != here.id)
        .where(Offer.status == OfferStatus.PUBLISHED, Organisation.insee.startswith(here.insee[:2]))
        .order_by(Offer.id.desc())
        .limit(1)
    ).first()
    if found is not None:
        offer_actions.hold(found, now)


def forget_old_messages(employer: Account, now: datetime) -> None:
    """Leave no message of weeks ago to be sent now."""
    humans = [contact.phone for contact in employer.organisation.contacts]
    written = [*PHONES, *humans, *(account.email for account in team.accounts())]
    db.session.flush()
    db.session.execute(
        delete(Message)
        .where(Message.recipient.in_(written), Message.created_at < now - timedelta(days=2))
        .execution_options(synchronize_session=False)
    )
