"""The part of JSON Schema that the API's description uses, checked without any library."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
}
KNOWN = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "oneOf", "$ref"}
    | {"format", "minimum", "maximum", "default", "description"}
)


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """Return what a value lacks to be what a schema of the whole description says."""
    unknown = set(schema) - KNOWN
    assert not unknown, f"the checker does not know {unknown}"
    if "$ref" in schema:
        return faults(value, resolved(schema["$ref"], whole), whole, at)
    if "oneOf" in schema:
        fitting = [one for one in schema["oneOf"] if not faults(value, one, whole, at)]
        return [] if len(fitting) == 1 else [f"{at}: {len(fitting)} of oneOf fit {value!r}"]
    wrong = wrong_type(value, schema.get("type", []))
    if wrong:
        return [f"{at}: {value!r} is no {schema['type']}"]
    return [*simple(value, schema, at), *inner(value, schema, whole, at)]


def resolved(reference: str, whole: dict[str, Any]) -> dict[str, Any]:
    """Return what a reference inside the description points to."""
    found: Any = whole
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return dict(found)


def wrong_type(value: Any, types: str | list[str]) -> bool:
    """Return whether a value has none of the types."""
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return bool(names) and "boolean" not in names
    return bool(names) and not any(isinstance(value, TYPES[name]) for name in names)


def simple(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Yield what is wrong with the value itself."""
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not in the list"
    if isinstance(value, int) and not schema.get("minimum", value) <= value:
        yield f"{at}: {value} is too small"
    if isinstance(value, int) and not value <= schema.get("maximum", value):
        yield f"{at}: {value} is too large"
    if isinstance(value, str) and not is_of_format(value, schema.get("format")):
        yield f"{at}: {value!r} is no {schema['format']}"


def is_of_format(value: str, name: str | None) -> bool:
    """Return whether a text has the format of this name."""
    try:
        if name == "date":
            date.fromisoformat(value)
        if name == "date-time":
            return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
    return name != "uri" or bool(urlsplit(value).scheme and urlsplit(value).netloc)


def inner(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    """Yield what is wrong with the parts of a value."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), whole, f"{at}[{number}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        missing = [name for name in schema.get("required", ()) if name not in value]
        yield from (f"{at}.{name} is missing" for name in missing)
        if schema.get("additionalProperties") is False:
            yield from (f"{at}.{name} is not described" for name in value if name not in known)
        for name in known.keys() & value.keys():
            yield from faults(value[name], known[name], whole, f"{at}.{name}")
