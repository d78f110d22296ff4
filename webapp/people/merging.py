"""Two records of the same person made one, by choice: everything moves, and the old name leads on.

What moves is read from the tables themselves: each column that points at a person, of any feature,
those to come too.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Column, select, update

from webapp.accounts import cards
from webapp.accounts.models import Account, Card
from webapp.errors import Refused
from webapp.extensions import Base, db
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal, likeness, recovery
from webapp.people.enums import Act
from webapp.people.models import Consent, Person


class NotNow(Refused):
    """A number that may still go back would go to the wrong record."""

    title = _l("Un changement de numéro est en cours")
    advice = _l("L’ancien numéro peut encore dire non. Réunissez les fiches après trois jours.")
    code = 409


class NotTheSame(Refused):
    """A record is not made one with itself, with an invented one, or with one that is gone."""

    title = _l("Ces deux fiches ne peuvent pas être réunies")
    advice = _l("Revenez à la fiche, et choisissez-en une autre.")
    code = 409


def pointing() -> Iterator[Column[int]]:
    """Yield every column of the product that points at a person, but the one for merged records."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == Person.__tablename__ and table.name != "person":
                yield key.parent


def keeps(one: Person, other: Person) -> tuple[Person, Person]:
    """Return which record stays and which goes into it.

    The one whose day of birth is known stays, for it is kept as a hash bound to the record; then
    the one whose person said yes; then the older.
    """
    return (one, other) if rank(one) <= rank(other) else (other, one)


def rank(person: Person) -> tuple[bool, bool, datetime, int]:
    """Return what tells which record stays: the smallest does."""
    return (
        not person.birthday_hash,
        person.confirmed_at is None,
        person.created_at,
        person.id,
    )


def merge(
    kept: Person, gone: Person, phone: str | None, account: Account | None, now: datetime
) -> None:
    """Move everything of one record to another of the same person, who reads so in the journal.

    `phone` is the number that stays. Raise NotNow or NotTheSame.
    """
    check(kept, gone, phone, now)
    db.session.flush()
    for column in pointing():
        db.session.execute(
            update(column.table).where(column == gone.id).values({column.name: kept.id})
        )
    db.session.execute(
        update(Person).where(Person.merged_into_id == gone.id).values(merged_into_id=kept.id)
    )
    former = gone.public_id
    take_facts(kept, gone, phone, now)
    empty(gone, kept)
    db.session.flush()
    db.session.expire_all()
    keep_one_card(kept, now)
    keep_last_words(kept, now)
    journal.note(kept, Act.MERGED, account=account, now=now, former=former)


def check(kept: Person, gone: Person, phone: str | None, now: datetime) -> None:
    """Refuse what cannot be made one."""
    if recovery.pending(kept, now) or recovery.pending(gone, now):
        raise NotNow
    merged = kept.merged_into_id is not None or gone.merged_into_id is not None
    if kept.id == gone.id or merged or kept.demonstration != gone.demonstration:
        raise NotTheSame
    if phone not in (kept.phone, gone.phone):
        raise NotTheSame


def take_facts(kept: Person, gone: Person, phone: str | None, now: datetime) -> None:
    """Fill in what the record that stays lacks; the chosen number takes its place."""
    if kept.phone != phone:
        kept.phone, kept.phone_since = phone, gone.phone_since or now
    kept.last_name = kept.last_name or gone.last_name
    kept.language = kept.language or gone.language
    kept.settings = {**gone.settings, **kept.settings}
    kept.registered_by_id = kept.registered_by_id or gone.registered_by_id
    kept.confirmed_at = min(filter(None, (kept.confirmed_at, gone.confirmed_at)), default=None)
    kept.created_at = min(kept.created_at, gone.created_at)
    kept.active_on = max(kept.active_on, gone.active_on)


def empty(gone: Person, kept: Person) -> None:
    """Leave of a record only where it leads."""
    gone.merged_into_id = kept.id
    gone.first_name, gone.last_name, gone.language = "", "", ""
    gone.phone, gone.phone_since, gone.birthday_hash = None, None, None
    gone.settings, gone.registered_by_id = {}, None


def keep_one_card(kept: Person, now: datetime) -> None:
    """Let the last card made open, and end the others."""
    last = cards.current(kept)
    for card in db.session.scalars(
        select(Card).where(Card.person_id == kept.id, Card.revoked_at.is_(None))
    ):
        if card is not last:
            card.revoked_at = now


def keep_last_words(kept: Person, now: datetime) -> None:
    """Where both records had a word for an organisation and a purpose, let the last one count.

    A question that was not answered is no word of the person: it ends nothing, and still waits.
    """
    found = db.session.scalars(select(Consent).where(Consent.person_id == kept.id))
    answered = [(said, one) for one in found if (said := said_at(one)) is not None]
    last: dict[tuple[int, str], datetime] = {}
    for said, one in answered:
        key = (one.organisation_id, one.purpose)
        last[key] = max(said, last.get(key, said))
    for said, one in answered:
        if one.stopped_at is None and said < last[one.organisation_id, one.purpose]:
            one.stopped_at = now


def said_at(consent: Consent) -> datetime | None:
    """Return when the person last said something of an agreement; None before they answered."""
    said = (consent.given_at, consent.refused_at, consent.stopped_at)
    return max(filter(None, said), default=None)


def twins(person: Person, among: object) -> list[Person]:
    """Return the records that may be the same person's, of those a statement allows.

    `among` is the condition of what the reader may see: the same number, or the same last name,
    with a first name that is alike.
    """
    rows = db.session.execute(
        select(Person.id, Person.first_name, Person.last_name, Person.phone)
        .where(among, Person.id != person.id)  # type: ignore[arg-type]
        .where(Person.merged_into_id.is_(None), Person.demonstration == person.demonstration)
    )
    ids = [row.id for row in rows if is_twin(person, row.first_name, row.last_name, row.phone)]
    return list(db.session.scalars(select(Person).where(Person.id.in_(ids)).order_by(Person.id)))


def is_twin(person: Person, first_name: str, last_name: str, phone: str | None) -> bool:
    """Return whether a record may be the same person's; accents and capitals tell nothing."""
    if not likeness.similar(first_name, person.first_name):
        return False
    return (phone is not None and phone == person.phone) or likeness.same(
        last_name, person.last_name
    )


def leads_to(person: Person) -> Person:
    """Return the record that took a merged one in; the record itself where none did."""
    if person.merged_into_id is None:
        return person
    return db.session.get_one(Person, person.merged_into_id)
