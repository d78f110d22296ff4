"""To whom silence speaks, tried on every day of some years, everywhere, with every promise."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from webapp import calendars
from webapp.applications import ladder
from webapp.applications.ladder import ORDER, Step, Wait

ZONES = ("69", "974", "971", "976", "67")
moments = st.integers(0, 455 * 24 * 60).map(
    lambda minutes: datetime(2025, 12, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@st.composite
def waits(draw: st.DrawFn) -> Wait:
    """A wait begun at any moment, in any place, for any promise."""
    place = draw(st.sampled_from(ZONES))
    return Wait(
        draw(moments), draw(st.integers(0, 15)), calendars.zone(place), calendars.holidays(place)
    )


CHANGE = Wait(  # the hour changes between the promise and its last day
    datetime(2026, 3, 27, 22, 30, tzinfo=UTC), 1, ZoneInfo("Europe/Paris"), frozenset()
)


@given(waits())
@example(CHANGE)
def test_the_steps_come_in_their_order_each_on_a_day_of_its_own(wait):
    found = ladder.moments(wait)

    assert list(found) == [step for step in ORDER if step in found]
    days = [moment.astimezone(wait.zone).date() for moment in found.values()]
    assert all(before < after for before, after in pairwise(days))
    assert min(found.values()) > wait.since


@given(waits())
@example(CHANGE)
def test_every_step_but_the_end_comes_on_a_working_morning(wait):
    for step, moment in ladder.moments(wait).items():
        there = moment.astimezone(wait.zone)
        assert there.hour == 9
        if step is not Step.CLOSE:
            assert there.weekday() < 5
            assert there.date() not in wait.holidays


@given(waits())
def test_it_ends_on_day_21_unless_the_last_word_needs_room(wait):
    found = ladder.moments(wait)
    begin = wait.since.astimezone(wait.zone).date()
    end = found[Step.CLOSE].astimezone(wait.zone).date()

    assert end - begin >= timedelta(days=21)
    if wait.days <= 5:
        assert end - begin == timedelta(days=21)


@given(waits(), st.lists(st.integers(0, 60 * 24 * 40), max_size=12), st.booleans())
def test_looked_at_late_twice_or_never_each_step_is_taken_once_and_the_end_is_the_same(
    wait, minutes, twice
):
    steps, done, taken = ladder.moments(wait), None, []
    last = 60 * 24 * 60
    for minute in sorted([*minutes, *(minutes if twice else []), last]):
        for step in ladder.due(steps, done, wait.since + timedelta(minutes=minute)):
            taken.append(step)
            done = step

    assert len(taken) == len(set(taken))
    assert taken == sorted(taken, key=ORDER.index)
    assert done is Step.CLOSE
    assert ladder.next_look(steps, done, wait.since) is None


@given(waits())
def test_looked_at_each_hour_nothing_is_left_out(wait):
    steps, done, taken = ladder.moments(wait), None, []
    for hour in range(24 * 45):
        for step in ladder.due(steps, done, wait.since + timedelta(hours=hour)):
            taken.append(step)
            done = step

    assert taken == list(steps)


@given(waits(), st.integers(0, 60))
def test_the_next_look_is_when_something_is_due(wait, days):
    steps, now = ladder.moments(wait), wait.since + timedelta(days=days)
    due = ladder.due(steps, None, now)
    done = due[-1] if due else None
    look = ladder.next_look(steps, done, now)

    assert (look is None) == (done is Step.CLOSE)
    if look is not None:
        assert look > now
        assert ladder.due(steps, done, look)


def test_a_promise_of_five_days_climbs_as_it_is_written():
    monday = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
    wait = Wait(monday, 5, calendars.zone("69"), calendars.holidays("69"))
    days = {step: moment.date() for step, moment in ladder.moments(wait).items()}

    assert days == {
        Step.HALF: date(2026, 11, 5),
        Step.LAST: date(2026, 11, 9),
        Step.BACKUP: date(2026, 11, 10),
        Step.PERSON: date(2026, 11, 12),  # the 11th is a holiday
        Step.CLOSE: date(2026, 11, 23),
    }
