"""The browsers that take notifications for their person: kept, given up, found in time."""

from datetime import datetime
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import delete, select

from webapp.accounts.models import Device
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.gateways import Browser
from webapp.messages.models import PushSubscription

# The services of the makers of browsers: nothing of ours is ever sent to another address.
SERVICES = (
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "push.apple.com",
    "notify.windows.com",
)
LOCAL = ("localhost", "127.0.0.1")


def is_known(endpoint: str) -> bool:
    """Return whether an address is one of a maker of browsers; in a local run, also of a test."""
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not current_app.config["PUBLIC_URL"].startswith("https:") and host in LOCAL:
        return parts.scheme == "http"
    named = any(host == one or host.endswith(f".{one}") for one in SERVICES)
    return named and parts.scheme == "https" and parts.port in (None, 443)


def keep(device: Device, browser: Browser, at: datetime) -> bool:
    """Keep where this phone takes notifications; return whether it is an address to send to."""
    if device.person_id is None or device.shared or not is_known(browser.endpoint):
        return False
    forget((browser.endpoint,))
    give_up(device)
    db.session.add(
        PushSubscription(
            person_id=device.person_id,
            device_id=device.id,
            endpoint=browser.endpoint,
            p256dh=browser.p256dh,
            auth=browser.auth,
            created_at=at,
        )
    )
    return True


def give_up(device: Device) -> None:
    """Send no more notification to this phone."""
    db.session.execute(delete(PushSubscription).where(PushSubscription.device_id == device.id))


def forget(endpoints: tuple[str, ...]) -> None:
    """Forget browsers that take no notification any more."""
    if endpoints:
        gone = PushSubscription.endpoint.in_(endpoints)
        db.session.execute(delete(PushSubscription).where(gone))


def browsers(person_id: int | None) -> tuple[Browser, ...]:
    """Return the browsers of a person in which they are still signed in."""
    wanted = (
        select(PushSubscription)
        .join(Device, Device.id == PushSubscription.device_id)
        .where(
            PushSubscription.person_id == person_id,
            Device.person_id == person_id,
            Device.closed_at.is_(None),
            Device.expires_at > now(),
        )
        .order_by(PushSubscription.id)
    )
    found = db.session.scalars(wanted)
    return tuple(Browser(one.endpoint, one.p256dh, one.auth) for one in found)


def is_on(device: Device) -> bool:
    """Return whether this phone takes notifications."""
    wanted = select(PushSubscription.id).where(PushSubscription.device_id == device.id)
    return db.session.scalar(wanted) is not None
