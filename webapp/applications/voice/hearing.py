"""Hear or read a message: the employer of that offer, and the person who left it."""

from flask import Blueprint, Response, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only, person_only
from webapp.applications import queries as requests
from webapp.applications.voice import actions, queries
from webapp.applications.voice.models import VoiceMessage
from webapp.clock import now
from webapp.htmx import render
from webapp.offers.display import job_name
from webapp.people import journal

bp = Blueprint("hearing", __name__)
SOUND = "audio/mpeg"


@bp.get("/employeur/demandes/<public_id>/message")
@employer_only
def read(public_id: str) -> ResponseReturnValue:
    """Show the message of someone who wants to meet this structure, once that is noted."""
    message = for_employer(public_id)
    if message is None:
        return redirect(url_for("employers.home"), 303)
    said = opened(message).decode() if message.written else ""
    asked = message.application
    return render(
        "employers/message.html", message=message, asked=asked, said=said, job_name=job_name
    )


@bp.get("/employeur/demandes/<public_id>/message/son")
@employer_only
def hear(public_id: str) -> ResponseReturnValue:
    """Give the sound, whole or the part asked for, once it is noted who opens it."""
    message = for_employer(public_id)
    if message is None or message.written:
        return redirect(url_for("employers.home"), 303)
    return sound(opened(message))


@bp.get("/suivi/demandes/<public_id>/message/son")
@person_only
def own(public_id: str) -> ResponseReturnValue:
    """Give a person the sound of their own message."""
    application = requests.application(public_id)
    if application is None or application.person_id != g.person.id:
        abort(404)
    message = queries.ready(application)
    if message is None or message.written:
        return redirect(url_for("applications.following.index"), 303)
    return sound(actions.content(message))


def for_employer(public_id: str) -> VoiceMessage | None:
    """Return the message of a request made to this structure; 404 where it was made to another."""
    application = requests.application_of(g.employer.id, public_id) or abort(404)
    return queries.ready(application)


def opened(message: VoiceMessage) -> bytes:
    """Return what a message holds, once it is committed that this professional opens it."""
    with journal.kept_now():
        return actions.open_for(message, g.staff, now())


def sound(content: bytes) -> Response:
    """Return a sound, or the part of it that a player asks for."""
    answer = Response(content, mimetype=SOUND)
    answer.headers["Cache-Control"] = "no-store, private"
    answer.make_conditional(request, accept_ranges=True, complete_length=len(content))
    return answer
