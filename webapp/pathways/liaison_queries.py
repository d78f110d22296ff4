"""Liaison forms, read: by whom they are for, and until when they say someone is eligible."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.pathways import reach
from webapp.pathways.liaison_models import DIAGNOSIS, LiaisonForm, LiaisonPart
from webapp.people.models import Person
from webapp.people.viewing import for_viewer


def form_of(account: Account, public_id: str, on: date) -> LiaisonForm | None:
    """Return a form by its public name, if this professional may read it."""
    wanted = (
        select(LiaisonForm)
        .join(LiaisonForm.person)
        .where(LiaisonForm.public_id == public_id.lower(), reach.forms(account, on))
        .options(selectinload(LiaisonForm.parts), joinedload(LiaisonForm.siae))
    )
    return db.session.scalar(for_viewer(wanted, account, on))


def forms_of(person: Person, account: Account, on: date) -> list[LiaisonForm]:
    """Return the forms of someone this professional may see, the latest first."""
    return list(
        db.session.scalars(
            select(LiaisonForm)
            .where(LiaisonForm.person_id == person.id, reach.forms(account, on))
            .options(selectinload(LiaisonForm.parts), joinedload(LiaisonForm.siae))
            .order_by(LiaisonForm.id.desc())
        )
    )


def own(person: Person, beside: Account | None, on: date) -> list[LiaisonForm]:
    """Return the forms of a person for themselves; of a professional beside them, those of both."""
    if beside is not None:
        return forms_of(person, beside, on)
    return list(
        db.session.scalars(
            select(LiaisonForm)
            .where(LiaisonForm.person_id == person.id)
            .options(selectinload(LiaisonForm.parts), joinedload(LiaisonForm.siae))
            .order_by(LiaisonForm.id.desc())
        )
    )


def eligible_until(person_id: int, on: date) -> date | None:
    """Return until when someone is eligible by their last diagnosis: all that an employer reads."""
    found = db.session.scalars(
        select(LiaisonPart)
        .join(LiaisonPart.form)
        .where(LiaisonForm.person_id == person_id, LiaisonPart.part == DIAGNOSIS)
        .order_by(LiaisonPart.signed_at.desc(), LiaisonPart.id.desc())
        .limit(1)
    ).first()
    until = found.facts.get("until") if found else None
    day = date.fromisoformat(until) if until else None
    return day if day is not None and day >= on else None
