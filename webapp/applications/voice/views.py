"""Pages of a message: record it, send it piece by piece or whole, or write two sentences."""

import re

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from webapp import clock, errors
from webapp.access import public
from webapp.applications import queries as requests
from webapp.applications.actions import NoRequest
from webapp.applications.enums import OPEN
from webapp.applications.models import Application
from webapp.applications.standing import Request
from webapp.applications.voice import actions, hearing, queries, rules, waking
from webapp.applications.voice.actions import Announced
from webapp.applications.voice.enums import Unfit
from webapp.applications.voice.forms import SoundForm, TextForm
from webapp.applications.voice.models import VoiceMessage
from webapp.applications.voice.words import REFUSALS
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.security import listens

bp = Blueprint("voice", __name__)
bp.register_blueprint(hearing.bp)
ENVELOPE = 4096  # bytes of a form around a recording
PRINT = re.compile(r"[0-9a-f]{16,64}")  # a name by chance, or a hash
# Forty people behind one address each send a minute of voice, piece by piece.
pieces_from_one_address = limiter.limit("600 per minute; 6000 per hour", methods=["POST"])
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.app_template_filter("why_unfit")
def why_unfit(reason: str) -> str:
    """Return the words for why a message was refused."""
    return str(REFUSALS[Unfit(reason)])


@bp.before_request
def take_recordings() -> None:
    """Let a phone's own recording come in a form."""
    if request.endpoint == "applications.voice.record":
        request.max_content_length = rules.LARGEST_FILE + ENVELOPE


@bp.errorhandler(RequestEntityTooLarge)
def too_heavy(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say what to do with a recording that is too heavy."""
    return errors.show(actions.TooHeavy())


@bp.get("/demande/<public_id>/message")
@public
@listens
def page(public_id: str) -> ResponseReturnValue:
    """Show how to leave a message: by voice, or in two sentences."""
    return show(open_request(public_id), SoundForm(formdata=None), TextForm(formdata=None))


@bp.route("/demande/<public_id>/message/voix", methods=["GET", "POST"])
@public
@listens
@from_one_address
def record(public_id: str) -> ResponseReturnValue:
    """Keep a recording that comes whole."""
    if request.method == "GET":
        return redirect(url_for(".page", public_id=public_id), 303)
    application, form = open_request(public_id), SoundForm()
    sound = form.recording()
    if not sound:
        return show(application, form, TextForm(formdata=None))
    actions.keep_file(application, sound, clock.now())
    db.session.commit()
    waking.wake()
    return redirect(url_for("applications.sent", public_id=application.public_id), 303)


@bp.route("/demande/<public_id>/message/texte", methods=["GET", "POST"])
@public
@listens
@from_one_address
def write(public_id: str) -> ResponseReturnValue:
    """Keep two sentences."""
    if request.method == "GET":
        return redirect(url_for(".page", public_id=public_id), 303)
    application, form = open_request(public_id), TextForm()
    form.validate()
    text = form.words()
    if not text:
        return show(application, SoundForm(formdata=None), form)
    actions.keep_text(application, text, clock.now())
    db.session.commit()
    return redirect(url_for("applications.sent", public_id=application.public_id), 303)


@bp.post("/demande/<public_id>/message/morceau")
@public
@pieces_from_one_address
def piece(public_id: str) -> ResponseReturnValue:
    """Take the next piece of a recording, none to ask how much is here; say where to go on."""
    application, announced = open_request(public_id), announcement()
    if announced is None or (request.content_length or 0) > rules.LARGEST_PIECE:
        raise actions.TooHeavy
    begin = request.args.get("debut", 0, int)
    message = actions.take(application, announced, begin, request.get_data(), clock.now())
    db.session.commit()
    if message.received == message.size:
        waking.wake()
    return told(message)


def announcement() -> Announced | None:
    """Return what the page says it sends; None for what our recorder never makes."""
    print_, size = request.args.get("empreinte", ""), request.args.get("taille", 0, int)
    usable = PRINT.fullmatch(print_) and rules.is_size(size)
    return Announced(print_, size) if usable else None


def told(message: VoiceMessage) -> Response:
    """Return how much of a message is here, for the page that sends it."""
    answer = Response(f'{{"received": {message.received}}}', mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def open_request(public_id: str) -> Application:
    """Return a request that still waits for an answer, by the name that only its person knows."""
    application = requests.application(public_id)
    if application is None or application.status not in OPEN:
        raise NoRequest
    return application


def show(application: Application, sound: SoundForm, text: TextForm) -> ResponseReturnValue:
    """Show the page; 422 when what was sent needs another look."""
    asked = Request(application, clock.now())
    answer = render(
        "applications/voice/page.html",
        asked=asked,
        meeting=asked.meeting,
        sound=sound,
        text=text,
        form=sound if sound.errors else text,
        before=queries.latest(application),
        limits=rules,
    )
    answer.headers["Cache-Control"] = "no-store, private"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.status_code = 422 if sound.errors or text.errors else 200
    return answer
