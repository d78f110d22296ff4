"""Short words by SMS about requests: a person chooses or cannot come, a contact answers in a word.

A contact's word is about the person whom the last SMS named, or about the one whose first name it
holds. A person's digit or NON is about the meeting to which they were last invited.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from webapp.applications import (
    answers,
    inviting,
    queries,
    reply_texts,
    rules,
    slots,
    telling,
    texts,
)
from webapp.applications.enums import ANSWERABLE, ApplicationStatus, Chosen, Reason
from webapp.applications.models import Application
from webapp.clock import now
from webapp.errors import Refused
from webapp.messages import words
from webapp.messages.enums import Word
from webapp.messages.inbound import on
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.organisations.models import Contact

WHY_FOR = timedelta(hours=2)  # after a no, a digit tells why
ASKED_FOR = timedelta(days=14)  # after an SMS about someone, a bare yes or no is about them
DIGIT = frozenset("123456789")


@on(Word.CHOICE)
def choice(received: Inbound) -> str | None:
    """Keep the moment or the reason that a digit means."""
    asked = queries.invitation_of(received.sender, received.at)
    number = digit_of(received.text)
    return chosen(asked, number) if asked else reason(received, number)


def digit_of(text: str) -> int:
    """Return the digit of a message that holds one."""
    return next(int(sign) for sign in words.simplified(text) if sign in DIGIT)


def chosen(asked: Application, number: int) -> str:
    """Keep the moment of this number, or say which are left."""
    meeting, moment = asked.meeting, now()
    if meeting is None or number > len(meeting.moments):
        return left(asked, moment)
    try:
        inviting.choose(asked, meeting.moments[number - 1], Chosen.SMS, moment)
    except Refused:
        return left(asked, moment)
    host, offer = meeting.host, asked.offer
    return reply_texts.chosen(
        inviting.name_of(host),
        texts.moment_text(meeting.moments[number - 1], telling.zone_of(offer)),
        offer.address or offer.organisation.address,
        telling.shown(host.phone) if host else "",
    )


def left(asked: Application, moment: datetime) -> str:
    """Return which moments can still be chosen, by their numbers."""
    meeting, zone = asked.meeting, telling.zone_of(asked.offer)
    free = inviting.free(meeting, moment) if meeting else []
    numbers = [
        f"{number}: {texts.short_moment(one, zone)}"
        for number, one in enumerate(meeting.moments if meeting else [], 1)
        if one in free
    ]
    host = telling.contact_of(asked, moment)
    return reply_texts.left(
        numbers, inviting.name_of(host), telling.shown(host.phone) if host else ""
    )


@waiting
def invitation(received: Inbound) -> list[Question]:
    """Return whether someone comes, for the number of a person who is invited."""
    asked = queries.invitation_of(received.sender, received.at)
    held = asked.meeting if asked else None
    if asked is None or held is None:
        return []
    recalled = held.starts_at - slots.EVE if held.starts_at else held.proposed_at
    signs = [held.proposed_at, held.chosen_at, recalled if recalled <= received.at else None]
    return [
        Question(
            max(filter(None, signs)), lambda: coming(asked, received), lambda: not_coming(asked)
        )
    ]


def coming(asked: Application, received: Inbound) -> str:
    """Say again to a person when they are expected; a yes to one moment alone chooses it."""
    meeting = asked.meeting
    if meeting is None or (meeting.starts_at is None and len(meeting.moments) > 1):
        return left(asked, received.at)
    wanted = meeting.starts_at or meeting.moments[0]
    return chosen(asked, meeting.moments.index(wanted) + 1)


def not_coming(asked: Application) -> str:
    """Note that a person cannot come; who receives proposes other moments."""
    host = telling.contact_of(asked, now())
    inviting.cannot(asked, now())
    return reply_texts.cannot(inviting.name_of(host), telling.shown(host.phone) if host else "")


@waiting
def someone_waits(received: Inbound) -> list[Question]:
    """Return what comes of the person whom this contact was last asked about."""
    row, asked = queries.asked_row(received.sender), meant(received)
    if asked is None or row is None or row.at < received.at - ASKED_FOR:
        return []
    if asked.status not in ANSWERABLE:
        return []
    return [Question(row.at, lambda: calling(asked, received), lambda: declined(asked))]


@on(Word.CALLED)
def called(received: Inbound) -> str | None:
    """A contact calls the person."""
    return about(received, calling)


@on(Word.CALL_ME)
def calls_by_name(received: Inbound) -> str | None:
    """A contact calls the person whom they name: “RAPPEL Irina” asks for no call of ours."""
    return about(received, calling) if named(received) else None


@on(Word.MEETING)
def meeting(received: Inbound) -> str | None:
    """A contact invites the person: some moments within their hours are proposed."""
    return about(received, proposing)


@on(Word.HIRED)
def hired(received: Inbound) -> str | None:
    """A contact wants the person."""
    return about(received, hiring)


def about(received: Inbound, act: Callable[[Application, Inbound], str]) -> str | None:
    """Do something about the person whom a contact means; None where the number is no contact's."""
    asked = meant(received)
    if asked is None:
        return None
    try:
        return act(asked, received)
    except Refused:
        return reply_texts.over(asked.first_name)


def meant(received: Inbound) -> Application | None:
    """Return whom a contact's words are about: named in them, else the last asked about."""
    someone = named(received)
    if someone is not None:
        return someone
    last = queries.asked_by_sms(received.sender)
    return last if last is not None and answers_for(last, received.sender) else None


def named(received: Inbound) -> Application | None:
    """Return the one person who waits and whose first name a contact's words hold."""
    said = {rules.plain(word) for word in words.simplified(received.text).split()}
    found = queries.waiting_named(received.sender)
    people = [one for one in found if rules.plain(one.first_name) in said]
    return people[0] if len(people) == 1 else None


def answers_for(asked: Application, phone: str) -> bool:
    """Return whether this number still is that of someone of the structure that was asked."""
    here: list[Contact] = asked.offer.organisation.contacts
    return any(contact.phone == phone for contact in here)


def calling(asked: Application, _received: Inbound) -> str:
    """Note the call, and say what to answer after it."""
    answers.call(asked, now())
    return reply_texts.calling(asked.first_name, telling.shown(asked.phone))


def proposing(asked: Application, received: Inbound) -> str:
    """Propose a few moments of the coming days."""
    moments = slots.first_few(inviting.proposable(asked, now()))
    inviting.propose(asked, moments, now())
    zone = telling.zone_of(asked.offer)
    said = ", ".join(texts.short_moment(one, zone) for one in moments)
    return reply_texts.proposed(asked.first_name, said, then(received))


def hiring(asked: Application, received: Inbound) -> str:
    """Note that the person is wanted."""
    answers.hire(asked, now())
    wanted = asked.diagnosis_wanted_on is not None
    return reply_texts.hiring(asked.first_name, then(received), diagnosis=wanted)


def declined(asked: Application) -> str:
    """Note that it is not for this time, and ask why."""
    answers.decline(asked, Reason.UNSAID, now())
    return reply_texts.why(asked.first_name)


def reason(received: Inbound, number: int) -> str | None:
    """Keep why it is not for this time, from the digit that follows a no."""
    asked = queries.asked_by_sms(received.sender)
    if asked is None or asked.status != ApplicationStatus.NOT_SELECTED or asked.ended_at is None:
        return None
    if number > len(reply_texts.REASONS) or received.at - asked.ended_at > WHY_FOR:
        return None
    answers.decline(asked, reply_texts.REASONS[number - 1], now())
    return reply_texts.thanks(asked.first_name) + then(received)


def then(received: Inbound) -> str:
    """Return who is to be answered next, and keep that a word is about them now."""
    found = queries.waiting_named(received.sender)
    following = next((one for one in found if is_first(one)), None)
    if following is None:
        return ""
    telling.keep_asked(received.sender, following, received.at)
    return reply_texts.following(following.first_name, telling.shown(following.phone))


def is_first(asked: Application) -> bool:
    """Return whether nobody has answered this person yet."""
    return asked.status in queries.FIRST and asked.called_at is None and asked.status in ANSWERABLE
