"""Offers near a point: nearest first, the same on both databases."""

import random
from math import hypot
from typing import NamedTuple

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.engine.interfaces import CacheStats

from tests.factories import make_offer
from webapp.clock import now
from webapp.extensions import db
from webapp.offers import actions, grid, search
from webapp.offers.grid import Box
from webapp.offers.models import Offer, OfferSearch
from webapp.offers.rules import Flag
from webapp.offers.search import Wanted
from webapp.offers.text import plain
from webapp.places.rules import KM_A_DEGREE, metres

LYON = (45.76, 4.85)
pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def scattered(database):
    """Three hundred search rows around Lyon, on this kind of database."""
    chance = random.Random(5)
    offer = make_offer(status="draft")
    facts = {"organisation_id": offer.organisation_id, "created_at": now(), "updated_at": now()}
    numbers = range(offer.id + 1, offer.id + 301)
    db.session.execute(
        insert(Offer), [{"id": number, "public_id": f"{number:08x}", **facts} for number in numbers]
    )
    db.session.add_all([row_near_lyon(number, chance) for number in numbers])
    db.session.commit()
    return db.session.scalars(select(OfferSearch)).all()


class Read(NamedTuple):
    """A statement asked of the database, its values, and whether it was compiled before."""

    statement: str
    values: object
    compiled_before: bool


@pytest.fixture
def reads(app):
    """The statements asked of the database."""
    seen = []

    def look(_connection, _cursor, statement, values, context, _many) -> None:
        seen.append(Read(statement, values, context.cache_hit is CacheStats.CACHE_HIT))

    engine = db.session.connection().engine
    event.listen(engine, "before_cursor_execute", look)
    yield seen
    event.remove(engine, "before_cursor_execute", look)


def row_near_lyon(number, chance):
    lat, lon = LYON[0] + chance.gauss(0, 0.2), LYON[1] + chance.gauss(0, 0.3)
    if chance.random() < 0.3:  # private homes and zones all stand at the middle of the town
        lat, lon = LYON
    family, rome = chance.choice([("cleaning", "K2204"), ("kitchen", "G1603"), ("green", "A1203")])
    return OfferSearch(
        id=number,
        lat=lat,
        lon=lon,
        strip=grid.strip(lat),
        family=family,
        rome=rome,
        load=float(chance.randrange(4)),
        flags=chance.getrandbits(10),
        words=" ".join(chance.sample(["menage", "bureaux", "equipe", "velo", "matin"], 2)),
        tokens=grid.tokens_of(lat, lon, family, rome),
    )


def brute(rows, wanted, radius_km):
    """What a search must give, computed without any index."""
    box = Box(*LYON, radius_km)

    def squared(row: OfferSearch) -> float:
        return ((row.lat - LYON[0]) * KM_A_DEGREE) ** 2 + ((row.lon - LYON[1]) * box.per_lon) ** 2

    def fits(row: OfferSearch) -> bool:
        return (
            squared(row) <= radius_km**2
            and (not wanted.codes or row.rome in wanted.codes)
            and (not wanted.families or row.family in wanted.families)
            and row.flags & wanted.flags == wanted.flags
            and all(any(w.startswith(word) for w in row.words.split()) for word in wanted.words)
        )

    kept = [row for row in rows if fits(row)]
    kept.sort(
        key=lambda row: (int(hypot(squared(row) ** 0.5) * 10), row.load, squared(row), row.id)
    )
    return [row.id for row in kept]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(families=("cleaning",)),
        Wanted(codes=("G1603", "A1203")),
        Wanted(flags=int(Flag.PART_TIME | Flag.NO_LICENCE)),
        Wanted(families=("green",), flags=int(Flag.SEATED)),
        Wanted(words=("menage",)),
        Wanted(words=("bur", "velo")),
        Wanted(words=("rien",)),
    ],
)
@pytest.mark.parametrize("radius_km", [8, 50])
def test_finds_what_a_search_without_index_finds_in_the_same_order(scattered, wanted, radius_km):
    expected = brute(scattered, wanted, radius_km)

    hits = search.near(*LYON, wanted, radius_km=radius_km, limit=400)

    assert [hit.id for hit in hits] == expected


def test_the_first_of_a_list_are_the_same_however_many_are_asked(scattered):
    for number, row in enumerate(scattered):  # five offers in each tenth of a kilometre
        row.lat, row.lon = LYON[0] + number * 0.02 / KM_A_DEGREE, LYON[1]
        row.strip = grid.strip(row.lat)
    db.session.commit()
    expected = brute(scattered, Wanted(), 50)

    for limit in range(1, 200, 9):
        search.REACHED.things.clear()
        hits = search.near(*LYON, Wanted(), radius_km=50, limit=limit)
        assert [hit.id for hit in hits] == expected[:limit]


@pytest.mark.parametrize("words", [("menage",), ("bur", "velo"), ("rien",)])
def test_words_are_found_alike_among_few_offers_and_in_a_crowd(scattered, words, monkeypatch):
    wanted, asked = Wanted(words=words), {"radius_km": 50, "limit": 40}
    around = search.near(*LYON, wanted, **asked)
    search.REACHED.things.clear()
    monkeypatch.setattr(search, "CROWD", 1)

    assert search.near(*LYON, wanted, **asked) == around
    assert search.near(*LYON, wanted, **asked) == around  # and from what was learnt


@pytest.mark.parametrize("load", [0.0, 1.0])
def test_offers_that_all_stand_at_the_point_are_read_in_one_step_once_known(scattered, load, reads):
    for row in scattered:
        row.lat, row.lon, row.strip, row.load = *LYON, grid.strip(LYON[0]), load
    db.session.commit()
    first = search.near(*LYON, Wanted())
    reads.clear()

    assert search.near(*LYON, Wanted()) == first
    assert len(reads) == 1


@pytest.mark.parametrize("crowd", [1, 1_000_000])
def test_each_kind_of_question_is_compiled_once(scattered, crowd, reads, monkeypatch):
    monkeypatch.setattr(search, "CROWD", crowd)
    wanted = (Wanted(families=("green",)), Wanted(words=("menage",)), Wanted(words=("rien",)))
    for _time in range(2):
        reads.clear()
        for shelf in (search.REACHED, search.STACKED, search.SCARCE):
            shelf.things.clear()  # so that all is asked again
        for one in wanted:
            search.near(*LYON, one, radius_km=50)

    assert len(reads) >= 2 * len(wanted)
    assert all(read.compiled_before for read in reads)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Wanted(), "place (strip=? AND lon>? AND lon<?)"),
        (Wanted(families=("green",), flags=1), "family (family=? AND strip=? AND lon>? AND lon<?)"),
        (Wanted(codes=("A1203",)), "rome (rome=? AND strip=? AND lon>? AND lon<?)"),
    ],
)
def test_a_box_reads_the_index_of_its_own_strips_and_longitudes(reads, wanted, index):
    search.near(*LYON, wanted)

    last = reads[-1]
    plan = db.session.connection().exec_driver_sql(
        f"EXPLAIN QUERY PLAN {last.statement}", last.values
    )

    assert f"USING COVERING INDEX ix_offer_search_{index}" in "".join(row.detail for row in plan)


def test_what_was_learnt_of_offers_far_away_serves_again(database):
    offer = make_offer(lat=LYON[0] + 1, lon=LYON[1])

    for _time in range(2):
        hits = search.near(*LYON, Wanted(), radius_km=200, limit=1)
        assert [hit.id for hit in hits] == [offer.id]


def test_pages_follow_each_other_without_gap_or_repeat(scattered):
    whole = search.near(*LYON, Wanted(), radius_km=50, limit=60)

    pages = [
        search.near(*LYON, Wanted(), radius_km=50, limit=20, skip=skip) for skip in (0, 20, 40)
    ]

    assert [hit for page in pages for hit in page] == whole


def test_the_distance_told_is_that_of_the_ground_to_half_a_percent(scattered):
    by_id = {row.id: row for row in scattered}

    for hit in search.near(*LYON, Wanted(), radius_km=50, limit=300):
        true = metres(*LYON, by_id[hit.id].lat, by_id[hit.id].lon)
        assert abs(hit.metres - true) <= max(0.005 * true, 2)


def test_among_equals_the_employer_with_fewer_requests_per_post_comes_first(database):
    busy = make_offer(request_count=6, positions=1)
    calm = make_offer(request_count=6, positions=6)

    hits = search.near(busy.lat, busy.lon, Wanted(), limit=2)

    assert [hit.id for hit in hits] == [calm.id, busy.id]


def test_typed_signs_cannot_break_the_text_index(database):
    make_offer(words="Équipe d’aide-soignants")

    for typed in ('aide-soignant "', "a AND NOT", "é*^:()", "l’œil", "🙂", "' OR 1=1", "!&|:*"):
        words = tuple(plain(typed).split())
        search.near(*LYON, Wanted(words=words))


def test_the_text_index_stays_whole_through_changes_and_removals(app):
    offer = make_offer(words="Équipe soudée")
    offer.words = "Bonne ambiance"
    actions.index(offer)
    db.session.commit()
    assert search.near(offer.lat, offer.lon, Wanted(words=("ambiance",)))
    assert not search.near(offer.lat, offer.lon, Wanted(words=("soudee",)))

    db.session.execute(text("INSERT INTO offer_fts(offer_fts) VALUES ('integrity-check')"))
    actions.unindex(offer)
    db.session.commit()

    assert not search.near(offer.lat, offer.lon, Wanted(words=("ambiance",)))
    db.session.execute(text("INSERT INTO offer_fts(offer_fts) VALUES ('integrity-check')"))
    db.session.commit()
