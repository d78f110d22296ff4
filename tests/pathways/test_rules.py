"""Approvals, tried on what nobody thought of: holidays, clocks, leap years, suspensions at once."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp import calendars
from webapp.pathways import facts, rules
from webapp.pathways.facts import ProlongationFacts, SuspensionFacts, Waiting
from webapp.pathways.rules import (
    Path,
    Place,
    Problem,
    Prolongation,
    Question,
    Standing,
    Suspension,
    Wish,
)
from webapp.pathways.spans import DAY, Span, add_months, joined, last_day

# The machine may be busy with other tests: how long a draw takes tells nothing of the rules.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
OLD, NEW = facts.regime("convention-2011"), facts.regime("pass-iae")
DAY_ONE = date(2026, 3, 2)
PAUSES = facts.in_force(SuspensionFacts, DAY_ONE)
MORE = facts.in_force(ProlongationFacts, DAY_ONE)
WAITING = facts.in_force(Waiting, DAY_ONE)


def place(insee="69256"):
    return Place(calendars.zone(insee), calendars.holidays(insee))


LYON, SAINT_DENIS, STRASBOURG = place(), place("97411"), place("67482")
PLACES = st.sampled_from([LYON, SAINT_DENIS, STRASBOURG, place("97209"), place("97302")])
# Every clock change and leap day from 2024 to 2029 lies within.
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 6, 30, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(0), LAST - FIRST).map(lambda after: FIRST + after)
DATES = st.dates(date(2024, 1, 1), date(2029, 12, 31))


def paris(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=calendars.PARIS)


# Convention of 2011


@pytest.mark.parametrize(("siae", "hours"), [("etti", 24), ("aci", 48), ("ei", 48), ("ai", 48)])
def test_an_etti_is_answered_in_24_hours_and_the_others_in_48(siae, hours):
    asked = Question(asked_at=paris(2026, 11, 30, 10, 5), siae=siae)

    assert rules.answer_due(asked, OLD, LYON) == asked.asked_at + timedelta(hours=hours)


def test_hours_pass_alike_on_the_night_when_clocks_change():
    asked = Question(asked_at=paris(2026, 3, 28, 12, 0), siae="etti")

    assert rules.answer_due(asked, OLD, LYON) == paris(2026, 3, 29, 13, 0)


def test_an_extension_has_five_working_days_without_weekends_and_holidays():
    # Asked on Thursday 9 April 2026: Monday the 6th is past, Easter Monday; 1 May is a Friday.
    asked = Question(asked_at=paris(2026, 4, 28, 9, 0), siae="ei", extension=True)

    assert rules.answer_due(asked, OLD, LYON) == paris(2026, 5, 7, 0, 0)


def test_an_extension_in_alsace_and_in_reunion_has_their_own_holidays():
    # Good Friday and 26 December in Alsace, 20 December in La Réunion, which has its own midnight.
    before_easter = Question(asked_at=paris(2026, 3, 30, 9), siae="ei", extension=True)
    before_christmas = Question(asked_at=paris(2027, 12, 16, 9), siae="ei", extension=True)

    assert rules.answer_due(before_easter, OLD, LYON) == paris(2026, 4, 8)
    assert rules.answer_due(before_easter, OLD, STRASBOURG) == paris(2026, 4, 9)
    assert rules.answer_due(before_christmas, OLD, LYON) == paris(2027, 12, 24)
    local = datetime(2027, 12, 25, tzinfo=SAINT_DENIS.zone)
    assert rules.answer_due(before_christmas, OLD, SAINT_DENIS) == local


def test_silence_grants_at_the_very_hour_and_not_a_second_before():
    asked = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti")
    due = paris(2026, 12, 1, 10, 5)

    assert rules.granted_at(asked, OLD, LYON, due - timedelta(seconds=1)) is None
    assert rules.granted_at(asked, OLD, LYON, due) == due
    assert rules.is_deemed(asked, OLD, LYON, due + timedelta(days=400))


def test_a_refusal_after_the_hour_refuses_nothing():
    due = paris(2026, 12, 1, 10, 5)
    late = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti", answered_at=due + DAY)
    in_time = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti", answered_at=due - DAY / 2)

    assert rules.granted_at(late, OLD, LYON, due + 2 * DAY) == due
    assert rules.granted_at(in_time, OLD, LYON, due + 2 * DAY) is None


def test_nothing_is_tacit_with_the_pass_iae():
    asked = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti")

    assert rules.answer_due(asked, NEW, LYON) is None
    assert rules.granted_at(asked, NEW, LYON, paris(2036, 1, 1)) is None


@patient
@given(MOMENTS, st.sampled_from(["etti", "aci", "ei", "ai", "eiti"]), st.booleans(), PLACES)
def test_silence_grants_once_and_for_ever(asked_at, siae, extension, where):
    asked = Question(asked_at=asked_at, siae=siae, extension=extension)
    due = rules.answer_due(asked, OLD, where)

    assert due is not None
    assert due > asked_at
    assert rules.granted_at(asked, OLD, where, due - timedelta(microseconds=1)) is None
    for later in (timedelta(), timedelta(days=1), timedelta(days=3000)):
        assert rules.granted_at(asked, OLD, where, due + later) == due


@patient
@given(MOMENTS, PLACES)
def test_five_whole_working_days_stand_between_an_extension_and_its_silence(asked_at, where):
    asked = Question(asked_at=asked_at, siae="ei", extension=True)
    due = rules.answer_due(asked, OLD, where)

    assert due is not None
    here = due.astimezone(where.zone)
    assert (here.hour, here.minute) == (0, 0)
    day, between = asked_at.astimezone(where.zone).date() + DAY, []
    while day < here.date():
        between.append(day)
        day += DAY
    working = [one for one in between if one.weekday() < 5 and one not in where.holidays]
    assert len(working) == 5
    assert between[-1] == working[-1]


@patient
@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=15)), st.booleans(), PLACES)
def test_an_answer_counts_only_before_silence_has_spoken(asked_at, after, granted, where):
    answered_at = asked_at + after
    asked = Question(asked_at=asked_at, siae="aci", answered_at=answered_at, granted=granted)
    due = asked_at + timedelta(hours=48)

    found = rules.granted_at(asked, OLD, where, asked_at + timedelta(days=99))

    assert found == (due if answered_at >= due else answered_at if granted else None)


# Months and spans


def test_months_end_the_day_before_and_at_the_end_of_shorter_ones():
    assert last_day(date(2026, 3, 15), 24) == date(2028, 3, 14)
    assert last_day(date(2026, 3, 1), 24) == date(2028, 2, 29)
    assert last_day(date(2024, 2, 29), 24) == date(2026, 2, 28)
    assert last_day(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2024, 2, 29), 24) == date(2026, 2, 28)


@patient
@given(DATES, st.integers(1, 90))
def test_months_follow_each_other_without_a_hole(begin, months):
    end = last_day(begin, months)

    assert add_months(begin, months) - DAY <= end <= add_months(begin, months)
    assert months * 28 <= Span(begin, end).days <= months * 31


SPANS = st.lists(
    st.builds(
        lambda begin, days: Span(begin, begin + timedelta(days=days)), DATES, st.integers(0, 90)
    ),
    max_size=6,
)


@patient
@given(SPANS)
def test_joined_spans_hold_the_same_days_and_never_touch(spans):
    found = joined(spans)

    days = {one.begin + timedelta(days=n) for one in spans for n in range(one.days)}
    assert {one.begin + timedelta(days=n) for one in found for n in range(one.days)} == days
    assert all(one.end + DAY < two.begin for one, two in pairwise(found))


# PASS IAE


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


@patient
@given(DATES, PAUSED, DATES, st.integers(0, 700))
def test_the_end_is_where_one_comes_by_walking_each_day(begin, pauses, on, more):
    added = (Prolongation(begin=DAY_ONE, end=DAY_ONE + timedelta(days=more - 1)),) if more else ()
    one = path(*pauses, begin=begin, prolongations=added)

    assert rules.end_of(one, on, PAUSES) == walked(one, on)


@patient
@given(DATES, PAUSED, DATES, st.randoms())
def test_neither_order_nor_repetition_of_suspensions_changes_the_end(begin, pauses, on, chance):
    mixed = pauses + pauses[:2]
    chance.shuffle(mixed)

    once, twice = path(*pauses, begin=begin), path(*mixed, begin=begin)
    assert rules.end_of(once, on, PAUSES) == rules.end_of(twice, on, PAUSES)


@patient
@given(DATES, PAUSED, DATES)
def test_one_more_suspension_never_brings_the_end_nearer(begin, pauses, on):
    with_all, without = path(*pauses, begin=begin), path(*pauses[1:], begin=begin)

    assert rules.end_of(with_all, on, PAUSES) >= rules.end_of(without, on, PAUSES)


@patient
@given(DATES, PAUSED, DATES)
def test_time_passing_never_brings_the_end_nearer_nor_gives_days_back(begin, pauses, on):
    one = path(*pauses, begin=begin)

    assert rules.end_of(one, on + DAY, PAUSES) >= rules.end_of(one, on, PAUSES)
    assert rules.days_left(one, on + DAY, PAUSES) <= rules.days_left(one, on, PAUSES)


@patient
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
