import json

from webapp.scams.cli import commands


def lines(*objects: object) -> str:
    return "\n".join(json.dumps(one) if isinstance(one, dict) else one for one in objects)


def test_answers_each_text_on_a_line_of_its_own(app):
    asked = lines(
        {"id": "1", "text": "Payez 30 € de frais de dossier", "channel": "sms"},
        {"id": "2", "text": "Entretien mardi au bureau", "channel": None},
    )

    result = app.test_cli_runner().invoke(commands, ["check"], input=asked)
    first, second = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 0
    assert first["level"] == "stop"
    assert {"id": "fee_admin", "quote": "30 € de frais"} in first["signs"]
    assert second == {"id": "2", "level": "none", "signs": []}


def test_names_the_lines_it_cannot_read_and_still_answers_the_others(app):
    asked = lines("{", {"id": "2", "text": 4}, {"text": "x"}, {"id": "4", "text": "Bonjour"})

    result = app.test_cli_runner().invoke(commands, ["check"], input=asked)

    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["4"]
    assert all(f"line {number}:" in result.stderr for number in (1, 2, 3))
