"""The alphabet of phones: what it replaces, and how many parts the network bills."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.messages.rules import gsm, is_gsm, parts

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("é è à ù ì ò É", "é è à ù ì ò É"),  # these are in it
        ("ê ô î û ë ï ç â À Ê Ô Î Ç", "e o i u e i c a A E O I Ç"),
        ("l’œuf… « oui »", 'l\'oeuf... "oui"'),
        (f"20{NARROW}€{NBSP}? « non »", '20 € ? "non"'),
        ("“a” „b” ‘c’ – — •", '"a" "b" \'c\' - - -'),
        ("e\u0302 n\u0303 C\u0327", "e ñ Ç"),  # letters and accents apart
        ("１２３ ４５６", "123 456"),
        ("Bonjour 👋🏽 Łukasz 🎉", "Bonjour  Lukasz "),
        ("Đặng Văn, Šimon, Dvořák", "Dang Van, Simon, Dvorak"),
        ("zero\u200bwidth\u00ad", "zerowidth"),
        ("½ km, nº 3, 2²", "1/2 km, no 3, 22"),
        ("deux\nlignes", "deux\nlignes"),
        ("فاطمة vous attend à l’hôtel 🎉", "فاطمة vous attend à l’hôtel "),  # as dear with accents
        ("", ""),
    ],
)
def test_what_has_a_likeness_in_the_alphabet_is_written_with_it(written, sent):
    assert gsm(written) == sent


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("é" * 160, 1),
        ("€" * 80, 1),  # two places each
        ("€" * 81, 2),
        ("a" * 152 + "€" * 5, 2),  # 162 places: the sign that does not fit moves on whole
        ("€" * 152, 2),  # 76 in each part, though 304 places would fill 1.98 parts
        ("€" * 153, 3),  # 76 and 76: the last one needs a third part
        ("ا" * 70, 1),
        ("ا" * 71, 2),
        ("ا" * 134, 2),
        ("ا" * 135, 3),
        ("ê" * 70, 1),  # not in the alphabet: sixteen bits each
        ("ê" * 71, 2),
        ("😀" * 35, 1),  # two times sixteen bits
        ("😀" * 36, 2),
        ("😀" * 66, 2),  # 33 in each part: none is cut in two
        ("😀" * 67, 3),
    ],
)
def test_parts_are_counted_as_the_network_cuts_them(text, count):
    assert parts(text) == count


@given(st.text())
def test_fitting_twice_changes_nothing_and_never_costs_more(text):
    fitted = gsm(text)

    assert gsm(fitted) == fitted
    assert parts(fitted) <= 3 * parts(text)  # an ellipsis becomes three dots


@given(st.text(alphabet="abcdéèàùçêôîœ’…«» \n0123456789?!€", max_size=400))
def test_french_always_fits_the_alphabet(text):
    assert is_gsm(gsm(text))
