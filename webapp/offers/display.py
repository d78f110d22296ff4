"""An offer as people see it: the few facts of a card, and all of a page."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from webapp.i18n import gettext as _
from webapp.i18n import lowered
from webapp.jobs.queries import family, job
from webapp.jobs.tasks import Task, task
from webapp.offers import rules, words
from webapp.offers.models import Offer
from webapp.offers.needs import Need, needs
from webapp.offers.people import Person, person
from webapp.offers.queries import Listed
from webapp.organisations.models import initials
from webapp.places import queries as places
from webapp.places.rules import Distance, walk_minutes

MANY_REQUESTS = 10  # for each open post: past this, others are proposed as well
WALKABLE = 60  # minutes beyond which nobody is told to walk


class Card(NamedTuple):
    """An offer in a list: who, what, when, how much, and the human."""

    url: str
    picture: str
    job: str
    employer: str
    hours_text: str
    pay_text: str
    contact_first_name: str
    initials: str
    promised_days: int
    many_requests: bool
    to_confirm: bool = False
    kind_picture: str = ""  # of what is offered, where it is no job


@dataclass(frozen=True)
class Far:
    """How far an offer of a list is."""

    distance: Distance | None

    @property
    def distance_text(self) -> str:
        """The distance in words; empty where no place was given."""
        return words.distance_text(self.distance.metres) if self.distance else ""


def job_name(offer: Offer) -> str:
    """Return the name of the work, and what is offered where it is no job."""
    return name_of(offer.job, offer.kind)


def name_of(work: str | None, kind: str) -> str:
    """Return the name of a kind of work, and of what is offered where it is no job."""
    known = job(work or "")
    name = str(known.label) if known else _("Un travail")
    offered = words.OF_KIND.get(kind)
    return str(offered) % {"job": lowered(name)} if offered else name


def picture_of(offer: Offer | Listed) -> str:
    """Return the picture of the work's family."""
    known = family(offer.family or "")
    return known.picture if known else "question"


def distance(metres: int | None) -> Distance | None:
    """Return how far an offer is and how long one walks, where walking makes sense."""
    if metres is None:
        return None
    minutes = walk_minutes(metres)
    return Distance(metres, minutes if minutes <= WALKABLE else 0)


def town_of(offer: Offer) -> str:
    """Return the name of the commune."""
    commune = places.commune(offer.insee or "")
    return commune.name if commune else ""


def card(offer: Listed, on: date, url: str) -> Card:
    """Return what a list shows of an offer whose page is at this address."""
    first_name, last_name = offer.answering(on)
    minutes = (offer.weekly_minutes, offer.weekly_minutes_max)
    return Card(
        url=url,
        picture=picture_of(offer),
        job=name_of(offer.job, offer.kind),
        employer=offer.employer,
        hours_text=words.hours_of_work(*minutes, offer.week),
        pay_text=words.pay_of(offer.kind, offer.pay_cents, offer.pay_cents_max),
        contact_first_name=first_name,
        initials=initials(first_name, last_name),
        promised_days=offer.promised_days,
        many_requests=has_many(offer),
        to_confirm=rules.is_doubted(offer.asked_on, on),
        kind_picture=words.KIND_PICTURES.get(offer.kind, ""),
    )


def has_many(offer: Offer | Listed) -> bool:
    """Return whether so many people asked that others must be proposed."""
    return rules.per_post(offer.request_count, offer.positions) >= MANY_REQUESTS


@dataclass(frozen=True)
class Page:
    """Everything an offer's page says, made from its facts."""

    offer: Offer
    on: date
    distance: Distance | None = None
    bus: str = ""  # which bus goes there from the place of the search

    @property
    def job(self) -> str:
        """The name of the work, and what is offered where it is no job."""
        return job_name(self.offer)

    @property
    def picture(self) -> str:
        """The picture of the family."""
        return picture_of(self.offer)

    @property
    def employer(self) -> str:
        """The name of the structure."""
        return self.offer.organisation.name

    @property
    def hours_text(self) -> str:
        """The hours in one line."""
        return words.hours_text(self.offer)

    @property
    def pay_text(self) -> str:
        """The pay of an hour in one line."""
        return words.pay_text(self.offer)

    @property
    def tasks(self) -> list[Task]:
        """The tasks, each with its sentence and picture."""
        return [known for known in map(task, self.offer.tasks) if known]

    @property
    def week_sentences(self) -> list[str]:
        """The week in sentences; the hours a week alone where the days vary."""
        return words.week_sentences(self.offer.week)

    @property
    def week_rows(self) -> list[tuple[str, list[bool]]]:
        """The week as a picture: morning, afternoon, evening or night by day."""
        halves = (
            (_("Matin"), 5 * 60, 12 * 60),
            (_("Après-midi"), 12 * 60, 18 * 60),
            (_("Soir, nuit"), 18 * 60, 29 * 60),
        )
        rows = [(name, self.worked(begin, end)) for name, begin, end in halves]
        return [row for row in rows if any(row[1])]

    def worked(self, begin: int, end: int) -> list[bool]:
        """Return for each day whether at least half an hour of it falls between two minutes."""
        return [
            any(
                min(slot[2], end) - max(slot[1], begin) >= rules.HOUR / 2
                for slot in self.offer.week
                if slot[0] == day
            )
            for day in range(7)
        ]

    @property
    def month_cents(self) -> int:
        """About a month's pay before deductions, in cents; 0 where it cannot be told."""
        minutes = self.offer.weekly_minutes or rules.weekly_minutes(self.offer.week)
        return rules.monthly_cents(self.offer.pay_cents or 0, minutes)

    @property
    def month_text(self) -> str:
        """A month's pay before deductions."""
        return words.euros(self.month_cents, exact=False)

    @property
    def net_text(self) -> str:
        """About what reaches the account in a month."""
        return words.euros(rules.net_cents(self.month_cents, self.on), exact=False)

    @property
    def net_rule(self) -> rules.Rate:
        """The dated estimate by which the amount on the account is told."""
        return rules.rate_on(rules.NET_SHARE, self.on)

    @property
    def contract(self) -> str:
        """The kind of contract."""
        return str(words.CONTRACTS.get(self.offer.contract or "", ""))

    @property
    def contract_meaning(self) -> str:
        """One line that explains it."""
        return str(words.CONTRACT_MEANINGS.get(self.offer.contract or "", ""))

    @property
    def start_text(self) -> str:
        """When the work starts."""
        return words.start_text(self.offer, self.on)

    @property
    def kind(self) -> str:
        """What is offered, where it is no job."""
        return str(words.KINDS[self.offer.kind])

    @property
    def kind_picture(self) -> str:
        """Its picture; empty for a job."""
        return words.KIND_PICTURES.get(self.offer.kind, "")

    @property
    def kind_meanings(self) -> list[str]:
        """What it is, who signs and how long, where it is no job."""
        return [str(text) for text in words.KIND_MEANINGS.get(self.offer.kind, ())]

    @property
    def positions_text(self) -> str:
        """How many people are wanted."""
        return words.positions_text(self.offer.positions)

    @property
    def months_text(self) -> str:
        """The length of the first contract; empty when none is said."""
        return words.months_text(self.offer.months) if self.offer.months else ""

    @property
    def distance_text(self) -> str:
        """The distance in words; empty where no place was given."""
        return words.distance_text(self.distance.metres) if self.distance else ""

    @property
    def needs(self) -> list[Need]:
        """What the work asks, each with its picture, and whether it is taught on the spot."""
        return needs(self.offer)

    @property
    def to_confirm(self) -> bool:
        """Whether its contact was asked if it is still open, and said nothing."""
        return rules.is_doubted(self.offer.asked_on, self.on)

    @property
    def bring(self) -> list[str]:
        """What to bring to the first meeting."""
        return [str(words.BRING[key]) for key in self.offer.bring if key in words.BRING]

    @property
    def town(self) -> str:
        """The name of the commune."""
        return town_of(self.offer)

    @property
    def address_lines(self) -> list[str]:
        """The address; the commune alone for a private home or a zone."""
        commune = places.commune(self.offer.insee or "")
        postcode = commune.postcodes[0] if commune and commune.postcodes else ""
        town = f"{postcode} {self.town}".strip()
        if self.offer.private_home or self.offer.zone_km:
            return [town]
        return [line for line in (self.offer.place_name, self.offer.address, town) if line]

    @property
    def human(self) -> Person | None:
        """The human who answers today."""
        answering = self.offer.answering(self.on)
        return person(answering, self.offer.promised_days) if answering else None

    @property
    def stands_in(self) -> Person | None:
        """The replacement, where the contact answers; None once they have taken the place."""
        backup = self.offer.backup
        if backup is None or self.offer.answering(self.on) is backup:
            return None
        return person(backup)

    @property
    def contact_is_away(self) -> bool:
        """Whether the replacement has taken the place of the contact."""
        contact = self.offer.contact
        return contact is not None and self.offer.answering(self.on) is not contact

    @property
    def many_requests(self) -> bool:
        """Whether so many people asked that others must be proposed."""
        return has_many(self.offer)
