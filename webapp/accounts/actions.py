"""Changes of sign-in: someone enters for the first time or again, and is told of new devices."""

import secrets
from datetime import datetime

from flask import current_app

from webapp import clock, phones
from webapp.accounts import devices, known, queries, rules, sms, tries
from webapp.accounts.enums import SignInWay, Tried
from webapp.accounts.known import Question
from webapp.accounts.models import Device
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import language
from webapp.i18n import lazy_gettext as _l
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.pathways import diagnoses
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.likeness import same
from webapp.people.models import Person


class TooManyTries(Refused):
    """The one thing known was tried too often: a human helps."""

    title = _l("Beaucoup d’essais à la suite")
    advice = _l("Appelez-nous : quelqu’un vous aide à entrer.")
    code = 429


def known_here(phone: str, first_name: str) -> Person | None:
    """Return the person of a number who has this name, and let nobody else enter by it meanwhile.

    Two phones that enter at the same moment with one name are one person's, not two people.
    """
    tries.alone_with(Tried.CODE, phone)
    return queries.person_named(phone, first_name)


def waiting_requests(phone: str, first_name: str, now: datetime) -> list[Application]:
    """Return the requests that a first sign-in may join: of this number and name, not too old."""
    return queries.waiting_requests(phone, first_name, now - rules.JOINED_WITHIN)


def question_before_joining(phone: str, first_name: str, now: datetime) -> Question | None:
    """Return which employer to ask about before requests are joined; None where none wait.

    Nor is one asked who picked a wrong one not long ago: starting again is no second guess.
    """
    requests = waiting_requests(phone, first_name, now)
    question = known.among_five(requests) if requests else None
    if question and tries.too_many(question.tried, phone, now) is not None:
        return None
    return question


def enter_new(
    phone: str, first_name: str, now: datetime, *, answer: str = known.NONE_OF_THEM
) -> Person:
    """Write down someone who enters for the first time, and sign them in on this browser.

    The requests made with this number and name become theirs where `answer` names the employer.
    """
    question = question_before_joining(phone, first_name, now)
    person = add(phone, first_name, now)
    if question and answer != known.NONE_OF_THEM:
        right = known.is_right_choice(question, answer)
        tries.note(question.tried, phone, right=right, now=now)
        if right:
            join(person, waiting_requests(phone, first_name, now))
    devices.open_for_person(person, way=SignInWay.CODE, shared=True, confirmed=True, now=now)
    journal.note(person, Act.SIGNED_IN, now=now)
    return person


def add(phone: str, first_name: str, now: datetime) -> Person:
    """Write down someone who came by themselves."""
    person = Person(
        first_name=first_name,
        phone=phone,
        phone_since=now,
        language=language().prefix,
        confirmed_at=now,
        created_at=now,
        active_on=now.astimezone(PARIS).date(),
    )
    db.session.add(person)
    db.session.flush()
    return person


def join(person: Person, requests: list[Application]) -> None:
    """Make requests the person's own."""
    for request in requests:
        request.person_id = person.id
    diagnoses.open_missing(requests, clock.now())


def join_own(application: Application) -> None:
    """Make a request its person's own at once, where they made it signed in with their number."""
    person = devices.person()
    if person is None or application.person_id is not None:
        return
    if application.phone == person.phone and same(application.first_name, person.first_name):
        join(person, [application])


def enter_half(person: Person, now: datetime) -> Device:
    """Let someone known in as far as the question: a code alone opens nothing of theirs."""
    return devices.open_for_person(
        person, way=SignInWay.CODE, shared=True, confirmed=False, now=now
    )


def is_still_half(person: Person) -> bool:
    """Return whether this browser still waits for the second proof; a second press finds not.

    From this question on, nobody else enters with this number until the transaction ends.
    """
    tries.alone_with(Tried.CODE, person.phone or "")
    device = devices.current()
    if device is None:
        return False
    db.session.refresh(device)
    return device.closed_at is None and device.confirmed_at is None


def answer(person: Person, question: Question, text: str, now: datetime) -> bool:
    """Count a try at the one thing known, and let the person in where it is right.

    Raise TooManyTries past the limits; commit in both cases.
    """
    if tries.too_many(question.tried, person.public_id, now) is not None:
        raise TooManyTries
    right = known.is_right(person, question, text)
    tries.note(question.tried, person.public_id, right=right, now=now)
    if right:
        enter_again(person, now)
    return right


def enter_again(person: Person, now: datetime) -> None:
    """Open a known person's pages on this browser, and tell them where others were open before."""
    was_here = queries.had_a_device(person.id)
    devices.open_for_person(person, way=SignInWay.CODE, shared=True, confirmed=True, now=now)
    person.confirmed_at = person.confirmed_at or now
    person.active_on = now.astimezone(PARIS).date()
    if person.phone:
        join(person, waiting_requests(person.phone, person.first_name, now))
    journal.note(person, Act.SIGNED_IN, now=now)
    if was_here:
        tell_new_device(person, now)


def tell_new_device(person: Person, now: datetime) -> None:
    """Tell a person that another phone has opened their pages."""
    if not person.phone:
        return
    messages.queue(
        kind=Kind.NEW_DEVICE,
        to=person.phone,
        text=sms.new_device(phones.Phone(current_app.config["HELP_LINE"])),
        key=f"new-device-{secrets.token_hex(16)}",
        now=now,
        person_id=person.id,
    )


def say_whose(person: Person, *, shared: bool, now: datetime) -> None:
    """Make this browser the person's own phone, or one that others use too."""
    devices.open_for_person(person, way=SignInWay.CODE, shared=shared, confirmed=True, now=now)


def keep_birthday(person: Person, day: str) -> None:
    """Keep the day and month of birth, as a hash; one that is known stays."""
    if not person.birthday_hash:
        person.birthday_hash = known.birthday_hash(person.public_id, day)
