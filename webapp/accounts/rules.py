"""What a code is, how it is read, how often secrets may be tried, and when to be alarmed."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from webapp.accounts.enums import Tried

DIGITS = 6
CODES = 590_490  # 10 × 9⁵: no digit comes twice in a row
CODE_LIFE = timedelta(minutes=10)
PROVEN = timedelta(minutes=15)  # after a right code, the time to say who one is
WRONG_A_CODE = 5
WRONG_A_DAY = 11  # for one number, by whatever browsers: 11 / 590 490 < 2 × 10⁻⁵
JOINED_WITHIN = timedelta(days=45)
LONGEST = 400  # signs of what is pasted that are looked at
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Limit:
    """At most so many tries within a time, counted on one thing.

    `scope` is "subject" (the number, the card…), "browser", "network" or "site". Where only the
    wrong ones count, a right one gives its place back.
    """

    most: int
    within: timedelta
    scope: str = "subject"
    only_wrong: bool = False


def minutes(count: float) -> timedelta:
    """Return so many minutes."""
    return timedelta(minutes=count)


# A code sent counts as wrong until the person types it: forty people behind one address who get in
# are never stopped, while numbers that nobody holds soon are.
LIMITS: Mapping[Tried, tuple[Limit, ...]] = {
    Tried.CODE_SENT: (
        Limit(1, minutes(0.5), only_wrong=True),
        Limit(2, minutes(2.5), only_wrong=True),
        Limit(3, minutes(12.5), only_wrong=True),
        Limit(4, minutes(42.5), only_wrong=True),
        Limit(5, DAY, only_wrong=True),
        Limit(10, DAY),
        Limit(45, HOUR, "browser", only_wrong=True),
        Limit(80, DAY, "browser", only_wrong=True),
        Limit(90, HOUR, "network", only_wrong=True),
        Limit(300, DAY, "network", only_wrong=True),
        Limit(1500, DAY, "network"),
        Limit(3000, DAY, "site", only_wrong=True),
        Limit(20000, DAY, "site"),
    ),
    Tried.CODE: (Limit(WRONG_A_DAY, DAY, only_wrong=True),),
    Tried.CARD: (
        Limit(5, DAY),
        Limit(60, HOUR, "browser", only_wrong=True),
        Limit(120, HOUR, "network", only_wrong=True),
        Limit(1000, DAY, "site", only_wrong=True),
    ),
    Tried.KNOWN: (Limit(5, DAY, only_wrong=True), Limit(15, MONTH, only_wrong=True)),
    Tried.CHOICE: (Limit(1, MONTH, only_wrong=True),),
    Tried.LINK_SENT: (
        Limit(1, minutes(0.5)),
        Limit(3, minutes(10)),
        Limit(10, DAY),
        Limit(90, HOUR, "network"),
        Limit(1000, DAY, "site"),
    ),
}
KEPT = max(limit.within for limits in LIMITS.values() for limit in limits)

ALARM_WINDOW = minutes(10)
SLOWEST_ATTACK = 0.01  # the chance a day that wrong codes kept under the alarm open any number
# Guesses a day that keep to that chance, in one window: 41.
ALARM = int(SLOWEST_ATTACK * CODES * (ALARM_WINDOW / DAY))


def is_alarming(wrong: int) -> bool:
    """Return whether so many wrong codes on the whole site, in one window, are an attack."""
    return wrong > ALARM


def chance_a_day(wrong_tries: int = WRONG_A_DAY) -> float:
    """Return the chance to guess the code of one number with so many tries.

    Each try is one of `CODES` equally likely codes; trying another of the same code, or the first
    of a new one, opens with a chance of at most 1 in `CODES` for each try.
    """
    return wrong_tries / CODES


def new_code(below: Callable[[int], int] = secrets.randbelow, length: int = DIGITS) -> str:
    """Return digits, none twice in a row; `below(n)` draws a whole number under n."""
    digits = [below(10)]
    while len(digits) < length:
        other = below(9)
        digits.append(other + (other >= digits[-1]))
    return "".join(map(str, digits))


GROUPED = re.compile(r"(?<!\d)\d(?:[\s.·_-]{0,3}\d){5}(?!\d)")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def read_code(typed: str) -> str | None:
    """Return the six digits of what was typed or pasted; None when they cannot be told.

    Spaces, dashes, full-width and Arabic-Indic digits, and words around are understood. What can be
    no code of ours, for a digit comes twice in a row, is None too: it costs no try.
    """
    plain = ascii_digits(typed[:LONGEST])
    found = {re.sub(r"\D", "", one) for one in GROUPED.findall(plain)}
    if not found:
        found = {re.sub(r"\D", "", plain)}
    possible = {code for code in found if is_possible(code)}
    return possible.pop() if len(possible) == 1 else None


def ascii_digits(text: str) -> str:
    """Return a text with the digits of any writing as 0 to 9, and plain dashes."""
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text))
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in plain)


def is_possible(code: str) -> bool:
    """Return whether these signs may be a code of ours."""
    alike = any(one == following for one, following in pairwise(code))
    return len(code) == DIGITS and code.isdigit() and not alike


def in_groups(code: str) -> str:
    """Return a code in two groups of three, as people say it."""
    return f"{code[:3]} {code[3:]}"


def wait_until_free(blocking: datetime, limit: Limit, now: datetime) -> timedelta:
    """Return how long until the try that fills a limit leaves its time; at least one second.

    A clock ahead of ours may have written the try: nobody waits longer than the limit's time.
    """
    return min(max(blocking + limit.within - now, timedelta(seconds=1)), limit.within)


def standing(
    expires_at: datetime, wrong_tries: int, used_at: datetime | None, now: datetime
) -> str | None:
    """Return why a code can be tried no more (`used`, `old`, `spent`); None while it can."""
    if used_at is not None:
        return "used"
    if now >= expires_at:
        return "old"
    return "spent" if wrong_tries >= WRONG_A_CODE else None


def is_proven(used_at: datetime | None, now: datetime) -> bool:
    """Return whether a code was typed right a moment ago; clocks may differ a little."""
    return used_at is not None and abs(now - used_at) < PROVEN
