"""Hear a page: its sentences, their sounds, and a page for phones without scripts."""

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.utils import send_file

from webapp.access import public
from webapp.speech import lists, player, seals, sounds

bp = Blueprint("speech", __name__)
KEPT = "public, max-age=31536000, immutable"  # its address is the hash of what it says
OWN = "private, max-age=600"
SOON = 5  # seconds after which a sound that could not be made may be asked for again


@bp.get("/ecouter")
@public
def listen() -> ResponseReturnValue:
    """Hear a page part by part, without scripts."""
    address = request.args.get("page", "")
    found = lists.of_address(address)
    if found is None:
        abort(404)
    parts = lists.parts(found, lists.said_to_all(address))
    return render_template(
        "speech/listen.html", address=address, parts=parts, bytes=lists.size(found)
    )


@bp.get("/ecouter/phrases")
@public
def sentences() -> ResponseReturnValue:
    """Give the player the sentences of a page, and itself."""
    address = request.args.get("page", "")
    found = lists.of_address(address)
    if found is None:
        abort(404)
    answer = lists.answer_of(found, lists.said_to_all(address))
    return jsonify({**answer, **player()})


@bp.get("/son/<token>.<any(mp3, ogg):kind>")
@public
def sound(token: str, kind: str) -> ResponseReturnValue:
    """Give the sound of a sentence that one of our pages says, whole or the part asked for."""
    try:
        said = seals.unseal(token, current_app.config["SECRET_KEY"])
        path = sounds.sound(said, kind)
    except seals.Broken:
        abort(404)
    except sounds.NoVoice:
        return Response(status=503, headers={"Retry-After": str(SOON)})
    answer = send_file(
        path, request.environ, mimetype=sounds.KINDS[kind], conditional=True, etag=token[-40:]
    )
    answer.headers["Cache-Control"] = OWN if said.own else KEPT
    return answer
