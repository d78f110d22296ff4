"""A message read as a search, with its mistakes; what is none stays none."""

import pytest

from webapp.bysms import reading, rules

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
        ("MENAGE", "menage", None),
        ("bonsoir madame menage 69120", "menage", VAULX),
        ("salut ca va, menage a Vénissieux", None, VENISSIEUX),
    ],
)
def test_a_search_is_understood(text, work, insee):
    sought = reading.read(text)

    assert sought is not None
    assert (sought.town.insee if sought.town else None) == insee
    assert work is None or sought.work == work


@pytest.mark.parametrize(
    "text",
    [
        *("merci beaucoup", "oui", "ok merci karim", "j'ai appelé", "bonjour", "", "?", "a demain"),
        *("salut ca va", "Bonsoir madame", "bonjour, ça va ?", "slt", "merci madame", "sa va"),
    ],
)
def test_what_looks_for_nothing_is_no_search(text):
    assert reading.read(text) is None


@pytest.mark.parametrize(
    ("text", "town"),
    [("ménage Lyon 3", "69383"), ("lyon 3", "69383"), ("1 ménage", None), ("offre 2", None)],
)
def test_a_digit_is_a_part_of_a_city_and_never_a_place_alone(text, town):
    sought = reading.read(text)

    assert (sought and sought.town and sought.town.insee) == town


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1", (rules.Command.CALL, 1)),
        ("le 2", (rules.Command.CALL, 2)),
        ("2 svp merci", (rules.Command.CALL, 2)),
        ("plus", (rules.Command.NEXT, 0)),
        ("pluss", (rules.Command.NEXT, 0)),
        ("suite", (rules.Command.NEXT, 0)),
        ("4", (rules.Command.CALL, 4)),
        ("trois", (rules.Command.CALL, 3)),
        ("1 ou 2", (rules.Command.CALL, rules.NONE)),
        ("fatou", None),
        ("20", None),
    ],
)
def test_short_answers(text, meant):
    assert rules.command(text) == meant


@pytest.mark.parametrize("text", ["Ménage dans des bureaux", "Aide", "x" * 50, ""])
def test_a_text_is_cut_at_a_word(text):
    cut = rules.shorter(text, 16)

    assert len(cut) <= 16
    assert text.startswith(cut)
