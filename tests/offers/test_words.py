"""The facts of an offer, said in French."""

from datetime import date

import pytest

from tests.factories import make_offer
from webapp.offers import words

pytestmark = pytest.mark.usefixtures("app")
NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("week", "sentences"),
    [
        ([[day, 360, 660] for day in range(5)], ["Du lundi au vendredi, de 6 h à 11 h."]),
        ([[1, 540, 750]], ["Le mardi, de 9 h à 12 h 30."]),
        ([[0, 540, 720], [3, 540, 720]], ["Le lundi et le jeudi, de 9 h à 12 h."]),
        ([[day, 540, 720] for day in range(7)], ["Tous les jours, de 9 h à 12 h."]),
        (
            [[0, 480, 720], [0, 840, 1020]],
            ["Le lundi, de 8 h à 12 h et de 14 h à 17 h."],
        ),
        (
            [[0, 480, 720], [2, 480, 900]],
            ["Le lundi, de 8 h à 12 h.", "Le mercredi, de 8 h à 15 h."],
        ),
        ([[4, 1260, 1680]], ["Le vendredi, de 21 h à 4 h."]),
    ],
)
def test_says_a_week_in_sentences(week, sentences):
    assert [sentence.replace(NB, " ") for sentence in words.week_sentences(week)] == sentences


@pytest.mark.parametrize(
    ("metres", "text"),
    [
        (12, "à 50 m"),
        (348, "à 300 m"),
        (960, "à 900 m"),
        (1234, "à 1,2 km"),
        (6879, "à 6,8 km"),  # as far as 6,810 m in the order of a list
        (9980, "à 9,9 km"),
        (14_400, "à 14 km"),
    ],
)
def test_says_a_distance_as_people_do(metres, text):
    assert words.distance_text(metres).replace(NB, " ") == text


@pytest.mark.parametrize(
    ("cents", "text"), [(1231, "12,31 €"), (1200, "12 €"), (186_702, "1 867,02 €"), (5, "0,05 €")]
)
def test_says_an_amount(cents, text):
    assert words.euros(cents).replace(NB, " ").replace("\u202f", " ") == text


def test_says_hours_and_pay_of_an_offer_in_one_line_each():
    offer = make_offer(
        week=[[day, 360, 660] for day in range(5)], weekly_minutes=1500, pay_cents=1231
    )

    assert words.hours_text(offer).replace(NB, " ") == "25 h par semaine, le matin"
    assert words.pay_text(offer).replace(NB, " ") == "12,31 € de l’heure"


def test_says_ranges_where_the_employer_gives_them():
    offer = make_offer(
        "zone",
        weekly_minutes=600,
        weekly_minutes_max=1530,
        pay_cents=1231,
        pay_cents_max=1300,
        week=[],
    )

    assert words.hours_text(offer).replace(NB, " ").startswith("de 10 h à 25 h 30 par semaine")
    assert words.pay_text(offer).replace(NB, " ") == "de 12,31 € à 13 € de l’heure"


def test_a_start_that_has_passed_is_not_told_as_a_day():
    offer = make_offer(start="soon", starts_on=date(2026, 11, 30))

    assert words.start_text(offer, date(2026, 11, 20)) == "le lundi 30 novembre"
    assert words.start_text(offer, date(2026, 12, 2)) == "dans les semaines qui viennent"


def test_the_first_of_a_month_is_told_as_people_say_it(app):
    assert words.day_text(date(2026, 12, 1)) == "mardi 1er décembre"
    assert words.day_text(date(2026, 12, 11)) == "vendredi 11 décembre"
    assert words.date_text(date(2026, 6, 1)) == "1er juin 2026"
