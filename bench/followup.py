"""Time an adviser's pages over 100,000 people and a million events; count what two writers lose.

    .venv/bin/python -m bench.followup [--database-url URL] [--people 100000] [--views 200]

500 advisers of 50 structures follow them; one person in five agreed with a second structure. Each
page is asked for as a browser would, journal included. Prints a Markdown table: median and 95th
percentile in milliseconds, statements asked of the database. Then two advisers change one note at
once, 1,000 times each: each change is looked for at the end.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextvars import Context
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, insert, select, text

from bench.followup_editing import lost
from webapp import clock, create_app
from webapp.accounts import devices
from webapp.accounts.models import Account, Device
from webapp.columns import ALPHABET
from webapp.config import Config, engines
from webapp.extensions import Base, db
from webapp.followup.enums import Contact, Happened, Readers, TaskState
from webapp.followup.models import Following, Task, TimelineEvent
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message
from webapp.operations import migrations
from webapp.organisations.models import Organisation
from webapp.pathways.models import Approval
from webapp.people.finding import words_of
from webapp.people.models import Consent, Person, PersonWord

STRUCTURES, ADVISERS, EVENTS = 50, 10, 10  # advisers in each structure, events of each person
MESSAGES = 2  # sent to each person
FIRST = ("Fatou", "Awa", "Karim", "Joseph", "Irina", "Mohamed", "Zeynep", "Marie", "Ali", "Élodie")
LAST = ("Diallo", "Traoré", "Benali", "Martin", "Kovalenko", "Yilmaz", "Ndiaye", "Perrin", "Haddad")
SITE = "https://localhost"
Row = dict[str, Any]


def application(url: str, folder: Path) -> Flask:
    """Return the application on this database, migrated."""
    facts = {"SECRET_KEY": "only for a bench: 0123456789 abcdefghij", "DATA_DIR": folder}
    app = create_app(Config(SQLALCHEMY_ENGINES=engines(url), TESTING=True, **facts))  # type: ignore[arg-type]
    with app.app_context():
        migrations.run()
    return app


def put(table: type[Base], rows: Iterator[Row]) -> None:
    """Insert many rows."""
    while batch := list(islice(rows, 5000)):
        db.session.execute(insert(table), batch)
    db.session.commit()


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


def fill(count: int) -> None:
    """Fill the database."""
    put(Organisation, structures())
    put(Account, accounts())
    made = (
        (Person, people), (PersonWord, words), (Consent, consents), (Following, followings),
        (Task, tasks), (TimelineEvent, events), (Message, messages), (Approval, approvals),
    )  # fmt: skip
    for table, rows in made:
        put(table, rows(count))
    with db.get_engine("default").begin() as connection:
        connection.execute(text("ANALYZE"))


def enter(app: Flask, account: Account) -> FlaskClient:
    """Return the browser of an adviser who is in."""
    client, now = app.test_client(), clock.now()
    device = Device(account=account, way="link", shared=False, expires_at=now + devices.STAFF)
    token = devices.complete(device, "", confirmed=True, now=now)
    db.session.commit()
    client.set_cookie(devices.COOKIE, token, secure=True)
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client


def views(client: FlaskClient, person: Person) -> dict[str, Callable[[], Any]]:
    """Return what is asked for."""

    def get(path: str) -> Callable[[], Any]:
        return lambda: client.get(path, base_url=SITE)

    def find(typed: str) -> Callable[[], Any]:
        return lambda: client.post("/conseiller/personnes", data={"typed": typed}, base_url=SITE)

    national = "0" + str(person.phone)[3:]
    return {
        "my day": get("/conseiller/"),
        "a person's page": get(f"/conseiller/suivi/{person.public_id}"),
        "my people": get("/conseiller/personnes"),
        "my structure's people": get("/conseiller/personnes?liste=ma-structure"),
        "search: three letters": find(person.first_name[:3]),
        "search: first name, a letter": find(f"{person.first_name} {person.last_name[0]}"),
        "search: a number": find(national),
        "search: its last four figures": find(national[-4:]),
    }


def asks_of(app: Flask, at: int) -> dict[str, Callable[[], Any]]:
    """Return what one of the advisers asks for, about one of their people."""
    account = db.session.get_one(Account, at % (STRUCTURES * ADVISERS) + 1)
    theirs = select(Person).where(Person.registered_by_id == account.id).order_by(Person.id)
    person = db.session.scalars(theirs.limit(1).offset(at % 3)).one()
    asks = views(enter(app, account), person)
    db.session.rollback()  # what reads here would hold the writers back
    return asks


def measure(app: Flask, rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Ask for each page as many advisers; return the times in milliseconds, and the statements."""
    found: dict[str, list[tuple[float, int]]] = {}
    asked = [0]

    def count(*_facts: object) -> None:
        asked[0] += 1

    for engine in db.engines.values():
        event.listen(engine, "before_cursor_execute", count)
    for at in range(rounds):
        asks = asks_of(app, at)
        for name, ask in asks.items():
            Context().run(ask)  # the names are in the journal of the day, as at a second look
            asked[0], begin = 0, time.perf_counter()
            answer = Context().run(ask)
            took = (time.perf_counter() - begin) * 1000
            assert answer.status_code == 200, (name, answer.status_code)
            found.setdefault(name, []).append((took, asked[0]))
    return found


def report(found: dict[str, list[tuple[float, int]]]) -> None:
    """Print the table."""
    print("| page | median ms | p95 ms | statements |")
    print("|---|---|---|---|")
    for name, rows in found.items():
        times = [one[0] for one in rows]
        p95 = statistics.quantiles(times, n=20)[18]
        counts = sorted({one[1] for one in rows})
        span = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
        print(f"| {name} | {statistics.median(times):.1f} | {p95:.1f} | {span} |")


def main() -> None:
    """Fill, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database-url")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--views", type=int, default=200)
    parser.add_argument("--filled", action="store_true", help="what a former run filled is there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        app = application(asked.database_url or f"sqlite:///{folder}/app.db", Path(folder))
        with app.app_context():
            if not asked.filled:
                fill(asked.people)
            report(measure(app, asked.views))
            made, missing = lost(app, 1000)
            print(f"\nTwo advisers, {made} changes of one note at once: {missing} lost.")


if __name__ == "__main__":
    main()
