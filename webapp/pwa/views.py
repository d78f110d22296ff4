"""What a phone reads to keep the product as an application."""

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    g,
    jsonify,
    redirect,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from webapp import assets
from webapp.access import person_only, public
from webapp.clock import now
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import language
from webapp.i18n import lazy_gettext as _l
from webapp.messages import actions, pushing, vapid
from webapp.messages.gateways import Browser
from webapp.pwa import installing

bp = Blueprint("pwa", __name__)
PAPER = "#fffdf8"
OFF = _l("C’est fait. Vous recevez de nouveau des SMS.")
ICONS = (
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
)


@bp.get("/manifest.webmanifest")
@public
def manifest() -> ResponseReturnValue:
    """Give the name, the icons, the shortcuts, and the address where other applications share."""
    answer = jsonify(
        {
            "id": "/",
            "name": "À deux pas",
            "short_name": "À deux pas",
            "description": _("Un travail près de chez vous, et quelqu’un à qui parler."),
            "lang": language().html,
            "dir": language().direction,
            "start_url": url_for("pages.home"),
            "scope": "/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [icon(*known) for known in ICONS],
            "shortcuts": shortcuts(),
            "share_target": share_target(),
        }
    )
    answer.mimetype = "application/manifest+json"
    return answer


@bp.get("/service-worker.js")
@public
def worker() -> ResponseReturnValue:
    """Give the worker of phones; where it is turned off, the one that takes itself away."""
    name = "worker" if current_app.config["OFFLINE"] else "worker_off"
    return Response(assets.content(f"js/{name}.js"), mimetype="text/javascript")


@bp.get("/sans-reseau")
@public
def without_network() -> ResponseReturnValue:
    """Show what this phone keeps and what waits to be sent: its script fills it in."""
    return render("pwa/without_network.html")


@bp.post("/sans-reseau")
@public
def act() -> ResponseReturnValue:
    """Lead back: what this page asks, the worker of the phone does, and there is none here."""
    return redirect(url_for(".without_network"), 303)


@bp.get("/installer")
@public
def install() -> ResponseReturnValue:
    """Show how the product is put on the screen of a phone."""
    return render("pwa/install.html")


@bp.post("/installer")
@public
def decline() -> ResponseReturnValue:
    """Offer the place on the screen no more on this phone; lead back to where it was offered."""
    back_to = request.form.get("retour", "")
    known = back_to.startswith("/") and not back_to.startswith(("//", "/\\"))
    to = request.script_root + back_to if known else url_for("pages.home")
    return installing.decline(redirect(to, 303))


@bp.get("/moi/signal")
@person_only
def signal() -> ResponseReturnValue:
    """Choose notifications on this phone, beside SMS."""
    device = g.device
    return render(
        "pwa/signal.html",
        on=pushing.is_on(device),
        key="" if device.shared else vapid.public(current_app.config["DATA_DIR"]),
    )


@bp.post("/moi/signal")
@person_only
def keep_signal() -> ResponseReturnValue:
    """Take notifications on this phone, or no more; tell what was done."""
    sent = request.form
    kept = False
    if "endpoint" in sent:
        browser = Browser(sent["endpoint"], sent.get("p256dh", ""), sent.get("auth", ""))
        kept = pushing.keep(g.device, browser, now())
    else:
        pushing.give_up(g.device)
    db.session.commit()
    flash(_("C’est fait. Un signal remplace les SMS ici.") if kept else OFF)
    return redirect(url_for(".signal"), 303)


@bp.post("/push/recu")
@public
@limiter.limit("60 per minute")
def shown() -> ResponseReturnValue:
    """Note that a phone has shown a notification: no SMS replaces it."""
    actions.note_shown(request.form.get("ref", "")[:8], now())
    db.session.commit()
    return Response(status=204)


def icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    """Return one icon; `maskable` is the one that a phone may cut round."""
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    source = url_for("static", filename=f"icons/{name}")
    return {"src": source, "sizes": sizes, "type": kind, "purpose": purpose}


def shortcuts() -> list[dict[str, str]]:
    """Return what a long press on the icon proposes."""
    return [
        {"name": _("Chercher un travail"), "url": url_for("offers.index")},
        {"name": _("Est-ce une arnaque ?"), "url": url_for("scams.check")},
        {"name": _("Aide près de chez vous"), "url": url_for("pages.help_near")},
    ]


def share_target() -> dict[str, object]:
    """Return where a message or a picture goes that another application shares with this one."""
    return {
        "action": url_for("scams.share"),
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {
            "title": "title",
            "text": "text",
            "url": "url",
            "files": [{"name": "image", "accept": ["image/png", "image/jpeg"]}],
        },
    }
