"""What silence makes of an offer, whatever day the work is done and however often."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp import calendars
from webapp.offers import rules
from webapp.offers.rules import Freshness, Step, next_step

HOLIDAYS = calendars.holidays("69256")
SIGNS = st.dates(date(2026, 1, 1), date(2027, 10, 1))
ONE_DAY = timedelta(days=1)


def life(sign: date, work_days: set[int], length: int = 80) -> dict[str, date]:
    """Live an offer about which nobody answers; return the day of each thing that happened.

    The work is done on these days after the sign alone, twice each time.
    """
    last, asked, on_line, happened = sign + timedelta(days=30), None, True, {}
    for after in sorted(work_days):
        on = sign + timedelta(days=after)
        for _twice in range(2):
            step = next_step(Freshness(last, asked, on_line), on, HOLIDAYS)
            if step == Step.NOTHING:
                continue
            assert step not in happened
            happened[step] = on
            asked = on if step == Step.ASK else asked
            on_line = on_line and step == Step.ASK
            if step == Step.EXPIRE:
                return happened
    return happened


@given(SIGNS)
def test_silence_asks_on_the_fourteenth_day_pauses_a_week_later_and_ends(sign):
    happened = life(sign, set(range(80)))

    asked = happened[Step.ASK]
    assert timedelta(days=14) <= asked - sign <= timedelta(days=18)  # four days off at most
    assert happened[Step.PAUSE] == asked + timedelta(days=7)
    assert happened[Step.EXPIRE] == sign + timedelta(days=31)


@given(SIGNS, st.sets(st.integers(0, 200), max_size=25))
def test_work_done_late_never_ends_an_offer_whose_people_had_no_week_to_answer(sign, work_days):
    happened = life(sign, work_days)

    for step in (Step.PAUSE, Step.EXPIRE):
        if step in happened:
            assert happened[step] - happened[Step.ASK] >= timedelta(days=7)
            assert happened[step] - sign >= timedelta(days=21)
    if Step.EXPIRE in happened:
        assert happened[Step.EXPIRE] - sign > timedelta(days=30)


@given(SIGNS, st.integers(0, 100))
def test_nobody_is_asked_on_a_day_off(sign, after):
    on = sign + timedelta(days=after)
    step = next_step(Freshness(sign + timedelta(days=30), None, on_line=True), on, HOLIDAYS)

    if step == Step.ASK:
        assert on.weekday() < 5
        assert on not in HOLIDAYS


@given(SIGNS, st.integers(0, 60))
def test_an_offer_that_its_people_paused_is_not_asked_about(sign, after):
    paused = Freshness(sign + timedelta(days=30), None, on_line=False)

    assert next_step(paused, sign + timedelta(days=after), HOLIDAYS) == Step.NOTHING


@given(SIGNS)
def test_three_days_of_silence_are_said(asked):
    assert not rules.is_doubted(None, asked)
    assert not rules.is_doubted(asked, asked + timedelta(days=2))
    assert rules.is_doubted(asked, asked + timedelta(days=3))
