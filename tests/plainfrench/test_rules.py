"""Each rule on sentences whose answer is known, with a French of a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.plainfrench import tables
from webapp.plainfrench.rules import LONGEST, Language, check

RARE = {
    "rqth": 2.0,
    "prophylaxie": 2.4,
    "prophylaxies": 2.0,
    "emballage": 3.4,
    "effectuons": 3.1,
    "éplucher": 3.0,
    "samira": 2.7,
}
LEMMAS = {"effectuons": "effectuer", "prophylaxies": "prophylaxie", "effectuez": "effectuer"}
FRENCH = Language(
    frequency=lambda word: RARE.get(word, 5.0),
    lemma=lambda word: LEMMAS.get(word, word),
    names=frozenset({"samira"}),
    explained=frozenset({"contrat d’insertion", "rsa", "rqth"}),
    apart=frozenset({"geiq bâtir"}),
)


def broken(text: str, rule: str) -> list[str]:
    """What breaks a rule, in the words of the text."""
    return [one.quote for one in check(text, FRENCH).broken if one.rule == rule]


def proposal(text: str, rule: str) -> str:
    """What is proposed for the first place that breaks a rule."""
    return next(one.proposal for one in check(text, FRENCH).broken if one.rule == rule)


def test_a_simple_text_breaks_no_rule():
    report = check("Vous lavez les sols. Vous venez à 8 h 30.", FRENCH)

    assert (report.sentences, report.longest) == (2, 4)
    assert report.hard_words == report.broken == report.heavy == ()


def test_twelve_words_are_read_in_one_breath_and_thirteen_are_not():
    twelve = " ".join(["mot"] * LONGEST) + "."

    assert not broken(twelve, "long_sentence")
    assert broken("mot " + twelve, "long_sentence") == ["mot " + twelve]


def test_a_rare_word_is_hard_unless_its_dictionary_form_is_common():
    report = check("Nous effectuons la prophylaxie, des prophylaxies.", FRENCH)

    assert report.hard_words == ("prophylaxie", "prophylaxies")


@pytest.mark.parametrize(
    "text",
    [
        "Samira vous appelle.",  # a known name begins the sentence
        "Appelez Prophylaxie Martin.",  # a capital inside it
        "Éplucher les légumes",  # a gesture shown by a picture
    ],
)
def test_names_and_trades_are_no_hard_words(text):
    assert check(text, FRENCH).hard_words == ()


def test_a_hard_word_that_begins_a_sentence_is_found():
    assert check("Prophylaxie des caries.", FRENCH).hard_words == ("prophylaxie",)


def test_a_heavy_word_is_told_with_a_plainer_one_even_inflected():
    report = check("Vous effectuez un tri dans le cadre de l’atelier.", FRENCH)

    assert not report.broken
    assert [(one.quote, one.proposal) for one in report.heavy] == [
        ("dans le cadre de", "pour, pendant"),
        ("effectuez", "faire"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Une ETTI recrute.", ["ETTI"]),
        ("Avec le P.L.I.E. de la ville.", ["P.L.I.E."]),
        ("Vous avez le RSA ?", []),  # in the glossary, and met every day
        ("Avez-vous la RQTH ?", ["RQTH"]),  # in the glossary, but few can read it
        ("Le GEIQ Bâtir vous prend.", []),  # a name that is not ours to change
        ("Envoyez un SMS.", []),  # everyone reads it as a word
        ("URGENT : ON CHERCHE UN CUISINIER.", []),  # shouted, not shortened
        ("Le permis B.", []),
    ],
)
def test_initials_are_found(text, found):
    assert broken(text, "acronym") == found


def test_known_initials_come_with_their_meaning():
    assert proposal("Une ETTI recrute.", "acronym") == "agence d’intérim d’insertion"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Votre dossier est étudié par la direction.", ["est étudié"]),
        ("Les candidats seront contactés.", ["seront contactés"]),
        ("Votre demande a été envoyée.", ["été envoyée"]),
        ("Le repas n’est pas fourni.", ["n’est pas fourni"]),
        ("Une photo est-elle demandée ?", ["est-elle demandée"]),
        ("Vous êtes payé par l’État.", ["êtes payé"]),
        ("Vous êtes payé par mois.", []),
        ("Vous êtes venu à pied.", []),
        ("Elle s’est trompée.", []),
        ("Vous vous êtes trompé.", []),
        ("Vous n’êtes pas intéressée ?", []),
        ("C’est envoyé.", []),
        ("Le bureau est fermé.", []),
        ("La santé est une priorité.", []),
        ("L’été dernier, on a travaillé dehors.", []),
        ("Il est employé de mairie.", []),
    ],
)
def test_the_passive_is_told_from_the_past_and_from_states(text, found):
    assert broken(text, "passive") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il n’est pas impossible de venir.", ["pas impossible"]),
        ("Vous ne pouvez pas ne pas venir.", ["ne pouvez pas ne pas"]),
        ("On ne travaille jamais sans gants.", ["jamais sans"]),
        ("Rien n’est impossible.", ["Rien n’est impossible"]),
        ("Il est interdit de ne pas porter un casque.", ["interdit de ne pas"]),
        (
            "Si vous ne venez pas, vous n’êtes plus inscrit.",
            ["ne venez pas, vous n’êtes plus"],
        ),
        ("Vous ne payez pas, vous ne signez pas.", []),  # two plain denials
        ("On peut venir sans permis.", []),
        ("Pas de CV. Pas de lettre.", []),
    ],
)
def test_negations_that_undo_each_other_are_found(text, found):
    assert broken(text, "double_negation") == found


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("Un contrat à 80 %.", "80 %", "80 sur 100"),
        ("25 pour cent des gens", "25 pour cent", "1 personne sur 4"),
        ("à 12,5\u00a0%", "12,5\u00a0%", "12,5 sur 100"),
    ],
)
def test_a_share_of_a_hundred_is_said_with_things_one_counts(text, quote, said):
    assert broken(text, "percentage") == [quote]
    assert proposal(text, "percentage") == said


@pytest.mark.parametrize(
    ("text", "quote", "digits"),
    [
        ("Au XXIe siècle", "XXIe", "21e"),
        ("Le chapitre IV", "IV", "4"),
        ("L’article V", "V", "5"),
        ("Henri XIX", "XIX", "19"),
    ],
)
def test_a_roman_numeral_is_given_in_digits(text, quote, digits):
    assert broken(text, "roman_numeral") == [quote]
    assert proposal(text, "roman_numeral") == digits


@pytest.mark.parametrize("text", ["Un CDI", "Un CV", "Le permis V", "Taille XL", "MIDI", "Y"])
def test_other_capitals_are_no_numeral(text):
    assert broken(text, "roman_numeral") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Des outils (fournis) sur place", ["(fournis)"]),
        ("Un employé(e)", ["(e)"]),
        ("Un mot [sic]", ["[sic]"]),
        ("Un oubli (jamais fermé", ["("]),
        ("a) Venez", []),
        ("Bravo :)", []),
    ],
)
def test_what_stands_in_parentheses_is_found(text, found):
    assert broken(text, "parenthesis") == found


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("env. 20 personnes", "env.", "environ"),
        ("35h/semaine", "h/semaine", "heures par semaine"),
        ("12,31 €/h", "€/h", "€ de l’heure"),
        ("Prenez rdv", "rdv", "rendez-vous"),
        ("Tél. 06 39 98 12 34", "Tél.", "téléphone"),
        ("gants, bottes, etc.", "etc.", "et d’autres choses"),
    ],
)
def test_a_short_form_is_given_whole(text, quote, whole):
    assert broken(text, "abbreviation") == [quote]
    assert proposal(text, "abbreviation") == whole


@pytest.mark.parametrize("text", ["10 min.", "Max vous appelle.", "25 kg, 3 km, 8 h", "La mer."])
def test_units_and_whole_words_are_no_short_forms(text):
    assert broken(text, "abbreviation") == []


def test_the_glossary_explains_plurals_and_either_apostrophe():
    hard = Language(lambda word: 0.0, str, explained=frozenset({"contrat d’insertion"}))

    assert check("contrats d'insertion", hard).hard_words == ()
    assert check("contrat d’intérim", hard).hard_words == ("contrat", "intérim")


def test_the_tables_are_long_enough_to_be_of_use_and_propose_something_else():
    assert len(tables.plainer()) >= 150
    assert len(tables.abbreviations()) >= 60
    for table in (tables.plainer(), tables.abbreviations()):
        assert all(value and value.lower() != key for key, value in table.items())


PIECES = st.lists(
    st.sampled_from(
        [
            "ne",
            "pas",
            "sans",
            "n’est",
            "été",
            "par",
            "(",
            ")",
            "[",
            "%",
            "80",
            "XXIe",
            "IV",
            "M.",
            "etc.",
            "env.",
            "h/sem",
            "RSA",
            "CDDI",
            "’",
            "-",
            "«",
            "»",
            "…",
            ".",
            "!",
            "\n",
            "•",
            "effectuez",
            "prophylaxie",
            "l’",
            "aujourd’hui",
            "contrats",
            "d'insertion",
            "06",
            "39",
            "98",
            "12",
            "34",
            "é",
            "ſ",
            "İ",
            "ǅ",
            "𝔘",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(PIECES, st.text(max_size=200)))
def test_every_place_lies_inside_the_text_and_quotes_it(text):
    report = check(text, FRENCH)

    for one in report.broken + report.heavy:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.quote
    assert list(report.broken) == sorted(report.broken, key=lambda one: (one.start, one.end))
    assert (report.longest > LONGEST) == any(one.rule == "long_sentence" for one in report.broken)
