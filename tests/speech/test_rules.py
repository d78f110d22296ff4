"""Sentences, their limits and their names."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.speech import rules


def test_a_text_is_cut_where_its_sentences_end():
    text = "Vous lavez les sols. Vous videz\n les poubelles ! C’est où ? À Lyon…  Venez"

    assert rules.sentences(text) == [
        "Vous lavez les sols.",
        "Vous videz les poubelles !",
        "C’est où ?",
        "À Lyon…",
        "Venez",
    ]


def test_a_point_that_shortens_a_word_ends_nothing():
    for text in (
        "Demandez M. Benali au bureau.",
        "26 h/sem. en journée.",
        "Le 3 sept. 2026.",
        "Joseph M. vous répond.",
        "Tél. 04 65 71 00 00.",
        "À 2.5 km d’ici.",
    ):
        assert rules.sentences(text) == [text]


def test_arabic_sentences_end_too():
    assert rules.sentences("أين؟ هنا. نعم") == ["أين؟", "هنا.", "نعم"]


def test_what_holds_no_letter_and_no_figure_is_not_said():
    assert rules.sentences("— · … !") == []
    assert rules.sentences("") == []


def test_a_long_sentence_is_cut_at_a_breath():
    text = "Vous préparez les commandes, " * 12 + "puis vous rangez."

    found = rules.sentences(text)

    assert len(found) > 1
    assert all(piece.endswith(",") for piece in found[:-1])
    assert " ".join(found) == text


@given(st.text(max_size=900))
def test_nothing_is_lost_and_nothing_is_too_long(text):
    found = rules.sentences(text)

    assert all(len(piece) <= rules.LONGEST for piece in found)
    said = "".join(sign for piece in found for sign in piece if sign.isalnum())
    assert said == "".join(sign for sign in text if sign.isalnum())


def test_the_name_of_a_sound_changes_with_each_thing_that_makes_it():
    names = {
        rules.sound_name(*inputs)
        for inputs in (
            ("espeak", "roa/fr", "mp3", "Bonjour."),
            ("other", "roa/fr", "mp3", "Bonjour."),
            ("espeak", "gmw/en", "mp3", "Bonjour."),
            ("espeak", "roa/fr", "ogg", "Bonjour."),
            ("espeak", "roa/fr", "mp3", "Bonsoir."),
        )
    }

    assert len(names) == 5
    assert rules.sound_name("a", "b", "c", "d") == rules.sound_name("a", "b", "c", "d")
