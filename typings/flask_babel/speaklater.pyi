from collections.abc import Callable
from typing import Any, Self

class LazyString(str):
    _args: tuple[str, ...]

    def __new__(cls, func: Callable[..., str], *args: Any, **kwargs: Any) -> Self: ...
