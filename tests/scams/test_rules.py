from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.scams.rules import LONGEST, RULES, Level, Sign, check

EXAMPLES = Path(__file__).with_name("examples.txt")


def examples(mark: str) -> list[tuple[str, str]]:
    """Pairs of a sign and a text that shows it ("+") or only looks like it ("-")."""
    pairs, sign = [], ""
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            pairs += [(sign, line[2:])] if line[0] == mark else []
        else:
            sign = line
    return pairs


@pytest.mark.parametrize(("sign", "text"), examples("+"))
def test_a_sign_is_seen_where_it_stands(sign, text):
    verdict = check(text)

    assert sign in {found.sign for found in verdict.signs}
    assert verdict.level is not Level.NONE


@pytest.mark.parametrize(("sign", "text"), examples("-"))
def test_what_only_looks_like_a_sign_is_left_alone(sign, text):
    verdict = check(text)

    assert verdict.level is Level.NONE, verdict.signs


def test_every_sign_has_one_rule_and_enough_examples():
    shown, alike = examples("+"), examples("-")

    assert sorted(rule.sign for rule in RULES) == sorted(Sign)
    for sign in Sign:
        assert sum(name == sign for name, _ in shown) >= 3
        assert sum(name == sign for name, _ in alike) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Achète un t1cket p.c.s de 50 et env0ie le c0de",
        "Achète un P C S de 50 et envoie le code",
        "Achète un ticket Neo\u200bsurf de 50 et en\u00advoie le code",
        "Achète un ticket РСЅ de 50 et envоie le соde",
        "ACHETE UN TICKET 𝗡𝗘𝗢𝗦𝗨𝗥𝗙 DE CINQUANTE EUROS ET ENVOIE LE CODE",
    ],
)
def test_disguised_words_are_read_through(text):
    verdict = check(text)

    assert verdict.level is Level.STOP
    assert verdict.signs[0].sign is Sign.COUPON_PAYMENT
    assert all(found.quote in text for found in verdict.signs)


def test_a_premium_number_is_seen_however_it_is_written():
    for number in (
        "0899 12 34 56",
        "08.99.12.34.56",
        "+33 8 99 12 34 56",
        "O8 99 12 34 56",
        "zéro huit quatre-vingt-dix-neuf douze trente-quatre cinquante-six",
    ):
        assert check(f"Rappelez le {number}").signs[0].sign is Sign.PREMIUM_NUMBER, number


def test_a_language_that_is_not_understood_is_said_and_its_numbers_still_count():
    verdict = check("Вітаємо! Для вас є робота. Телефонуйте 0 899 70 12 34")

    assert not verdict.understood
    assert verdict.level is Level.STOP
    assert check("Bonjour, votre entretien est mardi à neuf heures au bureau").understood


def test_a_text_that_is_too_long_is_cut_and_the_cut_is_said():
    assert check("a" * (LONGEST + 1)).cut
    assert not check("a" * LONGEST).cut


@settings(max_examples=150)
@given(st.text(max_size=400))
def test_any_text_gets_an_answer_in_its_own_words(text):
    verdict = check(text)

    assert all(found.quote in text for found in verdict.signs)


PIECES = st.sampled_from(
    [
        "payez ",
        "50 € ",
        "le code ",
        "pas ",
        "ne ",
        "sans ",
        "frais ",
        "0899 ",
        ". ",
        "\n",
        "RIB ",
        "t1cket ",
        "p.c.s ",
        "caf.fr ",
        "é",
        "\u200b",
        "compte ",
        '"',
        "envoyez ",
        "à ",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=80).map("".join))
def test_any_heap_of_suspect_words_gets_an_answer_in_its_own_words(text):
    assert all(found.quote in text for found in check(text).signs)
