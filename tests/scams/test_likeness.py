"""Words weighed beside the rules: learned in the open, repeatable, and never more than a doubt."""

from itertools import islice

import pytest

from bench import scams
from webapp.scams import learning, likeness
from webapp.scams.cli import commands, example
from webapp.scams.rules import Level, check
from webapp.scams.undo import undo

NEW_TRICK = (
    "Bonjour, mission simple depuis votre canapé, gains garantis, écris vite à Laura sur le canal"
)


@pytest.mark.long
def test_the_weights_are_those_of_our_texts_and_can_be_made_again(app, monkeypatch, tmp_path):
    made = tmp_path / "likeness.tsv"
    shipped = likeness.WEIGHTS.read_text(encoding="utf-8")
    monkeypatch.setattr(likeness, "WEIGHTS", made)

    result = app.test_cli_runner().invoke(commands, ["learn", str(scams.WRITTEN)])

    assert result.exit_code == 0, result.output
    assert made.read_text(encoding="utf-8") == shipped


def test_words_of_scams_weigh_more_than_words_of_work():
    rows = [
        {"text": "Versez 40 euros par coupon", "label": "scam", "patterns": ["coupon_payment"]},
        {"text": "Versez 30 euros par mandat", "label": "scam", "patterns": ["cash_transfer"]},
        {"text": "Venez lundi à l'atelier", "label": "legit", "patterns": []},
        {"text": "Venez mardi à l'atelier", "label": "legit", "patterns": []},
    ]

    lines = learning.lines_of([example(row) for row in rows])
    weights = dict(likeness._read(line) for line in islice(lines, 1, None))

    assert weights["versez"].scam > 0 > weights["atelie"].scam
    assert dict(weights["versez"].signs).keys() == {"coupon_payment", "cash_transfer"}
    assert "coupon" not in weights  # seen in one text only


def test_a_new_trick_asks_to_check_and_quotes_its_own_words():
    verdict = check(NEW_TRICK, "sms")

    assert verdict.level is Level.CHECK
    assert all(found.quote in NEW_TRICK for found in verdict.signs)


def test_a_likeness_alone_never_stops_nor_doubts_an_offer_of_ours():
    assert check(NEW_TRICK, "offer_form").level is Level.NONE


def test_an_honest_message_is_like_no_scam():
    assert likeness.likeness(undo("Entretien mardi au bureau avec votre conseillère").text) < 0.5


def test_what_no_word_disguises_is_never_taken_back():
    kind = "Femme de chambre 35 h logée. Pas de mail, tel 08.92.70.55.44 (demander Mme Prune)"

    assert check(kind).level is Level.STOP
