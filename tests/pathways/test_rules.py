"""Paths of the PASS IAE: suspensions at once, prolongations, years of waiting."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pathways.helping import DATES
from webapp.pathways import facts, rules
from webapp.pathways.facts import ProlongationFacts, SuspensionFacts, Waiting
from webapp.pathways.rules import Path, Problem, Prolongation, Standing, Suspension, Wish
from webapp.pathways.spans import DAY, last_day

DAY_ONE = date(2026, 3, 2)
PAUSES = facts.in_force(SuspensionFacts, DAY_ONE)
MORE = facts.in_force(ProlongationFacts, DAY_ONE)
WAITING = facts.in_force(Waiting, DAY_ONE)


def path(*suspensions: Suspension, begin: date = DAY_ONE, **facts: Any) -> Path:
    return Path(begin=begin, end=last_day(begin, 24), suspensions=suspensions, **facts)


def closed(begin, days):
    return Suspension(begin=begin, end=begin + timedelta(days=days - 1))


def test_a_suspension_moves_the_end_by_its_days():
    paused = path(closed(date(2026, 6, 1), 30))

    assert rules.end_of(paused, DAY_ONE, PAUSES) == date(2028, 3, 1) + timedelta(days=30)


def test_one_that_still_runs_moves_the_end_each_day():
    paused = path(Suspension(begin=date(2026, 6, 1)))

    assert rules.standing(paused, date(2026, 6, 1), PAUSES) == Standing.SUSPENDED
    assert rules.end_of(paused, date(2026, 6, 10), PAUSES) == date(2028, 3, 11)
    left = rules.days_left(paused, date(2026, 6, 2), PAUSES)
    assert left == rules.days_left(paused, date(2027, 6, 2), PAUSES)


def test_a_suspension_ends_by_itself_after_36_months():
    forgotten = path(Suspension(begin=date(2026, 6, 1)))

    assert rules.standing(forgotten, date(2029, 5, 31), PAUSES) == Standing.SUSPENDED
    assert rules.standing(forgotten, date(2029, 6, 1), PAUSES) == Standing.VALID
    assert rules.standing(forgotten, date(2036, 6, 1), PAUSES) == Standing.OVER


def test_two_years_of_waiting_begin_at_the_end():
    done = path()

    assert rules.standing(done, date(2028, 3, 1), PAUSES) == Standing.VALID
    assert rules.standing(done, date(2028, 3, 2), PAUSES) == Standing.OVER
    assert rules.waiting_until(done, date(2028, 3, 2), PAUSES, WAITING) == date(2030, 3, 1)


def test_after_an_interruption_they_begin_with_the_suspension_before_it():
    begin, stopped = date(2026, 6, 1), date(2027, 7, 1)
    ended = path(Suspension(begin=begin), interrupted_on=stopped)

    assert rules.end_of(ended, stopped, PAUSES) == stopped
    assert rules.standing(ended, stopped + DAY, PAUSES) == Standing.OVER
    assert rules.waiting_until(ended, stopped, PAUSES, WAITING) == date(2028, 6, 1)


def test_a_path_may_be_interrupted_after_twelve_months_of_suspension_in_a_row():
    whole, halves = path(Suspension(begin=date(2026, 6, 1))), path(
        closed(date(2026, 6, 1), 200), Suspension(begin=date(2027, 2, 1))
    )  # fmt: skip

    assert not rules.may_interrupt(whole, date(2027, 5, 31), PAUSES, WAITING)
    assert rules.may_interrupt(whole, date(2027, 6, 1), PAUSES, WAITING)
    assert not rules.may_interrupt(halves, date(2027, 6, 15), PAUSES, WAITING)


PAUSED = st.lists(
    st.builds(
        lambda begin, days: Suspension(
            begin=begin, end=None if days is None else begin + timedelta(days=days)
        ),
        st.dates(date(2025, 6, 1), date(2030, 1, 1)),
        st.one_of(st.none(), st.integers(0, 400)),
    ),
    max_size=6,
)


def walked(one, on):
    """The last day of a path, found by walking it day by day."""
    spans = [
        (pause.begin, min(pause.end or on, last_day(pause.begin, PAUSES.most_months)))
        for pause in one.suspensions
    ]
    left = (one.end - one.begin).days + 1
    left += sum((more.end - more.begin).days + 1 for more in one.prolongations)
    day = one.begin - DAY
    while left:
        day += DAY
        left -= not any(begin <= day <= end for begin, end in spans)
    return day


@given(DATES, PAUSED, DATES, st.integers(0, 700))
def test_the_end_is_where_one_comes_by_walking_each_day(begin, pauses, on, more):
    added = (Prolongation(begin=DAY_ONE, end=DAY_ONE + timedelta(days=more - 1)),) if more else ()
    one = path(*pauses, begin=begin, prolongations=added)

    assert rules.end_of(one, on, PAUSES) == walked(one, on)


@given(DATES, PAUSED, DATES, st.randoms())
def test_neither_order_nor_repetition_of_suspensions_changes_the_end(begin, pauses, on, chance):
    mixed = pauses + pauses[:2]
    chance.shuffle(mixed)

    once, twice = path(*pauses, begin=begin), path(*mixed, begin=begin)
    assert rules.end_of(once, on, PAUSES) == rules.end_of(twice, on, PAUSES)


@given(DATES, PAUSED, DATES)
def test_one_more_suspension_never_brings_the_end_nearer(begin, pauses, on):
    with_all, without = path(*pauses, begin=begin), path(*pauses[1:], begin=begin)

    assert rules.end_of(with_all, on, PAUSES) >= rules.end_of(without, on, PAUSES)


@given(DATES, PAUSED, DATES)
def test_time_passing_never_brings_the_end_nearer_nor_gives_days_back(begin, pauses, on):
    one = path(*pauses, begin=begin)

    assert rules.end_of(one, on + DAY, PAUSES) >= rules.end_of(one, on, PAUSES)
    assert rules.days_left(one, on + DAY, PAUSES) <= rules.days_left(one, on, PAUSES)


@given(DATES, PAUSED, DATES)
def test_days_left_and_where_it_stands_agree(begin, pauses, on):
    one = path(*pauses, begin=begin)
    state = rules.standing(one, on, PAUSES)

    assert (rules.days_left(one, on, PAUSES) == 0) == (state == Standing.OVER) or (
        state == Standing.SUSPENDED
    )


# Prolongations


REASONS = {one.key: one for one in MORE.reasons}
END = last_day(DAY_ONE, 24)


def asked(key, until, *, on=END, siae="aci", opinion=True, before=()):
    wish = Wish(until=until, reason=REASONS[key], siae=siae, opinion=opinion)
    return rules.wrong_prolongation(path(prolongations=before), wish, on, MORE, PAUSES)


def test_a_prolongation_lasts_twelve_months_at_most_each_time():
    assert asked("senior", last_day(END + DAY, 12)) is None
    assert asked("senior", last_day(END + DAY, 12) + DAY) == Problem.TOO_LONG
    assert asked("senior", END) == Problem.BACKWARDS


def test_it_is_asked_from_twelve_months_before_to_six_months_after_the_end():
    until = END + timedelta(days=30)

    assert asked("senior", until, on=date(2027, 2, 28)) == Problem.TOO_EARLY
    assert asked("senior", until, on=date(2027, 3, 1)) is None
    assert asked("senior", until, on=date(2028, 9, 1)) is None
    assert asked("senior", until, on=date(2028, 9, 2)) == Problem.TOO_LATE


@pytest.mark.parametrize("key", ["disabled", "senior", "particular"])
def test_an_entitled_prescriber_decides_for_these_reasons(key):
    assert asked(key, END + DAY, opinion=False) == Problem.NEEDS_OPINION


@pytest.mark.parametrize("key", ["training", "senior-cdi"])
def test_the_siae_alone_prolongs_for_a_training_or_a_permanent_contract(key):
    assert asked(key, END + DAY, opinion=False) is None


def test_particular_difficulties_are_for_ai_and_aci_only():
    assert asked("particular", END + DAY, siae="ei") == Problem.OTHER_KIND
    assert asked("particular", END + DAY, siae="ai") is None


@pytest.mark.parametrize(("key", "months"), [("disabled", 60), ("particular", 60), ("senior", 84)])
def test_a_path_has_a_longest_length_in_all(key, months):
    longest = last_day(DAY_ONE, months)
    so_far = Prolongation(begin=END + DAY, end=longest - timedelta(days=30))
    on = so_far.end

    assert asked(key, longest, on=on, before=(so_far,)) is None
    assert asked(key, longest + DAY, on=on, before=(so_far,)) == Problem.TOO_LONG_IN_ALL


def test_suspensions_are_refused_outside_of_the_path_or_too_long():
    one = path()
    last = last_day(date(2026, 6, 1), 36)

    def wrong(begin: date, end: date | None = None) -> Problem | None:
        return rules.wrong_suspension(one, Suspension(begin=begin, end=end), END, PAUSES)

    assert wrong(date(2026, 6, 1), last) is None
    assert wrong(date(2026, 6, 1), last + DAY) == Problem.TOO_LONG
    assert wrong(date(2026, 6, 1), date(2026, 5, 1)) == Problem.BACKWARDS
    assert wrong(DAY_ONE - DAY) == Problem.OUTSIDE
    assert wrong(END + DAY) == Problem.OUTSIDE
