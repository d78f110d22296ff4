"""Town halls as places to go to."""

import pytest

from webapp.places import halls
from webapp.places.halls import Opening


def test_a_town_hall_has_an_address_a_phone_and_hours():
    hall = halls.town_hall("69256")

    assert hall is not None
    assert hall.name == "Mairie de Vaulx-en-Velin"
    assert hall.address == "Place de la Nation, 69120 Vaulx-en-Velin Cedex"
    assert hall.phone == "0472048080"
    assert hall.hours == (Opening(1, 5, (("0900", "1200"), ("1400", "1700"))),)


def test_names_follow_the_articles_of_french():
    names = [
        hall.name
        for code in ("76351", "93045", "13001", "17300", "69256")
        if (hall := halls.town_hall(code))
    ]

    assert names == [
        "Mairie du Havre",
        "Mairie des Lilas",
        "Mairie d’Aix-en-Provence",
        "Mairie de La Rochelle",
        "Mairie de Vaulx-en-Velin",
    ]


def test_a_former_town_hall_serves_the_present_commune():
    hall = halls.town_hall("14450")

    assert hall is not None
    assert hall.insee == "14654"


def test_an_unknown_code_has_no_town_hall():
    assert halls.town_hall("99999") is None


@pytest.mark.long
def test_every_town_hall_can_be_read():
    everything = list(halls.town_halls())

    assert len(everything) > 34_000
    assert all(hall.address and len(hall.phone) in (0, 10) for hall in everything)
    assert all(1 <= o.first_day <= o.last_day <= 7 for hall in everything for o in hall.hours)
