"""A person's data as their pages show it: agreements in words, who saw what by days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.i18n import french_in, ngettext
from webapp.i18n import gettext as _
from webapp.offers.words import date_text, day_text, joined, time_text
from webapp.organisations.models import Organisation
from webapp.people import consents, journal, words
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent, JournalEntry
from webapp.people.rules import ConsentState


class Agreement:
    """An agreement, ready to be shown."""

    def __init__(self, consent: Consent, now: datetime) -> None:
        """Tell where this agreement stands now."""
        self.consent = consent
        self.public_id = consent.public_id
        self.organisation = consent.organisation.name
        self.state = consents.state(consent, now)
        self.holds = self.state == ConsentState.OPEN
        self.waits = self.state == ConsentState.ASKED
        self.may_say_yes = self.state in (ConsentState.ASKED, ConsentState.REFUSED)

    @property
    def asker(self) -> Account | None:
        """Who asked it; None when their account is no more."""
        return self.consent.asked_by

    @property
    def asker_text(self) -> str:
        """Who asks, with what they do."""
        return who_text(self.consent.asked_by)

    @property
    def purpose_text(self) -> str:
        """What for."""
        return str(words.PURPOSES[Purpose(self.consent.purpose)])

    @property
    def sees(self) -> Sequence[str]:
        """What the organisation sees, a line each."""
        purpose = Purpose(self.consent.purpose)
        whole = purpose is Purpose.FOLLOWUP and self.hires
        return [str(line) for line in (words.HIRING_SEES if whole else words.SEES[purpose])]

    @property
    def hires(self) -> bool:
        """Whether the organisation employs people: a yes or a no changes nothing for the work."""
        return self.consent.organisation.what.hires

    @property
    def sees_text(self) -> str:
        """What the organisation sees, as one list."""
        return joined(self.sees)

    @property
    def length_text(self) -> str:
        """For how long it is asked."""
        return str(words.LENGTHS[self.consent.days])

    @property
    def until_text(self) -> str:
        """The last day on which it holds."""
        return date_text(self.consent.until) if self.consent.until else ""

    @property
    def way_text(self) -> str:
        """How the yes was said."""
        return str(words.WAYS[ConsentWay(self.consent.way)]) if self.consent.way else ""

    @property
    def state_text(self) -> str:
        """Where it stands."""
        return str(words.STATES[self.state])


def agreements(rows: Iterable[Consent], now: datetime) -> list[Agreement]:
    """Return agreements ready to be shown, those that hold or wait first."""
    shown = [Agreement(row, now) for row in rows]
    return sorted(shown, key=lambda one: not (one.holds or one.waits))


@dataclass(frozen=True)
class Line:
    """Something that was done, by whom, once or several times in a day."""

    picture: str
    what: str
    who: str
    organisation: str
    times: Sequence[datetime]  # the latest first

    @property
    def when_text(self) -> str:
        """At what time, or from when to when and how many times."""
        last, first = clock_text(self.times[0]), clock_text(self.times[-1])
        if len(self.times) == 1:
            return last
        count = ngettext("%(num)d fois", "%(num)d fois", len(self.times))
        told = last if first == last else between(first, last)
        return _("%(first)s, %(other)s", first=count, other=told)


@dataclass(frozen=True)
class Day:
    """A day of the journal."""

    text: str
    lines: Sequence[Line]


def days(entries: Iterable[JournalEntry], on: date) -> list[Day]:
    """Return a journal by days; what one did several times in a day stands on one line."""
    found = []
    for day, same_day in groupby(entries, key=lambda entry: local(entry.at).date()):
        found.append(Day(near_text(day, on), lines(same_day)))
    return found


def lines(entries: Iterable[JournalEntry]) -> list[Line]:
    """Return what was done in a day, like with like, in the order of the latest."""
    kinds: dict[tuple[object, ...], list[JournalEntry]] = {}
    for entry in entries:
        key = (entry.act, entry.account_id, entry.organisation_id, seen_in_list(entry))
        kinds.setdefault(key, []).append(entry)
    return [line(same) for same in kinds.values()]


def line(entries: list[JournalEntry]) -> Line:
    """Return entries of the same act by the same people as one line."""
    first = entries[0]
    what = words.SEEN_IN_LIST if seen_in_list(first) else words.ACTS[Act(first.act)]
    return Line(
        picture=words.PICTURES.get(Act(first.act), "edit"),
        what=str(what),
        who=by_text(first),
        organisation=name_of(first.organisation),
        times=[entry.at for entry in entries],
    )


def seen_in_list(entry: JournalEntry) -> bool:
    """Return whether only a name was read, among others."""
    return entry.about.get("where") == journal.LIST


def by_text(entry: JournalEntry) -> str:
    """Return who did something: a professional, a structure, or the person themselves."""
    if entry.account is not None:
        return who_text(entry.account)
    return "" if entry.organisation is not None else _("Vous")


def who_text(account: Account | None) -> str:
    """Return a professional by first name and function."""
    if account is None:
        return ""
    if not account.function:
        return account.first_name
    work = french_in(account.function)
    return _("%(name)s, %(work)s", name=account.first_name, work=work)


def name_of(organisation: Organisation | None) -> str:
    """Return the name of an organisation, empty without one."""
    return organisation.name if organisation else ""


def local(moment: datetime) -> datetime:
    """Return a moment as clocks show it here."""
    return moment.astimezone(PARIS)


def clock_text(moment: datetime) -> str:
    """Return the time of a moment: `9 h 02`."""
    here = local(moment)
    return time_text(here.hour * 60 + here.minute)


def dated_text(moment: datetime) -> str:
    """Return a day, its year and the time, as professionals read them: `27/11/2026, 9 h 02`."""
    return f"{local(moment):%d/%m/%Y}, {clock_text(moment)}"


def between(begin: str, end: str) -> str:
    """Return a length of the day, from one time to another."""
    return _("de %(begin)s à %(end)s", begin=begin, end=end)


def near_text(day: date, on: date) -> str:
    """Return a day as people say it: today, yesterday, else with its year when it is another."""
    ago = (on - day).days
    if ago <= 0:
        return _("Aujourd’hui")
    if ago == 1:
        return _("Hier")
    return day_text(day) if day.year == on.year else date_text(day)
