"""A person's passkey: offered once they are in, used to come back, never asked for."""

from flask import Blueprint, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only, public
from webapp.accounts import coming_back, devices, passkeys
from webapp.accounts.enums import SignInWay
from webapp.accounts.key_answers import credential, in_json, is_of_another_device
from webapp.accounts.models import Device, Passkey
from webapp.clock import now, today
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person

bp = Blueprint("keys", __name__, url_prefix="/connexion/empreinte")
from_one_address = limiter.limit("120 per minute; 1200 per hour", methods=["POST"])


class StaffKey(passkeys.NotThisKey):
    """The key of a professional, who enters by a mailed link first."""

    advice = _l("Cette clé est celle d’un professionnel. Entrez par l’espace pro.")


def may_be_offered(device: Device) -> bool:
    """Return whether to offer a key: on someone's own phone, to who has none."""
    return not device.shared and device.person is not None and not passkeys.of_owner(device.person)


@bp.get("")
@person_only
def offer() -> ResponseReturnValue:
    """Offer to come back with a finger; a shared phone keeps the key of nobody."""
    device = devices.current()
    later = coming_back.after_entering()
    if device is None or device.shared:
        return redirect(later, code=303)
    return render("accounts/passkey.html", later=later)


@bp.post("/creer")
@person_only
@in_json
def options() -> ResponseReturnValue:
    """Ask the phone to make a key."""
    return passkeys.registration_options(g.person, now())


@bp.post("/garder")
@person_only
@in_json
def keep() -> ResponseReturnValue:
    """Keep the key that the phone made."""
    device = devices.current()
    if device is None or device.shared:
        raise passkeys.NotThisKey
    passkeys.register(g.person, credential(), now())
    db.session.commit()
    return {"next": url_for("accounts.devices.index", fait="cle")}


@bp.post("/demander")
@public
@from_one_address
@in_json
def ask() -> ResponseReturnValue:
    """Ask for any key of ours: nobody says who they are."""
    return passkeys.sign_in_options(now())


@bp.post("/entrer")
@public
@from_one_address
@in_json
def enter() -> ResponseReturnValue:
    """Let a person in by their key, which is two proofs: what they hold, and who opens it."""
    sent, moment = credential(), now()
    person = owner_of(passkeys.verify(sent, moment))
    after = coming_back.after_entering()
    shared = is_of_another_device(sent)
    devices.open_for_person(
        person, way=SignInWay.PASSKEY, shared=shared, confirmed=True, now=moment
    )
    person.active_on = today()
    journal.note(person, Act.SIGNED_IN, now=moment, way=SignInWay.PASSKEY.value)
    db.session.commit()
    return {"next": after}


def owner_of(passkey: Passkey) -> Person:
    """Return the person of a key."""
    if passkey.account_id is not None:
        raise StaffKey
    person = db.session.get(Person, passkey.person_id)
    if person is None or person.merged_into_id is not None:
        raise passkeys.NotThisKey
    return person
