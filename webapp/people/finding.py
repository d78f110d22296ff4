"""Finding people by first letters of their names, or by their number: words kept in an index."""

import re
from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.orm import Mapper

from webapp import phones
from webapp.people import likeness
from webapp.people.models import Person, PersonWord

APART = re.compile(r"[\s'’-]+")
FEWEST_DIGITS = 4
MOST_WORDS = 4
LONGEST = 60
LAST = "\U0010ffff"  # after every other sign
WATCHED = ("first_name", "last_name", "phone")


def words_of(first_name: str, last_name: str, phone: str | None) -> set[str]:
    """Return what someone is found by: parts of their names, whole names, and their number."""
    written = f"{first_name} {last_name}"
    names = {likeness.folded(part) for part in (*APART.split(written), *written.split())}
    return {word[:LONGEST] for word in names | numbers(phone) if word}


def numbers(phone: str | None) -> set[str]:
    """Return a number as people type it, and its ends, from each pair of figures."""
    if not phone:
        return set()
    national = national_digits(phone.removeprefix("+"))
    return {national[at:] for at in range(0, len(national) - FEWEST_DIGITS + 1, 2)}


def national_digits(digits: str) -> str:
    """Return the digits of a number without the country: `0639981234`."""
    return "0" + digits.removeprefix("33") if digits.startswith("33") else digits


def typed_words(typed: str) -> list[str]:
    """Return what is looked for: a number, or some first letters; empty where it means nobody."""
    digits = "".join(sign for sign in phones.tidy(typed) if sign.isdigit()) if typed else ""
    if len(digits) >= FEWEST_DIGITS:
        return [national_digits(digits)[:LONGEST]]
    folded = [likeness.folded(word) for word in APART.split(typed)]
    return [word[:LONGEST] for word in folded if word][:MOST_WORDS]


def meant(words: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition, on `Person`, that each of these words begins something of theirs."""
    return and_(*(Person.id.in_(begins(word)) for word in words))


def begins(word: str) -> Select[int]:
    """Return the people of whom something begins with a word."""
    return select(PersonWord.person_id).where(
        PersonWord.word >= word, PersonWord.word < word + LAST
    )


@event.listens_for(Person, "after_insert")
def write(_mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    """Keep what someone is found by, whoever writes them down."""
    words = words_of(person.first_name, person.last_name or "", person.phone)
    rows = [{"person_id": person.id, "word": word} for word in sorted(words)]
    if rows:
        connection.execute(insert(PersonWord), rows)


@event.listens_for(Person, "after_update")
def rewrite(mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    """Keep it true when a name or a number changes."""
    state = inspect(person)
    if any(state.attrs[name].history.has_changes() for name in WATCHED):
        connection.execute(delete(PersonWord).where(PersonWord.person_id == person.id))
        write(mapper, connection, person)
