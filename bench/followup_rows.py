"""The people, the agreements, the steps and the events of `bench.followup`."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from webapp import clock
from webapp.columns import ALPHABET
from webapp.followup.enums import Contact, Happened, Readers, TaskState
from webapp.messages.enums import Channel, Kind, Status
from webapp.people.finding import words_of

STRUCTURES, ADVISERS, EVENTS = 50, 10, 10  # advisers in each structure, events of each person
MESSAGES = 2  # sent to each person
FIRST = ("Fatou", "Awa", "Karim", "Joseph", "Irina", "Mohamed", "Zeynep", "Marie", "Ali", "Élodie")
LAST = ("Diallo", "Traoré", "Benali", "Martin", "Kovalenko", "Yilmaz", "Ndiaye", "Perrin", "Haddad")
Row = dict[str, Any]


def structures() -> Iterator[Row]:
    """Give the structures."""
    for at in range(1, STRUCTURES + 1):
        facts = {"kind": "ccas", "name": f"Structure {at}", "insee": "69256", "about": ""}
        yield {"id": at, "lat": 45.7, "lon": 4.9, "created_at": clock.now(), "address": "", **facts}


def accounts() -> Iterator[Row]:
    """Give the advisers, ten in each structure."""
    for at in range(STRUCTURES * ADVISERS):
        facts = {"role": "adviser", "email": f"a{at}@exemple.fr", "first_name": "Nadia"}
        where = at % STRUCTURES + 1
        yield {"id": at + 1, "organisation_id": where, "created_at": clock.now(), **facts}


def named(at: int) -> str:
    """Return a public name, never the same twice: by chance a million of them would meet."""
    signs = ""
    for _place in range(8):
        at, left = divmod(at, len(ALPHABET))
        signs += ALPHABET[left]
    return signs


def adviser_of(person: int) -> int:
    """Return who follows a person."""
    return person % (STRUCTURES * ADVISERS) + 1


def structure_of(person: int) -> int:
    """Return the structure of who follows a person."""
    return (adviser_of(person) - 1) % STRUCTURES + 1


def names(person: int) -> tuple[str, str, str]:
    """Return the names and the number of a person."""
    chance = random.Random(person)
    return chance.choice(FIRST), chance.choice(LAST), f"+336{person:08d}"


def people(count: int) -> Iterator[Row]:
    """Give the people."""
    for person in range(1, count + 1):
        first, last, phone = names(person)
        active = clock.today() - timedelta(days=person % 40)
        facts = {"first_name": first, "last_name": last, "phone": phone, "settings": {}}
        known = {"registered_by_id": adviser_of(person), "created_at": clock.now()}
        yield {"id": person, "public_id": named(person), "active_on": active, **facts, **known}


def words(count: int) -> Iterator[Row]:
    """Give what people are found by."""
    for person in range(1, count + 1):
        for word in sorted(words_of(*names(person))):
            yield {"person_id": person, "word": word}


def consents(count: int) -> Iterator[Row]:
    """Give an agreement to each person's structure, and to another for one in five."""
    now, until = clock.now(), clock.today() + timedelta(days=200)
    for person in range(1, count + 1):
        own = structure_of(person)
        for where in (own, own % STRUCTURES + 1)[: 2 if person % 5 == 0 else 1]:
            facts = {"purpose": "followup", "way": "code", "days": 365, "asked_at": now}
            who = {"person_id": person, "organisation_id": where}
            mine = {"public_id": named(2 * person + (where != own)), "until": until}
            yield {**facts, **who, **mine, "given_at": now}


def followings(count: int) -> Iterator[Row]:
    """Give who follows whom."""
    for person in range(1, count + 1):
        who = {"account_id": adviser_of(person), "organisation_id": structure_of(person)}
        yield {"person_id": person, "since": clock.now(), **who}


def tasks(count: int) -> Iterator[Row]:
    """Give a step to one person in two; one step in ten is late or due soon."""
    now = clock.now()
    for person in range(1, count + 1, 2):
        who = {"person_id": person, "organisation_id": structure_of(person)}
        days = person % 20 - 3 if person % 20 < 5 else 60
        facts = {"title": "Appeler", "due_on": clock.today() + timedelta(days=days)}
        state = {"state": TaskState.OPEN, "readers": Readers.SHARED, "version": 1}
        owner = {"owner_id": adviser_of(person), "account_id": adviser_of(person)}
        dates = {"created_at": now, "changed_at": now}
        yield {**who, **facts, **state, **owner, **dates, "public_id": named(person)}


def events(count: int) -> Iterator[Row]:
    """Give ten events to each person."""
    now = clock.now()
    for at in range(count * EVENTS):
        person = at // EVENTS + 1
        who = {"person_id": person, "organisation_id": structure_of(person)}
        facts = {"kind": Happened.CONTACT, "about": {"way": Contact.CALL}}
        facts |= {"readers": Readers.SHARED, "account_id": adviser_of(person)}
        facts |= {"public_id": named(at)}
        yield {**who, **facts, "at": now - timedelta(days=at % 900, minutes=at % 60)}


def approvals(count: int) -> Iterator[Row]:
    """Give one person in ten an approval, which ends in two years at most."""
    for person in range(1, count + 1, 10):
        begin = clock.today() - timedelta(days=person % 700)
        facts = {"regime": "pass-iae", "siae": "aci", "insee": "69256", "number": f"{person:012d}"}
        dates = {"asked_at": clock.now(), "begins_on": begin, "ends_on": begin + timedelta(730)}
        yield {"person_id": person, "public_id": named(person), **facts, **dates}


def messages(count: int) -> Iterator[Row]:
    """Give the messages sent to each person."""
    now = clock.now()
    for at in range(count * MESSAGES):
        person = at // MESSAGES + 1
        at_that = now - timedelta(days=at % 150)
        facts = {"kind": Kind.MEETING_SOON, "channel": Channel.SMS, "status": Status.DELIVERED}
        facts |= {"text": "Rendez-vous demain à 9 h.", "recipient": names(person)[2], "parts": 1}
        whose = {"person_id": person, "key": f"bench:{at}", "public_id": named(at)}
        yield {**facts, **whose, "created_at": at_that, "send_at": at_that, "sent_at": at_that}
