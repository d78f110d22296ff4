"""Who may open a view: each view says so, and one that says nothing opens for nobody."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, abort, current_app, g, redirect, request
from flask.typing import ResponseReturnValue

from webapp.accounts import devices, roles, together
from webapp.accounts.models import Account, Device
from webapp.clock import today
from webapp.errors import Refused
from webapp.htmx import wants_fragment
from webapp.i18n import lazy_gettext as _l

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
PERSON_DOOR, STAFF_DOOR = "/connexion", "/connexion/pro"
FOR_PEOPLE_TOO = frozenset({"public", "person_only", "half_person"})
PROOFS = {"person": "/connexion/preuve", "staff": "/connexion/pro/cle"}  # what is still to show
LONGEST = 300  # signs of an address to come back to


def declare(access: str) -> Callable[[View], View]:
    """Return a decorator that writes on a view who may open it."""

    def mark(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return mark


public = declare("public")
person_only = declare("person_only")
staff_only = declare("staff_only")
adviser_only = declare("adviser_only")
employer_only = declare("employer_only")
# Advisers and those who hire: each sees of a path what their own rights open.
pathway_only = declare("pathway_only")
lead_only = declare("lead_only")
network_only = declare("network_only")
# Who gave one proof and not yet the second: they see how to give it, and nothing personal.
half_person = declare("half_person")
half_staff = declare("half_staff")


class OfOthers(Refused):
    """The page is for other people than the one who is signed in here."""

    title = _l("Cette page n’est pas pour vous")
    code = 403

    def __init__(self, advice: object) -> None:
        """Keep what to do."""
        super().__init__()
        self.advice = advice  # type: ignore[assignment]


FOR_PEOPLE = _l("Elle est pour les personnes qui cherchent. Sortez d’abord de votre espace pro.")
FOR_STAFF = _l("Elle est pour les professionnels. Revenez à votre page.")
FOR_ANOTHER_ROLE = _l("Votre compte n’ouvre pas cette page. Demandez à votre responsable.")


def access_of(endpoint: str) -> str | None:
    """Return what a view says about who may open it; None when it says nothing."""
    if endpoint == "static":
        return "public"
    return getattr(current_app.view_functions[endpoint], "access", None)


def check() -> ResponseReturnValue | None:
    """Refuse a view that declares nothing; show an unknown visitor how people enter.

    Who someone is comes from the database each time: a closed door counts at once.
    """
    if request.endpoint is None:
        return None
    access = access_of(request.endpoint)
    if access is None:
        abort(403)
    ended = together.take(access) if access in FOR_PEOPLE_TOO else None
    if access == "public" or ended is not None:
        return ended
    if access in ("person_only", "half_person"):
        return let_person_in(access)
    return let_staff_in(access)


def let_person_in(access: str) -> ResponseReturnValue | None:
    """Set g.person, or send to where a person enters or gives the second proof."""
    device = devices.current()
    if device is None:
        return sent_to(PERSON_DOOR)
    if device.person is None:
        raise OfOthers(FOR_PEOPLE)
    if access == "person_only" and device.confirmed_at is None:
        return sent_to(PROOFS["person"])
    devices.note_use(device, today())
    g.person = device.person
    return None


def let_staff_in(access: str) -> ResponseReturnValue | None:
    """Set g.staff, and g.employer for who hires, or send to where professionals enter."""
    device = devices.current()
    if device is None:
        return sent_to(STAFF_DOOR)
    account = device.account
    if account is None:
        raise OfOthers(FOR_STAFF)
    if access == "half_staff":
        g.staff = account
        return None
    if device.confirmed_at is None:
        return sent_to(PROOFS["staff"])
    let_role_in(access, device, account)
    return None


def let_role_in(access: str, device: Device, account: Account) -> None:
    """Set who works here, or refuse a role that does not open these pages."""
    if not roles.opens(access, account):
        raise OfOthers(FOR_ANOTHER_ROLE)
    devices.note_use(device, today())
    g.staff = account
    if access == "employer_only":
        g.employer = account.organisation


def sent_to(door: str) -> ResponseReturnValue:
    """Send to a door, with where to come back to after a page that was only looked at."""
    address = request.script_root + door
    if wants_fragment():  # the whole page is to change, not the part that was asked for
        return Response("", 204, {"HX-Redirect": address})
    back = local(request.script_root + request.full_path.rstrip("?"))
    if request.method == "GET" and back:
        address += "?" + urlencode({"suite": back})
    return redirect(address, code=303)


def local(address: str | None) -> str | None:
    """Return an address that stays on this site, without its host; None for any other."""
    if not address or len(address) > LONGEST or not address.isprintable():
        return None
    if "\\" in address or not address.startswith("/") or address.startswith("//"):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else address


def keep_nowhere(answer: Response) -> Response:
    """Keep what concerns one person out of what a browser remembers."""
    personal = request.endpoint is not None and access_of(request.endpoint) != "public"
    if personal or g.get("device") is not None:
        answer.cache_control.no_store = True
    return devices.renew(answer)


def init_app(app: Flask) -> None:
    """Check each request before its view runs; keep personal answers nowhere."""
    app.before_request(check)
    app.after_request(keep_nowhere)
