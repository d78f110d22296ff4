"""What a phone reads to keep the product as an application."""

from flask import Blueprint, Response, current_app, jsonify, url_for
from flask.typing import ResponseReturnValue

from webapp import assets
from webapp.access import public
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import language

bp = Blueprint("pwa", __name__)
PAPER = "#fffdf8"
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
