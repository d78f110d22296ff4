"""What the law and the local conventions say of the IAE path, dated, each with its source."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

FILE = Path(__file__).with_name("facts.json")
ANY = ""  # the kind of structure that stands for all those that are not named


@dataclass(frozen=True)
class Regime:
    """One regime of approval: how long it lasts, and when silence grants it."""

    key: str
    since: date
    name: str
    months: int
    answer_hours: Mapping[str, int]  # by kind of SIAE; empty where nothing is tacit
    extension_working_days: int
    answered_by: Sequence[str]
    source: str

    @property
    def is_tacit(self) -> bool:
        """Whether no answer in time is a yes."""
        return bool(self.answer_hours)


@dataclass(frozen=True)
class Waiting:
    """How long one waits between two paths."""

    since: date
    years: int
    interruption_months: int
    source: str


@dataclass(frozen=True)
class SuspensionReason:
    """Why a path may be suspended; `kinds` is empty where every SIAE may."""

    key: str
    name: str
    kinds: Sequence[str]


@dataclass(frozen=True)
class SuspensionFacts:
    """What is true of suspensions."""

    since: date
    most_months: int
    reasons: Sequence[SuspensionReason]
    source: str


@dataclass(frozen=True)
class ProlongationReason:
    """Why a path may be prolonged: 0 months means no limit in months."""

    key: str
    name: str
    once_months: int
    path_months: int  # the whole path, its first months included
    kinds: Sequence[str]
    opinion: bool  # an entitled prescriber decides


@dataclass(frozen=True)
class ProlongationFacts:
    """What is true of prolongations."""

    since: date
    months_before: int
    months_after: int
    reasons: Sequence[ProlongationReason]
    source: str


@dataclass(frozen=True)
class DiagnosisFacts:
    """How long a diagnosis holds."""

    since: date
    prescriber_months: int
    siae_days: int
    source: str


@dataclass(frozen=True)
class AskingFacts:
    """Until when a diagnosis that was asked for is due: a choice of ours, which no text makes."""

    since: date
    working_days: int
    source: str


@dataclass(frozen=True)
class ReferralRoute:
    """The steps that are those of one kind of referrer; they name the numbers of other parts."""

    key: str
    steps: Sequence[str]


@dataclass(frozen=True)
class RouteFacts:
    """How people come into the IAE, by who refers them, and how the approval is answered."""

    since: date
    routes: Sequence[ReferralRoute]
    answers: Mapping[str, str]  # by regime
    source: str


@dataclass(frozen=True)
class Criterion:
    """One criterion of eligibility and its proof; 0 months means that the proof has its own end."""

    key: str
    level: int
    name: str
    proof: str
    months: int


@dataclass(frozen=True)
class EligibilityFacts:
    """How many criteria make someone eligible where the SIAE itself certifies them."""

    since: date
    level_1: int
    level_2: Mapping[str, int]
    criteria: Sequence[Criterion]
    source: str


@dataclass(frozen=True)
class ContractTerms:
    """What a kind of contract may say: its first months, all its months, its hours a week."""

    kind: str
    least_months: int  # of the first one: no text says how short a renewal may be
    most_months: int  # with its renewals
    least_hours: int
    most_hours: int


@dataclass(frozen=True)
class ContractFacts:
    """What is true of the contracts of the IAE; a kind without terms has no limit known here."""

    since: date
    review_months: int
    kinds: Mapping[str, Sequence[str]]
    terms: Sequence[ContractTerms]
    source: str

    def terms_of(self, kind: str) -> ContractTerms | None:
        """Return what a kind of contract may say."""
        return next((one for one in self.terms if one.kind == kind), None)


Dated = TypeVar(
    "Dated", Waiting, SuspensionFacts, ProlongationFacts, DiagnosisFacts, AskingFacts, RouteFacts,
    EligibilityFacts, ContractFacts,
)  # fmt: skip
LISTS: Mapping[str, Any] = {
    "suspension": ("reasons", SuspensionReason),
    "prolongation": ("reasons", ProlongationReason),
    "eligibility": ("criteria", Criterion),
    "contracts": ("terms", ContractTerms),
    "routes": ("routes", ReferralRoute),
}
SECTIONS: Mapping[str, Any] = {
    "regimes": Regime,
    "waiting": Waiting,
    "suspension": SuspensionFacts,
    "prolongation": ProlongationFacts,
    "diagnosis": DiagnosisFacts,
    "asking": AskingFacts,
    "routes": RouteFacts,
    "eligibility": EligibilityFacts,
    "contracts": ContractFacts,
}


@cache
def section(name: str) -> tuple[Any, ...]:
    """Return every edition of one part of the facts, the oldest first."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))[name]
    return tuple(sorted((edition(name, row) for row in rows), key=lambda one: one.since))


def edition(name: str, row: dict[str, Any]) -> Any:
    """Return one edition as its dataclass."""
    values = {**row, "since": date.fromisoformat(row["since"])}
    if name in LISTS:
        inner, kind = LISTS[name]
        values[inner] = tuple(kind(**one) for one in row[inner])
    return SECTIONS[name](**values)


def in_force(kind: type[Dated], on: date) -> Dated:
    """Return the edition in force on a day; before the first one, the first."""
    name = next(key for key, one in SECTIONS.items() if one is kind)
    editions: tuple[Dated, ...] = section(name)
    held = [one for one in editions if one.since <= on]
    return held[-1] if held else editions[0]


def regime(key: str) -> Regime:
    """Return a regime by its key."""
    found: Regime = next(one for one in section("regimes") if one.key == key)
    return found


def regimes() -> tuple[str, ...]:
    """Return the keys of the regimes."""
    return tuple(one.key for one in section("regimes"))


def for_kind(numbers: Mapping[str, int], kind: str) -> int:
    """Return what holds for a kind of SIAE, or for all those that are not named."""
    return numbers.get(kind, numbers[ANY])
