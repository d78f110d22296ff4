"""The check of one text: which signs of a scam it shows, in its own words, and what they mean."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.scams import signs_data, signs_fees, signs_money, signs_support
from webapp.scams.language import is_understood
from webapp.scams.likeness import heaviest, likeness, nearest_signs
from webapp.scams.reading import LONGEST, Reading
from webapp.scams.signs import Force, Hit, Rule, Sign, Tier, hits

__all__ = ["LONGEST", "RULES", "Found", "Level", "Sign", "Tier", "Verdict", "check"]

RULES: tuple[Rule, ...] = (
    *signs_money.RULES,
    *signs_data.RULES,
    *signs_fees.RULES,
    *signs_support.RULES,
)
PLAIN = frozenset({Sign.PREMIUM_NUMBER, Sign.COUPON_PAYMENT})  # seen in any words
LONGEST_QUOTE = 220  # characters
LIKE_SCAMS = 0.75  # from here, a passage without any sign is worth a check all the same
LIKE_NONE = 0.2  # below, what a rule saw in a passage is taken back
_ORDER = {sign: number for number, sign in enumerate(Sign)}
_FORCES = (Force.STOP, Force.CHECK, Force.HINT)


class Level(StrEnum):
    """What the person should do: stop, check first, or nothing that we saw."""

    STOP = "stop"
    CHECK = "check"
    NONE = "none"


@dataclass(frozen=True)
class Found:
    """A sign, and the very words of the text that show it."""

    sign: Sign
    quote: str


@dataclass(frozen=True)
class Verdict:
    """The level, the signs with the weightiest first, and how far the text could be read."""

    level: Level
    signs: tuple[Found, ...]
    understood: bool
    cut: bool = False  # longer than LONGEST: the end was not read


def check(text: str, channel: str | None = None) -> Verdict:
    """Read a text of any length (its first 20,000 characters) and say which signs it shows.

    `channel` is where it came from (sms, whatsapp, email, offer_form, leboncoin…); an offer
    typed by a structure in our own form is never warned about for hints alone.
    """
    reading = Reading(text, channel)
    seen = _best_hits(reading)
    level = _level(seen, channel)
    if level is Level.NONE:
        seen = [] if channel == "offer_form" else _suspected(reading)
        level = Level.CHECK if seen else level
    found = tuple(_found(hit, reading) for hit in seen)
    return Verdict(level, found, is_understood(reading.text), len(text) > LONGEST)


def _best_hits(reading: Reading) -> list[Hit]:
    """For each sign its strongest showing; the strongest and most telling signs first."""
    best: dict[Sign, Hit] = {}
    for rule in RULES:
        for hit in hits(rule, reading):
            if _is_doubted(hit, reading):
                continue
            known = best.get(hit.sign)
            if known is None or _FORCES.index(hit.force) < _FORCES.index(known.force):
                best[hit.sign] = hit
    return sorted(best.values(), key=lambda hit: (_FORCES.index(hit.force), _ORDER[hit.sign]))


def _is_doubted(hit: Hit, reading: Reading) -> bool:
    """Whether a sign stands in words that are like no scam that we know."""
    return hit.sign not in PLAIN and likeness(reading.passage_of(hit.start)) < LIKE_NONE


def _suspected(reading: Reading) -> list[Hit]:
    """The sign that the text is most like though no rule saw it, at the words that say it most."""
    for passage in reading.passages:
        words = reading.text[passage.start : passage.end]
        if likeness(words) < LIKE_SCAMS:
            continue
        first, last = reading.sentence_of(passage.start), reading.sentence_of(passage.end - 1)
        number = first + heaviest(reading.sentence(at) for at in range(first, last + 1))
        start = reading.starts[number]
        end = start + len(reading.sentence(number))
        return [Hit(Sign(next(nearest_signs(words))), Force.CHECK, start, end)]
    return []


def _level(seen: list[Hit], channel: str | None) -> Level:
    forces = [hit.force for hit in seen]
    if Force.STOP in forces:
        return Level.STOP
    if Force.CHECK in forces:
        return Level.CHECK
    enough = 3 if channel == "offer_form" else 2
    return Level.CHECK if len(seen) >= enough else Level.NONE


def _found(hit: Hit, reading: Reading) -> Found:
    quote = reading.tracked.quote(hit.start, hit.end)
    return Found(hit.sign, quote[:LONGEST_QUOTE].rstrip())
