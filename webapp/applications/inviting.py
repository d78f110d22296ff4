"""Meetings: an employer invites, the person chooses or says that they cannot, both are told."""

from collections.abc import Sequence
from datetime import datetime

from webapp import calendars
from webapp.accounts.models import Account
from webapp.applications import (
    clocks,
    happened,
    mail_texts,
    queries,
    rules,
    slots,
    telling,
    texts,
)
from webapp.applications.enums import ANSWERABLE, ApplicationStatus, Chosen, Side
from webapp.applications.models import Application, Meeting
from webapp.applications.refusals import NoSlots, RequestOver
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.messages.texts import NAME
from webapp.organisations.models import Contact


class NoMeeting(Refused):
    """There is no meeting to choose: it was called off, or the request is over."""

    title = _l("Ce rendez-vous n’est plus proposé")
    advice = _l("Regardez où en est votre demande, ou appelez.")
    code = 409


class SlotGone(Refused):
    """Someone else has just taken this moment, or it has passed."""

    title = _l("Ce moment n’est plus libre")
    advice = _l("Revenez en arrière et choisissez un autre moment.")
    code = 409


def proposable(application: Application, now: datetime) -> list[datetime]:
    """Return the moments that an employer may tick for a person: their host's, nobody else's."""
    host = telling.contact_of(application, now)
    insee = application.offer.insee or application.offer.organisation.insee
    zone, holidays = calendars.zone(insee), calendars.holidays(insee)
    hours = rules.hours(host.call_when) if host else None
    if hours is None:
        found = rules.proposable(now, zone, holidays)
    else:
        found = rules.proposable(now, zone, holidays, hours.days, (hours.begin, hours.end))
    return rules.still_free(found, queries.taken(host.id, now) if host else (), now)


def propose(application: Application, moments: Sequence[datetime], now: datetime) -> Meeting:
    """Invite a person to choose among moments, in the place of an earlier invitation.

    The same moments proposed twice are one invitation. Raise RequestOver or NoSlots.
    """
    if application.status not in ANSWERABLE:
        raise RequestOver
    wanted = slots.kept([one for one in moments if one >= now + slots.NOTICE])[: slots.AT_MOST]
    if not wanted:
        raise NoSlots
    known = application.meeting
    if known and known.slots == wanted and application.status == ApplicationStatus.PROPOSED:
        return known
    end(application, Side.EMPLOYER, now)
    host = telling.contact_of(application, now)
    meeting = Meeting(slots=wanted, proposed_at=now, host=host, chosen_by="", over_by="")
    application.meetings.append(meeting)
    application.status, application.ended_at = ApplicationStatus.PROPOSED, None
    application.seen_at = application.seen_at or now
    application.answered_at = application.answered_at or now
    db.session.flush()
    clocks.wind(application, now)
    tell_invited(application, meeting, now)
    happened.tell(application, "invited", now)
    return meeting


def tell_invited(application: Application, meeting: Meeting, now: datetime) -> None:
    """Ask the person to choose, by SMS."""
    offer = application.offer
    text = texts.invited(
        name_of(meeting.host),
        offer.organisation.name,
        [texts.short_moment(moment, telling.zone_of(offer)) for moment in meeting.moments],
        telling.address_of(application),
    )
    key, last = f"invited:{meeting.public_id}", max(meeting.moments)
    telling.tell_person(application, Kind.MEETING_ASKED, text, key, now, drop_at=last)


def name_of(host: Contact | None) -> str:
    """Return the first name of who receives."""
    return host.first_name if host else NAME


def free(meeting: Meeting, now: datetime) -> list[datetime]:
    """Return the moments of an invitation that can still be chosen."""
    taken = queries.taken(meeting.host_id, now) if meeting.host_id else ()
    return rules.still_free(meeting.moments, taken, now)


def choose(application: Application, moment: datetime, by: Chosen, now: datetime) -> Meeting:
    """Keep the moment that the person chose, recall it before, tell the employer.

    The same choice twice is one. Raise NoMeeting or SlotGone.
    """
    meeting = application.meeting
    if meeting is None or application.status not in CHOOSING:
        raise NoMeeting
    if meeting.starts_at == moment:
        return meeting
    queries.hold(meeting)
    if moment not in free(meeting, now):
        raise SlotGone
    messages.call_off(*recall_keys(meeting), *chosen_keys(meeting), now=now)
    meeting.starts_at, meeting.chosen_at, meeting.chosen_by = moment, now, by
    meeting.chosen_with = None
    application.status = ApplicationStatus.CHOSEN
    db.session.flush()
    clocks.wind(application, now)
    recall(application, meeting, now)
    tell_host(application, meeting, now)
    happened.tell(application, "chosen", now)
    return meeting


def choose_with(
    application: Application, moment: datetime, adviser: Account, now: datetime
) -> Meeting:
    """Keep the moment that the person chose by voice with an adviser, and write it to them.

    Raise NoMeeting or SlotGone.
    """
    known = application.meeting
    if known is not None and known.starts_at == moment:
        return known
    meeting = choose(application, moment, Chosen.ADVISER, now)
    meeting.chosen_with = adviser
    text = texts.chosen_with(
        adviser.first_name,
        name_of(meeting.host),
        when_of(application, meeting),
        application.offer.address or application.offer.organisation.address,
        telling.shown(meeting.host.phone) if meeting.host else "",
    )
    (key,) = chosen_keys(meeting)
    telling.tell_person(application, Kind.MEETING_ASKED, text, key, now, drop_at=moment)
    return meeting


def chosen_keys(meeting: Meeting) -> list[str]:
    """Return the key of the message that writes down what was chosen by voice."""
    moment = meeting.starts_at
    return [f"chosen:{meeting.public_id}:{moment:%y%m%d%H%M}"] if moment else []


CHOOSING = (ApplicationStatus.PROPOSED, ApplicationStatus.CHOSEN)


def recall_keys(meeting: Meeting) -> list[str]:
    """Return the keys of the reminders of a meeting at its chosen moment."""
    moment = meeting.starts_at
    if moment is None:
        return []
    return [f"{name}:{meeting.public_id}:{moment:%y%m%d%H%M}" for name in ("eve", "soon")]


def recall(application: Application, meeting: Meeting, now: datetime) -> None:
    """Queue the reminders: the day before and two hours before, earlier where phones are quiet."""
    starts_at = meeting.starts_at
    if starts_at is None:
        return
    keys = dict(zip(("eve", "soon"), recall_keys(meeting), strict=True))
    for name, send_at in slots.reminders(starts_at, now).items():
        telling.tell_person(
            application,
            Kind.MEETING_SOON,
            recalled(application, meeting, starts_at),
            keys[name],
            now,
            send_at=send_at,
            drop_at=starts_at,
        )


def recalled(application: Application, meeting: Meeting, starts_at: datetime) -> str:
    """Return the words of a reminder."""
    offer, host = application.offer, meeting.host
    where = offer.address or offer.organisation.address or offer.organisation.name
    return texts.recalled(
        name_of(host),
        texts.moment_text(starts_at, telling.zone_of(offer)),
        where,
        " ".join(f"{step.rstrip(' .')}." for step in offer.way),
        telling.shown(host.phone if host else offer.organisation.phone or ""),
    )


def tell_host(application: Application, meeting: Meeting, now: datetime) -> None:
    """Tell who receives that someone comes."""
    if meeting.host is None or meeting.starts_at is None:
        return
    when = when_of(application, meeting)
    facts = application.first_name, when, telling.shown(application.phone)
    said = telling.Said(texts.comes(*facts), mail_texts.comes(*facts))
    key = f"comes:{meeting.public_id}:{meeting.starts_at:%y%m%d%H%M}"
    telling.tell_contact(meeting.host, Kind.MEETING_COMES, said, key, now)


def cannot(application: Application, now: datetime) -> None:
    """Note that the person cannot come, or at none of the moments: new ones are asked for.

    Saying it twice changes nothing more. Raise NoMeeting where there never was one.
    """
    meeting = application.meeting
    if meeting is None:
        if not application.meetings:
            raise NoMeeting
        return
    end(application, Side.PERSON, now)
    clocks.wind(application, now)
    when = when_of(application, meeting) or "à ces moments"
    facts = application.first_name, when, telling.shown(application.phone)
    said = telling.Said(texts.cannot_come(*facts), mail_texts.cannot_come(*facts))
    if tell_not_coming(meeting, said, now) and meeting.host:
        telling.note_asked(meeting.host, application, now)


def tell_not_coming(meeting: Meeting, said: telling.Said, now: datetime) -> bool:
    """Tell who receives that someone does not come; return whether it is new."""
    key, host = f"cannot:{meeting.public_id}", meeting.host
    return host is not None and telling.tell_contact(host, Kind.MEETING_COMES, said, key, now)


def when_of(application: Application, meeting: Meeting) -> str:
    """Return the chosen moment inside a sentence; empty where none was."""
    moment = meeting.starts_at
    return texts.moment_text(moment, telling.zone_of(application.offer)) if moment else ""


def withdraw(application: Application, now: datetime) -> None:
    """End the meeting of someone who takes their request back; who was to receive is told."""
    meeting = application.meeting
    if meeting is None:
        return
    end(application, Side.PERSON, now)
    when = when_of(application, meeting)
    if when:
        facts = application.first_name, when
        said = telling.Said(texts.taken_back(*facts), mail_texts.taken_back(*facts))
        tell_not_coming(meeting, said, now)


def call_off(application: Application, now: datetime) -> None:
    """Let the employer call a meeting off: the person is told at once."""
    meeting = application.meeting
    if meeting is None:
        return
    end(application, Side.EMPLOYER, now)
    clocks.wind(application, now)
    host, starts_at = meeting.host, meeting.starts_at
    if starts_at is not None and host is not None:
        when = when_of(application, meeting)
        text = texts.off(host.first_name, when, telling.shown(host.phone))
        key = f"off:{meeting.public_id}"
        telling.tell_person(application, Kind.MEETING_OFF, text, key, now, drop_at=starts_at)


def end(application: Application, by: Side, now: datetime) -> None:
    """End the meeting of a request, if there is one, with the messages that would recall it."""
    meeting = application.meeting
    if meeting is None:
        return
    gone = (f"invited:{meeting.public_id}", *recall_keys(meeting), *chosen_keys(meeting))
    messages.call_off(*gone, now=now)
    meeting.over_at, meeting.over_by = now, by
    if meeting.starts_at is not None and meeting.starts_at > now:
        happened.tell(application, "off", now)
    if application.status in CHOOSING:
        application.status = ApplicationStatus.SEEN
    db.session.flush()
