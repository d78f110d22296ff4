"""A person's devices: which ones open their page, and how to close them."""

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import PERSON_DOOR, half_person, person_only
from webapp.accounts import devices, own_devices
from webapp.clock import now
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.pwa.once import once

bp = Blueprint("devices", __name__, url_prefix="/moi/appareils")


@bp.get("")
@person_only
def index() -> ResponseReturnValue:
    """Show each device with its one press, then the keys."""
    made = request.args.get("fait") == "cle"
    return render("accounts/devices.html", made=made, **own_devices.shown(g.person))


@bp.post("/<public_id>/fermer")
@person_only
def close(public_id: str) -> ResponseReturnValue:
    """Close one device at once; closing this one is leaving."""
    here = own_devices.close(g.person, public_id)
    db.session.commit()
    return left() if here else back(_("C’est fermé sur cet appareil."))


@bp.post("/fermer-les-autres")
@person_only
def close_others() -> ResponseReturnValue:
    """Close every device but this one."""
    own_devices.close_others(g.person)
    db.session.commit()
    return back(_("C’est fermé partout ailleurs."))


@bp.post("/sortir")
@half_person
@once
def leave() -> ResponseReturnValue:
    """Close the page on this device."""
    device = devices.current()
    if device is not None:
        devices.close(device, now())
    db.session.commit()
    return left()


@bp.post("/cles/<public_id>/nom")
@person_only
def rename_key(public_id: str) -> ResponseReturnValue:
    """Give a key a name of one's own."""
    own_devices.rename_key(g.person, public_id)
    db.session.commit()
    return back(_("Le nouveau nom est gardé."))


@bp.post("/cles/<public_id>/enlever")
@person_only
def remove_key(public_id: str) -> ResponseReturnValue:
    """Take a key away: it opens nothing from now on."""
    db.session.delete(own_devices.key_or_404(g.person, public_id))
    db.session.commit()
    return back(_("C’est enlevé : cette empreinte n’ouvre plus votre page."))


def left() -> ResponseReturnValue:
    """Say that the page is closed here."""
    flash(_("Votre page est fermée sur cet appareil."))
    return redirect(request.script_root + PERSON_DOOR, code=303)


def back(text: str) -> ResponseReturnValue:
    """Show the devices again, with what was just done."""
    flash(text)
    return redirect(url_for(".index"), code=303)
