"""The rules of posting from choices."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.employers import rules
from webapp.offers.enums import Contract
from webapp.offers.rules import weekly_minutes
from webapp.organisations.kinds import OrganisationKind

HOUR = 60


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("08:30", 510),
        ("8h30", 510),
        ("8 h 30", 510),
        ("8\u00a0h", 480),
        ("8", 480),
        ("0:00", 0),
        ("24:00", 0),
        ("23.59", 1439),
        ("", None),
        ("  ", None),
    ],
)
def test_reads_a_time_however_it_is_written(text, minute):
    assert rules.minute_of(text) == minute


@pytest.mark.parametrize("text", ["midi", "25:00", "8h75", "12:3x", "٨", "-1", "8:30:99"])
def test_says_when_a_text_is_no_time(text):
    with pytest.raises(rules.BadText) as refused:
        rules.minute_of(text)

    assert refused.value.reason == "time"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12,31", 1231),
        ("12.31 €", 1231),
        ("12", 1200),
        ("12,5 euros", 1250),
        ("12,31 € de l’heure", 1231),
        ("12,31\u00a0€/h", 1231),
        ("100", 10000),
    ],
)
def test_reads_an_amount_however_it_is_written(text, cents):
    assert rules.cents_of(text) == cents


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), ("SMIC", "amount"), ("12,345", "amount"), ("1867", "month"), ("-5", "amount")],
)
def test_says_why_a_text_is_no_hourly_amount(text, reason):
    with pytest.raises(rules.BadText) as refused:
        rules.cents_of(text)

    assert refused.value.reason == reason


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    minute, cents = (read_or_reason(read, text) for read in (rules.minute_of, rules.cents_of))

    assert minute in {None, "time", *range(24 * HOUR)}
    assert cents in {"empty", "amount", "month", *range(rules.MAX_HOURLY_CENTS + 1)}


def read_or_reason(read, text):
    """Return what was read, or why it could not be."""
    try:
        return read(text)
    except rules.BadText as refused:
        return refused.reason


def test_the_pay_is_never_under_the_minimum_but_where_the_law_says_otherwise():
    assert rules.pay_fault(1230, 1231, contract="cddi", insee="69256") == "under_smic"
    assert rules.pay_fault(1231, 1231, contract="cddi", insee="69256") is None
    assert rules.pay_fault(900, 1231, contract="apprenticeship", insee="69256") is None
    assert rules.pay_fault(1000, 1231, contract="cddi", insee="97608") is None


@pytest.mark.parametrize("kind", list(OrganisationKind))
def test_each_kind_of_structure_has_contracts_and_a_usual_week(kind):
    contracts = rules.contracts(kind)

    assert contracts
    assert set(contracts) <= set(Contract)
    assert rules.usual_week(kind) in {*rules.QUICK_WEEKS, rules.RANGE}
    for contract in contracts:
        length = rules.usual_months(contract)
        assert length is None or length in rules.MONTHS


def test_a_workshop_most_often_works_26_hours_and_others_35():
    assert weekly_minutes(rules.QUICK_WEEKS[rules.usual_week("aci")]) == 26 * HOUR
    assert weekly_minutes(rules.QUICK_WEEKS[rules.usual_week("ei")]) == 35 * HOUR


@pytest.mark.parametrize(("choice", "week"), rules.QUICK_WEEKS.items())
def test_a_usual_week_is_known_again(choice, week):
    assert rules.week_fault(week) is None
    assert rules.week_choice([list(slot) for slot in week], "ei", weekly_minutes(week)) == choice


def test_other_weeks_are_known_as_the_same_hours_or_hours_by_day():
    same = rules.days([0, 5], (600, 720))
    each = (*same, rules.Slot(6, 480, 720))

    assert rules.week_choice(same, "ei", 240) == rules.SAME
    assert rules.week_choice(each, "ei", 480) == rules.EACH
    assert rules.week_choice([], "ai", 600) == rules.RANGE
    assert rules.week_choice([], "ei", None) == "day"


@pytest.mark.parametrize(
    ("week", "fault"),
    [
        ((), "empty"),
        ((rules.slot(0, 480, 1260),), "long_slot"),
        ((rules.slot(0, 480, 720), rules.slot(0, 700, 800)), "overlap"),
        ((rules.slot(0, 1320, 360), rules.slot(1, 300, 500)), "overlap"),
        (rules.days(range(6), (480, 1000)), "long_week"),
        ((rules.slot(0, 480, 720), rules.slot(0, 720, 900)), None),
        ((rules.slot(4, 1320, 300),), None),
    ],
)
def test_says_what_is_wrong_with_a_week(week, fault):
    assert rules.week_fault(week) == fault


def test_a_night_ends_the_next_day():
    assert rules.slot(0, 22 * HOUR, 5 * HOUR) == (0, 1320, 1740)


def test_the_fields_of_a_week_show_its_hours():
    shown = rules.week_fields([[0, 1320, 1740], [2, 480, 720], [2, 780, 1020]])

    assert shown["days"] == [0, 2]
    assert (shown["d0_1_begin"], shown["d0_1_end"]) == (1320, 300)
    assert (shown["d2_2_begin"], shown["d2_2_end"]) == (780, 1020)
    assert "d1_1_begin" not in shown


def test_the_way_there_is_a_few_short_lines():
    assert rules.way_lines(" Bus C3 \r\n\n 3  min à pied ") == ["Bus C3", "3 min à pied"]
    assert rules.way_fault(["a"] * 7) == "many"
    assert rules.way_fault(["a" * 101]) == "long"
    assert rules.way_fault(["Bus C3"]) is None


def test_a_first_day_is_to_come_and_not_too_far():
    today = date(2026, 11, 21)

    assert rules.start_fault(today, today) is None
    assert rules.start_fault(today - timedelta(days=1), today) == "past"
    assert rules.start_fault(today + timedelta(days=400), today) == "far"


def test_a_draft_goes_on_where_it_stopped():
    everything = ("job", "tasks", "week", "pay", "contract", "contact", "backup")

    assert rules.resume_at(everything) == "job"
    assert rules.resume_at(("tasks", *everything[2:])) == "tasks"
    assert rules.resume_at(everything[2:]) == "place"
    assert rules.resume_at(("contact", "backup")) == "needs"
    assert rules.resume_at(("pay",)) == "pay"
    assert rules.resume_at(()) is None


def test_each_step_leads_on_and_back():
    assert rules.next_step("family") == "job"
    assert rules.next_step("contact") is None
    assert rules.previous_step("family") is None
    assert [rules.previous_step(step) for step in rules.ORDER[1:]] == list(rules.ORDER[:-1])


def test_nothing_to_bring_and_something_contradict_each_other():
    assert not rules.nothing_and_more(["nothing"])
    assert not rules.nothing_and_more(["id", "shoes"])
    assert rules.nothing_and_more(["id", "nothing"])


def test_the_offered_promise_is_the_nearest():
    assert [rules.near_promise(days) for days in (1, 4, 7, 30)] == [1, 3, 5, 10]
