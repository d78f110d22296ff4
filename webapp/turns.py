"""Views that read SQLite many times a second: one thread answers at a time, the others wait.

SQLite lets go of the interpreter's lock at each row that it reads. Eight threads that read at once
hand that lock to one another two hundred times for a page of results, at the price of the page
itself; a thread that waits for its turn is woken once. A database that is asked over a connection
lets others work meanwhile: there nobody waits.
"""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar

from flask import Flask, request
from flask.typing import ResponseReturnValue

from webapp.extensions import db

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
TURN = RLock()  # of this process
OURS = "a_deux_pas.turn"


def in_turn(view: View) -> View:
    """Let one thread at a time run a view: only one that is short, and that waits for nothing.

    The turn lasts until the answer is made, which threads would else do one against the other.
    """

    @wraps(view)
    def waiting(*args: object, **kwargs: object) -> ResponseReturnValue:
        if db.get_engine("reader").dialect.name == "sqlite" and OURS not in request.environ:
            request.environ[OURS] = TURN.acquire()
        return view(*args, **kwargs)

    return waiting  # type: ignore[return-value]


def give_way(_error: BaseException | None) -> None:
    """Let the next one in."""
    if request.environ.pop(OURS, False):
        TURN.release()


def init_app(app: Flask) -> None:
    """End a turn with its request, however that ends."""
    app.teardown_request(give_way)
