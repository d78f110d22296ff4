"""The command that reads texts, one JSON object a line."""

import json

from webapp.plainfrench.cli import commands


def lines(*objects: object) -> str:
    """What is typed: objects as JSON, texts as they are."""
    return "\n".join(json.dumps(one) if isinstance(one, dict) else str(one) for one in objects)


def test_each_text_is_answered_on_a_line_of_its_own(app):
    asked = lines(
        {"id": "1", "text": "Vous lavez les sols. Vous videz les poubelles."},
        {"id": 2, "text": "Prérequis : habilitation et prophylaxie à 80 %."},
        {"id": "3", "text": ""},
    )

    result = app.test_cli_runner().invoke(commands, ["check"], input=asked)
    first, second, third = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 0
    assert result.stderr == ""
    assert (first["id"], first["sentences"], first["longest"]) == ("1", 2, 4)
    assert first["hard_words"] == first["broken_rules"] == []
    assert second["hard_words"] == ["prérequis", "prophylaxie"]
    assert second["broken_rules"][0] == {
        "rule": "hard_word",
        "start": 0,
        "end": 9,
        "quote": "Prérequis",
        "proposal": "ce qu’il faut",
    }
    assert second["broken_rules"][-1]["rule"] == "percentage"
    assert (third["sentences"], third["longest"]) == (0, 0)


def test_lines_that_cannot_be_read_are_named_and_the_others_answered(app):
    asked = lines("{", {"id": "2", "text": 4}, {"text": "x"}, "[]", "", {"id": "6", "text": "Oui"})

    result = app.test_cli_runner().invoke(commands, ["check"], input=asked)

    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["6"]
    assert all(f"line {number}:" in result.stderr for number in (1, 2, 3, 4))
