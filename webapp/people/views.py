"""A person's own pages: who they are, who may see it, who saw it, and how to take it all back."""

import json

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only, public
from webapp.accounts import devices
from webapp.alerts.display import alerts_of
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import LANGUAGES
from webapp.i18n import gettext as _
from webapp.people import (
    actions,
    consents,
    display,
    erasing,
    exporting,
    journal,
    queries,
    recovery,
    staying,
    sweeping,
)
from webapp.people.beside.home import bp as beside
from webapp.people.enums import Act, ConsentWay
from webapp.people.forms import MeForm
from webapp.people.known import known as known_about
from webapp.people.models import Consent
from webapp.people.reuniting import bp as reuniting

bp = Blueprint("people", __name__)
bp.register_blueprint(beside)
bp.register_blueprint(reuniting)
PAGE = 30  # lines of the journal on a page


@bp.route("/moi", methods=["GET", "POST"])
@person_only
def me() -> ResponseReturnValue:
    """Show who I am and let me correct it."""
    form = MeForm(obj=g.person)
    form.propose()
    if not form.validate_on_submit():
        page = render("people/me.html", form=form, person=g.person, alerts=alerts_of(g.person))
        return page, 422 if form.errors else 200
    actions.correct(
        g.person,
        first_name=form.first_name.data or "",
        last_name=form.last_name.data or "",
        language=form.language.data,
        now=now(),
    )
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(in_language(form.language.data, url_for("people.me")), code=303)


def in_language(prefix: str, address: str) -> str:
    """Return the address of a page in the language just chosen."""
    path = address.removeprefix(request.script_root)
    parent = request.script_root.rpartition("/")[0] if request.script_root else ""
    return f"{parent}/{prefix}{path}" if prefix in LANGUAGES and prefix else f"{parent}{path}"


@bp.get("/moi/donnees")
@person_only
def data() -> ResponseReturnValue:
    """Show who may see what, who saw what and when, and what is known."""
    page = request.args.get("page", 1, int)
    offset = PAGE * (min(max(page, 1), 10**4) - 1)
    lines = journal.read_by(g.person, PAGE + 1, offset)
    agreements = display.agreements(queries.of_person(g.person), now())
    keeper = queries.keeper(g.person)
    return render(
        "people/data.html",
        person=g.person,
        agreements=[one for one in agreements if one.holds or one.waits],
        over=[one for one in agreements if not (one.holds or one.waits)],
        keeper=keeper,
        keeper_agreed=any(one.holds and one.consent.organisation == keeper for one in agreements),
        days=display.days(lines[:PAGE], today()),
        page=max(page, 1),
        further=len(lines) > PAGE,
    )


@bp.get("/moi/donnees/lire")
@person_only
def known() -> ResponseReturnValue:
    """Show everything that is kept, to read."""
    return render("people/known.html", sections=known_about(g.person))


@bp.post("/moi/donnees/copie")
@person_only
def export() -> ResponseReturnValue:
    """Give everything that is kept, as a file."""
    journal.note(g.person, Act.EXPORTED, now=now())
    told = exporting.everything(g.person, now())
    db.session.commit()
    answer = Response(json.dumps(told, ensure_ascii=False, indent=1), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    answer.cache_control.no_store = True
    return answer


@bp.get("/moi/accords/<public_id>")
@person_only
def agreement(public_id: str) -> ResponseReturnValue:
    """Show who asks, what for, what they will see, until when."""
    shown = display.Agreement(agreement_or_404(public_id), now())
    return render("people/agreement.html", agreement=shown)


@bp.post("/moi/accords/<public_id>/oui")
@person_only
def accept(public_id: str) -> ResponseReturnValue:
    """Say yes."""
    consents.give(agreement_or_404(public_id), ConsentWay.PHONE, now())
    db.session.commit()
    flash(_("C’est noté : vous êtes d’accord."))
    return redirect(url_for("people.agreement", public_id=public_id), code=303)


@bp.post("/moi/accords/<public_id>/non")
@person_only
def decline(public_id: str) -> ResponseReturnValue:
    """Say no."""
    consents.refuse(agreement_or_404(public_id), now())
    db.session.commit()
    flash(_("C’est noté : vous dites non."))
    return redirect(url_for("people.agreement", public_id=public_id), code=303)


@bp.post("/moi/accords/<public_id>/arreter")
@person_only
def stop(public_id: str) -> ResponseReturnValue:
    """End an agreement at once."""
    ended = agreement_or_404(public_id)
    consents.stop(ended, now())
    db.session.commit()
    flash(stopped_text(ended))
    return redirect(url_for("people.data"), code=303)


def stopped_text(ended: Consent) -> str:
    """Return what a structure still sees, once one agreement with it is stopped."""
    name = ended.organisation.name
    if queries.keeper(g.person) == ended.organisation:
        return _("L’accord est arrêté. %(name)s garde sa propre fiche.", name=name)
    if queries.holding_here(ended, today()):
        return _("C’est arrêté. Votre autre accord avec %(name)s reste.", name=name)
    return _("C’est arrêté. %(name)s ne voit plus rien.", name=name)


@bp.get("/moi/effacer")
@person_only
def before_erasing() -> ResponseReturnValue:
    """Say what goes at once, what stays, where, why and until when; then one press."""
    stays = staying.what_stays(g.person, today())
    return render("people/erase.html", person=g.person, stays=stays)


@bp.post("/moi/effacer")
@person_only
def erase() -> ResponseReturnValue:
    """Erase me, here and now."""
    person, device = g.person, devices.current()
    recovery.check_settled(person, now())
    if device is not None:
        devices.close(device, now())
    erasing.erase(person, now())
    db.session.commit()
    sweeping.sweep()
    return redirect(url_for("people.erased"), code=303)


@bp.get("/efface")
@public
def erased() -> ResponseReturnValue:
    """Say that it is done, and what one may do next."""
    return render("people/erased.html")


def agreement_or_404(public_id: str) -> Consent:
    """Return an agreement of this person."""
    return queries.of_person_named(g.person, public_id) or abort(404)
