"""What was written once and may be shown again: the latest things, by all that they depend on."""

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """The latest things written, as many as it has places; no place keeps none."""

    def __init__(self, places: int) -> None:
        """Begin empty."""
        self.places = places
        self.things: dict[Hashable, Thing] = {}
        self.lock = Lock()

    def get(self, key: Hashable) -> Thing | None:
        """Return what is kept under this key."""
        return self.things.get(key)

    def put(self, key: Hashable, thing: Thing) -> None:
        """Keep something; what was written first gives its place."""
        if not self.places:
            return
        with self.lock:
            self.things[key] = thing
            if len(self.things) > self.places:
                del self.things[next(iter(self.things))]
