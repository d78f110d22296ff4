"""Measure what guessing codes and sending SMS would bring to an attacker, by the product's limits.

    python -m bench.codes [DAYS]

One number is attacked day and night, by any count of browsers and networks, each guess different
from those already made on the same code. Codes of three digits are guessed as well: there, hits are
frequent enough to be compared with the computation.
"""

import math
import random
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from webapp.accounts import rules
from webapp.accounts.enums import Tried
from webapp.accounts.rules import Limit

START = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass
class Ledger:
    """The tries on one number, counted as the database counts them."""

    wrong: dict[Tried, list[datetime]] = field(default_factory=dict)
    every: dict[Tried, list[datetime]] = field(default_factory=dict)

    def wait(self, kind: Tried, now: datetime) -> timedelta:
        """How long until one more is allowed, by every limit on the number itself."""
        waits = [self.wait_of(kind, limit, now) for limit in rules.LIMITS[kind]]
        return max(waits, default=timedelta())

    def wait_of(self, kind: Tried, limit: Limit, now: datetime) -> timedelta:
        """How long one limit asks to wait."""
        kept = (self.wrong if limit.only_wrong else self.every).get(kind, [])
        if limit.scope != "subject" or len(kept) < limit.most:
            return timedelta()
        blocking = kept[-limit.most]
        if blocking <= now - limit.within:
            return timedelta()
        return rules.wait_until_free(blocking, limit, now)

    def note(self, kind: Tried, now: datetime, *, right: bool = False) -> None:
        """Note one more."""
        self.every.setdefault(kind, []).append(now)
        if not right:
            self.wrong.setdefault(kind, []).append(now)

    def answered(self) -> None:
        """The last code sent was typed right: it gives its place back."""
        self.wrong[Tried.CODE_SENT].pop()


@dataclass
class Attack:
    """What came of an attack on one number."""

    tries: int = 0
    hits: int = 0
    sent: int = 0
    most_in_a_day: int = 0


def guesses(chance: random.Random, length: int) -> list[str]:
    """Different guesses at one code, as many as it may be tried."""
    found: dict[str, None] = {}
    while len(found) < rules.WRONG_A_CODE:
        found[rules.new_code(chance.randrange, length)] = None
    return list(found)


def attack(days: int, seed: int, length: int = rules.DIGITS) -> Attack:
    """Try codes of one number for so many days, each as soon as the limits allow."""
    chance, ledger, done = random.Random(seed), Ledger(), Attack()
    now, end = START, START + timedelta(days=days)
    while now < end:
        now += max(ledger.wait(Tried.CODE_SENT, now), ledger.wait(Tried.CODE, now))
        ledger.note(Tried.CODE_SENT, now)
        done.sent += 1
        now = try_one_code(ledger, done, now, chance, length)
    done.most_in_a_day = most_within(ledger.wrong[Tried.CODE], rules.DAY)
    return done


def try_one_code(
    ledger: Ledger, done: Attack, now: datetime, chance: random.Random, length: int
) -> datetime:
    """Guess at one code until it ends; return the moment after."""
    code = rules.new_code(chance.randrange, length)
    until = now + rules.CODE_LIFE
    for guess in guesses(chance, length):
        if now + ledger.wait(Tried.CODE, now) >= until:
            break
        now += ledger.wait(Tried.CODE, now) + timedelta(seconds=1)
        done.tries += 1
        ledger.note(Tried.CODE, now, right=guess == code)
        if guess == code:
            done.hits += 1
            ledger.answered()
            break
    return now


def most_within(moments: list[datetime], length: timedelta) -> int:
    """The most moments that any window of this length holds."""
    return max(
        (at + 1 - bisect_right(moments, last - length) for at, last in enumerate(moments)),
        default=0,
    )


def possible(length: int) -> int:
    """How many codes of this length there are."""
    return 10 * 9 ** (length - 1)


def tail(mean: float, most: int) -> float:
    """The chance that more than `most` things happen, where `mean` are expected (Poisson)."""
    below = math.fsum(
        math.exp(-mean + count * math.log(mean) - math.lgamma(count + 1))
        for count in range(most + 1)
    )
    return max(0.0, 1 - below)


def report_guessing(days: int) -> None:
    """Print the chance by computation, and what simulated attacks met."""
    print(f"codes: {rules.CODES}; by computation: {rules.chance_a_day():.3g} a number a day")
    for length in (3, rules.DIGITS):
        done = attack(days, seed=1, length=length)
        expected = days * rules.WRONG_A_DAY / possible(length)
        print(
            f"{length} digits, {days} days: {done.tries} tries, {done.sent} SMS, "
            f"at most {done.most_in_a_day} wrong in any 24 h, "
            f"{done.hits} hits ({expected:.2f} expected)"
        )


def report_alarm() -> None:
    """Print when the alarm rings for an attack on many numbers, and how often for nothing."""
    windows = rules.DAY / rules.ALARM_WINDOW
    slow = rules.ALARM * windows / rules.CODES
    print(f"alarm: more than {rules.ALARM} wrong codes in 10 min; kept under it, {slow:.2%} a day")
    for sign_ins in (100, 300, 500):
        mean = sign_ins * 0.05
        chance = tail(mean, rules.ALARM)
        print(f"  {sign_ins} people in 10 min, 1 in 20 mistypes once: rings {chance:.2g} a window")


def report_sending() -> None:
    """Print how many SMS a day someone can make us send without typing any code."""
    for scope in ("subject", "browser", "network", "site"):
        day = [
            limit
            for limit in rules.LIMITS[Tried.CODE_SENT]
            if limit.scope == scope and limit.within == rules.DAY
        ]
        said = ", ".join(
            f"{limit.most} {'never typed' if limit.only_wrong else 'in all'}" for limit in day
        )
        print(f"SMS a day for one {scope}: {said}")


if __name__ == "__main__":
    report_guessing(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    report_alarm()
    report_sending()
