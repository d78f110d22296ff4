"""Approvals that silence grants, over holidays, weekends and clock changes, in every zone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp import calendars
from webapp.pathways import facts, rules
from webapp.pathways.rules import Place, Question
from webapp.pathways.spans import DAY

OLD, NEW = facts.regime("convention-2011"), facts.regime("pass-iae")


def place(insee="69256"):
    return Place(calendars.zone(insee), calendars.holidays(insee))


LYON, SAINT_DENIS, STRASBOURG = place(), place("97411"), place("67482")
PLACES = st.sampled_from([LYON, SAINT_DENIS, STRASBOURG, place("97209"), place("97302")])
# Every clock change and leap day from 2024 to 2029 lies within.
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 6, 30, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(0), LAST - FIRST).map(lambda after: FIRST + after)


def paris(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=calendars.PARIS)


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
    just = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti", answered_at=due)
    in_time = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti", answered_at=due - DAY / 2)

    assert rules.granted_at(late, OLD, LYON, due + 2 * DAY) == due
    assert rules.granted_at(just, OLD, LYON, due + 2 * DAY) == due
    assert rules.granted_at(in_time, OLD, LYON, due + 2 * DAY) is None


def test_nothing_is_tacit_with_the_pass_iae():
    asked = Question(asked_at=paris(2026, 11, 30, 10, 5), siae="etti")

    assert rules.answer_due(asked, NEW, LYON) is None
    assert rules.granted_at(asked, NEW, LYON, paris(2036, 1, 1)) is None


@given(MOMENTS, st.sampled_from(["etti", "aci", "ei", "ai", "eiti"]), st.booleans(), PLACES)
def test_silence_grants_once_and_for_ever(asked_at, siae, extension, where):
    asked = Question(asked_at=asked_at, siae=siae, extension=extension)
    due = rules.answer_due(asked, OLD, where)

    assert due is not None
    assert due > asked_at
    assert rules.granted_at(asked, OLD, where, due - timedelta(microseconds=1)) is None
    for later in (timedelta(), timedelta(days=1), timedelta(days=3000)):
        assert rules.granted_at(asked, OLD, where, due + later) == due


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


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=15)), st.booleans(), PLACES)
def test_an_answer_counts_only_before_silence_has_spoken(asked_at, after, granted, where):
    answered_at = asked_at + after
    asked = Question(asked_at=asked_at, siae="aci", answered_at=answered_at, granted=granted)
    due = asked_at + timedelta(hours=48)

    found = rules.granted_at(asked, OLD, where, asked_at + timedelta(days=99))

    assert found == (due if answered_at >= due else answered_at if granted else None)
