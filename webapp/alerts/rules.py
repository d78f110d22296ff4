"""When someone is told about new offers, and how long what they asked for is kept."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

EVERY = timedelta(days=7)  # between two SMS to one number
TOLD = 3  # offers in one SMS
PER_PHONE = 5  # alerts of one number
ANSWER_WITHIN = timedelta(days=7)  # without a yes, nothing stays
KEPT = timedelta(days=182)  # after the yes
REMEMBERED = 100  # offers already told


def key(phone: str, family: str, word: str, insee: str, needs: Sequence[str] = ()) -> str:
    """Return what makes two alerts one."""
    parts = (phone, family, word, insee, *sorted(needs))
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def is_due(sent: Iterable[date | None], on: date) -> bool:
    """Return whether a number may get one more SMS: the last one is a week old."""
    last = max((day for day in sent if day), default=None)
    return last is None or on >= last + EVERY


def new(found: Sequence[int], told: Iterable[int]) -> list[int]:
    """Return the offers that were not told yet, at most three, in their order."""
    known = set(told)
    return [number for number in found if number not in known][:TOLD]


def remembered(told: Sequence[int], more: Sequence[int]) -> list[int]:
    """Return the offers to remember as told."""
    return [*told, *more][-REMEMBERED:]
