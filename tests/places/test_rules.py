"""Distances, boxes, sounds and choices, without any data."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.places import rules, sounds

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@given(LATS, LONS, LATS, LONS)
def test_the_way_there_is_as_long_as_the_way_back(lat, lon, other_lat, other_lon):
    there = rules.metres(lat, lon, other_lat, other_lon)
    back = rules.metres(other_lat, other_lon, lat, lon)

    assert math.isclose(there, back, rel_tol=1e-9, abs_tol=1e-6)
    assert 0 <= there <= math.pi * rules.EARTH + 1


@given(LATS, LONS, st.floats(100, 500_000), st.floats(0, 0.999), st.floats(0, 2 * math.pi))
def test_a_box_holds_every_point_within_its_radius(lat, lon, radius, share, bearing):
    reach, up = radius * share / rules.EARTH, math.radians(lat)
    sine = math.sin(up) * math.cos(reach) + math.cos(up) * math.sin(reach) * math.cos(bearing)
    there = math.asin(max(-1.0, min(1.0, sine)))
    turned = math.atan2(
        math.sin(bearing) * math.sin(reach) * math.cos(up),
        math.cos(reach) - math.sin(up) * math.sin(there),
    )

    inside = rules.box(lat, lon, radius).holds(
        math.degrees(there), rules.turn(lon + math.degrees(turned))
    )

    assert inside


def test_a_box_is_not_much_larger_than_its_radius():
    box = rules.box(45.78, 4.92, 10_000)

    assert rules.metres(45.78, 4.92, box.north, 4.92) == pytest.approx(10_000, rel=1e-4)
    assert rules.metres(45.78, 4.92, 45.78, box.east) == pytest.approx(10_000, rel=1e-2)


def test_a_box_crosses_the_line_where_the_day_changes():
    box = rules.box(-14.3, -178.1, 400_000)  # Futuna

    assert box.holds(-14.3, 179.9)
    assert not box.holds(-14.3, 0.0)


def test_knows_how_far_lyon_is_from_paris():
    assert rules.metres(48.8566, 2.3522, 45.7640, 4.8357) == pytest.approx(391_500, rel=0.005)


def test_a_walk_of_1_2_km_takes_about_twenty_minutes_by_the_streets():
    assert rules.distance(45.76, 4.85, 45.76 + 0.0108, 4.85) == rules.Distance(1201, 21)
    assert rules.walk_minutes(0) == 1


@given(st.text())
def test_plain_words_stay_as_they_are(text):
    once = sounds.plain(text)

    assert sounds.plain(once) == once
    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789 \n")


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1), min_size=1))
def test_many_lines_sound_as_each_alone(lines):
    words = [sounds.plain(line) for line in lines]

    assert sounds.sound("\n".join(words)).split("\n") == [sounds.sound(word) for word in words]


HEARD = st.text(sounds.SYMBOLS[:25], max_size=12)


@given(HEARD, HEARD)
def test_one_sound_is_as_far_from_the_other_as_the_other_from_it(first, second):
    there = sounds.distance(first, second, 99)

    assert there == pytest.approx(sounds.distance(second, first, 99))
    assert (there == 0) == (first == second)


@given(HEARD, HEARD, st.floats(0, 5))
def test_a_limit_only_cuts_what_is_beyond_it(first, second, limit):
    whole = sounds.distance(first, second, 99)
    cut = sounds.distance(first, second, limit)

    assert cut == whole if whole <= limit else cut > limit


@pytest.mark.parametrize(
    ("written", "by_ear"),
    [
        ("Aubervilliers", "obervilié"),
        ("Marseille", "marseye"),
        ("Saint-Denis", "sain denis"),
        ("Compiègne", "konpienye"),
        ("Choisy-le-Roi", "choisi le roa"),
        ("Quimper", "kimpé"),
        ("Montreuil", "montreuille"),
        ("Caen", "kan"),
    ],
)
def test_a_name_written_by_ear_sounds_nearly_the_same(written, by_ear):
    first, second = (
        sounds.sound(sounds.plain(text)).replace(" ", "") for text in (written, by_ear)
    )

    assert sounds.distance(first, second, 9) <= 0.6


def test_one_town_is_chosen_when_the_others_are_far_less_likely():
    assert rules.choices([(-2.4, "Valence"), (-1.9, "Valence (82)")]) == ["Valence"]


def test_at_most_three_towns_are_offered_when_they_are_as_likely():
    assert rules.choices([(-2.0, "a"), (-1.9, "b"), (-1.8, "c"), (-1.8, "d")]) == ["a", "b", "c"]


def test_no_town_is_chosen_from_none():
    assert rules.choices([]) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lyon", "de Lyon"),
        ("Aubervilliers", "d’Aubervilliers"),
        ("Évreux", "d’Évreux"),
        ("Le Havre", "du Havre"),
        ("Les Lilas", "des Lilas"),
        ("La Rochelle", "de La Rochelle"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
        ("Haguenau", "de Haguenau"),
    ],
)
def test_a_town_is_said_as_french_says_it(name, said):
    assert rules.after_de(name) == said
