"""A meeting as people see it: who answers, when to call, where to go, where a request stands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import url_for

from webapp import calendars
from webapp.applications import actions, rules
from webapp.i18n import gettext as _
from webapp.offers import words
from webapp.offers.display import Page
from webapp.offers.models import Offer
from webapp.offers.people import Person
from webapp.places import queries as places

DAY = timedelta(days=1)
AGAIN = timedelta(hours=1)  # when nobody answered, another try makes sense after this


@dataclass(frozen=True)
class Meeting:
    """The three ways to meet the employer of an offer, told at one moment (`at`, with its zone)."""

    offer: Offer
    at: datetime

    @property
    def insee(self) -> str:
        """The commune by whose clock and calendar people live there."""
        return self.offer.insee or self.offer.organisation.insee

    @property
    def local(self) -> datetime:
        """The moment, as clocks show it at the place of the offer."""
        return self.at.astimezone(calendars.zone(self.insee))

    @property
    def on(self) -> date:
        """The day it is there."""
        return self.local.date()

    @property
    def page(self) -> Page:
        """The offer itself."""
        return Page(self.offer, self.on)

    @property
    def human(self) -> Person | None:
        """The human who answers today."""
        return self.page.human

    @property
    def name(self) -> str:
        """The first name of the human who answers today."""
        return self.human.first_name if self.human else ""

    @property
    def absent(self) -> str:
        """The first name of the contact whose place is taken today; empty when they are there."""
        away = self.offer.contact if self.page.contact_is_away else None
        return away.first_name if away else ""

    @property
    def hours(self) -> rules.Hours | None:
        """When the human who answers today can be called."""
        answering = self.offer.answering(self.on)
        return rules.hours(answering.call_when) if answering else None

    @property
    def when_text(self) -> str:
        """When someone answers and is there, in words; empty when unknown."""
        return self.human.when_text if self.human else ""

    @property
    def is_good_time(self) -> bool:
        """Whether calling now finds someone; true where the hours are not known."""
        return self.hours is None or rules.is_good_time(self.hours, self.local, self.holidays)

    @property
    def next_call_text(self) -> str:
        """When calling makes sense again: `aujourd’hui, de 9 h à 12 h`."""
        return self.call_text(self.local)

    @property
    def again_soon(self) -> bool:
        """Whether another try in an hour may find someone."""
        return self.hours is None or rules.is_good_time(
            self.hours, self.local + AGAIN, self.holidays
        )

    @property
    def next_try_text(self) -> str:
        """When to try again after a call that nobody answered."""
        return self.call_text(self.local + AGAIN)

    def call_text(self, after: datetime) -> str:
        """Return the first day and hours to call after a local moment; empty when unknown."""
        day = rules.next_day_to_call(self.hours, after, self.holidays) if self.hours else None
        if day is None or self.hours is None:
            return ""
        hours = words.hours_of([(self.hours.begin, self.hours.end)])
        return _("%(days)s, %(hours)s", days=near_day_text(day, self.on), hours=hours)

    @property
    def holidays(self) -> frozenset[date]:
        """The public holidays of the place."""
        return calendars.holidays(self.insee)

    @property
    def answer_text(self) -> str:
        """The last day of the promised answer, for a request made now."""
        return words.day_text(actions.promised_day(self.offer, self.at))

    @property
    def hides_place(self) -> bool:
        """Whether the work is at someone's home or all over a zone: nobody goes there to ask."""
        return self.offer.private_home or self.offer.zone_km is not None

    @property
    def address_lines(self) -> list[str]:
        """Where to go: the place of work, else the structure; empty when neither can be said."""
        if not self.hides_place and self.offer.address:
            return self.page.address_lines
        organisation = self.offer.organisation
        if not organisation.address:
            return []
        return [organisation.name, organisation.address, town_line(organisation.insee)]

    @property
    def way_steps(self) -> list[str]:
        """How to get to the place of work; nothing is known of the way to the structure."""
        return [] if self.hides_place else list(self.offer.way)

    @property
    def way_said(self) -> str:
        """The same in one line; employers end their steps with a full stop, or do not."""
        return " ".join(f"{step.rstrip(' .')}." for step in self.way_steps)

    @property
    def others_url(self) -> str:
        """The offers of the same kind of work, around the place of this one."""
        lat, lon = round(self.offer.lat or 0, 3), round(self.offer.lon or 0, 3)
        return url_for("offers.index", metier=self.offer.family, lat=lat, lon=lon)

    @property
    def job_said(self) -> str:
        """The name of the work inside a sentence."""
        return words.lowered(self.page.job)

    @property
    def bring_said(self) -> str:
        """What to bring, inside a sentence; empty when nothing."""
        return words.joined([words.lowered(thing) for thing in self.page.bring])


def day_of_week_text(day: date, on: date) -> str:
    """Return a day as people say it, by its name alone within a week: `jeudi`."""
    if on < day < on + timedelta(days=7):
        return str(words.DAYS[day.weekday()])
    return near_day_text(day, on)


def town_line(insee: str) -> str:
    """Return the postcode and name of a commune."""
    commune = places.commune(insee)
    if commune is None:
        return ""
    return f"{commune.postcodes[0] if commune.postcodes else ''} {commune.name}".strip()


def near_day_text(day: date, on: date) -> str:
    """Return a day as people say it: `aujourd’hui`, `demain`, `lundi 23 novembre`."""
    if day == on:
        return _("aujourd’hui")
    if day == on + DAY:
        return _("demain")
    return words.day_text(day)


def past_day_text(day: date, on: date) -> str:
    """Return a day that has come, as people say it: `aujourd’hui`, `hier`, `lundi 16 novembre`."""
    return _("hier") if day == on - DAY else near_day_text(day, on)
