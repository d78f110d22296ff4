"""For developers, never in production: the messages that would have left, and a way to answer."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_datetime

from webapp import phones
from webapp.access import public
from webapp.clock import now
from webapp.extensions import db
from webapp.messages import inbound, labels, queries
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message

bp = Blueprint("dev", __name__, url_prefix="/dev")
SHOWN = 50


@dataclass(frozen=True)
class Shown:
    """One message as the page shows it."""

    name: str
    to: str
    number: str  # to answer from; empty for an e-mail
    when: str
    about: str
    status: str
    subject: str
    text: str
    parts: int


@bp.get("/sms")
@public
def sms() -> ResponseReturnValue:
    """Show the last messages, the newest first."""
    messages = [shown(message) for message in queries.latest(SHOWN)]
    return render_template("messages/developers.html", messages=messages)


@bp.post("/sms")
@public
def reply() -> ResponseReturnValue:
    """Do as if a phone had written this to us."""
    inbound.receive(request.form.get("number", ""), request.form.get("text", ""), now())
    db.session.commit()
    return redirect(url_for("dev.sms"), code=303)


def shown(message: Message) -> Shown:
    """Return a message as the page shows it."""
    is_sms = message.channel == Channel.SMS
    return Shown(
        name=message.public_id,
        to=phones.Phone(message.recipient).shown if is_sms else message.recipient,
        number=message.recipient if is_sms else "",
        when=format_datetime(message.created_at, "d MMM, HH:mm:ss"),
        about=str(labels.KINDS[Kind(message.kind)]),
        status=str(labels.STATUSES[Status(message.status)]),
        subject=message.subject,
        text=message.text,
        parts=message.parts,
    )
