"""How the address of a search is written, part by part."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from urllib.parse import urlencode

from webapp.addresses import UNQUOTED


def encoded(parts: Mapping[str, Hashable]) -> dict[str, str]:
    """Return each part as an address writes it; empty where it says nothing."""
    return {name: part(name, value) for name, value in parts.items()}


@lru_cache(maxsize=4096)
def part(name: str, value: Hashable) -> str:
    """Return one part as an address writes it."""
    return "" if value in (None, "", ()) else urlencode({name: value}, True, UNQUOTED)


def query(parts: Mapping[str, str]) -> str:
    """Return what an address asks, from its `?`; parts that say nothing are left out."""
    said = "&".join(filter(None, parts.values()))
    return f"?{said}" if said else ""
