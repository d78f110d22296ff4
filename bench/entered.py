"""Pages of someone who is in, on the running product: a person's own, and their adviser's."""

from flask import Flask
from sqlalchemy import select

from bench.served import Served
from webapp import clock, create_app
from webapp.accounts import devices
from webapp.accounts.models import Account, Device
from webapp.config import Config, engines
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.people.models import Person

PAGES = {
    "my follow-up": ("person", "/suivi"),
    "my path": ("person", "/suivi/parcours"),
    "an adviser's day": ("adviser", "/conseiller/"),
    "an adviser's people": ("adviser", "/conseiller/personnes"),
    "a person's page": ("adviser", "/conseiller/suivi/{person}"),
    "a note": ("adviser", "/conseiller/suivi/{person}/notes"),
    "a next step": ("adviser", "/conseiller/suivi/{person}/etapes"),
}


def application(running: Served) -> Flask:
    """Return the application on the database of a running instance."""
    url = f"sqlite:///{running.folder}/app.db"
    facts = {"SECRET_KEY": "only for a bench: 0123456789 abcdefghij", "DATA_DIR": running.folder}
    return create_app(Config(SQLALCHEMY_ENGINES=engines(url), TESTING=True, **facts))  # type: ignore[arg-type]


def enter(running: Served) -> tuple[dict[str, str], str]:
    """Sign a followed person and their adviser in; return what they hold, and who it is."""
    with application(running).app_context():
        found = select(Person, Account).join(Following, Following.person_id == Person.id)
        found = found.join(Account, Account.id == Following.account_id).order_by(Person.id)
        person, account = db.session.execute(found.limit(1)).one()._tuple()
        held = {"person": cookie(person), "adviser": cookie(account)}
        name = person.public_id
        db.session.commit()
    return held, name


def cookie(owner: Person | Account) -> str:
    """Return what a browser holds once its owner is in."""
    now = clock.now()
    device = Device(way="link", shared=False, expires_at=now + devices.STAFF)
    if isinstance(owner, Person):
        device.person = owner
    else:
        device.account = owner
    return f"{devices.COOKIE}={devices.complete(device, '', confirmed=True, now=now)}"
