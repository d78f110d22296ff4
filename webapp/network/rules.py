"""Quarters, medians, and which counts stay hidden outside, so that no small one can be computed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SETTLES = timedelta(days=30)
SMALL = 5  # a count under this tells of too few people to be shown outside


def mask(counts: Sequence[int]) -> frozenset[int] | None:
    """Return the places of the counts to hide beside their total; None: hide the total too.

    Every count under SMALL is hidden. Where the total gives one away, others are hidden with it, in
    the order of the table: an order that counts do not change tells nothing of them. Whoever knows
    this very rule still finds two values or more for each hidden count.
    """
    if sum(counts) < SMALL:
        return None
    small = [at for at, count in enumerate(counts) if count < SMALL]
    others = [at for at, count in enumerate(counts) if count >= SMALL]
    for beside in range(len(others) + 1):
        hidden = [*small, *others[:beside]]
        if is_safe(len(small), beside, sum(counts[at] for at in hidden)):
            return frozenset(hidden)
    return None


def is_safe(small: int, beside: int, together: int) -> bool:
    """Return whether hidden counts cannot be computed from their sum.

    `small` of them are under SMALL, `beside` are not; the sum is at an end of what such counts make
    only when each of them is known.
    """
    if small == 0:
        return beside == 0
    if small + beside < 2 or together < SMALL:
        return False
    if beside == 0:
        return 0 < together < small * (SMALL - 1)
    return together > beside * SMALL


def mask_together(tables: Sequence[Sequence[int]]) -> list[frozenset[int]] | None:
    """Return what to hide in several tables of one total; None where one of them gives it away."""
    masks = [mask(counts) for counts in tables]
    known = [hidden for hidden in masks if hidden is not None]
    return known if len(known) == len(masks) else None


def tells_of_before(total: int, still: int) -> bool:
    """Return whether a quarter's people, split in new ones and those before, tell too much.

    Those before (`still`) are the people of the quarter before (`total`, as it was published) less
    those who left in it: whoever reads both quarters knows how many left.
    """
    return total >= SMALL > total - still


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year: the only length that figures are given for outside.

    Two lengths that overlap would tell, by their difference, of a few days and a few people.
    """

    year: int
    number: int  # 1 to 4

    @property
    def begin(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.next.begin

    @property
    def next(self) -> "Quarter":
        """The one that follows."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        """The one that comes first."""
        year = self.year - (self.number == 1)
        return Quarter(year, self.number - 1 or 4)

    def is_over(self, on: date) -> bool:
        """Return whether its last day has passed: its figures grow no more."""
        return self.end <= on

    @property
    def published_on(self) -> date:
        """The day from which others read it, as it is then and for good.

        Read at two moments, figures that still move would tell the change of one person. By that
        day its requests have ended (silence ends one on day 21).
        """
        return self.end + SETTLES

    def __str__(self) -> str:
        """Return it as addresses say it: `2026-4`."""
        return f"{self.year}-{self.number}"


def quarter_of(day: date) -> Quarter:
    """Return the quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarter_named(text: str, on: date) -> Quarter:
    """Return the quarter that an address says, else that of today; none is to come."""
    year, _, number = text.partition("-")
    if year.isdecimal() and len(year) == 4 and number in ("1", "2", "3", "4") and int(year) > 2000:
        return min(Quarter(int(year), int(number)), quarter_of(on))
    return quarter_of(on)


def last_published(on: date, count: int) -> list[Quarter]:
    """Return the quarters that others read, the latest first."""
    return [one for one in last_quarters(on, count + 2) if one.published_on <= on][:count]


def last_quarters(on: date, count: int) -> list[Quarter]:
    """Return the quarter of today and those before it, the latest first."""
    found = [quarter_of(on)]
    while len(found) < count:
        found.append(found[-1].before)
    return found


WAITING, ANSWERED, MET, HIRED, REFUSED, WITHDRAWN, UNANSWERED = OUTCOMES = (
    "waiting",
    "answered",
    "met",
    "hired",
    "refused",
    "withdrawn",
    "unanswered",
)
OUTCOME_OF = {
    "proposed": MET,
    "chosen": MET,
    "met": MET,
    "hired": HIRED,
    "not_selected": REFUSED,
    "withdrawn": WITHDRAWN,
    "unanswered": UNANSWERED,
}


def outcome(status: str, *, answered: bool) -> str:
    """Return what came of a request to meet, among OUTCOMES."""
    return OUTCOME_OF.get(status) or (ANSWERED if answered else WAITING)


DELAYS = ("same", "two", "five", "more", "none")


def delay(asked_on: date, answered_on: date | None) -> str:
    """Return how long an answer took, among DELAYS, in days."""
    if answered_on is None:
        return "none"
    days = (answered_on - asked_on) // timedelta(days=1)
    return "same" if days <= 0 else "two" if days <= 2 else "five" if days <= 5 else "more"


def median(values: Sequence[int]) -> float | None:
    """Return the middle value; None of nothing."""
    if not values:
        return None
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


# Longer numbers are no article: a number of a law, a year.
ARTICLE = re.compile(r"(?:art(?:icles?)?\.?\s*)?(\d{1,3}(?:[.-]\d{1,3})*(?:\s?[a-z])?)", re.I)
DIGITS = re.compile(r"\d+")
LATE_AFTER = timedelta(days=7)
FILE_SIZE = 1_000_000  # bytes
FILES_EACH = 3
FILES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
BEGINS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
ENDS = {"pdf": b"%%EOF", "jpg": b"\xff\xd9", "png": b"IEND\xaeB`\x82"}


def is_late(on: date, written_on: date) -> bool:
    """Return whether an act was written more than a week after it happened."""
    return written_on - on > LATE_AFTER


def article_key(written: str) -> str:
    """Return an article as one name, however it is written: `4` for `Art. 4` and `article 4`.

    What names no number stays as it is written.
    """
    plain = " ".join(written.split()).rstrip(".")
    found = ARTICLE.fullmatch(plain)
    return found[1].lower() if found else plain


def article_order(key: str) -> tuple[int, list[int], str]:
    """Return what sorts articles: by their numbers, then those of words, then none."""
    numbers = [int(one) for one in DIGITS.findall(key)]
    return (0 if key[:1].isdigit() else 1 if key else 2, numbers, key)


def act_fault(on: date | None, today: date) -> str | None:
    """Return why an act cannot be of that day: `none`, `future`; None when it can."""
    if on is None:
        return "none"
    return "future" if on > today else None


def file_kind(content: bytes) -> str | None:
    """Return what a file is by its own bytes, whatever its name says; None for any other kind."""
    return next(
        (
            kind
            for kind, begins in BEGINS.items()
            if content.startswith(begins) and ENDS[kind] in content[-1024:]
        ),
        None,
    )
