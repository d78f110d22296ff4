"""Libraries without the parts that nothing here uses: a process keeps all that it loads."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Import what follows as though these libraries were not there, unless they are loaded."""
    others = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(others))  # type: ignore[arg-type]  # None: not to be found
    try:
        yield
    finally:
        for name in others:
            del sys.modules[name]


def part(library: str, name: str) -> ModuleType:
    """Return one module of a library whose front page would load all the others."""
    if library in sys.modules:
        return import_module(f"{library}.{name}")
    front, found = ModuleType(library), find_spec(library)
    front.__path__ = list(found.submodule_search_locations or ()) if found else []
    sys.modules[library] = front
    try:
        return import_module(f"{library}.{name}")
    finally:
        del sys.modules[library]
