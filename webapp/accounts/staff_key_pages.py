"""A professional's key: made the first time, shown at each entrance, never lent to a mailbox.

The mailed link lets its holder make the first key and no other: the next ones are made by who has
shown one. A lead takes the keys of a member away when a phone is lost.
"""

from flask import Blueprint, abort, g
from flask.typing import ResponseReturnValue

from webapp.access import half_staff
from webapp.accounts import coming_back, devices, passkeys
from webapp.accounts.key_answers import credential, in_json
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import lazy_gettext as _l

bp = Blueprint("keys", __name__, url_prefix="/cle")


class OneIsThere(passkeys.NotThisKey):
    """Someone who has not shown their key asks to make another."""

    advice = _l("Votre compte a déjà une clé. Utilisez-la, ou demandez à votre responsable.")
    code = 403


@bp.get("")
@half_staff
def show() -> ResponseReturnValue:
    """Explain the key, and ask to make or to use one."""
    keys = passkeys.of_owner(g.staff)
    return render(
        "accounts/staff/key.html", first=not keys, confirmed=devices.account() is not None
    )


@bp.post("/creer")
@half_staff
@in_json
def options() -> ResponseReturnValue:
    """Ask the device to make a key."""
    may_make_one()
    return passkeys.registration_options(g.staff, now())


@bp.post("/garder")
@half_staff
@in_json
def keep() -> ResponseReturnValue:
    """Keep the key that the device made; it is the second proof."""
    may_make_one()
    passkeys.register(g.staff, credential(), now())
    return let_in()


def may_make_one() -> None:
    """Refuse another key to who has only opened a mailbox."""
    if devices.account() is None and passkeys.of_owner(g.staff):
        raise OneIsThere


@bp.post("/demander")
@half_staff
@in_json
def ask() -> ResponseReturnValue:
    """Ask for one of the keys of this account."""
    return passkeys.sign_in_options(now(), g.staff)


@bp.post("/entrer")
@half_staff
@in_json
def enter() -> ResponseReturnValue:
    """Let in who has shown their key."""
    passkeys.verify(credential(), now(), g.staff)
    return let_in()


def let_in() -> ResponseReturnValue:
    """Note the second proof, and tell the script where to go."""
    device = devices.current() or abort(403)
    devices.confirm(device, now())
    device.seen_on = today()
    db.session.commit()
    return {"next": coming_back.wanted() or coming_back.home_of(g.staff)}
