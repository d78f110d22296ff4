"""An address of the feed, however it is written, is in a commune."""

import pytest

from webapp.organisations.feed_placing import commune_of
from webapp.organisations.feed_reading import Address


@pytest.mark.parametrize(
    ("postcode", "town", "insee"),
    [
        ("69120", "Vaulx-en-Velin", "69256"),
        ("69120", "VAULX EN VELIN", "69256"),
        ("69120", "Vaux en velain", "69256"),
        ("69120", "", "69256"),
        ("", "Vaulx-en-Velin", "69256"),
        ("93200", "Sain Denis", "93066"),
        ("93200", "ST DENIS CEDEX", "93066"),
        ("93205", "SAINT-DENIS CEDEX 02", "93066"),
        ("62501", "Saint-Omer Cedex", "62765"),
        ("95725", "ROISSY CDG Cedex", "95527"),
        ("69007", "Lyon", "69387"),
        ("69361", "LYON CEDEX 07", "69387"),
        ("75570", "PARIS CEDEX 12", "75112"),
        ("75018", "Paris 18e Arrondissement", "75118"),
        ("13013", "MARSEILLE", "13213"),
        ("13343", "Marseille Cedex 15", "13215"),
        ("01000", "Bourg en Bresse", "01053"),
        ("1000", "Bourg-en-Bresse", "01053"),
        ("20200", "Bastia", "2B033"),
        ("97400", "Saint-Denis", "97411"),
        ("97420", "Le Port", "97407"),
        ("49700", "Doué-la-Fontaine", "49125"),
        ("50100", "Cherbourg-Octeville", "50129"),
        ("38000", "GRENOBLE BP 1234", "38185"),
        ("38000", "38000 GRENOBLE", "38185"),
    ],
)
def test_a_town_is_found_by_its_postcode_and_its_name(postcode, town, insee):
    found = commune_of(Address(postcode=postcode, town=town))

    assert found is not None
    assert insee in (found.insee, found.parent)


def test_the_departement_tells_two_towns_of_one_name_apart():
    for departement, insee in (("93", "93066"), ("974", "97411")):
        found = commune_of(Address(town="Saint-Denis", departement=departement))

        assert found is not None
        assert found.insee == insee


def test_a_large_town_without_a_fault_outweighs_digits_of_elsewhere():
    found = commune_of(Address(postcode="59650", town="TOULOUSE", departement="59"))

    assert found is not None
    assert found.insee == "31555"


def test_a_small_or_misspelled_town_yields_to_the_digits():
    for town in ("Bagneux-la-Fosse", "Toulouuse"):
        found = commune_of(Address(postcode="59650", town=town))

        assert found is not None
        assert found.departement == "59"


def test_a_postcode_written_in_the_street_still_places():
    found = commune_of(Address(lines="3 rue du Port, 69120 Vaulx-en-Velin"))

    assert found is not None
    assert found.insee == "69256"


@pytest.mark.parametrize(
    "address",
    [Address(), Address(town="zzzzqqqq"), Address(postcode="00000", town="xxxx xxxx")],
)
def test_an_address_that_says_nothing_is_nowhere(address):
    assert commune_of(address) is None
