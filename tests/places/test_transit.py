"""Getting there by bus: timetables read, kept, and asked."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.places import timetables
from tests.places.timetables import GERLAND, PART_DIEU, TIMES, VAULX
from webapp.config import ROOT
from webapp.extensions import Base, db
from webapp.places import actions, gtfs, transit
from webapp.places.journeys import Route, latest
from webapp.places.models import GtfsNetwork, GtfsPattern, GtfsRuns, GtfsStop

EXAMPLE = Path(ROOT).parent / "shared" / "data" / "gtfs_exemple_google.zip"
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)
ARMISTICE = date(2026, 11, 11)
EIGHT = 8 * 60


@pytest.fixture
def network(app, tmp_path):
    """The network written for the tests, loaded."""
    feed = gtfs.read(timetables.write(tmp_path / "network.zip"))
    return actions.load_timetable(feed, name=feed.name, on=FRIDAY)


def test_tells_the_stop_the_line_the_minutes_and_the_last_way_back(database, network):
    way = transit.way_there(VAULX, PART_DIEU, by=EIGHT, on=FRIDAY)

    assert way is not None
    (ride,) = way.rides
    assert (ride.line, ride.mode) == ("C3", "bus")
    assert (ride.stop, ride.departs) == ("Hôtel de Ville", 7 * 60 + 30)
    assert (ride.to_stop, ride.arrives) == ("Part-Dieu", 7 * 60 + 50)
    assert way.minutes == way.walk_before + 20 + way.walk_after
    assert way.leaves == ride.departs - way.walk_before
    assert way.last_return == 25 * 60 + 10


def test_takes_an_earlier_bus_when_work_starts_earlier(network):
    way = transit.way_there(VAULX, PART_DIEU, by=7 * 60, on=FRIDAY)

    assert way is not None
    assert way.rides[0].departs == 6 * 60 + 30


def test_changes_once_when_no_line_is_direct(network):
    way = transit.way_there(VAULX, GERLAND, by=8 * 60 + 30, on=FRIDAY)

    assert way is not None
    assert [(ride.line, ride.departs) for ride in way.rides] == [("C3", 450), ("7", 480)]
    assert way.rides[0].to_stop == way.rides[1].stop == "Part-Dieu"
    assert way.last_return == 18 * 60


def test_knows_which_days_buses_run(network):
    assert transit.way_there(VAULX, PART_DIEU, by=EIGHT, on=SATURDAY) is None
    for day in (SUNDAY, ARMISTICE):
        way = transit.way_there(VAULX, PART_DIEU, by=EIGHT, on=day)
        assert way is not None
        assert way.rides[0].departs == 7 * 60
        assert way.last_return is None
    assert transit.way_there(VAULX, PART_DIEU, by=EIGHT, on=date(2027, 1, 4)) is None


@pytest.mark.parametrize("by", [6 * 60, 6 * 60 + 40, 12 * 60])
def test_says_nothing_when_no_bus_is_there_at_a_useful_hour(network, by):
    assert transit.way_there(VAULX, PART_DIEU, by=by, on=FRIDAY) is None


def test_says_nothing_far_from_any_stop_or_near_enough_to_walk(network):
    assert transit.way_there((45.0, 4.0), PART_DIEU, by=EIGHT, on=FRIDAY) is None
    assert transit.way_there(VAULX, (45.7775, 4.9200), by=EIGHT, on=FRIDAY) is None


def test_the_two_sides_of_a_street_are_one_stop(network):
    names = db.session.scalars(select(GtfsStop.name).order_by(GtfsStop.name)).all()

    assert names == ["Gerland", "Grappinière", "Hôtel de Ville", "Part-Dieu"]


def test_loading_again_replaces_and_does_not_double(database, network, tmp_path):
    def count(table: type[Base]) -> int | None:
        return db.session.scalar(select(func.count()).select_from(table))

    before = [count(table) for table in (GtfsNetwork, GtfsStop, GtfsPattern, GtfsRuns)]
    feed = gtfs.read(timetables.write(tmp_path / "again.zip"))
    actions.load_timetable(feed, name=feed.name, on=SATURDAY)

    assert [count(table) for table in (GtfsNetwork, GtfsStop, GtfsPattern, GtfsRuns)] == before


def test_nobody_boards_where_the_bus_only_sets_down(app, tmp_path):
    closed = TIMES.replace("vaulx,1,0", "vaulx,1,1")
    feed = gtfs.read(timetables.write(tmp_path / "n.zip", stop_times=closed))
    actions.load_timetable(feed, name="n", on=FRIDAY)

    way = transit.way_there(VAULX, PART_DIEU, by=EIGHT, on=FRIDAY)

    assert way is None or way.rides[0].stop == "Grappinière"


def test_a_rhythm_makes_as_many_runs_as_it_says(tmp_path):
    rhythm = "trip_id,start_time,end_time,headway_secs\nout1,6:00:00,7:00:00,600\n"
    feed = gtfs.read(timetables.write(tmp_path / "n.zip", frequencies=rhythm))

    departures = sorted(
        run[1] for p in feed.patterns for run in p.runs["week"] if p.line == "C3" and len(run) == 6
    )
    assert departures == [360, 370, 380, 390, 400, 410, 450]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"stops": None}, "stops.txt is missing"),
        ({"routes": "route_id\nc3\n"}, "routes.txt: no column route_type"),
        ({"stop_times": TIMES.replace("7:30:00,7:30:00", "7h30,7h30")}, "stop_times.txt, line 5"),
        ({"stop_times": TIMES.replace("gerland", "nowhere")}, "stop_times.txt, line 15"),
        ({"calendar": None, "calendar_dates": None}, "neither"),
        ({"calendar_dates": "service_id,date,exception_type\nweek,20261399,2\n"}, "line 2"),
        ({"trips": "route_id,service_id,trip_id\nx,week,out1\n"}, "trips.txt, line 2"),
    ],
)
def test_a_faulty_file_is_refused_with_its_reason(runner, tmp_path, changes, complaint):
    path = timetables.write(tmp_path / "bad.zip", **changes)

    result = runner.invoke(args=["places", "load-gtfs", str(path)])

    assert result.exit_code == 1
    assert complaint in result.stderr
    assert db.session.scalar(select(func.count()).select_from(GtfsNetwork)) == 0


def test_what_is_not_a_zip_is_refused(tmp_path):
    path = tmp_path / "not.zip"
    path.write_text("hello")

    with pytest.raises(gtfs.GtfsError, match="not a zip"):
        gtfs.read(path)


def test_the_command_loads_and_keeps(runner, tmp_path):
    path = timetables.write(tmp_path / "network.zip")

    result = runner.invoke(args=["places", "load-gtfs", str(path), "--name", "TCL"])

    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert db.session.scalars(select(GtfsNetwork.name)).all() == ["TCL"]


@pytest.mark.skipif(not EXAMPLE.exists(), reason="no example network beside the project")
def test_reads_the_example_network_that_the_format_is_published_with(app):
    feed = gtfs.read(EXAMPLE)
    actions.load_timetable(feed, name=feed.name, on=FRIDAY)
    stagecoach, airport = (36.9157, -116.7517), (36.8684, -116.7846)

    way = transit.way_there(stagecoach, airport, by=9 * 60, on=date(2007, 6, 5))

    assert way is not None
    assert (way.rides[0].line, way.rides[0].departs, way.rides[0].arrives) == ("30", 510, 530)
    assert transit.way_there(stagecoach, airport, by=9 * 60, on=date(2007, 6, 4)) is None


def test_a_later_ride_that_is_quicker_is_preferred():
    slow = Route("1", "bus", (1, 2), [(400, 400, 440, 440)])
    quick = Route("2", "bus", (1, 2), [(410, 410, 420, 420)])

    journey = latest([slow, quick], {1: 5}, {2: 5}, by=450)

    assert journey is not None
    assert [leg.line for leg in journey.legs] == ["2"]
    assert (journey.leaves, journey.arrives) == (405, 425)
