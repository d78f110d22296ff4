"""Answers to “is it for me?” that a person gave to an organisation that accompanies them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from webapp import sealing
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Readers
from webapp.organisations.models import Organisation
from webapp.pathways.concerned import Sign
from webapp.pathways.models import SharedAnswers
from webapp.people import journal
from webapp.people.enums import Sensitive
from webapp.people.models import Person
from webapp.people.viewing import has_agreed


def give(
    person: Person, organisation: Organisation, signs: Sequence[Sign], now: datetime
) -> SharedAnswers:
    """Give answers to an organisation, in the place of those given before."""
    mine = of_person(person)
    found = next((one for one in mine if one.organisation_id == organisation.id), None)
    if found is None:
        found = SharedAnswers(person_id=person.id, organisation_id=organisation.id)
        db.session.add(found)
    found.sealed, found.shared_at = sealing.seal(" ".join(signs)), now
    db.session.flush()
    timeline.record(
        person, "path-answers", now, organisation_id=organisation.id, readers=Readers.PERSON
    )
    return found


def take_back(given: SharedAnswers) -> None:
    """Forget all that someone gave to one organisation."""
    db.session.execute(
        delete(SharedAnswers).where(
            SharedAnswers.person_id == given.person_id,
            SharedAnswers.organisation_id == given.organisation_id,
        )
    )


def of_person(person: Person) -> Sequence[SharedAnswers]:
    """Return what a person gave, with whom it was given to; the last given first."""
    return db.session.scalars(
        select(SharedAnswers)
        .where(SharedAnswers.person_id == person.id)
        .options(joinedload(SharedAnswers.organisation))
        .order_by(SharedAnswers.shared_at.desc(), SharedAnswers.id.desc())
    ).all()


def with_account(person: Person, account: Account, on: date) -> SharedAnswers | None:
    """Return what a person gave to this professional's organisation; never to one that hires.

    Their agreement must hold: what is stopped is stopped for the answers too.
    """
    if account.organisation.what.hires or not has_agreed(account, person, on):
        return None
    return next(
        (one for one in of_person(person) if one.organisation_id == account.organisation_id), None
    )


def read(found: SharedAnswers, person: Person, account: Account) -> list[Sign]:
    """Return the answers, once it is kept in the person's journal that they are read."""
    journal.sealed_seen_now(person, account, Sensitive.CRITERIA)
    return opened(found)


def opened(found: SharedAnswers) -> list[Sign]:
    """Return the answers, for the person or once their reading is kept."""
    return [Sign(one) for one in sealing.unseal(found.sealed).split()]
