"""Which bus goes to the work by the hour it starts."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event

from tests.factories import make_offer
from tests.places import timetables
from tests.places.timetables import GERLAND, PART_DIEU, VAULX
from webapp.extensions import db
from webapp.offers import travel
from webapp.places import actions, gtfs

NB = "\N{NO-BREAK SPACE}"
THURSDAY = date(2026, 11, 19)


@pytest.fixture
def network(app, tmp_path):
    """The network written for the tests, loaded."""
    feed = gtfs.read(timetables.write(tmp_path / "network.zip"))
    actions.load_timetable(feed, name=feed.name, on=THURSDAY)
    db.session.commit()


@pytest.fixture
def reads(app):
    """The statements asked of the reading engine."""
    seen = []

    def look(_connection, _cursor, statement, *_rest: object) -> None:
        seen.append(statement)

    engine = db.get_engine("reader")
    event.listen(engine, "before_cursor_execute", look)
    yield seen
    event.remove(engine, "before_cursor_execute", look)


@pytest.mark.parametrize(
    ("week", "start"),
    [
        ([[day, 480, 720] for day in range(5)], (date(2026, 11, 20), 480)),
        ([[4, 840, 1000], [4, 480, 720]], (date(2026, 11, 20), 480)),
        ([[3, 360, 600]], (date(2026, 11, 26), 360)),
        ([], None),
    ],
)
def test_the_next_day_of_work_begins_with_its_first_slot(week, start):
    assert travel.next_start(week, THURSDAY) == start


def test_an_offer_says_the_line_the_stop_the_minutes_and_the_last_way_back(client, network, at):
    at(datetime(2026, 11, 19, 9, 0, tzinfo=UTC))
    offer = make_offer(lat=PART_DIEU[0], lon=PART_DIEU[1], week=[[4, 480, 720]])

    page = client.get(f"/offres/{offer.public_id}?lat={VAULX[0]}&lon={VAULX[1]}").text

    text = page.replace(NB, " ")
    assert "Bus C3 : départ 7 h 30, arrêt « Hôtel de Ville »" in text
    assert "Dernier retour 1 h 10" in text


def test_each_offer_of_a_list_says_its_bus_and_its_last_way_back(client, network, at):
    at(datetime(2026, 11, 19, 9, 0, tzinfo=UTC))
    for place in (PART_DIEU, GERLAND, VAULX, (46.5, 5.5)):
        make_offer(lat=place[0], lon=place[1], week=[[4, 510, 720]])
    address = f"/offres?lat={VAULX[0]}&lon={VAULX[1]}"

    cards = client.get(address).all("li.card")

    said = [card.text().replace(NB, " ") for card in cards]
    assert "Bus C3 : départ 7 h 30, arrêt « Hôtel de Ville »" in said[1]
    assert "Bus C3, puis bus 7" in said[2]
    assert "Dernier retour 18 h" in said[2]
    assert "arrêt" not in said[0]  # near enough to walk
    assert "Bus" not in client.get("/offres?ou=69120").all("li.card")[0].text()


def test_the_buses_of_a_list_cost_the_same_few_reads_however_many_offers(
    client, network, at, reads
):
    at(datetime(2026, 11, 19, 9, 0, tzinfo=UTC))
    counts = []
    for more in (4, 5):
        for _ in range(more):
            make_offer(lat=PART_DIEU[0], lon=PART_DIEU[1], week=[[4, 480, 720]])
        reads.clear()
        client.get(f"/offres?lat={VAULX[0]}&lon={VAULX[1]}")
        counts.append(len([read for read in reads if "gtfs" in read]))

    assert counts[0] == counts[1] <= 2 * 4  # the page is looked at in simple French as well


def test_says_nothing_without_a_place_or_without_timetables(client, app):
    offer = make_offer(week=[[4, 480, 720]])

    assert "Dernier retour" not in client.get(f"/offres/{offer.public_id}?ou=69120").text
    assert travel.bus_text(None, VAULX, [[4, 480, 720]], THURSDAY) == ""
