"""Doors for providers: what someone wrote back, what became of a message."""

from hmac import compare_digest

from flask import Blueprint, Response, abort, current_app, g, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.clock import now
from webapp.extensions import db
from webapp.messages import actions, developers, gateways, inbound
from webapp.messages.gateways import Fields
from webapp.security import from_machines

bp = Blueprint("messages", __name__)
METHODS = ("GET", "POST")
FORM = "application/x-www-form-urlencoded"


def show_to_developers(state: BlueprintSetupState) -> None:
    """Open the developers' page, but where people outside use this instance."""
    if not state.app.config["PUBLIC_URL"].startswith("https:"):
        state.app.register_blueprint(developers.bp)


bp.record_once(show_to_developers)


@bp.route("/sms/recu/<gateway>", methods=METHODS)
@public
@from_machines
def received(gateway: str) -> ResponseReturnValue:
    """Keep a message that someone sent us; the task process answers it."""
    fields = told(gateway)
    message = gateways.find(gateway).parse_mo(fields)
    if message:
        inbound.store(message, gateway, now())
    db.session.commit()
    return heard()


@bp.route("/sms/etat/<gateway>", methods=METHODS)
@public
@from_machines
def status(gateway: str) -> ResponseReturnValue:
    """Note what became of a message."""
    fields = told(gateway)
    report = gateways.find(gateway).parse_dlr(fields)
    if report:
        actions.note_report(gateway, report, now())
    db.session.commit()
    return heard()


def told(gateway: str) -> Fields:
    """Return what a provider tells, once it has shown our secret; a call by GET may write then.

    Whoever does not know the secret finds nothing here.
    """
    secret = current_app.config["MESSAGES"].inbound_secret
    shown = request.args.get("secret", "")
    knows = bool(secret) and compare_digest(shown.encode(), secret.encode())
    if not knows or not gateways.is_used(gateway):
        abort(404)
    g.may_write = True
    body = request.get_json(force=True, silent=True) if request.mimetype != FORM else None
    fields = body if isinstance(body, dict) else {}
    plain = {key: str(value) for key, value in fields.items() if isinstance(value, str | int)}
    return {**request.args.to_dict(), **request.form.to_dict(), **plain}


def heard() -> Response:
    """Return an empty answer: its words would be sent to a phone by some providers."""
    return Response("", content_type="text/plain; charset=utf-8")
