"""When a message may leave: never in quiet hours, never above the caps, whatever the calendar."""

from datetime import UTC, date, datetime, time, timedelta
from heapq import heapify, heappop, heappush
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.calendars import holidays, zone
from webapp.messages import rules, zones
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.rules import Drop, Due, Place, Send, Wait

PARIS = Place(ZoneInfo("Europe/Paris"), holidays("75056"))
REUNION = Place(zone("97411"), holidays("97411"))
MAYOTTE = Place(zone("97608"), holidays("97608"))
MIQUELON = Place(zone("97502"), holidays("97502"))
ALSACE = Place(zone("67482"), holidays("67482"))
PLACES = st.sampled_from([PARIS, REUNION, MAYOTTE, MIQUELON, ALSACE])
# Two leap years, and every change of hour between them.
MOMENTS = st.integers(0, 5 * 366 * 24 * 3600).map(
    lambda seconds: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
UNASKED = st.sampled_from(
    [kind for kind in Kind if kind not in rules.ASKED and not kind.startswith("staff")]
)


def paris(text: str) -> datetime:
    """A moment as a clock in Paris shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS.zone)


def due(**facts: object) -> Due:
    usual = {"kind": Kind.NEW_DEVICE, "channel": Channel.SMS, "drop_at": None, "place": PARIS}
    return Due(**usual | facts)


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        ("2026-11-20T08:59", "2026-11-20T09:00"),
        ("2026-11-20T09:00", "2026-11-20T09:00"),
        ("2026-11-20T18:59:59", "2026-11-20T18:59:59"),
        ("2026-11-20T19:00", "2026-11-21T09:00"),
        ("2026-11-21T19:00", "2026-11-23T09:00"),  # Saturday evening: Monday
        ("2026-11-22T11:00", "2026-11-23T09:00"),  # Sunday
        ("2026-11-10T20:00", "2026-11-12T09:00"),  # the 11th is a holiday
        ("2026-12-24T19:00", "2026-12-26T09:00"),
        ("2028-02-28T19:00", "2028-02-29T09:00"),  # a leap day
        ("2026-03-28T19:30", "2026-03-30T09:00"),  # the hour changes on that Sunday
        ("2026-10-24T19:30", "2026-10-26T09:00"),
    ],
)
def test_quiet_hours_are_waited_out(at, leaves):
    assert rules.next_open(paris(at), PARIS) == paris(leaves)


def test_each_place_has_its_own_hour_and_its_own_days_off():
    at = paris("2026-12-19T15:30")  # 18:30 in Réunion; the 20th is a holiday there, and a Sunday

    assert rules.next_open(at, REUNION) == at
    assert rules.next_open(at + timedelta(hours=1), REUNION).astimezone(REUNION.zone) == datetime(
        2026, 12, 21, 9, tzinfo=REUNION.zone
    )
    friday = paris("2026-04-03T10:00")  # Good Friday is a day off in Alsace alone
    assert rules.next_open(friday, PARIS) == friday
    assert rules.next_open(friday, ALSACE) == paris("2026-04-04T09:00")


@given(MOMENTS, PLACES)
def test_no_phone_rings_in_quiet_hours(at, place):
    here = rules.next_open(at, place).astimezone(place.zone)

    assert time(9) <= here.time() < time(19)
    assert here.weekday() != 6
    assert here.date() not in place.holidays
    assert here.astimezone(UTC) >= at


@given(MOMENTS, PLACES)
def test_the_wait_is_no_longer_than_needed(at, place):
    leaves = rules.next_open(at, place)

    minute = timedelta(minutes=1)
    assert leaves == at or not is_open(leaves - minute, place)


def is_open(at: datetime, place: Place) -> bool:
    """Whether phones may ring, told another way than the rule does."""
    here = at.astimezone(place.zone)
    return 9 <= here.hour < 19 and here.isoweekday() != 7 and here.date() not in place.holidays


@given(MOMENTS, PLACES)
def test_a_reminder_leaves_before_the_quiet_hours_it_would_fall_in(at, place):
    leaves = rules.before_quiet(at, place)

    assert leaves <= at
    assert is_open(leaves, place)
    assert leaves == at or not is_open(at, place)


@given(
    st.lists(st.tuples(st.integers(0, 9 * 24 * 60), UNASKED), min_size=1, max_size=40),
    MOMENTS,
    PLACES,
)
def test_nobody_ever_gets_more_than_the_caps(messages, start, place):
    queued = [(start + timedelta(minutes=minutes), kind) for minutes, kind in messages]
    sent = all_sent(queued, place)

    days = [at.astimezone(place.zone).date() for at in sent]
    assert len(sent) == len(messages)
    assert all(is_open(at, place) for at in sent)
    for day in days:
        assert days.count(day) <= 3
        assert sum(day - timedelta(days=7) < other <= day for other in days) <= 10


def all_sent(queued: list[tuple[datetime, Kind]], place: Place) -> list[datetime]:
    """When each message to one person leaves: the clock goes on from one moment to the next."""
    heapify(queued)
    sent: list[datetime] = []
    while queued:
        now, kind = heappop(queued)
        decision = rules.decide(due(kind=kind, place=place, sent=sent), now)
        if isinstance(decision, Wait):
            assert decision.until > now
            heappush(queued, (decision.until, kind))
        else:
            assert decision == Send()
            sent.append(now)
    return sent


@given(MOMENTS, PLACES, st.booleans(), st.booleans(), st.lists(MOMENTS, max_size=20))
def test_a_code_that_someone_asked_for_always_leaves(now, place, stopped, dead, sent):
    asked = due(kind=Kind.CODE, place=place, stopped=stopped, dead=dead, sent=sent)

    assert rules.decide(asked, now) == Send()


@pytest.mark.parametrize(
    ("facts", "decision"),
    [
        ({}, Send()),
        ({"stopped": True}, Drop("stopped")),
        ({"dead": True}, Drop("dead")),
        ({"drop_at": paris("2026-11-20T10:00")}, Drop("late")),
        ({"drop_at": paris("2026-11-20T10:01")}, Send()),
        ({"kind": Kind.CODE, "drop_at": paris("2026-11-20T09:59")}, Drop("late")),
        ({"sent": [paris("2026-11-20T09:00")] * 3}, Wait(paris("2026-11-21T09:00"))),
        ({"sent": [paris("2026-11-20T09:00")] * 2}, Send()),
        ({"kind": Kind.REPLY, "stopped": True}, Send()),
        ({"channel": Channel.EMAIL, "kind": Kind.STAFF_NOTE, "stopped": True}, Send()),
    ],
)
def test_what_is_decided_of_a_message_at_ten_on_a_friday(facts, decision):
    assert rules.decide(due(**facts), paris("2026-11-20T10:00")) == decision


def test_what_would_come_too_late_is_not_kept_waiting():
    evening, until_dawn = paris("2026-11-20T20:00"), paris("2026-11-21T08:00")

    assert rules.decide(due(drop_at=until_dawn), evening) == Drop("late")


def test_the_week_is_the_seven_days_that_end_today():
    ten = [paris(f"2026-11-{day:02}T10:00") for day in (12, 13, 14, 16, 17, 18, 18, 18, 19, 19)]

    # Thursday 12 leaves the week on Thursday 19, so there is room; on the 18th there was none.
    assert rules.decide(due(sent=ten), paris("2026-11-19T11:00")) == Send()
    full = [paris(f"2026-11-{day:02}T10:00") for day in (13, 14, 16, 16, 17, 17, 18, 18, 19, 19)]
    assert rules.decide(due(sent=full), paris("2026-11-19T11:00")) == Wait(
        paris("2026-11-20T09:00")
    )


def test_refused_tries_are_spaced_out_and_then_given_up():
    waits = [rules.next_try(Kind.CONSENT_ASKED, tries, another=False) for tries in range(1, 9)]

    assert waits[-1] is None
    assert waits[:-1] == sorted(waits[:-1])
    assert waits[0] >= timedelta(minutes=1)
    assert rules.next_try(Kind.CODE, 1, another=False) <= timedelta(seconds=10)
    total = sum((rules.next_try(Kind.CODE, n, another=False) for n in range(1, 6)), timedelta())
    assert total < rules.life(Kind.CODE)


def test_the_second_provider_is_tried_on_repeat():
    both = ("kannel", "ovh")

    assert rules.provider(both, "") == "kannel"
    assert rules.provider(both, "kannel") == "ovh"
    assert rules.provider(both, "ovh") == "kannel"
    assert rules.provider(("kannel",), "kannel") == "kannel"
    assert rules.next_try(Kind.CODE, 1, another=True) == timedelta()


@pytest.mark.parametrize(
    ("before", "delivered", "after"),
    [
        (Status.SENT, True, Status.DELIVERED),
        (Status.SENT, False, Status.FAILED),
        (Status.SENDING, True, Status.DELIVERED),  # the report overtook the answer
        (Status.UNKNOWN, True, Status.DELIVERED),
        (Status.DELIVERED, True, None),  # told twice
        (Status.DELIVERED, False, None),
        (Status.FAILED, False, None),
        (Status.FAILED, True, Status.DELIVERED),  # late, after all
        (Status.DROPPED, True, None),
    ],
)
def test_a_report_settles_a_message_once(before, delivered, after):
    assert rules.settled(before, delivered=delivered) == after


@pytest.mark.parametrize(
    ("number", "insee", "zone_name", "holiday"),
    [
        ("+33639980001", "", "Europe/Paris", date(2026, 7, 14)),
        ("+262692000001", "", "Indian/Reunion", date(2026, 12, 20)),  # the end of slavery there
        ("+262639000001", "", "Indian/Mayotte", date(2026, 4, 27)),
        ("+590690000001", "", "America/Guadeloupe", date(2026, 5, 27)),
        ("+594694000001", "", "America/Cayenne", date(2026, 6, 10)),
        ("+596696000001", "", "America/Martinique", date(2026, 5, 22)),
        ("+508410001", "", "America/Miquelon", date(2026, 7, 14)),
        ("+689870001", "", "Pacific/Tahiti", date(2026, 7, 14)),
        ("+33639980001", "97411", "Indian/Reunion", date(2026, 12, 20)),
        ("+262692000001", "67482", "Europe/Paris", date(2026, 4, 3)),  # moved to Strasbourg
    ],
)
def test_the_place_is_the_persons_commune_else_that_of_the_number(
    number, insee, zone_name, holiday
):
    place = zones.place(number, insee)

    assert place.zone.key == zone_name
    assert holiday in place.holidays
