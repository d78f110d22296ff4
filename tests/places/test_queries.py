"""The communes found by code, by words, by point."""

import csv
import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from webapp.config import ROOT
from webapp.places import queries, rules

WRITTEN = Path(__file__).parent / "queries.jsonl"
REFERENCE = Path(ROOT).parent / "shared" / "data" / "communes.csv.gz"
SURE = {"exact", "postcode"}


def ranks(half: str) -> dict[str, list[int]]:
    """The place of the first accepted town, by style; a due silence counts as first."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            codes = [commune.insee for commune in queries.match(row["query"])]
            hits = [at for at, code in enumerate(codes) if code in row["codes"]]
            wanted = [0] if not row["codes"] and not codes else hits
            found[row["style"]].append(wanted[0] if wanted else 9)
    return found


def share(places: list[int], among: int) -> float:
    return sum(place < among for place in places) / len(places)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("chassieu, décines", ["Chassieu", "Décines-Charpieu"]),
        ("bron ou lyon", ["Bron", "Lyon"]),
        ("Romans / Bourg de Péage", ["Romans-sur-Isère", "Bourg-de-Péage"]),
        ("Valence, Drôme", ["Valence"]),
        ("Lyon, 69003", ["Lyon 3e Arrondissement"]),
        ("Villeneuve / Lot", ["Villeneuve-sur-Lot"]),
        ("Champagne et Fontaine", ["Champagne-et-Fontaine"]),
    ],
)
def test_several_towns_are_all_choices_and_what_says_more_of_one_is_none(query, names):
    assert [town.name for town in queries.choices(query)] == names


@pytest.mark.parametrize("half", ["tuned", "kept"])
def test_what_people_type_finds_the_town_they_mean(half):
    by_style = ranks(half)
    everything = [place for places in by_style.values() for place in places]
    sure = [place for style in SURE for place in by_style[style]]

    assert len(everything) >= 125
    assert share(sure, 1) >= 0.95
    assert share(everything, 1) >= 0.88
    assert share(everything, 3) >= 0.95


@pytest.mark.parametrize(
    ("query", "insee"),
    [
        ("vaulx", "69256"),
        ("69120", "69256"),
        ("St Etienne", "42218"),
        ("romans sur isere", "26281"),
        ("marseille 13", "13213"),
        ("paris 18e", "75118"),
        ("paris dix-huitième", "75118"),
        ("paris", "75056"),
        ("75018", "75118"),
        ("st denis 93", "93066"),
        ("brieuc 22", "22278"),
        ("tulouz", "31555"),
        ("anessi", "74010"),
        ("bovè", "60057"),
        ("le blan menil", "93007"),
        ("ver-sur-mer", "14739"),
        ("arronnes", "03008"),
        ("marson", "51354"),
        ("st martin 38", "38421"),
        ("saint denis reunion", "97411"),
        ("J’habite à VAULX en velin !", "69256"),
        ("viler bane", "69266"),
        ("35042 RENNES CEDEX", "35238"),
        ("cran gevrier", "74010"),
        ("niss", "06088"),
        ("la duchère lyon", "69123"),
        ("quartiers nord marseille", "13055"),
        ("la défense", "92062"),
        ("barbès", "75118"),
        ("île de ré", "17369"),
        ("part dieu", "69383"),
        ("minguete", "69259"),
        ("saint quentin en yvelines", "78423"),
        ("région parisienne", "75056"),
        ("bretagne", "35238"),
        ("lion guillotiere 7", "69387"),
        ("massi palaiso", "91377"),
        ("y", "80829"),
    ],
)
def test_finds_first(query, insee):
    assert queries.match(query)[0].insee == insee


@pytest.mark.parametrize(
    "query",
    [
        *("", "   ", "!?", "bonjour", "xkcdqz", "06 12 34 56 78", "\x00", "n’importe où"),
        *("je sais pas", "xyz", "%s", "s", "à pied", "en bus", "près de l’école"),
    ],
)
def test_stays_silent_when_nothing_resembles(query):
    assert queries.match(query) == []


@pytest.mark.parametrize("query", ["a" * 5000, "saint " * 900, "1" * 400, "é" * 300, "\ud800", "𝟙"])
def test_bears_anything(query):
    assert len(queries.match(query)) <= 5


def test_one_town_when_the_name_is_clear():
    assert [town.insee for town in queries.choices("Montreuil")] == ["93048"]
    assert [town.insee for town in queries.choices("valence")] == ["26362"]


def test_two_towns_when_the_name_is_shared():
    assert {town.insee for town in queries.choices("Saint-Denis")} == {"93066", "97411"}


@pytest.mark.parametrize(
    ("query", "departements"),
    [
        ("Saint-Paul", ["974", "40", "26"]),
        ("saint pierre", ["974", "37", "975"]),
        ("montreuil", ["93", "49", "49"]),
        ("vitry", ["94", "51", "62"]),
        ("valence", ["26", "82", "86"]),
        ("vienne", ["38", "45"]),
        ("rodes", ["66", "12"]),
        ("fougère", ["85", "35"]),
        ("saint denis", ["974", "93"]),
        ("st denis 974", ["974"]),
        ("Valence 26000", ["26"]),
        ("lyon", ["69"]),
    ],
)
def test_the_others_that_bear_a_name_stay_in_sight(query, departements):
    assert [town.departement for town in queries.in_sight(query)] == departements


def test_a_town_beyond_the_sea_leaves_the_choice_of_one_of_the_mainland():
    assert [town.insee for town in queries.choices("saint martin")][:2] == ["97801", "38421"]
    assert [town.insee for town in queries.choices("cayenne")] == ["97302"]


def test_the_department_or_the_postcode_settles_a_shared_name():
    assert [town.insee for town in queries.choices("saint denis (93)")] == ["93066"]
    assert [town.insee for town in queries.choices("97400 saint denis")] == ["97411"]


def test_a_district_is_offered_without_its_city():
    assert [town.insee for town in queries.choices("marseille 13")] == ["13213"]


def test_knows_a_commune_by_its_code():
    town = queries.commune("69256")

    assert town is not None
    assert (town.name, town.postcodes, town.departement) == ("Vaulx-en-Velin", ("69120",), "69")
    assert town.population > 40_000
    assert town.parent is None
    assert queries.commune("00000") is None
    assert queries.commune("") is None


def test_a_corsican_code_is_known_in_any_case():
    assert queries.commune("2a247") == queries.commune("2A247")


def test_an_arrondissement_and_a_former_commune_name_their_parent():
    district, former = queries.commune("75118"), queries.commune("01120")

    assert district is not None
    assert former is not None
    assert (district.parent, former.parent) == ("75056", "01262")


def test_names_the_departements():
    assert queries.departement_name("26") == "Drôme"
    assert queries.departement_name("974") == "La Réunion"
    assert queries.departement_name("00") == ""


@pytest.mark.long
def test_the_nearest_commune_is_the_nearest_of_all():
    for lat, lon in [(45.78, 4.92), (48.86, 2.34), (-21.1, 55.5), (41.6, 9.28), (0.0, -30.0)]:
        town = queries.nearest_commune(lat, lon)
        least = min(
            rules.metres(lat, lon, float(row["lat"]), float(row["lon"]))
            for row in packaged()
            if row["kind"] != "O" and row["insee"] not in ("75056", "69123", "13055")
        )
        assert rules.metres(lat, lon, town.lat, town.lon) == pytest.approx(least, abs=2)


def packaged() -> list[dict[str, str]]:
    path = ROOT / "webapp" / "places" / "data" / "communes.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.long
@pytest.mark.skipif(not REFERENCE.exists(), reason="no reference table beside the project")
def test_nearly_everyone_lives_within_3_km_of_the_point_of_their_commune():
    near = everyone = 0
    with gzip.open(REFERENCE, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            town = queries.commune(row["insee"])
            assert town is not None, row["insee"]
            assert town.parent == (row["commune_parente"] or None)
            if row["type"] == "COM" and row["population"] and row["lat"]:
                lat, lon = row["bourg_lat"] or row["lat"], row["bourg_lon"] or row["lon"]
                metres = rules.metres(float(lat), float(lon), town.lat, town.lon)
                everyone += int(row["population"])
                near += int(row["population"]) * (metres <= 3000)

    assert near / everyone >= 0.95


@pytest.mark.parametrize(
    ("typed", "meant"), [("saint denis la plaine", "93066"), ("st pierre et miquelon", "97502")]
)
def test_a_town_named_with_its_quarter_or_its_island_is_not_its_namesake(typed, meant):
    assert [town.insee for town in queries.choices(typed)] == [meant]
