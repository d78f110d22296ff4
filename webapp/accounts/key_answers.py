"""What the script of passkeys sends and reads: JSON both ways, refusals in words too."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec

from flask import request
from flask.typing import ResponseReturnValue

from webapp.accounts.passkeys import NotThisKey
from webapp.errors import Refused
from webapp.extensions import db

Given = ParamSpec("Given")


def in_json(view: Callable[Given, ResponseReturnValue]) -> Callable[Given, ResponseReturnValue]:
    """Let a view tell its refusals to a script, as words to show."""

    @wraps(view)
    def answer(*args: Given.args, **kwargs: Given.kwargs) -> ResponseReturnValue:
        try:
            return view(*args, **kwargs)
        except Refused as refusal:
            db.session.rollback()
            return {"error": f"{refusal.title}. {refusal.advice}"}, refusal.code

    return answer


def credential() -> Mapping[str, Any]:
    """Return what a key answered; raise NotThisKey where it is no answer of one."""
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise NotThisKey
    return sent


def is_of_another_device(sent: Mapping[str, Any]) -> bool:
    """Return whether the key stands elsewhere, as when a phone opens a public computer."""
    return sent.get("authenticatorAttachment") == "cross-platform"
