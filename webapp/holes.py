"""Holes of HTML: what stands for a part of it that is known only when it is shown."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import g, has_request_context

# Signs that no sentence of ours holds; people's own words come in once the holes are cut.
HOLE = re.compile("\ue000([a-z]+)\ue001")
NOTED = ("pictures", "styles", "scripts", "style_hashes")  # what a page notes while it is written


def hole(name: str) -> str:
    """Return what stands for a part of a piece until it is known."""
    return f"\ue000{name}\ue001"


@contextmanager
def left() -> Iterator[None]:
    """Write what follows with holes for all that belongs to one request, apart from its page."""
    before = {name: g.pop(name) for name in NOTED if name in g}
    g.holes = True
    try:
        yield
    finally:
        del g.holes
        for name in NOTED:
            g.pop(name, None)
        for name, noted in before.items():
            setattr(g, name, noted)


def or_hole(name: str, find: Callable[[], str]) -> str:
    """Return what is found of this request, or a hole where a page is written for others too."""
    return hole(name) if has_request_context() and "holes" in g else find()
