"""Someone written down by an adviser beside them: told by SMS, and cancelled by a NON."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from webapp.accounts import queries as accounts
from webapp.accounts.cards import learn_birthday
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.columns import new_public_id
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.people import beside_texts, consents, journal, likeness, objections
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent, Person
from webapp.phones import gets_sms


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Who is written down, and what they agree to."""

    first_name: str
    last_name: str = ""
    phone: str | None = None  # E.164; None for someone without a phone
    language: str = ""
    birthday: str | None = None  # `14-07`
    days: int = 0  # how long the organisation may look; 0 where nothing was agreed to
    # The name of the record to come: the same wish sent twice makes one.
    public_id: str = field(default_factory=new_public_id)


def register(wish: Wish, account: Account, now: datetime, *, way: ConsentWay | None) -> Person:
    """Write someone down with their agreement, and tell their phone, which may cancel.

    `way` tells how they said yes beside the adviser; None leaves the question to the SMS.
    """
    person = written(wish, account, now, confirmed=way is not None)
    db.session.add(person)
    db.session.flush()
    journal.note(person, Act.REGISTERED, account=account, now=now)
    caseloads.begin(person, account, now)
    if wish.days:
        agree(person, account, wish.days, way, now)
    tell(person, account, asks=way is None, now=now)
    return person


def written(wish: Wish, account: Account, now: datetime, *, confirmed: bool) -> Person:
    """Return the record of a wish."""
    person = Person(
        public_id=wish.public_id,
        first_name=wish.first_name,
        last_name=wish.last_name,
        phone=wish.phone,
        phone_since=now if wish.phone else None,
        language=wish.language,
        registered_by_id=account.id,
        confirmed_at=now if confirmed else None,
        demonstration=account.demonstration,
        created_at=now,
        active_on=now.astimezone(PARIS).date(),
    )
    if wish.birthday:
        learn_birthday(person, wish.birthday)
    return person


def agree(
    person: Person, account: Account, days: int, way: ConsentWay | None, now: datetime
) -> Consent:
    """Write an agreement down with the adviser's organisation: given in presence, else asked."""
    organisation = account.organisation
    consent = consents.add(person, organisation, Purpose.FOLLOWUP, days, account, now)
    if way is not None:
        consents.give(consent, way, now)
    return consent


def tell(person: Person, account: Account, *, asks: bool, now: datetime) -> None:
    """Tell the phone who wrote its holder down; a landline gets no SMS."""
    if person.phone and gets_sms(person.phone):
        wordings = beside_texts.ASKED if asks else beside_texts.REGISTERED
        messages.queue(
            kind=Kind.REGISTERED,
            to=person.phone,
            text=beside_texts.signed(wordings, account),
            key=f"registered:{person.public_id}",
            now=now,
            person_id=person.id,
        )


def known_already(phone: str, first_name: str) -> list[Person]:
    """Return who may be the same person: this number, a first name that is alike.

    Show them only beside someone who has just read a code from that phone.
    """
    return [
        one for one in accounts.people_of(phone) if likeness.similar(one.first_name, first_name)
    ]


def may_cancel(person: Person, at: datetime) -> bool:
    """Return whether a NON still cancels the registration of this person."""
    return objections.may_cancel(
        by_someone_else=person.registered_by_id is not None,
        made_at=person.created_at,
        confirmed_at=person.confirmed_at,
        came_by_themselves=accounts.had_a_device(person.id),
        at=at,
    )


def waiting(phone: str, at: datetime) -> list[Person]:
    """Return who was written down with this number and may still say no, the latest first.

    A number that someone got later was asked nothing of this.
    """
    found = db.session.scalars(
        select(Person)
        .where(Person.phone == phone, Person.merged_into_id.is_(None))
        .where(Person.registered_by_id.is_not(None), Person.phone_since <= Person.created_at)
        .order_by(Person.created_at.desc(), Person.id.desc())
    )
    return [person for person in found if may_cancel(person, at)]


def confirm(person: Person, now: datetime) -> None:
    """Note a yes to the registration: what the same organisation asked then is agreed to."""
    person.confirmed_at = person.confirmed_at or now
    person.active_on = now.astimezone(PARIS).date()
    for consent in asked_then(person):
        consents.give(consent, ConsentWay.SMS, now)


def asked_then(person: Person) -> list[Consent]:
    """Return the agreement that was asked when this person was written down, while it waits."""
    found = select(Consent).where(
        Consent.person_id == person.id,
        Consent.asked_at == person.created_at,
        Consent.given_at.is_(None),
        Consent.refused_at.is_(None),
        Consent.stopped_at.is_(None),
    )
    return list(db.session.scalars(found))
