"""A structure's own pages, for its lead: the team first, then the log; each part has a file."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import lead_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations import actions, away, log, people, queries, sites, team, words
from webapp.organisations.enums import Logged

LOG_SHOWN = 200

bp = Blueprint("organisations", __name__, url_prefix="/structure")
for part in (team, sites, people, away):
    bp.register_blueprint(part.bp)


@bp.get("/")
@lead_only
def index() -> ResponseReturnValue:
    """Show who has an account, when they last came, and who has a key."""
    here = g.staff.organisation
    accounts = queries.members(here.id)
    return render(
        "organisations/index.html",
        accounts=accounts,
        former=queries.former_members(here.id),
        seen=queries.last_seen(here.id),
        keys=queries.with_passkey(here.id),
        invitations=queries.usable_invitations(here.id, now()),
        on=today(),
        words=words,
    )


@bp.post("/invitations/fermer")
@lead_only
def close_invitations() -> ResponseReturnValue:
    """Let nobody else in by a link."""
    here = g.staff.organisation
    if actions.revoke(here, now()):
        log.note(here, Logged.INVITATIONS_CLOSED, by=g.staff, now=now())
    db.session.commit()
    flash(_("Les liens d’invitation n’ouvrent plus."))
    return redirect(url_for(".index"), code=303)


@bp.get("/journal")
@lead_only
def journal() -> ResponseReturnValue:
    """Show who changed what, and when."""
    entries = queries.log_of(g.staff.organisation.id, LOG_SHOWN)
    return render("organisations/log.html", entries=entries, words=words)
