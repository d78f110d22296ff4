"""The door for machines: `places match`."""

import json


def test_answers_each_line_in_order(runner):
    asked = '{"id": 1, "query": "vaulx"}\n\n{"id": "b", "query": "xkcdqz"}\n'

    result = runner.invoke(args=["places", "match"], input=asked)

    assert result.exit_code == 0
    assert result.stderr == ""
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["id"] == 1
    assert first["communes"][0] == "69256"
    assert len(first["communes"]) <= 5
    assert second == {"id": "b", "communes": []}


def test_names_each_bad_line_and_answers_the_others(runner):
    asked = b'{"id": 1\n[]\n{"id": 2}\n{"query": "lyon"}\n\xff\n{"id": 3, "query": "lyon"}'

    result = runner.invoke(args=["places", "match"], input=asked)

    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        f"line {number}" for number in (1, 2, 3, 4, 5)
    ]
    assert json.loads(result.stdout)["communes"][0] == "69123"
