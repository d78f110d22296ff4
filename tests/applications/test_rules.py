"""Until when someone answers, when to call, what makes two requests one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp import calendars
from webapp.applications import rules
from webapp.clock import PARIS

NONE: frozenset[date] = frozenset()
MORNINGS = rules.Hours(frozenset(range(5)), 540, 720)  # Monday to Friday, 9 h to 12 h
days = st.dates(date(2024, 1, 1), date(2040, 12, 31))
holidays = st.frozensets(st.dates(date(2024, 1, 1), date(2041, 3, 1)), max_size=40)
moments = st.builds(datetime.combine, days, st.times(), st.just(PARIS))


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=PARIS)


def is_working(day: date, closed: frozenset[date]) -> bool:
    return day.weekday() < 5 and day not in closed


@given(days, st.integers(1, 20), holidays)
def test_the_promised_days_are_exactly_the_working_days_that_follow(asked, promised, closed):
    last = rules.answer_by(asked, promised, closed)

    after = [asked + timedelta(days=ahead) for ahead in range(1, (last - asked).days + 1)]
    assert sum(is_working(day, closed) for day in after) == promised
    assert is_working(last, closed)


@given(days, st.integers(1, 20), holidays)
def test_who_asks_later_is_never_answered_earlier(asked, promised, closed):
    first = rules.answer_by(asked, promised, closed)
    second = rules.answer_by(asked + timedelta(days=1), promised, closed)

    assert second >= first


@given(days, holidays)
def test_a_promise_of_no_day_still_leaves_one(asked, closed):
    assert rules.answer_by(asked, 0, closed) == rules.answer_by(asked, 1, closed)


@pytest.mark.parametrize(
    ("asked", "promised", "insee", "last"),
    [
        (date(2026, 11, 20), 3, "69256", date(2026, 11, 25)),  # Friday to Wednesday
        (date(2026, 11, 21), 3, "69256", date(2026, 11, 25)),  # a Saturday counts as that Friday
        (date(2026, 11, 22), 1, "69256", date(2026, 11, 23)),
        (date(2026, 11, 10), 1, "69256", date(2026, 11, 12)),  # the armistice is between
        (date(2026, 12, 24), 1, "69256", date(2026, 12, 28)),
        (date(2026, 12, 31), 1, "69256", date(2027, 1, 4)),
        (date(2027, 12, 31), 5, "69256", date(2028, 1, 7)),  # over the end of the year
        # Good Friday is a holiday in Moselle and in Alsace only, the 26th of December too.
        (date(2027, 3, 25), 1, "57463", date(2027, 3, 30)),
        (date(2027, 3, 25), 1, "67482", date(2027, 3, 30)),
        (date(2027, 3, 25), 1, "68224", date(2027, 3, 30)),
        (date(2027, 3, 25), 1, "54395", date(2027, 3, 26)),
        # The end of slavery has its day in each overseas département.
        (date(2027, 12, 17), 1, "97411", date(2027, 12, 21)),
        (date(2027, 12, 17), 1, "69256", date(2027, 12, 20)),
        (date(2027, 5, 26), 1, "97105", date(2027, 5, 28)),
        (date(2028, 5, 19), 1, "97209", date(2028, 5, 23)),
        (date(2027, 6, 9), 1, "97302", date(2027, 6, 11)),
        (date(2027, 4, 26), 1, "97608", date(2027, 4, 28)),
        (date(2026, 11, 20), 1, "2A247", date(2026, 11, 23)),  # Porto-Vecchio
    ],
)
def test_the_calendar_is_that_of_the_place(asked, promised, insee, last):
    assert rules.answer_by(asked, promised, calendars.holidays(insee)) == last


def test_the_day_begins_when_it_does_at_the_place():
    evening = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)

    assert evening.astimezone(calendars.zone("97411")).date() == date(2026, 11, 21)
    assert evening.astimezone(calendars.zone("69256")).date() == date(2026, 11, 20)
    assert evening.astimezone(calendars.zone("97105")).hour == 17


@pytest.mark.parametrize("written", ["Hélène", "helene", "HÉLÈNE", " Hélène ", "He\u0301lene"])
def test_the_same_person_is_known_however_the_name_is_typed(written):
    assert rules.key(7, "+33639981234", written) == rules.key(7, "+33639981234", "Hélène")


@pytest.mark.parametrize(
    "other", [(8, "+33639981234", "Awa"), (7, "+33639981235", "Awa"), (7, "+33639981234", "Ava")]
)
def test_another_offer_number_or_name_is_another_request(other):
    assert rules.key(*other) != rules.key(7, "+33639981234", "Awa")


@given(st.text(max_size=40), st.text("0123456789abcdef", min_size=64, max_size=64))
def test_a_key_fits_its_column_and_a_spent_one_is_free_again(name, key):
    assert len(rules.key(1, "+33639981234", name)) == 64
    assert len(rules.spent(key, "k7m24pq9")) == 64
    assert rules.spent(key, "k7m24pq9") != key


@pytest.mark.parametrize("name", ["محمد", "Оксана", "阿明", "Nguyễn"])
def test_names_in_every_writing_are_told_apart(name):
    assert rules.plain(name)
    assert rules.key(1, "+33639981234", name) != rules.key(1, "+33639981234", "")


def test_a_reference_is_read_in_two_groups_that_stay_together():
    assert rules.reference("k7m24pq9") == "K7M2\u00a04PQ9"


def test_only_two_digits_of_a_number_are_told():
    assert rules.last_digits("+33639981234") == "34"


@pytest.mark.parametrize(
    ("at", "good"),
    [
        (local("2026-11-20 08:59"), False),
        (local("2026-11-20 09:00"), True),
        (local("2026-11-20 11:40"), True),
        (local("2026-11-20 11:41"), False),  # too little time left
        (local("2026-11-21 10:00"), False),  # Saturday
        (local("2026-11-11 10:00"), False),  # a public holiday
    ],
)
def test_now_is_a_good_time_to_call(at, good):
    closed = frozenset({date(2026, 11, 11)})

    assert rules.is_good_time(MORNINGS, at, closed) is good


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (local("2026-11-20 07:00"), date(2026, 11, 20)),  # later the same day
        (local("2026-11-20 10:00"), date(2026, 11, 20)),
        (local("2026-11-20 11:50"), date(2026, 11, 23)),  # over for today: Monday
        (local("2026-11-21 10:00"), date(2026, 11, 23)),
        (local("2026-11-10 15:00"), date(2026, 11, 12)),  # past the holiday
    ],
)
def test_the_next_day_to_call_is_the_first_on_which_someone_answers(at, day):
    closed = frozenset({date(2026, 11, 11)})

    assert rules.next_day_to_call(MORNINGS, at, closed) == day


@given(moments, holidays)
def test_the_next_day_to_call_is_never_past_nor_closed(at, closed):
    day = rules.next_day_to_call(MORNINGS, at, closed)

    assert day is None or (day >= at.date() and is_working(day, closed))


def test_evenings_that_touch_midnight_never_spill_over():
    evenings = rules.Hours(frozenset(range(7)), 20 * 60, 24 * 60 - 1)

    assert rules.is_good_time(evenings, local("2026-11-20 23:30"), NONE)
    assert not rules.is_good_time(evenings, local("2026-11-20 23:50"), NONE)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"days": [], "from": 540, "to": 720},
        {"days": [0], "from": 720, "to": 540},
        {"days": [9], "from": 540, "to": 720},
        {"days": [0], "from": "9", "to": 720},
    ],
)
def test_hours_that_say_nothing_usable_are_unknown(said):
    assert rules.hours(said) is None


def test_nobody_is_told_to_call_on_a_day_that_never_comes():
    closed = frozenset(date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(400))

    assert rules.next_day_to_call(MORNINGS, local("2026-03-01 10:00"), closed) is None


def test_requests_are_kept_by_the_rule_in_force():
    rule = rules.retention_on(date(2027, 1, 1))

    assert rule.after_closing < rule.at_most == timedelta(days=730)
    assert rules.retention_on(date(2020, 1, 1)) == rules.RETENTIONS[0]
