"""A sentence read as a search, with its mistakes; what is none stays none."""

import pytest

from webapp.offers import sentences

VAULX, VENISSIEUX = "69256", "69259"


@pytest.fixture(autouse=True)
def context(app):
    """The lexicon is read in the application."""


@pytest.mark.parametrize(
    ("text", "work", "insee"),
    [
        ("MENAGE 69120", "menage", VAULX),
        ("menaje 69120", "menaje", VAULX),
        ("Ménage, 69120 svp", None, VAULX),
        ("menage vaulx en velin", "menage", VAULX),
        ("menage a venisieux", None, VENISSIEUX),
        ("69200 plonge", "plonge", VENISSIEUX),
        ("Vénissieux cuisine", "cuisine", VENISSIEUX),
        ("bonjour je cherche un travail de menage à Vénissieux", None, VENISSIEUX),
        ("aide a domicile 69120", "aide a domicile", VAULX),
        ("69120", "", VAULX),
        ("travail 69120", "", VAULX),
        ("Vénissieux", "", VENISSIEUX),
        ("monpellié", "", "34172"),
        ("aubervilier", "", "93001"),
        ("MENAGE", "menage", None),
        ("bonsoir madame menage 69120", "menage", VAULX),
        ("salut ca va, menage a Vénissieux", "menage", VENISSIEUX),
        ("travail paris", "travail", "75056"),
        ("menage 93", "menage", "93008"),
        ("menage dans le 69", "menage", "69123"),
        ("menage bron 69", "menage", "69029"),
        ("cuisine seine saint denis", "cuisine", "93008"),
        ("45 ans menage", "45 ans menage", None),
        ("ménage à Vitré", "menage", "35360"),
        ("menage vitré", "menage", "35360"),
        ("nettoyage vitre", "nettoyage vitre", None),
        ("menage a lyon pas le soir", "menage", "69123"),
        ("pas de menage a lyon", "", "69123"),
        ("menage lion", "menage", "69123"),
        ("nettoyage tour", None, None),
        ("vaux en velin", "", VAULX),
        ("marsey", "", "13055"),
        ("vilerban", "", "69266"),
        ("maqon", "maqon", None),
        ("st denis 974", "", "97411"),
        ("fougère", "", "85093"),
    ],
)
def test_a_search_is_understood(text, work, insee):
    sought = sentences.read(text)

    assert sought is not None
    assert (sought.town.insee if sought.town else None) == insee
    assert work is None or sought.work == work


@pytest.mark.parametrize(
    "text",
    [
        *("merci beaucoup", "oui", "ok merci karim", "j'ai appelé", "bonjour", "", "?", "a demain"),
        *(
            "salut ca va",
            "khaled",
            "syndicat",
            "ouïn",
            "Bonsoir madame",
            "bonjour, ça va ?",
            "slt",
            "merci madame",
            "sa va",
        ),
    ],
)
def test_what_looks_for_nothing_is_no_search(text):
    assert sentences.read(text) is None


@pytest.mark.parametrize(
    ("text", "town"),
    [("ménage Lyon 3", "69383"), ("lyon 3", "69383"), ("1 ménage", None), ("offre 2", None)],
)
def test_a_digit_is_a_part_of_a_city_and_never_a_place_alone(text, town):
    sought = sentences.read(text)

    assert (sought and sought.town and sought.town.insee) == town


@pytest.mark.parametrize(
    "text",
    [
        *(
            "agent de sécurité",
            "auxiliaire de vie",
            "garder un parking",
            "monter des murs",
            "mac do",
        ),
        *("machine à coudre", "je ch 1 taf de serveur", "s’occuper d’une mamie", "laver des vitre"),
        *("fam de menaj", "agent dentretien", "à l’école", "porter des charges lourdes"),
    ],
)
def test_words_of_work_are_no_place_though_a_village_sounds_alike(text):
    sought = sentences.read(text)

    assert sought is not None
    assert sought.town is None


@pytest.mark.parametrize("text", ["plonge tours", "ménage à Nice", "lens cariste"])
def test_a_town_that_is_also_a_word_of_work_is_meant_where_it_is_large(text):
    sought = sentences.read(text)

    assert sought is not None
    assert sought.town is not None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("ménage lyon", "Lyon"),  # its postcode would be that of its first part
        ("ménage bron", "Bron 69500"),
        ("ménage saint denis", "saint denis"),  # there are two: one chooses
        ("saint denis", "saint denis"),
        ("ménage valence", "valence"),
        ("rodes", "rodes"),
    ],
)
def test_a_place_in_the_field_of_the_work_stays_as_clear_as_it_was(text, where):
    assert sentences.parted(text, "").where == where
