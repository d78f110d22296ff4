"""Who with an account is away, and who takes their place: noted by themselves or by their lead."""

from typing import Any

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from webapp.access import lead_only, staff_only
from webapp.accounts import coming_back
from webapp.accounts.models import Account
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations import members, queries, words
from webapp.organisations.forms import AwayForm

bp = Blueprint("away", __name__)


def away_form(account: Account) -> AwayForm:
    """Return the days as they are kept, and the colleagues who may take the place."""
    others = [one for one in queries.members(account.organisation_id) if one.id != account.id]
    chosen = next((one.public_id for one in others if one.id == account.backup_id), "")
    form = AwayForm(
        data={"begin": account.away_from or today(), "until": account.away_until, "backup": chosen}
    )
    form.backup.choices = [
        *(SelectChoice(one.public_id, words.name(one)) for one in others),
        SelectChoice("", _("Personne pour le moment")),
    ]
    form.today = today()
    return form


def answer(account: Account, back: str, form: AwayForm) -> ResponseReturnValue:
    """Keep the absence that was sent, or say what is missing."""
    begin, until = form.begin.data, form.until.data
    if not form.validate() or begin is None or until is None:
        return shown(account, back, form), 422
    backup = queries.member_of(account.organisation_id, form.backup.data or "")
    members.note_absence(account, begin, until, backup, by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté : %(absence)s.", absence=words.absence(account, today())))
    return redirect(back, code=303)


def shown(account: Account, back: str, form: AwayForm) -> Any:
    """Show when someone is away."""
    return render(
        "organisations/away.html",
        account=account,
        form=form,
        leave_to=back,
        absence=words.absence_of(account, queries.members(account.organisation_id), today()),
        words=words,
    )


def returned(account: Account, back: str) -> ResponseReturnValue:
    """Note that someone is back."""
    members.note_return(account, by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté : %(name)s est de retour.", name=account.first_name))
    return redirect(back, code=303)


def colleague_or_404(public_id: str) -> Account:
    """Return an open account of this structure."""
    return queries.member_of(g.staff.organisation_id, public_id) or abort(404)


@bp.route("/absence", methods=["GET", "POST"])
@staff_only
def mine() -> ResponseReturnValue:
    """Let anyone with an account say when they are away."""
    back = coming_back.home_of(g.staff)
    if request.method == "POST":
        return answer(g.staff, back, away_form(g.staff))
    page: ResponseReturnValue = shown(g.staff, back, away_form(g.staff))
    return page


@bp.post("/retour")
@staff_only
def i_am_back() -> ResponseReturnValue:
    """Let anyone with an account say that they are back."""
    return returned(g.staff, coming_back.home_of(g.staff))


@bp.route("/equipe/<public_id>/absence", methods=["GET", "POST"])
@lead_only
def of_member(public_id: str) -> ResponseReturnValue:
    """Let a lead say when someone of the team is away."""
    account, back = colleague_or_404(public_id), url_for("organisations.index")
    if request.method == "POST":
        return answer(account, back, away_form(account))
    page: ResponseReturnValue = shown(account, back, away_form(account))
    return page


@bp.post("/equipe/<public_id>/retour")
@lead_only
def member_is_back(public_id: str) -> ResponseReturnValue:
    """Let a lead say that someone of the team is back."""
    return returned(colleague_or_404(public_id), url_for("organisations.index"))
