"""What a sign of a scam is: its name, its weight, and the ways in which a text may show it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from webapp.scams.reading import REACH, Reading, Span


class Sign(StrEnum):
    """The signs, by the names that the whole product uses; the strong ones stand first."""

    COUPON_PAYMENT = "coupon_payment"
    PREMIUM_NUMBER = "premium_number"
    CHEQUE_OVERPAY = "cheque_overpay"
    MYSTERY_SHOPPER = "mystery_shopper"
    PARCEL_RESHIP = "parcel_reship"
    MONEY_MULE = "money_mule"
    ACCOUNT_RENTAL = "account_rental"
    CONTRACT_IN_YOUR_NAME = "contract_in_your_name"
    SEXT_MODELLING = "sext_modelling"
    TASK_SCAM = "task_scam"
    DEPOSIT_UNLOCK = "deposit_unlock"
    CRYPTO_INVEST = "crypto_invest"
    MLM_PYRAMID = "mlm_pyramid"
    CPF_SCAM = "cpf_scam"
    FAKE_AID = "fake_aid"
    OTP_CODE = "otp_code"
    CREDENTIALS_PHISH = "credentials_phish"
    REMOTE_APP = "remote_app"
    FEE_LIST = "fee_list"
    FEE_TRAINING = "fee_training"
    FEE_TRAVEL_HOUSING = "fee_travel_housing"
    FEE_KIT = "fee_kit"
    FEE_ADMIN = "fee_admin"
    CASH_TRANSFER = "cash_transfer"
    BANK_DATA_EARLY = "bank_data_early"
    NIR_EARLY = "nir_early"
    SECRECY = "secrecy"
    ID_DOCS_EARLY = "id_docs_early"
    LOOKALIKE_LINK = "lookalike_link"
    IMPERSONATION = "impersonation"
    FREE_EMAIL = "free_email"
    UNSOLICITED = "unsolicited"
    OFF_PLATFORM = "off_platform"
    ABSENT_RECRUITER = "absent_recruiter"
    NO_INTERVIEW = "no_interview"
    FAKE_CONTRACT = "fake_contract"
    NO_COMPANY = "no_company"
    PAY_TOO_HIGH = "pay_too_high"
    URGENCY = "urgency"


class Tier(StrEnum):
    """A: one is enough to stop. B: real employers show it too."""

    A = "A"
    B = "B"


class Force(StrEnum):
    """How much one way of showing a sign says by itself."""

    STOP = "stop"
    CHECK = "check"
    HINT = "hint"  # says something only beside another sign


@dataclass(frozen=True)
class Way:
    """Ideas that must stand together, and ideas that make them normal.

    `needs` and `unless` name ideas, separated by spaces; "a|b" is either. `reach` is how
    many following sentences may hold the rest of what one sentence began.
    """

    needs: str
    force: Force = Force.STOP
    unless: str = ""
    unless_text: str = ""
    reach: int = 0


@dataclass(frozen=True)
class Rule:
    """One sign, the ways in which it shows, and the ideas that make every one of them normal."""

    sign: Sign
    tier: Tier
    ways: tuple[Way, ...]
    unless: str = ""


@dataclass(frozen=True)
class Hit:
    """A sign seen in a text: where, and with what force."""

    sign: Sign
    force: Force
    start: int
    end: int


def hits(rule: Rule, reading: Reading) -> Iterator[Hit]:
    """Each way of the rule that the text shows, once."""
    for way in rule.ways:
        stretch = shown(way, reading, rule.unless)
        if stretch:
            yield Hit(rule.sign, way.force, stretch.start, stretch.end)


def shown(way: Way, reading: Reading, normal: str = "") -> Span | None:
    """Where the first stretch stands that holds all that the way needs; None if nowhere."""
    unless = f"{normal} {way.unless}"
    needs = [_meant(need, reading) for need in way.needs.split()]
    if not all(needs) or _stands(way.unless_text, reading, 0, len(reading.text)):
        return None
    for anchor in needs[0]:
        first, last = _window(anchor, reading, way.reach)
        group = [_nearest(anchor, spans, first, last) for spans in needs]
        if None in group or _stands(unless, reading, first, last):
            continue
        found = [span for span in group if span]
        return Span(min(span.start for span in found), max(span.end for span in found))
    return None


def _meant(need: str, reading: Reading) -> list[Span]:
    if need.startswith("said:"):
        return reading.said(need.removeprefix("said:"))
    spans = [span for idea in need.split("|") for span in reading.meant(idea)]
    return sorted(spans, key=_start)


def _window(anchor: Span, reading: Reading, reach: int) -> tuple[int, int]:
    """The sentences around the anchor, no further than one request may stretch."""
    number = reading.sentence_of(anchor.start)
    starts = reading.starts
    first = starts[max(0, number - reach)]
    last = starts[number + reach + 1] if number + reach + 1 < len(starts) else len(reading.text)
    return max(first, anchor.start - REACH), min(last, anchor.start + REACH)


def _nearest(anchor: Span, spans: list[Span], first: int, last: int) -> Span | None:
    """The span of the window that stands nearest to the anchor; spans come in order."""
    after = bisect_left(spans, anchor.start, key=_start)
    near = [span for span in spans[max(0, after - 1) : after + 1] if first <= span.start < last]
    return min(near, key=lambda span: abs(span.start - anchor.start), default=None)


def _stands(ideas: str, reading: Reading, first: int, last: int) -> bool:
    return any(_stands_one(reading.said(idea), first, last) for idea in ideas.split())


def _stands_one(spans: list[Span], first: int, last: int) -> bool:
    place = bisect_left(spans, first, key=_start)
    return place < len(spans) and spans[place].start < last


def _start(span: Span) -> int:
    return span.start
