"""Numbers as people write them: each usual writing is understood, each mistake is explained."""

import time

import pytest

from webapp.phones import BadPhone, Phone, read

MOBILE = "+33639981234"
LANDLINE = "+33465710001"
REUNION = "+262692123456"

UNDERSTOOD = [
    ("0639981234", MOBILE),
    ("06 39 98 12 34", MOBILE),
    ("06\N{NO-BREAK SPACE}39\N{NO-BREAK SPACE}98\N{NO-BREAK SPACE}12\N{NO-BREAK SPACE}34", MOBILE),
    ("06\N{NARROW NO-BREAK SPACE}39\N{NARROW NO-BREAK SPACE}98 12 34", MOBILE),
    ("06.39.98.12.34", MOBILE),
    ("06-39-98-12-34", MOBILE),
    ("06/39/98/12/34", MOBILE),
    ("06_39_98_12_34", MOBILE),
    ("06 – 39 – 98 – 12 – 34", MOBILE),
    ("0 6 3 9 9 8 1 2 3 4", MOBILE),
    ("06 399 812 34", MOBILE),
    ("063 998 1234", MOBILE),
    ("06, 39, 98, 12, 34", MOBILE),
    ("  06 39 98 12 34  ", MOBILE),
    ("\t06 39 98 12 34\n", MOBILE),
    ("(06) 39 98 12 34", MOBILE),
    ("+33639981234", MOBILE),
    ("+33 6 39 98 12 34", MOBILE),
    ("+33 06 39 98 12 34", MOBILE),
    ("+33 (0)6 39 98 12 34", MOBILE),
    ("+33 (0) 6 39 98 12 34", MOBILE),
    ("(+33) 6 39 98 12 34", MOBILE),
    ("+ 33 6 39 98 12 34", MOBILE),
    ("0033639981234", MOBILE),
    ("00 33 6 39 98 12 34", MOBILE),
    ("0033 (0)6 39 98 12 34", MOBILE),
    ("33 6 39 98 12 34", MOBILE),
    ("０６３９９８１２３４", MOBILE),
    ("０６ ３９ ９８ １２ ３４", MOBILE),
    ("＋３３ ６ ３９ ９８ １２ ３４", MOBILE),
    ("٠٦٣٩٩٨١٢٣٤", MOBILE),
    ("Tél : 06 39 98 12 34", MOBILE),
    ("tel:+33639981234", MOBILE),
    ("mon numéro c’est 06 39 98 12 34", MOBILE),
    ("06 39 98 12 34 (le soir)", MOBILE),
    ("06 39 98 12 34, demandez Fatou", MOBILE),
    ("Fatou 06.39.98.12.34 merci", MOBILE),
    ("📞 06 39 98 12 34", MOBILE),
    ("\N{LEFT-TO-RIGHT MARK}06 39 98 12 34", MOBILE),
    ("\N{LEFT-TO-RIGHT EMBEDDING}+33 6 39 98 12 34\N{POP DIRECTIONAL FORMATTING}", MOBILE),
    ("O6 39 98 12 34", MOBILE),
    ("o6 39 98 12 34", MOBILE),
    ("06 39 98 12 34 ou le soir", MOBILE),
    ("O7 53 64 9O 12", "+33753649012"),
    ("07 53 64 90 l2", "+33753649012"),
    ("07 53 64 90 21", "+33753649021"),
    ("07 53 64 90 2l", "+33753649021"),
    ("639981234", MOBILE),
    ("07 53 64 90 12", "+33753649012"),
    ("06 12 34 56 78", "+33612345678"),
    ("04 65 71 00 01", LANDLINE),
    ("0465710001", LANDLINE),
    ("+33 4 65 71 00 01", LANDLINE),
    ("01 42 34 56 78", "+33142345678"),
    ("02 41 23 45 67", "+33241234567"),
    ("03 88 12 34 56", "+33388123456"),
    ("05 56 12 34 56", "+33556123456"),
    ("09 72 12 34 56", "+33972123456"),
    ("04 95 70 12 34", "+33495701234"),  # Porto-Vecchio
    ("0692 12 34 56", REUNION),
    ("+262 692 12 34 56", REUNION),
    ("00262692123456", REUNION),
    ("0262 20 12 34", "+262262201234"),
    ("0639 69 12 34", "+262639691234"),  # Mayotte
    ("0690 12 34 56", "+590690123456"),  # Guadeloupe
    ("0696 12 34 56", "+596696123456"),  # Martinique
    ("0694 12 34 56", "+594694123456"),  # Guyane
    ("+590 690 12 34 56", "+590690123456"),
    ("+508 55 12 34", "+508551234"),  # Saint-Pierre-et-Miquelon
]

REFUSED = [
    ("", "empty"),
    ("   ", "empty"),
    ("-", "empty"),
    ("()", "empty"),
    ("+", "empty"),
    ("06", "short"),
    ("06 39 98 12", "short"),
    ("06 39 98 12 3", "short"),
    ("+33 6 39 98 12", "short"),
    ("06 39 98 12 34 5", "long"),
    ("06 39 98 12 34 06 39 98 12 34", "long"),
    ("+33 6 39 98 12 34 56", "long"),
    ("0" * 40, "long"),
    ("je n’ai pas de téléphone", "letters"),
    ("zéro six", "letters"),
    ("06 39 98 douze 34", "letters"),
    ("0899 12 34 56", "premium"),
    ("08 92 12 34 56", "premium"),
    ("+33 892 12 34 56", "premium"),
    ("+49 30 1234567", "foreign"),
    ("0049 30 1234567", "foreign"),
    ("+32 470 12 34 56", "foreign"),
    ("+212 612 34 56 78", "foreign"),
    ("+213 551 23 45 67", "foreign"),
    ("+1 202 555 0123", "foreign"),
    ("00 00 00 00 00", "unknown"),
    ("1234567890", "unknown"),
]


@pytest.mark.parametrize(("written", "number"), UNDERSTOOD)
def test_any_usual_writing_is_the_same_number(written, number):
    assert read(written).e164 == number


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_what_cannot_be_called_is_refused_with_its_reason(written, reason):
    with pytest.raises(BadPhone) as refused:
        read(written)

    assert refused.value.reason == reason


def test_a_number_is_shown_in_pairs_that_never_break():
    assert Phone(MOBILE).shown == "06\u00a039\u00a098\u00a012\u00a034"
    assert Phone(MOBILE).link == "tel:+33639981234"


def test_an_overseas_number_is_shown_as_it_is_written_there():
    assert Phone(REUNION).shown.replace("\u00a0", "") == "0692123456"


@pytest.mark.parametrize("sign", ["(", " ", "0", ".", "+", "é", "06 39 98 12 34 "])
def test_a_very_long_text_is_answered_at_once(sign):
    begin = time.perf_counter()

    with pytest.raises(BadPhone):
        read((sign * 10_240)[:10_240])

    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize(
    ("number", "mobile"),
    [
        (MOBILE, True),
        ("+33753649012", True),
        (REUNION, True),
        ("+262639012345", True),
        ("+590690123456", True),
        ("+687751234", True),
        (LANDLINE, False),
        ("+33478123456", False),
        ("+33975123456", False),
        ("+262262123456", False),
    ],
)
def test_a_landline_is_told_from_a_phone_that_receives_sms(number, mobile):
    assert Phone(number).is_mobile is mobile
