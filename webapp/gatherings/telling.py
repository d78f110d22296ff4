"""What is told about a seat by SMS: taken, waited for, freed, the day before, called off."""

from datetime import datetime

from webapp import calendars
from webapp.applications.telling import shown
from webapp.applications.texts import moment_text, recalled
from webapp.gatherings import rules, texts
from webapp.gatherings.models import Gathering, Seat
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.phones import Phone


def when(gathering: Gathering) -> str:
    """Return its moment as an SMS says it."""
    return moment_text(gathering.starts_at, calendars.zone(gathering.insee))


def stamped(seat: Seat, name: str) -> str:
    """Return the key of a message about a seat: one taken again, or moved, is told again."""
    begins = f"{seat.gathering.starts_at:%y%m%d%H%M}"
    return f"seat-{name}:{seat.public_id}:{seat.asked_at:%y%m%d%H%M%S}:{begins}"


def keys(seat: Seat) -> list[str]:
    """Return the keys of the messages that are of no use once a seat is given back."""
    return [stamped(seat, name) for name in ("held", "waiting", "freed", "eve")]


def tell(seat: Seat, kind: Kind, text: str, name: str, now: datetime, **more: datetime) -> None:
    """Write to who has a seat, where their phone takes SMS."""
    if not seat.phone or not Phone(seat.phone).is_mobile:
        return
    messages.queue(
        kind=kind,
        to=seat.phone,
        text=text,
        key=stamped(seat, name),
        now=now,
        person_id=seat.person_id,
        insee=seat.gathering.insee,
        send_at=more.get("send_at", now),
        drop_at=seat.gathering.starts_at,
    )


def tell_state(seat: Seat, now: datetime, *, freed: bool = False) -> None:
    """Say where a seat stands; whoever has one is reminded the day before."""
    gathering = seat.gathering
    human, phone = gathering.host_name, shown(gathering.host_phone)
    if not seat.is_held:
        text = texts.waiting(human, when(gathering), phone)
        tell(seat, Kind.SEAT, text, "waiting", now)
        return
    said = texts.freed if freed else texts.held
    text = said(human, when(gathering), gathering.address, phone)
    tell(seat, Kind.SEAT, text, "freed" if freed else "held", now)
    remind(seat, now)


def remind(seat: Seat, now: datetime) -> None:
    """Queue the reminder of the day before, unless that day has come."""
    gathering = seat.gathering
    eve = gathering.starts_at - rules.EVE
    if eve <= now:
        return
    way = " ".join(f"{step.rstrip(' .')}." for step in gathering.way)
    phone = shown(gathering.host_phone)
    text = recalled(gathering.host_name, when(gathering), gathering.address, way, phone)
    tell(seat, Kind.MEETING_SOON, text, "eve", now, send_at=eve)


def forget(seat: Seat, now: datetime) -> None:
    """Let the messages that wait about a seat never leave."""
    messages.call_off(*keys(seat), now=now)


def forget_before(seat: Seat, now: datetime, *, is_news: bool) -> None:
    """Let what waits about a seat never leave, before its meeting changes: it would be false."""
    messages.call_off(*(keys(seat) if is_news else [stamped(seat, "eve")]), now=now)


def tell_change(seat: Seat, now: datetime, *, is_news: bool) -> None:
    """Say what a meeting has become, and recall it as it is now."""
    gathering = seat.gathering
    if is_news:
        said = texts.moved if seat.is_held else texts.moved_waiting
        phone = shown(gathering.host_phone)
        text = said(gathering.host_name, when(gathering), gathering.address, phone)
        tell(seat, Kind.SEAT, text, f"moved-{now:%m%d%H%M%S}", now)
    if seat.is_held:
        remind(seat, now)


def tell_off(seat: Seat, now: datetime) -> None:
    """Say that the meeting does not take place."""
    forget(seat, now)
    gathering = seat.gathering
    text = texts.off(gathering.host_name, when(gathering), shown(gathering.host_phone))
    tell(seat, Kind.MEETING_OFF, text, "off", now)
