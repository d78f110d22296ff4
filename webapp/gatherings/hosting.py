"""What a host is told of the seats of a meeting: the first, that all are taken, the day before."""

from datetime import date, datetime, time, timedelta

from flask import current_app

from webapp.clock import PARIS
from webapp.gatherings import queries, texts
from webapp.gatherings.enums import SeatState
from webapp.gatherings.models import Gathering
from webapp.gatherings.telling import when
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.phones import Phone

SUBJECT = "À deux pas : votre réunion"


def tell_taken(gathering: Gathering, now: datetime) -> None:
    """Tell of the first seat taken and of the last one, once each; between them the page tells."""
    held = queries.held(gathering.id)
    if held >= gathering.seats:
        tell(gathering, "full", texts.all_taken(when(gathering), held, page(gathering)), now)
    elif held == 1:
        tell(gathering, "first", texts.first_taken(when(gathering), page(gathering)), now)


def tell_eves(on: date, now: datetime) -> None:
    """Tell the hosts of tomorrow's meetings how many people come."""
    begins = datetime.combine(on + timedelta(days=1), time(), PARIS)
    for gathering in queries.beginning(begins, begins + timedelta(days=1)):
        held = queries.held(gathering.id)
        waiting = queries.counts([gathering.id], SeatState.WAITING).get(gathering.id, 0)
        text = texts.eve(when(gathering), held, waiting, page(gathering))
        tell(gathering, f"eve-{begins:%y%m%d}", text, now)


def tell(gathering: Gathering, name: str, text: str, now: datetime) -> None:
    """Write to a host once: by SMS, or by e-mail to who posted the meeting where that rings."""
    mobile = Phone(gathering.host_phone).is_mobile
    to = gathering.host_phone if mobile else gathering.created_by and gathering.created_by.email
    if not to:
        return
    messages.queue(
        kind=Kind.MEETING_COMES,
        to=to,
        text=text,
        key=f"host-{name}:{gathering.public_id}",
        now=now,
        insee=gathering.insee,
        subject="" if mobile else SUBJECT,
        drop_at=gathering.starts_at,
    )


def page(gathering: Gathering) -> str:
    """Return the address of the list of who comes."""
    return f"{current_app.config['PUBLIC_URL']}/structure/reunions/{gathering.public_id}"
