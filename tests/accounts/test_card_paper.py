"""The paper of a card: its code, its square, whom to call."""

import pytest
from segno import make

from tests.factories import make_account, new_phone
from webapp.accounts import card_code
from webapp.accounts.paper import Paper, square
from webapp.columns import ALPHABET


def test_a_code_is_eight_signs_that_nobody_takes_for_others():
    codes = {card_code.new_code() for _ in range(200)}

    assert len(codes) == 200
    assert {sign for code in codes for sign in code} <= set(ALPHABET)
    assert not set("il1o0") & set(ALPHABET)
    assert card_code.shown("4k7m2qxa") == "4K7M\N{NO-BREAK SPACE}2QXA"


@pytest.mark.parametrize(
    "typed",
    [
        "4k7m2qxa",
        "4K7M 2QXA",
        " 4k7m-2qxa ",
        "４Ｋ７Ｍ２ＱＸＡ",
        "https://exemple.fr/c#4k7m2qxa",
        "4K7M\N{NO-BREAK SPACE}2QXA",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert card_code.read(typed) == "4k7m2qxa"


@pytest.mark.parametrize(
    "typed", ["", "4k7m2qx", "4k7m2qxaa", "4k7m2qx0", "x" * 10_000, "éàüñçßø€"]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert card_code.read(typed) is None


def test_the_square_holds_the_code_after_a_sign_that_is_never_sent(app):
    paper = Paper.of("4k7m2qxa", None)

    assert paper.address.endswith("/c")
    assert str(paper.qr) == str(square(f"{paper.address}#4k7m2qxa"))
    assert make(f"{paper.address}#4k7m2qxa", error="q").version <= 5  # still scanned when small


def test_an_adviser_s_card_names_them_and_their_phone(app):
    phone = new_phone()
    adviser = make_account("adviser", phone=phone)
    without = make_account("adviser", phone=None)
    without.organisation.phone = None

    assert (Paper.of("4k7m2qxa", adviser).name, Paper.of("4k7m2qxa", adviser).phone.e164) == (
        "Nadia",
        phone,
    )
    assert Paper.of("4k7m2qxa", without).name == ""
