"""The accounts of a structure: opened, changed and closed by its lead, at once."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from webapp.access import lead_only
from webapp.accounts import devices
from webapp.accounts.models import Account
from webapp.clock import now
from webapp.errors import Refused
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations import letters, members, queries, words
from webapp.organisations.forms import MemberForm

bp = Blueprint("team", __name__, url_prefix="/equipe")


def member_form(account: Account | None = None) -> MemberForm:
    """Return the form of an account: empty, or as it is kept."""
    form = MemberForm(obj=account)
    roles = g.staff.organisation.what.roles
    form.role.choices = [SelectChoice(role, words.ROLES[role]) for role in roles]
    return form


def described(form: MemberForm) -> members.Member:
    """Return an account as its form describes it."""
    return members.Member(
        email=form.email.data or "",
        first_name=form.first_name.data,
        last_name=form.last_name.data,
        role=form.role.data,
        function=form.function.data,
        phone=form.phone.data,
    )


def account_or_404(public_id: str) -> Account:
    """Return an open account of this structure."""
    return queries.member_of(g.staff.organisation_id, public_id) or abort(404)


@bp.get("/nouveau")
@lead_only
def new() -> ResponseReturnValue:
    """Ask who the account is for; someone who was here before need not be written again."""
    form = member_form()
    former = queries.former_member_of(g.staff.organisation_id, request.args.get("de", ""))
    if former is not None:
        for name in ("first_name", "last_name", "function", "role"):
            form[name].data = getattr(former, name)
    return render_form(form)


@bp.post("/nouveau")
@lead_only
def open_one() -> ResponseReturnValue:
    """Open an account, and mail how to enter."""
    form = member_form()

    def change() -> None:
        account = members.open_account(g.staff.organisation, described(form), by=g.staff, now=now())
        letters.welcome(account, g.staff, now())

    refused = kept(form, change)
    if refused is not None:
        return refused
    flash(_("Le compte est ouvert. Un message est parti à %(email)s.", email=form.email.data))
    return redirect(url_for("organisations.index"), code=303)


@bp.get("/<public_id>")
@lead_only
def show(public_id: str) -> ResponseReturnValue:
    """Show an account, to change it."""
    account = account_or_404(public_id)
    return render_form(member_form(account), account)


@bp.post("/<public_id>")
@lead_only
def change(public_id: str) -> ResponseReturnValue:
    """Write what an account now is."""
    account = account_or_404(public_id)
    form = member_form(account)

    def write() -> None:
        members.change(account, described(form), by=g.staff, now=now())

    refused = kept(form, write, public_id)
    if refused is not None:
        return refused
    flash(_("C’est noté : le compte de %(name)s est changé.", name=form.first_name.data))
    return redirect(url_for("organisations.index"), code=303)


def kept(
    form: MemberForm, change: Callable[[], None], public_id: str | None = None
) -> ResponseReturnValue | None:
    """Do and commit a change; return the page that says what is missing where it cannot be."""
    account = account_or_404(public_id) if public_id else None
    if not form.validate():
        return render_form(form, account), 422
    try:
        change()
    except Refused as refusal:
        db.session.rollback()
        field = "email" if isinstance(refusal, members.EmailTaken) else "role"
        form.miss(field, refusal.advice)
        return render_form(form, account_or_404(public_id) if public_id else None), refusal.code
    db.session.commit()
    return None


def render_form(form: MemberForm, account: Account | None = None) -> Response:
    """Show the form of an account, with what else can be done of one that is open."""
    return render(
        "organisations/account.html",
        form=form,
        account=account,
        devices=devices.of_account(account) if account else [],
        has_key=account is not None and account.id in queries.with_passkey(g.staff.organisation_id),
        words=words,
    )


@bp.get("/<public_id>/fermer")
@lead_only
def ask_close(public_id: str) -> ResponseReturnValue:
    """Say what closing an account does, before it is done."""
    return render("organisations/close.html", account=account_or_404(public_id), refusal=None)


@bp.post("/<public_id>/fermer")
@lead_only
def close(public_id: str) -> ResponseReturnValue:
    """Close an account at once, wherever it is open."""
    account = account_or_404(public_id)
    name, own = account.first_name, account is g.staff
    try:
        members.close(account, by=g.staff, now=now())
    except members.LastLead as refusal:
        page = render("organisations/close.html", account=account, refusal=refusal)
        return page, refusal.code
    db.session.commit()
    flash(_("Le compte de %(name)s est fermé. Il n’ouvre plus rien.", name=name))
    return redirect(url_for("accounts.staff.enter" if own else "organisations.index"), code=303)


@bp.post("/<public_id>/cle")
@lead_only
def forget_key(public_id: str) -> ResponseReturnValue:
    """Let someone who lost their key make another."""
    account = account_or_404(public_id)
    members.forget_passkeys(account, by=g.staff, now=now())
    db.session.commit()
    text = _("La clé de %(name)s n’ouvre plus. Un message est parti.", name=account.first_name)
    flash(text)
    return redirect(url_for("organisations.index"), code=303)
