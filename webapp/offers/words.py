"""The words for the facts of an offer: every choice, the week, the hours, the pay."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from webapp.i18n import capital, language, lowered, ngettext, number
from webapp.i18n import gettext as _
from webapp.jobs.tasks import task
from webapp.offers import rules
from webapp.offers.labels import (
    BRING,
    CARRYING,
    CONTRACT_MEANINGS,
    CONTRACTS,
    DAY_LETTERS,
    DAYS,
    EXPERIENCE,
    FRENCH,
    FROM_DAYS,
    KIND_MEANINGS,
    KIND_PICTURES,
    KINDS,
    LANGUAGES,
    LEARNED,
    LICENCE,
    OF_KIND,
    ON_DAYS,
    PARTS,
    POSTURE,
    REACHED,
    SCREEN,
    SPOKEN,
    START,
    TO_DAYS,
)
from webapp.offers.models import Offer

# The labels of choices are said through this module.
__all__ = [
    "BRING",
    "CARRYING",
    "CONTRACTS",
    "CONTRACT_MEANINGS",
    "DAYS",
    "DAY_LETTERS",
    "EXPERIENCE",
    "FRENCH",
    "FROM_DAYS",
    "KINDS",
    "KIND_MEANINGS",
    "KIND_PICTURES",
    "LANGUAGES",
    "LEARNED",
    "LICENCE",
    "OF_KIND",
    "ON_DAYS",
    "PARTS",
    "POSTURE",
    "REACHED",
    "SCREEN",
    "SPOKEN",
    "START",
    "TO_DAYS",
    "lowered",
]


def task_labels(keys: Iterable[str]) -> list[str]:
    """Return the short names of tasks, leaving out those that no longer exist."""
    return [str(known.label) for known in map(task, keys) if known]


def time_text(minute: int) -> str:
    """Return a minute of the day as people say it: `6 h`, `17 h 30`."""
    hour, rest = divmod(minute % rules.DAY, rules.HOUR)
    if rest:
        return _("%(hour)d h %(minutes)s", hour=hour, minutes=f"{rest:02d}")
    return _("%(hour)d h", hour=hour)


def duration_text(minutes: int) -> str:
    """Return a length of work: `25 h`, `17 h 30`."""
    hours, rest = divmod(minutes, rules.HOUR)
    if rest:
        return _("%(count)d h %(minutes)s", count=hours, minutes=f"{rest:02d}")
    return ngettext("%(num)d h", "%(num)d h", hours)


def joined(parts: Sequence[object]) -> str:
    """Return several words as a list that can be read aloud: `a, b et c`."""
    words = [str(part) for part in parts]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s et %(last)s", first=listed(words[:-1]), last=words[-1])


def listed(parts: Sequence[object]) -> str:
    """Return several words as a list that goes on, or stands alone: `a, b, c`."""
    told, *others = (str(part) for part in parts)
    for other in others:
        told = _("%(first)s, %(other)s", first=told, other=other)
    return told


def days_text(days: Sequence[int]) -> str:
    """Return days as people say them: `le mardi`, `du lundi au vendredi`."""
    if len(days) == len(DAYS):
        return _("tous les jours")
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return _("%(first)s %(last)s", first=FROM_DAYS[days[0]], last=TO_DAYS[days[-1]])
    return joined([ON_DAYS[day] for day in days])


def hours_of(slots: Sequence[tuple[int, int]]) -> str:
    """Return the hours of a day: `de 6 h à 11 h`, `de 8 h à 12 h et de 14 h à 17 h`."""
    first, *others = [
        _("de %(begin)s à %(end)s", begin=time_text(begin), end=time_text(end))
        for begin, end in slots
    ]
    for more in others:
        first = _("%(hours)s et %(more)s", hours=first, more=more)
    return first


def by_hours(week: Sequence[Sequence[int]]) -> dict[tuple[tuple[int, int], ...], list[int]]:
    """Return the days that share the same hours, in the order of the week."""
    days: dict[int, list[tuple[int, int]]] = {}
    for day, begin, end in sorted(tuple(slot) for slot in week):
        days.setdefault(day, []).append((begin, end))
    groups: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day, slots in days.items():
        groups.setdefault(tuple(slots), []).append(day)
    return groups


def week_sentences(week: Sequence[Sequence[int]]) -> list[str]:
    """Return the week in sentences, those of a set of hours together; simple French has more."""
    told = [
        _("%(days)s, %(hours)s.", days=days_text(days), hours=hours_of(slots))
        for slots, days in by_hours(week).items()
    ]
    return [capital(sentence) for text in told for sentence in re.split(r"(?<=\.) ", text)]


def hours_text(offer: Offer) -> str:
    """Return the hours in one line: `25 h par semaine, le matin`."""
    return hours_of_work(offer.weekly_minutes, offer.weekly_minutes_max, offer.week)


def hours_of_work(least: int | None, most: int | None, week: Sequence[Sequence[int]]) -> str:
    """Return the minutes of a week, as said or as its slots have it, and when in the day."""
    low = least or rules.weekly_minutes(week)
    return hours_in_words(low, most or low, rules.part_of_day(week), language().locale)


@lru_cache(maxsize=4096)
def hours_in_words(low: int, high: int, part: str, _locale: str) -> str:
    """Return the minutes of a week, from the least to the most, and the part of the day."""
    if high > low:
        return _(
            "de %(low)s à %(high)s par semaine, %(part)s",
            low=duration_text(low),
            high=duration_text(high),
            part=PARTS[part],
        )
    return _("%(hours)s par semaine, %(part)s", hours=duration_text(low), part=PARTS[part])


def euros(cents: int, *, exact: bool = True) -> str:
    """Return an amount: `12,31 €`; without cents where there are none or it is rounded."""
    shape = "#,##0.00" if exact and cents % 100 else "#,##0"
    return _("%(amount)s €", amount=number(cents / 100, shape))


def pay_text(offer: Offer) -> str:
    """Return the pay of an hour in one line."""
    return pay_of(offer.kind, offer.pay_cents, offer.pay_cents_max)


def pay_of(kind: str, least: int | None, most: int | None) -> str:
    """Return the cents of an hour as a pay; unpaid steps say so, and an immersion has none."""
    if not least or kind == "immersion":
        return _("pas de salaire") if kind != "job" else _("salaire à voir ensemble")
    return pay_in_words(least, most or least, language().locale)


@lru_cache(maxsize=4096)
def pay_in_words(least: int, most: int, _locale: str) -> str:
    """Return the cents of an hour, from the least to the most, as a pay."""
    if most > least:
        return _("de %(low)s à %(high)s de l’heure", low=euros(least), high=euros(most))
    return _("%(pay)s de l’heure", pay=euros(least))


def start_text(offer: Offer, on: date) -> str:
    """Return when the work starts, inside a sentence: `tout de suite`, `le mardi 1er décembre`."""
    if offer.starts_on is None or offer.starts_on <= on:
        return lowered(str(START[offer.start]))
    return _("le %(day)s", day=day_text(offer.starts_on))


def day_text(day: date) -> str:
    """Return a day as people say it: `jeudi 27 novembre`, `mardi 1er décembre`."""
    return written(day, language().day)


def date_text(day: date) -> str:
    """Return a day of a year: `27 novembre 2026`, `1er juin 2026`."""
    return written(day, language().date)


def written(day: date, pattern: str) -> str:
    """Return a day in a pattern of its language; French says `1er` for the first, then `2`."""
    spoken = language()
    number = "d'er'" if day.day == 1 and spoken.is_french else "d"
    return str(format_date(day, pattern.format(number), spoken.locale))


def positions_text(count: int) -> str:
    """Return how many people are wanted."""
    return ngettext("%(num)d place", "%(num)d places", count)


def months_text(months: int) -> str:
    """Return the length of a first contract."""
    return ngettext("%(num)d mois pour commencer", "%(num)d mois pour commencer", months)


def distance_text(metres: int) -> str:
    """Return a distance as people say it: `à 300 m`, `à 1,2 km`, `à 14 km`.

    It begins by the tenths of a kilometre that put lists in order, so that none seems out of it.
    """
    tenths = metres // 100
    if tenths < 10:
        return _("à %(metres)s m", metres=max(tenths * 100, 50))
    return _("à %(km)s km", km=number(tenths / 10 if tenths < 100 else round(tenths / 10)))
