"""The meeting of a request: choose a moment, keep it in a calendar, say that one cannot come."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp import clock
from webapp.access import public
from webapp.applications import inviting, queries
from webapp.applications.actions import NoRequest
from webapp.applications.enums import Chosen
from webapp.applications.invitation import calendar_file
from webapp.applications.models import Application
from webapp.applications.standing import Request
from webapp.extensions import db, limiter
from webapp.i18n import gettext as _
from webapp.pwa.once import once

bp = Blueprint("meetings", __name__, url_prefix="/demande/<public_id>")
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


def known_request(public_id: str) -> Application:
    """Return a request by the name that only its person knows, or say that there is none."""
    application = queries.application(public_id)
    if application is None:
        raise NoRequest
    return application


def done(public_id: str, act: Callable[[Application], object]) -> ResponseReturnValue:
    """Keep what the person said and show where the request stands."""
    application = known_request(public_id)
    act(application)
    db.session.commit()
    return redirect(url_for("applications.sent", public_id=application.public_id), code=303)


@bp.post("/rendez-vous")
@public
@from_one_address
@once
def choose(public_id: str) -> ResponseReturnValue:
    """Choose a moment to meet."""
    moment, now = sent_moment(), clock.now()
    return done(public_id, lambda one: inviting.choose(one, moment, Chosen.PAGE, now))


def sent_moment() -> datetime:
    """Return the moment that was pressed."""
    try:
        moment = datetime.fromisoformat(request.form.get("moment", ""))
    except ValueError:
        abort(400)
    return moment if moment.tzinfo else abort(400)


@bp.post("/pas-possible")
@public
@from_one_address
@once
def cannot(public_id: str) -> ResponseReturnValue:
    """Say that one cannot come, or at none of the moments."""
    return done(public_id, lambda one: inviting.cannot(one, clock.now()))


@bp.post("/j-ai-appele")
@public
@from_one_address
@once
def person_called(public_id: str) -> ResponseReturnValue:
    """Note that the person called by themselves."""
    application = known_request(public_id)
    application.person_called_at = clock.now()
    db.session.commit()
    if request.form.get("page") == "suivi":
        return redirect(url_for("applications.following.index"), code=303)
    return redirect(url_for("applications.sent", public_id=application.public_id), code=303)


@bp.get("/rendez-vous.ics")
@public
def calendar(public_id: str) -> ResponseReturnValue:
    """Give the meeting as a file that calendars read."""
    application = known_request(public_id)
    held = application.meeting
    if held is None or held.starts_at is None:
        abort(404)
    asked = Request(application, clock.now())
    meeting = asked.meeting
    file = calendar_file(
        held,
        _("Rendez-vous avec %(name)s", name=meeting.name),
        ", ".join(meeting.address_lines),
        "\n".join([meeting.way_said, meeting.human.phone.shown if meeting.human else ""]),
        clock.now(),
    )
    answer = Response(file, mimetype="text/calendar")
    answer.headers["Cache-Control"] = "no-store, private"
    answer.headers["Content-Disposition"] = "attachment; filename=rendez-vous.ics"
    return answer
