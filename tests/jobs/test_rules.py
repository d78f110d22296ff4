"""How words are cut, weighed by letters and by sound, and kept within bounds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.jobs import queries
from webapp.jobs.rules import (
    LONGEST,
    MOST_WORDS,
    names_no_work_in_particular,
    plain,
    words,
    work_words,
)
from webapp.jobs.sounds import sounds
from webapp.jobs.spelling import slips
from webapp.jobs.stems import root, stem

TYPED = st.text(max_size=300)


@given(TYPED)
def test_writing_plainly_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)


@given(TYPED)
def test_plain_words_hold_letters_and_digits_alone(text):
    assert all(char.isascii() and (char.isalnum() or char == " ") for char in plain(text))


@settings(max_examples=150)
@given(TYPED)
def test_whatever_is_typed_has_an_answer(text):
    meant = queries.match(text)

    assert len(meant.codes) <= 5
    assert bool(meant.codes) == bool(meant.families)


@given(st.text(min_size=LONGEST, max_size=2000))
def test_a_pasted_text_is_read_no_further_than_its_start(text):
    assert len(work_words(words(text))) <= MOST_WORDS


@pytest.mark.parametrize(
    "piece", ["menagé", "x", "a b ", "émile ", "zzzz ", "soudeurmaçon", "\u0301"]
)
def test_ten_kilobytes_cost_no_more_than_a_line(piece):
    queries.match("ménage")  # the lexicon is read
    start = time.process_time()

    queries.match((piece * 10_000)[:10_000])

    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vendeur", "vendeuses"),
        ("infirmier", "infirmières"),
        ("animateur", "animatrice"),
        ("nettoyer", "nettoie"),
        ("gardien", "gardienne"),
        ("peindre", "peint"),
        ("bouchers", "bouchère"),
    ],
)
def test_forms_of_one_word_share_their_stem(one, other):
    assert stem(plain(one)) == stem(plain(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("soudeur", "soudure"), ("plombier", "plomberie"), ("jardinage", "jardinier")],
)
def test_a_trade_and_what_it_does_share_their_root(one, other):
    assert root(stem(one)) == root(stem(other))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kontable", "comptable"),
        ("cantonié", "cantonnier"),
        ("démolission", "démolition"),
        ("garajiste", "garagiste"),
        ("vandeur", "vendeur"),
    ],
)
def test_words_written_by_ear_sound_like_the_word_meant(written, meant):
    first, second = sounds([" ".join(words(written)), " ".join(words(meant))])

    assert first == second


def test_a_key_beside_or_two_letters_swapped_cost_less_than_another_letter():
    other = slips("vendeir", "vendeur", 3)
    beside = slips("vendeyr", "vendeur", 3)
    swapped = slips("vednuer", "vendeur", 3)

    assert slips("vendeur", "vendeur", 3) == 0
    assert beside < slips("vendezr", "vendeur", 3) == 1
    assert 0 < other < 1
    assert swapped < 2.5


@given(
    st.text(alphabet="abcdez", min_size=1, max_size=8),
    st.text(alphabet="abcdez", min_size=1, max_size=8),
)
def test_words_further_apart_than_the_limit_are_only_said_to_be_so(typed, meant):
    price = slips(typed, meant, 50)
    near = abs(len(typed) - len(meant)) <= 1  # a word longer by more letters is past the limit

    assert not near or price > 1 or slips(typed, meant, 1.0) == pytest.approx(price)
    assert price <= 1 or slips(typed, meant, 1.0) > 1


def test_what_frames_a_search_is_not_a_work():
    assert work_words(words("je cherche un travail de maçon")) == work_words(words("maçon"))
    assert work_words(words("jveu un taf svp")) == []


@pytest.mark.parametrize("text", ["travail", "un emploi", "je cherche n’importe quoi", "boulot"])
def test_some_words_only_say_that_any_work_will_do(text):
    assert names_no_work_in_particular(text)


@pytest.mark.parametrize("text", ["", "ménage", "je cherche un travail de maçon", "blorpf"])
def test_others_name_a_work_or_nothing(text):
    assert not names_no_work_in_particular(text)
