"""Pages of someone who is in, on the running product: a person's own, and their adviser's."""

from flask import Flask
from sqlalchemy import select

from bench.served import Served
from webapp import clock, create_app
from webapp.accounts import devices
from webapp.accounts.enums import Role
from webapp.accounts.models import Account, Device
from webapp.config import Config, engines
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.pathways.liaison_models import LiaisonForm
from webapp.pathways.work_models import ExitReview, WorkContract
from webapp.people.models import Person

PAGES = {
    "my follow-up": ("person", "/suivi"),
    "my path": ("person", "/suivi/parcours"),
    "my path in the IAE": ("person", "/parcours/moi"),
    "my liaison form": ("person", "/parcours/moi/fiches/{form}"),
    "my exit review": ("person", "/parcours/moi/bilans/{review}"),
    "an adviser's day": ("adviser", "/conseiller/"),
    "an adviser's people": ("adviser", "/conseiller/personnes"),
    "a person's page": ("adviser", "/conseiller/suivi/{person}"),
    "a note": ("adviser", "/conseiller/suivi/{person}/notes"),
    "a next step": ("adviser", "/conseiller/suivi/{person}/etapes"),
    "contracts": ("adviser", "/parcours/personnes/{person}/contrats"),
    "an approval": ("adviser", "/parcours/personnes/{person}/agrement"),
}


def application(running: Served) -> Flask:
    """Return the application on the database of a running instance."""
    url = f"sqlite:///{running.folder}/app.db"
    facts = {"SECRET_KEY": "only for a bench: 0123456789 abcdefghij", "DATA_DIR": running.folder}
    return create_app(Config(SQLALCHEMY_ENGINES=engines(url), TESTING=True, **facts))  # type: ignore[arg-type]


def enter(running: Served) -> tuple[dict[str, str], dict[str, str]]:
    """Sign in a followed person with papers, and their adviser; return what they hold, and names.

    The names are the public ones of the person, of their liaison form and of their exit review.
    """
    with application(running).app_context():
        found = (
            select(Person, Account, LiaisonForm, ExitReview)
            .join(Following, Following.person_id == Person.id)
            .join(Account, Account.id == Following.account_id)
            .join(LiaisonForm, LiaisonForm.person_id == Person.id)
            .join(WorkContract, WorkContract.person_id == Person.id)
            .join(ExitReview, ExitReview.contract_id == WorkContract.id)
            .where(Account.role == Role.ADVISER)
            .order_by(Person.id, LiaisonForm.id.desc())
        )
        row = db.session.execute(found.limit(1)).one()
        held = {"person": cookie(row.Person), "adviser": cookie(row.Account)}
        shown = {"person": row.Person, "form": row.LiaisonForm, "review": row.ExitReview}
        names = {name: one.public_id for name, one in shown.items()}
        db.session.commit()
    return held, names


def cookie(owner: Person | Account) -> str:
    """Return what a browser holds once its owner is in."""
    now = clock.now()
    device = Device(way="link", shared=False, expires_at=now + devices.STAFF)
    if isinstance(owner, Person):
        device.person = owner
    else:
        device.account = owner
    return f"{devices.COOKIE}={devices.complete(device, '', confirmed=True, now=now)}"
