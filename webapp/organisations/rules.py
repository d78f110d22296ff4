"""Invitations, addresses of e-mail, absences: how long, how written, and what cannot be."""

import hashlib
import re
import unicodedata
from datetime import date, datetime, timedelta

INVITATION_LASTS = timedelta(days=30)
TOKEN_BYTES = 32
LOG_LASTS = timedelta(days=365)
EMAIL_MAX, LOCAL_MAX = 254, 64
EMAIL = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z]"
)
LONGEST_ABSENCE = timedelta(days=366)


def hash_of(token: str) -> str:
    """Return what is kept of an invitation's secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def opens(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    """Return whether an invitation still lets someone enter; its last moment counts."""
    return revoked_at is None and now <= expires_at


def email_of(text: str) -> str | None:
    """Return an address of e-mail as it is kept, in lower case; None where the text is none.

    `Léa <lea@exemple.fr>` and `mailto:lea@exemple.fr`, as people paste them, are understood.
    """
    plain = unicodedata.normalize("NFKC", text[: 2 * EMAIL_MAX]).strip().lower()
    if plain.endswith(">"):
        plain = plain.rpartition("<")[2].removesuffix(">")
    plain = plain.removeprefix("mailto:").strip()
    local = plain.partition("@")[0]
    dotted = local.startswith(".") or local.endswith(".") or ".." in local
    fits = len(plain) <= EMAIL_MAX and len(local) <= LOCAL_MAX
    return plain if fits and not dotted and EMAIL.fullmatch(plain) else None


def absence_fault(begin: date | None, until: date | None, today: date) -> str | None:
    """Return why someone cannot be away then: `begin`, `until`, `order`, `past`, `far`."""
    if begin is None or until is None:
        return "begin" if begin is None else "until"
    if until < begin:
        return "order"
    if until < today:
        return "past"
    return "far" if until - today > LONGEST_ABSENCE else None


def opening_fault(hours: list[tuple[int, int, int]]) -> str | None:
    """Return why these are no opening hours: `order`, `overlap`; None when they are.

    Each is a day from 0 to 6 and two minutes of it.
    """
    if any(end <= begin for _day, begin, end in hours):
        return "order"
    ordered = sorted(hours)
    pairs = zip(ordered, ordered[1:], strict=False)
    if any(one[0] == other[0] and one[2] > other[1] for one, other in pairs):
        return "overlap"
    return None
