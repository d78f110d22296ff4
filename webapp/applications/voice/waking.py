"""Waking the task process for a message that is whole: a wake that is lost loses but a minute."""

from collections.abc import Callable

from flask import current_app

from webapp.logger import log


def wake() -> None:
    """Ask that whole messages be looked at; never fail what was committed."""
    knock: Callable[[], object] = current_app.extensions.get("wake-voice", int)
    try:
        knock()
    except Exception as error:  # whatever it is, the next turn of the task process finds them
        log.warning("wake", kind=type(error).__name__)
