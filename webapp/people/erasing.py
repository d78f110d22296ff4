"""Erase someone: every row that holds something of them, then the bytes that a file keeps beneath.

Each table of the database is either in `TRACES`, with the rows of it that go, or in `NOBODYS`,
because it holds nothing of people who look for work: a test refuses a table that is in neither. An
erasure leaves one line, which names nobody, in the database and in a file of the data folder; after
a restore the file tells whom to erase again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, Table, delete, false, or_, select

from webapp.accounts import tries
from webapp.accounts.enums import Tried
from webapp.accounts.models import Attempt, Card, Device, Passkey, SignInCode, Together
from webapp.alerts.models import Alert
from webapp.applications import actions as applications
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application, AskedBySms, Meeting
from webapp.applications.rules import plain
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.bysms.models import Talk
from webapp.clock import PARIS
from webapp.cv.models import Cv
from webapp.extensions import Base, db
from webapp.followup.models import Following, Note, Task, TimelineEvent
from webapp.gatherings.models import Seat
from webapp.helping.models import HelpRequest, HelpStep
from webapp.messages.models import Inbound, Message, NumberState, PushSubscription
from webapp.pathways import traces as pathways
from webapp.people import ledger
from webapp.people.models import (
    Consent,
    Erasure,
    JournalEntry,
    Person,
    PersonWord,
    PhoneChange,
    SensitiveFact,
)
from webapp.presenting.models import Presentation
from webapp.pwa.models import SentOnce


@dataclass(frozen=True)
class Subject:
    """Whom to erase: their records, their requests, and the numbers that nobody else uses."""

    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()  # public names of the records
    requests: tuple[int, ...] = ()
    request_names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


COPIES = timedelta(days=30)  # the oldest copy of the database that is kept
Trace = Callable[[Subject], ColumnElement[bool]]


def attempts(subject: Subject) -> ColumnElement[bool]:
    """Return the tries made on their numbers and records: keyed hashes, with or without a name."""
    hashes = [
        tries.subject_hash(kind, text) for kind in Tried for text in subject.phones + subject.names
    ]
    return Attempt.subject.in_(hashes)


def voice_messages(subject: Subject) -> Select[int]:
    """Return the query of the messages that they left with their requests."""
    return select(VoiceMessage.id).where(VoiceMessage.application_id.in_(subject.requests))


def presses(subject: Subject) -> ColumnElement[bool]:
    """Return the presses that led to one of their requests."""
    return or_(false(), *(SentOnce.to.contains(name) for name in subject.request_names))


def of_people(theirs: Callable[[tuple[int, ...]], ColumnElement[bool]]) -> Trace:
    """Return the condition of rows that records alone tell to be someone's."""
    return lambda subject: theirs(subject.people)


def helped(subject: Subject) -> ColumnElement[bool]:
    """Return their requests for help: joined to a record, or of a number that is theirs alone."""
    return or_(
        HelpRequest.person_id.in_(subject.people),
        HelpRequest.person_id.is_(None) & HelpRequest.phone.in_(subject.phones),
    )


# The rows of each table that are someone's, children before their parents.
TRACES: Mapping[type[Base], Trace] = {
    Attempt: attempts,
    SignInCode: lambda subject: SignInCode.phone.in_(subject.phones),
    Inbound: lambda subject: Inbound.sender.in_(subject.phones),
    Alert: lambda subject: or_(
        Alert.person_id.in_(subject.people), Alert.phone.in_(subject.phones)
    ),
    Seat: lambda subject: or_(Seat.person_id.in_(subject.people), Seat.phone.in_(subject.phones)),
    Talk: lambda subject: Talk.phone.in_(subject.phones),
    NumberState: lambda subject: NumberState.phone.in_(subject.phones),
    Message: lambda subject: or_(
        Message.person_id.in_(subject.people), Message.recipient.in_(subject.phones)
    ),
    VoicePiece: lambda subject: VoicePiece.message_id.in_(voice_messages(subject)),
    VoiceMessage: lambda subject: VoiceMessage.application_id.in_(subject.requests),
    Presentation: lambda subject: Presentation.person_id.in_(subject.people),
    AskedBySms: lambda subject: AskedBySms.application_id.in_(subject.requests),
    Meeting: lambda subject: Meeting.application_id.in_(subject.requests),
    **{table: of_people(theirs) for table, theirs in pathways.TRACES.items()},
    Application: lambda subject: Application.id.in_(subject.requests),
    SentOnce: presses,
    PushSubscription: lambda subject: PushSubscription.person_id.in_(subject.people),
    HelpStep: lambda subject: HelpStep.help_request_id.in_(
        select(HelpRequest.id).where(helped(subject))
    ),
    HelpRequest: lambda subject: helped(subject),
    Card: lambda subject: Card.person_id.in_(subject.people),
    Cv: lambda subject: Cv.person_id.in_(subject.people),
    Consent: lambda subject: Consent.person_id.in_(subject.people),
    Following: lambda subject: Following.person_id.in_(subject.people),
    Note: lambda subject: Note.person_id.in_(subject.people),
    Task: lambda subject: Task.person_id.in_(subject.people),
    TimelineEvent: lambda subject: TimelineEvent.person_id.in_(subject.people),
    Together: lambda subject: Together.person_id.in_(subject.people),
    Device: lambda subject: Device.person_id.in_(subject.people),
    JournalEntry: lambda subject: JournalEntry.person_id.in_(subject.people),
    Passkey: lambda subject: Passkey.person_id.in_(subject.people),
    PhoneChange: lambda subject: PhoneChange.person_id.in_(subject.people),
    SensitiveFact: lambda subject: SensitiveFact.person_id.in_(subject.people),
    PersonWord: lambda subject: PersonWord.person_id.in_(subject.people),
    Person: lambda subject: Person.id.in_(subject.people),
}
TOGETHER = 500  # names asked at once: databases take no more than some thousands
# Tables that hold nothing of people who look for work.
NOBODYS = frozenset(
    {"committee", "committee_member"}
    | {"account", "call_report", "contact", "email_link", "erasure", "help_place", "invitation"}
    | {"presentation_order", "digest", "published_quarter"}
    | {"offer", "offer_search", "organisation", "organisation_log", "report", "site"}
    | {"told_message", "responsibility", "collective_act", "act_version", "act_file"}
    | {"forecast", "gathering"}
    | {"gtfs_call", "gtfs_network", "gtfs_pattern", "gtfs_runs", "gtfs_service", "gtfs_stop"}
)


def erase(person: Person, now: datetime) -> None:
    """Erase someone, with the records that became theirs; a line that names nobody stays.

    The line is written in the file first: cut in between, they are erased after the next restore
    rather than forgotten by it. Call `sweep` once this is committed.
    """
    subject = subject_of(person)
    names = subject.names + subject.request_names
    ledger.write(names, now)
    for name in names:
        db.session.add(Erasure(subject=name, at=now, kept=kept(now)))
    remove(subject)


def kept(now: datetime) -> list[dict[str, str]]:
    """Return what stays of someone for a time, and why: old copies, until they are replaced."""
    until = (now.astimezone(PARIS).date() + COPIES).isoformat()
    return [{"kind": "copies", "reason": "breakdown", "until": until}]


def remove(subject: Subject) -> None:
    """Delete every row of someone, and take their open requests out of the offers' counts."""
    for request in requests_named(subject.requests):
        if request.status != ApplicationStatus.WITHDRAWN:
            applications.count_request(request.offer, -1)
    for table, trace in TRACES.items():
        db.session.execute(
            delete(table).where(trace(subject)).execution_options(synchronize_session=False)
        )


def erase_again(names: Iterable[str]) -> int:
    """Erase the people and the requests of these public names that a restore brought back.

    Return how many came back.
    """
    wanted, count = list(names), 0
    for begin in range(0, len(wanted), TOGETHER):
        some = wanted[begin : begin + TOGETHER]
        found = select(Person).where(Person.public_id.in_(some)).order_by(Person.id)
        people = db.session.scalars(found).all()
        for person in people:
            remove(subject_of(person))
        count += len(people) + requests_again(some)
    return count


def requests_again(names: list[str]) -> int:
    """Erase the requests of these public names that nobody's record led to; return how many."""
    found = select(Application).where(Application.public_id.in_(names)).order_by(Application.id)
    alone = db.session.scalars(found).all()
    if alone:
        remove(without_record(alone))
    return len(alone)


def subject_of(person: Person) -> Subject:
    """Return whom to erase when this person is: also the records merged into theirs."""
    people = records_of(person)
    ids = tuple(one.id for one in people)
    phones = phones_of(people)
    requests = requests_of(people, phones)
    return Subject(
        people=ids,
        names=tuple(one.public_id for one in people),
        requests=tuple(one.id for one in requests),
        request_names=tuple(one.public_id for one in requests),
        phones=theirs_alone(phones | {one.phone for one in requests}, ids, requests),
    )


def without_record(requests: Iterable[Application]) -> Subject:
    """Return whom to erase of requests that were never joined to a record."""
    found = list(requests)
    return Subject(
        requests=tuple(one.id for one in found),
        phones=theirs_alone({one.phone for one in found}, (), found),
    )


def records_of(person: Person) -> list[Person]:
    """Return a person's record and every record that was merged into it, however far."""
    found = [person]
    for one in found:
        found += db.session.scalars(
            select(Person).where(Person.merged_into_id == one.id).order_by(Person.id)
        )
    return found


def phones_of(people: list[Person]) -> set[str]:
    """Return every number that these records have or had."""
    ids = [one.id for one in people]
    changes = db.session.scalars(select(PhoneChange).where(PhoneChange.person_id.in_(ids)))
    had = {number for change in changes for number in (change.old_phone, change.new_phone)}
    return {number for number in had | {one.phone for one in people} if number}


def requests_of(people: list[Person], phones: set[str]) -> list[Application]:
    """Return their requests: those joined to a record, and those of the same number and name."""
    ids, names = {one.id for one in people}, {plain(one.first_name) for one in people}
    found = db.session.scalars(
        select(Application)
        .where(or_(Application.person_id.in_(ids), Application.phone.in_(phones)))
        .order_by(Application.id)
    )
    return [one for one in found if one.person_id in ids or is_unjoined(one, names)]


def is_unjoined(request: Application, names: set[str]) -> bool:
    """Return whether a request of the same number, joined to nobody, has one of these names."""
    return request.person_id is None and plain(request.first_name) in names


def theirs_alone(
    phones: set[str], people: tuple[int, ...], requests: Iterable[Application]
) -> tuple[str, ...]:
    """Return the numbers that no other person and no other request has: some are shared."""
    own = [one.id for one in requests]
    others = select(Person.phone).where(Person.phone.in_(phones), Person.id.not_in(people))
    asked = select(Application.phone).where(
        Application.phone.in_(phones), Application.id.not_in(own)
    )
    shared = set(db.session.scalars(others)) | set(db.session.scalars(asked))
    return tuple(sorted(phones - shared))


def requests_named(ids: tuple[int, ...]) -> Iterable[Application]:
    """Return the requests of these numbers."""
    return db.session.scalars(select(Application).where(Application.id.in_(ids))).all()


def tables_of_people() -> list[Table]:
    """Return the tables from which something goes when someone is erased."""
    return [Base.metadata.tables[table.__tablename__] for table in TRACES]
