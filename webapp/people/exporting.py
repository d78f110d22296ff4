"""All that is kept about someone, for themselves: as JSON, and as a page to read.

Each table that points to a person is in `TOLD`: a test refuses one that is not.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account, Card, Device, Passkey, Together
from webapp.alerts.models import Alert
from webapp.alerts.queries import of_person as alerts_of
from webapp.applications.models import Application
from webapp.applications.voice import queries as voice
from webapp.applications.voice.actions import content
from webapp.cv.models import Cv
from webapp.extensions import Base, db
from webapp.followup.enums import Readers
from webapp.followup.models import Following, Note, Task, TimelineEvent
from webapp.gatherings.models import Seat
from webapp.helping.models import HelpRequest
from webapp.messages.models import Message, PushSubscription
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation
from webapp.pathways import traces as pathways
from webapp.people import sensitive
from webapp.people.models import (
    Consent,
    JournalEntry,
    Person,
    PersonWord,
    PhoneChange,
    SensitiveFact,
)
from webapp.presenting.models import Presentation

Rows = Sequence[Mapping[str, Any]]
MEETING = ("slots", "proposed_at", "starts_at", "chosen_at", "chosen_by", "over_at", "over_by")
FACTS = ("first_name", "last_name", "phone", "phone_since", "language", "settings", "created_at")


def everything(person: Person, now: datetime) -> dict[str, Any]:
    """Return all that is kept about someone; every value is one that JSON can hold."""
    told = {
        "made_at": now,
        "person": {name: getattr(person, name) for name in FACTS}
        | {"active_on": person.active_on, "birthday_known": person.birthday_hash is not None},
        **{name: part(person) for name, part in PARTS.items()},
    }
    plain: dict[str, Any] = jsonable(told)
    return plain


def jsonable(value: Any) -> Any:
    """Return a value as JSON holds it: moments and days in ISO 8601."""
    if isinstance(value, Mapping):
        return {str(name): jsonable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def columns(row: Base, *names: str) -> dict[str, Any]:
    """Return some columns of a row by their names."""
    return {name: getattr(row, name) for name in names}


def requests(person: Person) -> Rows:
    """Return their requests, each with its offer and employer."""
    found = db.session.scalars(
        select(Application)
        .where(Application.person_id == person.id)
        .options(joinedload(Application.offer).joinedload(Offer.organisation))
        .order_by(Application.created_at, Application.id)
    )
    told = ("way", "status", "first_name", "phone", "moment", "for_someone", "helper_name")
    dates = (
        *("created_at", "answer_by", "seen_at", "called_at", "answered_at", "met_at", "ended_at"),
        *("reason", "diagnosis_wanted_on", "person_called_at"),
    )
    return [
        {
            "offer": one.offer.public_id,
            "job": one.offer.job,
            "employer": one.offer.organisation.name,
            **columns(one, *told, *dates),
            "message": message(one),
            "meetings": [columns(meeting, *MEETING) for meeting in one.meetings],
        }
        for one in found
    ]


def message(request: Application) -> Mapping[str, Any] | None:
    """Return the message left with a request: its words, or its sound (MP3 in base64)."""
    found = voice.ready(request)
    if found is None:
        return None
    held = content(found)
    told = {"words": held.decode()} if found.written else {"sound": b64encode(held).decode()}
    return {**told, **columns(found, "seconds", "created_at", "opened_at")}


def helps(person: Person) -> Rows:
    """Return their requests for help, each with the steps that are theirs to read."""
    found = db.session.scalars(
        select(HelpRequest).where(HelpRequest.person_id == person.id).order_by(HelpRequest.id)
    )
    told = ("need", "status", "first_name", "phone", "insee", "created_at", "due_on", "closed_at")
    return [
        {
            "organisation": one.organisation.name if one.organisation else None,
            "steps": [columns(step, "kind", "text", "shown", "at") for step in one.steps],
            **columns(one, *told),
        }
        for one in found
    ]


def agreements(person: Person) -> Rows:
    """Return what they were asked to allow, and what they answered."""
    found = db.session.scalars(
        select(Consent).where(Consent.person_id == person.id).order_by(Consent.id)
    )
    told = ("purpose", "days", "way", "asked_at", "given_at", "until", "refused_at", "stopped_at")
    return [{"organisation": one.organisation.name, **columns(one, *told)} for one in found]


def journal(person: Person) -> Rows:
    """Return who saw or changed what."""
    found = db.session.scalars(
        select(JournalEntry)
        .where(JournalEntry.person_id == person.id)
        .options(joinedload(JournalEntry.account), joinedload(JournalEntry.organisation))
        .order_by(JournalEntry.at, JournalEntry.id)
    )
    return [
        {
            "by": one.account.first_name if one.account else None,
            "function": one.account.function if one.account else None,
            "organisation": one.organisation.name if one.organisation else None,
            **columns(one, "act", "about", "at"),
        }
        for one in found
    ]


def messages(person: Person) -> Rows:
    """Return what was sent to them; a code's text is not kept."""
    return rows(Message, person, "channel", "kind", "recipient", "text", "status", "created_at")


def devices(person: Person) -> Rows:
    """Return where they are or were signed in."""
    told = ("label", "way", "shared", "created_at", "seen_on", "expires_at", "closed_at")
    return rows(Device, person, *told)


def notifications(person: Person) -> Rows:
    """Return which phones take notifications for them."""
    return rows(PushSubscription, person, "endpoint", "created_at")


def sessions_of_two(person: Person) -> Rows:
    """Return when an adviser sat beside them, and how much was done together."""
    return rows(Together, person, "place", "started_at", "ended_at", "acts")


def keys(person: Person) -> Rows:
    """Return their passkeys, by the names they gave."""
    return rows(Passkey, person, "label", "created_at", "used_at")


def cv(person: Person) -> Rows:
    """Return what they chose for their CV, by stable keys."""
    return rows(Cv, person, "answers", "changed_at")


def cards(person: Person) -> Rows:
    """Return their paper cards; the code is kept nowhere."""
    return rows(Card, person, "created_at", "revoked_at")


def phone_changes(person: Person) -> Rows:
    """Return the numbers that an adviser changed."""
    told = ("old_phone", "new_phone", "made_at", "object_until", "objected_at")
    return rows(PhoneChange, person, *told)


def sealed(person: Person) -> Mapping[str, str]:
    """Return what is sealed for others, opened for them."""
    return sensitive.own(person)


def followers(person: Person) -> Rows:
    """Return who follows or followed them, and where."""
    found = db.session.execute(
        select(Following, Account.first_name, Organisation.name)
        .outerjoin(Account, Account.id == Following.account_id)
        .join(Organisation, Organisation.id == Following.organisation_id)
        .where(Following.person_id == person.id)
        .order_by(Following.id)
    )
    return [
        {"by": name, "organisation": place, **columns(one, "since", "ended_at")}
        for one, name, place in found
    ]


def timeline(person: Person) -> Rows:
    """Return what happened, of what is marked for them."""
    return marked(TimelineEvent, person, "kind", "at", "about")


def notes(person: Person) -> Rows:
    """Return the notes read with them; of the others, that they are: who wrote them tells them."""
    others = db.session.execute(
        select(Organisation.name, Note.created_at)
        .join(Organisation, Organisation.id == Note.organisation_id)
        .where(Note.person_id == person.id, Note.readers != Readers.PERSON)
        .order_by(Note.id)
    )
    read = marked(Note, person, "text", "created_at", "changed_at")
    return [*read, *({"organisation": name, "created_at": at} for name, at in others)]


def tasks(person: Person) -> Rows:
    """Return the next steps that are marked for them."""
    return marked(Task, person, "title", "due_on", "state", "of_person", "created_at", "changed_at")


def marked(table: type[Any], person: Person, *names: str) -> Rows:
    """Return some columns of a table's rows that are marked for them to read."""
    wanted = (table.person_id == person.id, table.readers == Readers.PERSON)
    found = db.session.scalars(select(table).where(*wanted).order_by(table.id))
    return [columns(one, *names) for one in found]


def rows(table: type[Any], person: Person, *names: str) -> Rows:
    """Return some columns of a table's rows that are theirs, in order."""
    found = db.session.scalars(select(table).where(table.person_id == person.id).order_by(table.id))
    return [columns(one, *names) for one in found]


def alerts(person: Person) -> Rows:
    """Return what they want to be told about by SMS, left with their number alone too."""
    asked = ("phone", "first_name", "family", "word", "insee", "needs")
    told = ("created_at", "confirmed_at", "sent_on")
    return [columns(one, *asked, *told) for one in alerts_of(person)]


def seats(person: Person) -> Rows:
    """Return their seats in information meetings."""
    return rows(Seat, person, "first_name", "phone", "state", "asked_at", "held_at", "came")


def presentations(person: Person) -> Rows:
    """Return the sentences by which an adviser presented them, and their own no."""
    return rows(Presentation, person, "sentence", "made_at", "refused_at")


PARTS: Mapping[str, Callable[[Person], Any]] = {
    "requests": requests,
    "helps": helps,
    "agreements": agreements,
    "journal": journal,
    "messages": messages,
    "devices": devices,
    "notifications": notifications,
    "passkeys": keys,
    "together": sessions_of_two,
    "cards": cards,
    "cv": cv,
    "phone_changes": phone_changes,
    "sensitive": sealed,
    "followers": followers,
    "timeline": timeline,
    "notes": notes,
    "tasks": tasks,
    "alerts": alerts,
    "seats": seats,
    "presentations": presentations,
    **pathways.PARTS,
}
TOLD = frozenset(
    {Application, Consent, JournalEntry, Message, Device, Passkey, Card, PhoneChange}
    | {SensitiveFact, Person, PersonWord, Following, TimelineEvent, Note, Task, Together}
    | {PushSubscription, HelpRequest}
    | {Alert, Presentation, Seat}
    | {Cv}
    | pathways.TOLD
)
