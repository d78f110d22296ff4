"""A professional's devices and keys: which ones open their space, and how to close them."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import staff_only
from webapp.accounts import own_devices, passkeys
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _

bp = Blueprint("devices", __name__, url_prefix="/appareils")


@bp.get("")
@staff_only
def index() -> ResponseReturnValue:
    """Show each device with its one press, then the keys."""
    return render("accounts/staff/devices.html", **own_devices.shown(g.staff))


@bp.post("/<public_id>/fermer")
@staff_only
def close(public_id: str) -> ResponseReturnValue:
    """Close one device at once; closing this one is leaving."""
    here = own_devices.close(g.staff, public_id)
    db.session.commit()
    if here:
        return redirect(url_for("accounts.staff.enter"), code=303)
    return back(_("C’est fermé sur cet appareil."))


@bp.post("/fermer-les-autres")
@staff_only
def close_others() -> ResponseReturnValue:
    """Close every device but this one."""
    own_devices.close_others(g.staff)
    db.session.commit()
    return back(_("C’est fermé partout ailleurs."))


@bp.post("/cles/<public_id>/nom")
@staff_only
def rename_key(public_id: str) -> ResponseReturnValue:
    """Give a key a name of one's own."""
    own_devices.rename_key(g.staff, public_id)
    db.session.commit()
    return back(_("Le nouveau nom est gardé."))


@bp.post("/cles/<public_id>/enlever")
@staff_only
def remove_key(public_id: str) -> ResponseReturnValue:
    """Take a key away, unless it is the last: the mailbox alone would open the account."""
    key = own_devices.key_or_404(g.staff, public_id)
    if len(passkeys.of_owner(g.staff)) == 1:
        return back(_("C’est votre seule clé. Ajoutez une autre clé avant de l’enlever."))
    db.session.delete(key)
    db.session.commit()
    return back(_("C’est enlevé : cette clé n’ouvre plus rien."))


def back(text: str) -> ResponseReturnValue:
    """Show the devices again, with what was just done."""
    flash(text)
    return redirect(url_for(".index"), code=303)
