"""Offers near a point: nearest first, the same on both databases."""

import random
from math import hypot

import pytest
from sqlalchemy import event, insert, select, text

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


@pytest.fixture
def reads(scattered):
    """The statements asked of the database."""
    seen = []

    def look(_connection, _cursor, statement, *_rest: object) -> None:
        seen.append(statement)

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
        row.lat, row.lon, row.load = *LYON, load
    db.session.commit()
    first = search.near(*LYON, Wanted())
    reads.clear()

    assert search.near(*LYON, Wanted()) == first
    assert len(reads) == 1


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
