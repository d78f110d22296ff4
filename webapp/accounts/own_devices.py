"""What people and professionals do alike with their own devices and keys."""

from typing import Any

from flask import abort, request

from webapp.accounts import devices, passkeys
from webapp.accounts.device_words import device_name, device_picture, since_text, used_text
from webapp.accounts.models import Account, Device, Passkey
from webapp.clock import now
from webapp.forms import tidy_name
from webapp.people.models import Person

Owner = Person | Account


def shown(owner: Owner) -> dict[str, Any]:
    """Return what the page of someone's devices shows."""
    return {
        "here": devices.current(),
        "devices": devices.of_owner(owner),
        "keys": passkeys.of_owner(owner),
        "device_name": device_name,
        "device_picture": device_picture,
        "since_text": since_text,
        "used_text": used_text,
        "longest": passkeys.LONGEST_LABEL,
    }


def close(owner: Owner, public_id: str) -> bool:
    """Close one device of someone; return whether it is this very one."""
    found = one_of(owner, public_id)
    here = found is devices.current()
    devices.close(found, now())
    return here


def one_of(owner: Owner, public_id: str) -> Device:
    """Return one open device of someone."""
    mine = devices.of_owner(owner)
    return next((one for one in mine if one.public_id == public_id), None) or abort(404)


def close_others(owner: Owner) -> None:
    """Close every device of someone but this one."""
    devices.close_all(owner, now(), but=devices.current())


def key_or_404(owner: Owner, public_id: str) -> Passkey:
    """Return one key of someone."""
    return passkeys.one_of(owner, public_id) or abort(404)


def rename_key(owner: Owner, public_id: str) -> None:
    """Call a key as its owner says; nothing written changes nothing."""
    key = key_or_404(owner, public_id)
    name = tidy_name(request.form.get("name", ""))[: passkeys.LONGEST_LABEL]
    key.label = name or key.label
