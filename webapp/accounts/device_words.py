"""How devices are called on screens."""

from datetime import timedelta

from webapp.accounts.models import Device
from webapp.clock import PARIS, today
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import date_text

KINDS = {
    "iphone": _l("iPhone"),
    "ipad": _l("iPad"),
    "android-phone": _l("Téléphone Android"),
    "android-tablet": _l("Tablette Android"),
    "chromebook": _l("Ordinateur Chromebook"),
    "windows": _l("Ordinateur Windows"),
    "mac": _l("Ordinateur Mac"),
    "linux": _l("Ordinateur Linux"),
    "other": _l("Autre appareil"),
}
COMPUTERS = frozenset({"chromebook", "windows", "mac", "linux"})


def device_name(label: str) -> str:
    """Return a device in words, such as "Téléphone Android, Chrome"; a chosen name stays."""
    kind, _slash, browser = label.partition("/")
    if kind not in KINDS:
        return label or str(KINDS["other"])
    return f"{KINDS[kind]}, {browser}" if browser else str(KINDS[kind])


def device_picture(label: str) -> str:
    """Return the picture of a device."""
    return "laptop" if label.partition("/")[0] in COMPUTERS else "mobile"


def since_text(device: Device) -> str:
    """Return since which day someone is signed in there."""
    day = device.created_at.astimezone(PARIS).date()
    return _("Depuis le %(day)s", day=date_text(day))


def used_text(device: Device) -> str:
    """Return the last day that someone opened a page of theirs there."""
    ago = today() - device.seen_on
    if ago <= timedelta(0):
        return _("Utilisé aujourd’hui")
    if ago == timedelta(days=1):
        return _("Utilisé hier")
    return _("Utilisé le %(day)s", day=date_text(device.seen_on))
