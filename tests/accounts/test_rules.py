"""Codes, how they are read, and how often secrets may be tried."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.accounts import rules
from webapp.accounts.enums import Tried

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
codes = st.randoms(use_true_random=False).map(lambda chance: rules.new_code(chance.randrange))


@given(codes)
def test_a_code_has_six_digits_and_none_twice_in_a_row(code):
    assert len(code) == 6
    assert code.isdigit()
    assert all(one != following for one, following in pairwise(code))


def test_every_possible_code_is_counted():
    fours = ["".join(digits) for digits in product("0123456789", repeat=4)]
    possible = [four for four in fours if all(one != two for one, two in pairwise(four))]

    assert len(possible) * 9 * 9 == rules.CODES


def test_each_digit_comes_as_often_as_another_at_each_place():
    chance = random.Random(7)
    drawn = [rules.new_code(chance.randrange) for _ in range(20_000)]

    for place in range(6):
        for digit in "0123456789":
            share = sum(code[place] == digit for code in drawn) / len(drawn)
            assert abs(share - 0.1) < 0.01


WRITINGS = {
    "as sent": lambda code: f"{code[:3]} {code[3:]}",
    "no space": lambda code: code,
    "dash": lambda code: f"{code[:3]}-{code[3:]}",
    "long dash": lambda code: f"{code[:3]} – {code[3:]}",
    "dots": lambda code: ".".join(code),
    "one by one": lambda code: " ".join(code),
    "unbreakable": lambda code: f"{code[:3]}\N{NO-BREAK SPACE}{code[3:]}",
    "around": lambda code: f"\t {code} \n",
    "full-width": lambda code: code.translate({48 + n: 0xFF10 + n for n in range(10)}),
    "arabic": lambda code: code.translate({48 + n: 0x660 + n for n in range(10)}),
    "persian": lambda code: code.translate({48 + n: 0x6F0 + n for n in range(10)}),
    "in a sentence": lambda code: f"Votre code est {code[:3]} {code[3:]}, merci",
    "whole sms": lambda code: (
        f"{code[:3]} {code[3:]} est votre code A deux pas. Il marche 10 minutes.\n\n"
        f"@exemple.fr #{code}"
    ),
    "quoted": lambda code: f"«\N{NO-BREAK SPACE}{code}\N{NO-BREAK SPACE}»",
    "right to left": lambda code: f"\N{RIGHT-TO-LEFT MARK}{code}\N{LEFT-TO-RIGHT MARK}",
}


@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS)
@given(code=codes)
def test_a_code_is_read_however_it_is_written(writing, code):
    assert rules.read_code(writing(code)) == code


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "12345", "1234567", "112345", "abc", "code", "123 456 ou 654 321", "١٢٣", "½ ² ③"],
)
def test_what_can_be_no_code_costs_no_try(typed):
    assert rules.read_code(typed) is None


@given(st.text(max_size=600))
def test_any_text_is_read_without_a_fault(text):
    code = rules.read_code(text)

    assert code is None or rules.is_possible(code)


def test_a_very_long_text_is_read_at_its_beginning_alone():
    assert rules.read_code("x" * 10_000 + "123456") is None
    assert rules.read_code("123456" + "x" * 10_000) == "123456"


def test_the_chance_to_guess_is_within_its_limit():
    most = next(limit for limit in rules.LIMITS[Tried.CODE] if limit.scope == "subject")

    assert most.only_wrong
    assert most.within == rules.DAY
    assert rules.chance_a_day(most.most) <= 2e-5
    assert rules.chance_a_day(most.most + 1) > 2e-5


def test_a_number_gets_codes_more_and_more_slowly():
    limits = [limit for limit in rules.LIMITS[Tried.CODE_SENT] if limit.scope == "subject"]
    sent = [NOW]
    while len(sent) < 5:
        at = sent[-1]
        while any(is_full(limit, sent, at) for limit in limits):
            at += timedelta(seconds=1)
        sent.append(at)
    waits = [later - before for before, later in pairwise(sent)]

    assert waits == [timedelta(seconds=30), *(timedelta(minutes=m) for m in (2, 10, 30))]
    assert is_full(rules.Limit(5, rules.DAY), sent, NOW + timedelta(hours=23))


def is_full(limit: rules.Limit, sent: list[datetime], at: datetime) -> bool:
    """Whether a limit holds back one more at a moment."""
    return sum(one > at - limit.within for one in sent) >= limit.most


def test_forty_people_who_all_ask_twice_have_room():
    for limit in rules.LIMITS[Tried.CODE_SENT]:
        if limit.scope in ("network", "browser"):
            assert limit.most > 40 * (2 if limit.scope == "network" else 1)


def test_the_alarm_rings_before_a_slow_attack_opens_any_number():
    windows = rules.DAY / rules.ALARM_WINDOW

    assert rules.ALARM * windows / rules.CODES <= rules.SLOWEST_ATTACK
    assert not rules.is_alarming(rules.ALARM)
    assert rules.is_alarming(rules.ALARM + 1)


@given(
    ahead=st.timedeltas(min_value=timedelta(minutes=-20), max_value=timedelta(minutes=20)),
    within=st.timedeltas(min_value=timedelta(seconds=30), max_value=timedelta(days=30)),
)
def test_nobody_waits_longer_than_a_limit_lasts_whatever_the_clocks(ahead, within):
    wait = rules.wait_until_free(NOW + ahead, rules.Limit(1, within), NOW)

    assert timedelta(seconds=1) <= wait <= within


def test_a_code_ends_after_ten_minutes_five_tries_or_one_use():
    later = NOW + rules.CODE_LIFE

    assert rules.standing(later, 0, None, NOW) is None
    assert rules.standing(later, 4, None, later - timedelta(seconds=1)) is None
    assert rules.standing(later, 0, None, later) == "old"
    assert rules.standing(later, 5, None, NOW) == "spent"
    assert rules.standing(later, 0, NOW, NOW) == "used"
