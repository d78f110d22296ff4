"""Paper cards: made, shown once, opened with one thing the person knows, revoked in one press.

A card opens with the day and the month of birth alone, never with the employer among five: who
finds a card would guess one time in five. The first name is asked too, and stands nowhere on the
paper. Every wrong answer is told in the same words, whatever was wrong.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from webapp import phones
from webapp.accounts import card_code, known, tries
from webapp.accounts.enums import Tried
from webapp.accounts.models import Account, Card
from webapp.extensions import db
from webapp.messages import actions as messages
from webapp.messages.enums import Kind
from webapp.people import journal, likeness
from webapp.people.enums import Act
from webapp.people.models import Person

MOST_WRONG = 10  # wrong answers in a row, then the card ends: 10 birthdays of 366
USED = "Votre carte À deux pas a ouvert un téléphone. Ce n’est pas vous ? Appelez le {phone}."


@dataclass(frozen=True)
class Shown:
    """What someone shows to open a card: its code, and what they know."""

    code: str
    first_name: str
    birthday: str  # known.birthday(day, month)


def make(person: Person, account: Account | None, now: datetime) -> str:
    """Make a card, end the former ones, and return its code, which is kept nowhere."""
    end_all(person, now)
    code = card_code.new_code()
    db.session.add(Card(person=person, code_hash=hashed(code), account=account, created_at=now))
    journal.note(person, Act.CARD_MADE, account=account, now=now)
    return code


def hashed(code: str) -> str:
    """Return what is kept of a code."""
    return tries.hashed(f"card|{code}")


def revoke(person: Person, account: Account | None, now: datetime) -> None:
    """End a person's card at once; pressing again changes nothing."""
    if end_all(person, now):
        journal.note(person, Act.CARD_REVOKED, account=account, now=now)


def end_all(person: Person, now: datetime) -> int:
    """End every card of a person; return how many there were."""
    wanted = select(Card).where(Card.person_id == person.id, Card.revoked_at.is_(None))
    cards = db.session.scalars(wanted).all()
    for card in cards:
        card.revoked_at = now
    return len(cards)


def current(person: Person) -> Card | None:
    """Return the card that opens for this person today, if they have one."""
    return db.session.scalars(
        select(Card)
        .where(Card.person_id == person.id, Card.revoked_at.is_(None))
        .order_by(Card.id.desc())
        .limit(1)
    ).first()


def needs_birthday(person: Person) -> bool:
    """Return whether the day of birth is to be asked before a card can be made."""
    return not person.birthday_hash


def learn_birthday(person: Person, answer: str) -> None:
    """Keep the keyed hash of a day and month of birth, as `14-07`."""
    person.birthday_hash = known.birthday_hash(person.public_id, answer)


def wait(code: str, now: datetime) -> timedelta | None:
    """Return how long this code, browser or network has to wait; None when one may try."""
    tries.named_browser()
    return tries.too_many(Tried.CARD, code, now)


def shown_by(shown: Shown, now: datetime) -> Person | None:
    """Return the person whose card and birthday these are; None whatever is wrong.

    Each try is noted, on the code and on the person: commit it in both cases. Ask `wait` first.
    """
    card = open_card(shown.code)
    right = card is not None and is_right(card, shown, now)
    tries.note(Tried.CARD, shown.code, right=right, now=now)
    if card is None:
        return None
    tries.note(Tried.KNOWN, card.person.public_id, right=right, now=now)
    count(card, right=right, now=now)
    return card.person if right else None


def open_card(code: str) -> Card | None:
    """Return the card of a code, unless it ended or its person went."""
    wanted = select(Card).where(Card.code_hash == hashed(code), Card.revoked_at.is_(None))
    card = db.session.scalars(wanted).one_or_none()
    return card if card is not None and card.person.merged_into_id is None else None


def is_right(card: Card, shown: Shown, now: datetime) -> bool:
    """Return whether the name and the birthday are those of the card's person."""
    person = card.person
    if tries.too_many(Tried.KNOWN, person.public_id, now) or needs_birthday(person):
        return False
    knows = known.is_right(person, known.Question(known.BIRTHDAY), shown.birthday)
    return knows and likeness.similar(shown.first_name, person.first_name)


def count(card: Card, *, right: bool, now: datetime) -> None:
    """Count wrong answers in a row; end the card when someone seems to guess."""
    card.wrong_tries = 0 if right else card.wrong_tries + 1
    if card.wrong_tries >= MOST_WRONG:
        revoke(card.person, None, now)


def tell_use(person: Person, help_line: phones.Phone, now: datetime) -> None:
    """Note in the journal that the card opened a device, and tell the person's phone if any."""
    entry = journal.note(person, Act.CARD_USED, now=now)
    db.session.flush()
    if person.phone:
        messages.queue(
            kind=Kind.CARD_USED,
            to=person.phone,
            text=USED.format(phone=help_line.shown),
            key=f"card-used-{entry.id}",
            now=now,
            person_id=person.id,
        )
