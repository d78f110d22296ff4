"""The answers of an employer to one person, each in one press."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only
from webapp.applications import answers, inviting, slots
from webapp.applications import queries as requests
from webapp.applications.enums import Reason
from webapp.applications.models import Application
from webapp.applications.refusals import HalfSlot, SlotTooSoon, TooManySlots
from webapp.applications.telling import zone_of
from webapp.clock import now
from webapp.employers import answer_words
from webapp.errors import Refused
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.pwa.once import once

bp = Blueprint("answering", __name__, url_prefix="/demandes/<public_id>")


def request_or_404(public_id: str) -> Application:
    """Return a request made to this structure."""
    return requests.application_of(g.employer.id, public_id) or abort(404)


def kept(
    public_id: str, act: Callable[[Application, datetime], object], said: Callable[[str], str]
) -> ResponseReturnValue:
    """Keep an answer, say so, and go back to the first page."""
    application = request_or_404(public_id)
    act(application, now())
    db.session.commit()
    flash(said(application.first_name))
    return redirect(url_for("employers.home"), code=303)


@bp.post("/appele")
@employer_only
@once
def called(public_id: str) -> ResponseReturnValue:
    """Note that this person was called."""
    return kept(
        public_id,
        answers.call,
        lambda name: _("C’est noté : vous avez appelé %(name)s.", name=name),
    )


@bp.post("/a-rappeler")
@employer_only
def not_called(public_id: str) -> ResponseReturnValue:
    """Take back a press made by mistake."""
    return kept(
        public_id,
        answers.uncall,
        lambda name: _("%(name)s attend de nouveau votre appel.", name=name),
    )


@bp.post("/rencontre")
@employer_only
def met(public_id: str) -> ResponseReturnValue:
    """Note that they met."""
    return kept(
        public_id, answers.meet, lambda name: _("C’est noté : vous avez vu %(name)s.", name=name)
    )


@bp.post("/embauche")
@employer_only
@once
def hired(public_id: str) -> ResponseReturnValue:
    """Note that the person is wanted; say what the IAE asks first, where it does."""
    application = request_or_404(public_id)
    answers.hire(application, now())
    db.session.commit()
    flash(answer_words.after_hiring(application))
    return redirect(url_for("employers.home"), code=303)


@bp.post("/pas-cette-fois")
@employer_only
@once
def declined(public_id: str) -> ResponseReturnValue:
    """Note that it is not for this time, and why; the person reads it in kind words."""
    return kept(
        public_id,
        lambda application, moment: answers.decline(application, sent_reason(), moment),
        lambda name: _("C’est noté. Un SMS le dit à %(name)s dans un quart d’heure.", name=name),
    )


def sent_reason() -> Reason:
    """Return the reason that was pressed."""
    reason = request.form.get("reason", "")
    return Reason(reason) if reason in answer_words.REASONS else abort(400)


@bp.post("/reprendre")
@employer_only
def taken_back(public_id: str) -> ResponseReturnValue:
    """Open again a request that was ended by mistake."""
    return kept(
        public_id,
        answers.take_back,
        lambda name: _("La demande de %(name)s est de nouveau ouverte.", name=name),
    )


@bp.get("/rendez-vous")
@employer_only
def invite(public_id: str) -> ResponseReturnValue:
    """Show the moments that can be proposed; the first few are ticked."""
    return render_invite(request_or_404(public_id))


@bp.post("/rendez-vous")
@employer_only
@once
def invited(public_id: str) -> ResponseReturnValue:
    """Propose the ticked moments, or say what is missing."""
    application = request_or_404(public_id)
    try:
        inviting.propose(application, ticked(application), now())
    except Refused as refusal:
        db.session.rollback()
        return render_invite(request_or_404(public_id), refusal), refusal.code
    db.session.commit()
    name = application.first_name
    flash(_("C’est proposé. %(name)s choisit, un SMS vous dit quand.", name=name))
    return redirect(url_for("employers.home"), code=303)


def ticked(application: Application) -> list[datetime]:
    """Return the moments that were ticked, and the one that was written.

    Raise TooManySlots, HalfSlot or SlotTooSoon: no moment is dropped without a word.
    """
    offered = {one.isoformat(): one for one in inviting.proposable(application, now())}
    found = [offered[text] for text in request.form.getlist("slot") if text in offered]
    other = written(application)
    moments = {*found, other} if other else set(found)
    if len(moments) > slots.AT_MOST:
        raise TooManySlots
    return sorted(moments)


def written(application: Application) -> datetime | None:
    """Return the other moment that was written, if any. Raise HalfSlot or SlotTooSoon."""
    day, hour = request.form.get("day", ""), request.form.get("time", "")
    if not day and not hour:
        return None
    moment = answer_words.local_moment(day, hour, zone_of(application.offer))
    if moment is None:
        raise HalfSlot
    if moment < now() + slots.NOTICE:
        raise SlotTooSoon
    return moment


def render_invite(application: Application, refusal: Refused | None = None) -> Response:
    """Show the moments of the coming days."""
    moments = inviting.proposable(application, now())
    sent = request.form.getlist("slot")
    return render(
        "employers/invite.html",
        asked=application,
        days=answer_words.slots_by_day(moments, zone_of(application.offer)),
        chosen=sent or [one.isoformat() for one in slots.first_few(moments)],
        most=slots.AT_MOST,
        other=(request.form.get("day", ""), request.form.get("time", "")),
        refusal=refusal,
    )


@bp.post("/rendez-vous/annuler")
@employer_only
def call_off(public_id: str) -> ResponseReturnValue:
    """Call a meeting off."""
    return kept(
        public_id,
        inviting.call_off,
        lambda name: _("C’est annulé. Un SMS le dit à %(name)s : rappelez vite.", name=name),
    )
