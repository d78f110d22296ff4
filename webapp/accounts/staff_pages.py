"""How professionals enter: an address, a mailed link, a button; then their key."""

from flask import Blueprint, Response, current_app, redirect, session, url_for
from flask.typing import ResponseReturnValue

from webapp.access import half_staff, public
from webapp.accounts import coming_back, devices, staff_device_pages, staff_key_pages, staff_links
from webapp.accounts.models import Account
from webapp.accounts.staff_form import LinkForm
from webapp.clock import now
from webapp.config import is_production
from webapp.extensions import db, limiter
from webapp.htmx import render

bp = Blueprint("staff", __name__, url_prefix="/connexion/pro")
bp.register_blueprint(staff_device_pages.bp)
bp.register_blueprint(staff_key_pages.bp)
from_one_address = limiter.limit("120 per minute; 1200 per hour", methods=["POST"])


@bp.after_request
def keep_nowhere(answer: Response) -> Response:
    """Keep a mailed link, and whom it names, out of what a browser remembers."""
    answer.cache_control.no_store = True
    return answer


@bp.get("")
@public
def enter() -> ResponseReturnValue:
    """Ask for the address of a professional; who is in already goes on."""
    account = devices.account()
    if account is not None:
        return redirect(coming_back.wanted() or coming_back.home_of(account), code=303)
    return render("accounts/staff/enter.html", form=LinkForm(), suite=coming_back.wanted())


@bp.post("")
@public
@from_one_address
def ask() -> ResponseReturnValue:
    """Mail a link, if the address is known; the answer is the same if it is not."""
    form = LinkForm()
    if not form.validate() or form.email.data is None:
        return render("accounts/staff/enter.html", form=form, suite=coming_back.wanted()), 422
    staff_links.ask(form.email.data, now())
    coming_back.keep_wanted()
    db.session.commit()
    return redirect(url_for(".sent"), code=303)


@bp.get("/envoye")
@public
def sent() -> ResponseReturnValue:
    """Say where to look for the link, and whom to call where none comes."""
    return render("accounts/staff/sent.html")


@bp.get("/lien/<token>")
@public
def link(token: str) -> ResponseReturnValue:
    """Show a button: opening the link, as scanners of e-mails do, lets nobody in."""
    found = staff_links.waiting(token, now())
    if found is None:
        return render("accounts/staff/link.html", link=None), 404
    return render("accounts/staff/link.html", link=found)


@bp.post("/lien/<token>")
@public
@from_one_address
def press(token: str) -> ResponseReturnValue:
    """Spend the link: the mailbox is the first proof, the key will be the second.

    The link of an invented person, printed at each start of a run that nobody visits, is not spent.
    """
    moment = now()
    found = staff_links.waiting(token, moment)
    confirmed = found is not None and needs_no_key(found.account)
    if found is None or not (confirmed or staff_links.use(found, moment)):
        db.session.rollback()
        return render("accounts/staff/link.html", link=None), 404
    after = coming_back.wanted()
    devices.open_for_account(found.account, confirmed=confirmed, now=moment)
    db.session.commit()
    return go_on(found.account, confirmed=confirmed, wanted=after)


def needs_no_key(account: Account) -> bool:
    """Return whether the button is enough: for invented people, in a run that nobody visits."""
    return account.demonstration and not is_production(current_app.config["PUBLIC_URL"])


def go_on(account: Account, *, confirmed: bool, wanted: str | None) -> ResponseReturnValue:
    """Send to the page that was wanted, by way of the key where it is still to be shown."""
    if confirmed:
        return redirect(wanted or coming_back.home_of(account), code=303)
    if wanted:
        session[coming_back.KEPT] = wanted
    return redirect(url_for(".keys.show"), code=303)


@bp.post("/sortir")
@half_staff
def leave() -> ResponseReturnValue:
    """Close the door on this device."""
    device = devices.current()
    if device is not None:
        devices.close(device, now())
    db.session.commit()
    return redirect(url_for(".enter"), code=303)
