"""The checker of answers refuses what a description does not say."""

import pytest

from tests.api.schemas import faults

WHOLE = {"components": {"schemas": {"Key": {"type": "string"}}}}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {
        "id": {"$ref": "#/components/schemas/Key"},
        "when": {"type": ["string", "null"], "format": "date-time"},
        "many": {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}},
        "one": {"oneOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]},
        "url": {"type": "string", "format": "uri"},
    },
}


@pytest.mark.parametrize(
    "value",
    [
        {"id": "x"},
        {"id": "x", "when": None, "many": [], "one": None, "url": "http://a/b"},
        {"id": "x", "when": "2026-01-01T00:00:00+00:00", "many": [0, 6], "one": "a"},
    ],
)
def test_what_fits_has_no_fault(value):
    assert faults(value, SCHEMA, WHOLE) == []


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        {"id": 1},
        {"id": "x", "more": 1},
        {"id": "x", "when": "2026-01-01T00:00:00"},
        {"id": "x", "many": [7]},
        {"id": "x", "many": [True]},
        {"id": "x", "one": "b"},
        {"id": "x", "url": "/b"},
    ],
)
def test_what_does_not_fit_is_named(value):
    assert faults(value, SCHEMA, WHOLE)


def test_a_word_that_it_does_not_know_is_never_passed_over():
    with pytest.raises(AssertionError, match="pattern"):
        faults("x", {"type": "string", "pattern": "y"}, WHOLE)
