"""Where sentences end, and what counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.plainfrench.text import sentences

NB = "\u00a0"


def cut(text: str) -> list[str]:
    """The sentences of a text, in its own words."""
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Vous venez. Vous parlez avec Karim.", ["Vous venez.", "Vous parlez avec Karim."]),
        ("Appelez M. Dupont. Il répond.", ["Appelez M. Dupont.", "Il répond."]),
        ("Voyez Mme Roux au 3 bd. Voltaire.", ["Voyez Mme Roux au 3 bd. Voltaire."]),
        ("Tél. 06 39 98 12 34. Merci.", ["Tél. 06 39 98 12 34.", "Merci."]),
        ("Des gants, etc. Vous venez.", ["Des gants, etc.", "Vous venez."]),
        ("Il faut le permis B. Venez demain.", ["Il faut le permis B.", "Venez demain."]),
        ("Demandez J. Martin à l’accueil.", ["Demandez J. Martin à l’accueil."]),
        ("C’est à 350 m. Venez à pied.", ["C’est à 350 m.", "Venez à pied."]),
        (f"Vous cherchez{NB}? Appelez{NB}!", [f"Vous cherchez{NB}?", f"Appelez{NB}!"]),
        (f"«{NB}Quand{NB}?{NB}» demande Sonia.", [f"«{NB}Quand{NB}?{NB}» demande Sonia."]),
        ("On travaille… dehors. On marche.", ["On travaille… dehors.", "On marche."]),
        ("12,31 € de l’heure. 25.5 heures.", ["12,31 € de l’heure.", "25.5 heures."]),
        ("Voir www.exemple.fr. Merci.", ["Voir www.exemple.fr.", "Merci."]),
        ("venez demain. apportez un stylo.", ["venez demain.", "apportez un stylo."]),
        ("Venez demain.Apportez un stylo.", ["Venez demain.", "Apportez un stylo."]),
        ("Apportez :\n- un stylo\n- une photo", ["Apportez :", "un stylo", "une photo"]),
        ("1. Appelez\n2. Venez", ["Appelez", "Venez"]),
        ("Ménage\nÀ Lyon", ["Ménage", "À Lyon"]),
        ("…\n!!!\n", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_reader_stops(text, pieces):
    assert cut(text) == pieces


def test_a_line_that_was_only_folded_goes_on():
    text = "Vous travaillez le matin dans une cuisine avec une équipe de\nquatre personnes."

    assert len(cut(text)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vous lavez les sols.", 4),
        ("L’offre d’aujourd’hui", 2),
        ("Un rendez-vous", 2),
        ("Appelez le 06 39 98 12 34.", 3),
        ("Appelez le +33 6 39 98 12 34.", 3),
        ("De 8 h 30 à 12 h", 4),
        (f"1{NB}250 € par mois", 3),
        ("Écrivez à karim@exemple.fr", 3),
        ("« Bonjour ! »", 1),
        ("Du 3 – 5", 3),
    ],
)
def test_a_phone_an_hour_or_an_amount_is_one_word(text, count):
    assert sum(one.words for one in sentences(text)) == count


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_sentences_follow_each_other_inside_the_text(text):
    last = 0
    for sentence in sentences(text):
        assert last <= sentence.start < sentence.end <= len(text)
        for token in sentence.tokens:
            assert sentence.start <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
        last = sentence.end
