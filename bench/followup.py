"""Time an adviser's pages over 100,000 people and a million events; count what two writers lose.

    .venv/bin/python -m bench.followup [--database-url URL] [--people 100000] [--views 200]

500 advisers of 50 structures follow them; one person in five agreed with a second structure. Each
page is asked for as a browser would, journal included. Prints a Markdown table: median and 95th
percentile in milliseconds, by the clock and of the processor, and the statements asked. Then two
advisers change one note at once, 1,000 times each: each change is looked for at the end.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextvars import Context
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, insert, select, text

from bench import followup_rows as rows
from bench.followup_editing import lost
from bench.followup_letters import mornings
from webapp import clock, create_app
from webapp.accounts import devices
from webapp.accounts.models import Account, Device
from webapp.config import Config, engines
from webapp.extensions import Base, db
from webapp.followup.models import Following, Task, TimelineEvent
from webapp.messages.models import Message
from webapp.operations import migrations
from webapp.organisations.models import Organisation
from webapp.pathways.models import Approval
from webapp.people.models import Consent, Person, PersonWord

SITE = "https://localhost"


class Taken(NamedTuple):
    """What an answer took: by the clock, of our processor (on SQLite all of it), in statements."""

    ms: float
    processor_ms: float
    statements: int


def application(url: str, folder: Path) -> Flask:
    """Return the application on this database, migrated."""
    facts = {"SECRET_KEY": "only for a bench: 0123456789 abcdefghij", "DATA_DIR": folder}
    app = create_app(Config(SQLALCHEMY_ENGINES=engines(url), TESTING=True, **facts))  # type: ignore[arg-type]
    with app.app_context():
        migrations.run()
    return app


def put(table: type[Base], given: Iterator[rows.Row]) -> None:
    """Insert many rows."""
    while batch := list(islice(given, 5000)):
        db.session.execute(insert(table), batch)
    db.session.commit()


def fill(count: int) -> None:
    """Fill the database."""
    put(Organisation, rows.structures())
    put(Account, rows.accounts())
    made = (
        (Person, rows.people), (PersonWord, rows.words), (Consent, rows.consents),
        (Following, rows.followings), (Task, rows.tasks), (TimelineEvent, rows.events),
        (Message, rows.messages), (Approval, rows.approvals),
    )  # fmt: skip
    for table, give in made:
        put(table, give(count))
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
    account = db.session.get_one(Account, at % (rows.STRUCTURES * rows.ADVISERS) + 1)
    theirs = select(Person).where(Person.registered_by_id == account.id).order_by(Person.id)
    person = db.session.scalars(theirs.limit(1).offset(at % 3)).one()
    asks = views(enter(app, account), person)
    db.session.rollback()  # what reads here would hold the writers back
    return asks


def measure(app: Flask, rounds: int) -> dict[str, list[Taken]]:
    """Ask for each page as many advisers; return what each answer took."""
    found: dict[str, list[Taken]] = {}
    asked = [0]

    def count(*_facts: object) -> None:
        asked[0] += 1

    for engine in db.engines.values():
        event.listen(engine, "before_cursor_execute", count)
    for at in range(rounds):
        asks = asks_of(app, at)
        for name, ask in asks.items():
            Context().run(ask)  # the names are in the journal of the day, as at a second look
            asked[0], begin, worked = 0, time.perf_counter(), time.process_time()
            answer = Context().run(ask)
            took, work = time.perf_counter() - begin, time.process_time() - worked
            assert answer.status_code == 200, (name, answer.status_code)
            found.setdefault(name, []).append(Taken(took * 1000, work * 1000, asked[0]))
    return found


def report(found: dict[str, list[Taken]]) -> None:
    """Print the table. What the processor does tells more than the clock on a shared machine."""
    print("| page | median ms | p95 ms | of processor: median ms | p95 ms | statements |")
    print("|---|---|---|---|---|---|")
    for name, taken in found.items():
        times = spread([one.ms for one in taken])
        work = spread([one.processor_ms for one in taken])
        counts = sorted({one.statements for one in taken})
        span = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
        print(f"| {name} | {times} | {work} | {span} |")


def report_letters() -> None:
    """Print what the letters of a morning to every professional take."""
    print("\n| letters of the day | professionals | letters | seconds | of processor |")
    print("|---|---|---|---|---|")
    for name, people, sent, took, work in mornings():
        print(f"| {name} | {people} | {sent} | {took:.1f} | {work:.1f} |")


def spread(times: list[float]) -> str:
    """Return a median and a 95th percentile, as two cells."""
    return f"{statistics.median(times):.1f} | {statistics.quantiles(times, n=20)[18]:.1f}"


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
            report_letters()
            made, missing = lost(app, 1000)
            print(f"\nTwo advisers, {made} changes of one note at once: {missing} lost.")


if __name__ == "__main__":
    main()
