"""Short answers by SMS, and texts cut at a word."""

import pytest

from webapp.bysms import rules


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
