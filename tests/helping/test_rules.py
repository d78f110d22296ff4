"""Who answers, until when, when it moves up: tried on what nobody thought of."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.calendars import holidays
from webapp.helping import rules
from webapp.helping.enums import Reach
from webapp.helping.rules import Candidate, Spot
from webapp.places.rules import metres

TOWNS = st.sampled_from(["69256", "69123", "26362", "2A247"])


SPOTS = st.builds(
    lambda town, lat, lon: Spot(town, town[:2], lat, lon),
    TOWNS,
    st.floats(44.5, 46.5),
    st.floats(4.0, 6.0),
)
ANSWERING = st.lists(st.tuples(st.sampled_from(list(Reach)), SPOTS), max_size=5).map(
    lambda found: [Candidate(at, reach, spot) for at, (reach, spot) in enumerate(found)]
)


@given(ANSWERING, st.none() | SPOTS)
def test_the_nearest_of_those_who_answer_there_is_found(candidates, spot):
    found = rules.nearest(candidates, spot)
    able = [one for one in candidates if rules.covers(one, spot)]

    assert (found is None) == (not able)
    if found is not None:
        assert rules.covers(found, spot)
        assert all(rules.distance(found, spot) <= rules.distance(one, spot) for one in able)
        assert rules.nearest(reversed(candidates), spot) == found


@given(SPOTS, SPOTS)
def test_each_reach_holds_the_smaller_ones(here, spot):
    def covers(reach: str) -> bool:
        return rules.covers(Candidate(1, reach, here), spot)

    assert covers("everywhere")
    assert not covers("near") or covers("far")
    assert covers("commune") == (here.insee == spot.insee)
    assert covers("departement") == (here.departement == spot.departement)
    assert covers("near") == (metres(here.lat, here.lon, spot.lat, spot.lon) <= 10_000)


def test_where_nobody_said_a_place_only_those_everywhere_answer():
    here = Spot("69256", "69", 45.77, 4.92)

    assert not rules.covers(Candidate(1, "departement", here), None)
    assert rules.nearest([Candidate(1, "far", here), Candidate(2, "everywhere", here)], None)


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.sampled_from(["69256", "67482", "97411"]))
def test_two_working_days_of_the_place_go_by(day, insee):
    off = holidays(insee)
    due = rules.due(day, off)
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]

    assert sum(one.weekday() < 5 and one not in off for one in between) == rules.WORKING_DAYS
    assert due.weekday() < 5
    assert due not in off


@given(st.booleans(), st.booleans(), st.dates(), st.dates())
def test_it_moves_up_once_when_its_day_has_passed(is_open, raised, due_on, on):
    moves = rules.is_to_raise(is_open=is_open, raised=raised, due_on=due_on, on=on)

    assert moves == (is_open and not raised and on > due_on)


def test_one_person_has_one_request_for_a_need_however_the_name_is_written():
    first = rules.key("papers", "+33639980001", "Hélène")

    assert first == rules.key("papers", "+33639980001", "helene ")
    assert first != rules.key("talk", "+33639980001", "Hélène")
    assert first != rules.key("papers", "+33639980002", "Hélène")
    assert rules.spent(first, "abcdefgh") != first
