"""The invented people of the demonstration: who works in its structures, and whom they follow."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from webapp import clock
from webapp.accounts import staff_links
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import notes, tasks
from webapp.followup.enums import Readers
from webapp.helping import actions as helping
from webapp.helping import asking
from webapp.helping import queries as helps
from webapp.helping.enums import Need, Reach
from webapp.helping.models import HelpRequest
from webapp.messages.models import Message
from webapp.organisations import members
from webapp.organisations.models import Organisation
from webapp.people import consents, register
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Person

DATA = Path(__file__).parent / "data"
ADVISER, HELPER = "nadia@berges.example", "paul@berges.example"
LINK_LASTS = timedelta(days=1)


def bring_in(now: datetime) -> None:
    """Open the accounts of the demonstration and register its people, unless they are there."""
    if accounts():
        return
    for one in data("accounts.json"):
        structure = structure_of(one, now)
        if structure is None:
            continue
        for account in one["accounts"]:
            members.open_account(structure, members.Member(**account), by=None, now=now)
    adviser = next(account for account in accounts() if account.email == ADVISER)
    for one in data("people.json"):
        follow(one, adviser, now - timedelta(days=one["days_ago"]))
    help_people(adviser, now)


def help_people(adviser: Account, now: datetime) -> None:
    """Let the adviser's structure answer for each need, and two invented people wait for help."""
    here = adviser.organisation
    paul = next((one for one in accounts() if one.email == HELPER), None)
    reach = {need: (Reach.FAR, paul if need is Need.DIGITAL else None) for need in Need}
    helping.answer_for(here, reach, by=adviser, now=now)
    spot = helps.spot(here.insee, here.lat, here.lon)
    for person, need, hours in zip(people(), (Need.PAPERS, Need.DIGITAL), (70, 3), strict=False):
        call = asking.Call(
            need=need,
            first_name=person.first_name,
            phone=str(person.phone),
            spot=spot,
            person=person,
        )
        asking.ask(call, now - timedelta(hours=hours))


def data(name: str) -> list[dict[str, Any]]:
    """Return a packaged file."""
    found: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return found


def accounts() -> list[Account]:
    """Return the accounts of the demonstration, in the order in which they were opened."""
    wanted = select(Account).where(Account.demonstration).order_by(Account.id)
    return list(db.session.scalars(wanted))


def structure_of(one: Mapping[str, Any], now: datetime) -> Organisation | None:
    """Return a structure of the demonstration by its name, opened where it has no offer.

    None where a real structure of this name has the offers: nobody invented works there.
    """
    known = by_name(one["structure"])
    if known is not None or "facts" not in one:
        return known
    facts = {"hours": [], **one["facts"]}
    made = Organisation(name=one["structure"], demonstration=True, created_at=now, **facts)
    db.session.add(made)
    db.session.flush()
    return made


def by_name(name: str) -> Organisation | None:
    """Return a structure of the demonstration."""
    wanted = select(Organisation).where(Organisation.demonstration, Organisation.name == name)
    return db.session.scalars(wanted.order_by(Organisation.id)).first()


def follow(one: Mapping[str, Any], adviser: Account, at: datetime) -> None:
    """Register someone beside an adviser; one who is to be hired lets the employer see too."""
    wish = register.Wish(
        **{name: one[name] for name in ("first_name", "last_name", "phone", "birthday", "days")}
    )
    way = ConsentWay(one["way"]) if one["way"] else None
    person = register.register(wish, adviser, at, way=way)
    write_down(person, one, adviser, at)
    employer = by_name(one.get("hired_at", ""))
    if employer is not None and way is not None:
        agreed = consents.add(person, employer, Purpose.HIRING, one["days"], adviser, at)
        consents.give(agreed, way, at)


def write_down(person: Person, one: Mapping[str, Any], adviser: Account, at: datetime) -> None:
    """Write the next steps and the notes of someone's follow-up, dated from when they came."""
    today = clock.today()
    for step in one.get("steps", ()):
        owner = None if step.get("of_person") else adviser
        due_on = today + timedelta(days=step["in_days"])
        tasks.add(person, adviser, tasks.Wish(title=step["title"], due_on=due_on, owner=owner), at)
    for note in one.get("notes", ()):
        notes.write(person, adviser, note["text"], Readers(note["to"]), at)


def links(now: datetime) -> Iterator[tuple[Account, str]]:
    """Give one link for each role of each structure; those of an earlier start open no more."""
    seen = set()
    for account in accounts():
        if account.closed_at is not None:
            continue
        members.forget_links(account)
        role = (account.organisation_id, account.role)
        if role not in seen:
            seen.add(role)
            yield account, staff_links.address(staff_links.new(account, now, lasts=LINK_LASTS))


def people() -> list[Person]:
    """Return the invented people who look for work and have a phone."""
    wanted = select(Person).where(Person.demonstration, Person.phone.is_not(None))
    return list(db.session.scalars(wanted.order_by(Person.id)))


def birthday_of(phone: str) -> str:
    """Return the day and month by which an invented person is known again: `14 07`."""
    days = {one["phone"]: one["birthday"] for one in data("people.json")}
    return str(days[phone]).replace("-", " ")


def remove() -> None:
    """Take out the invented people, and what was mailed to the invented professionals."""
    mailed = [account.email for account in accounts()]
    db.session.execute(delete(Message).where(Message.recipient.in_(mailed)))
    db.session.execute(delete(HelpRequest).where(HelpRequest.demonstration))
    db.session.execute(delete(Person).where(Person.demonstration))
    db.session.execute(delete(Account).where(Account.demonstration))
