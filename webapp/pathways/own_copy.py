"""What a person's own copy holds of their forms, contracts, reviews and committee cases."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from webapp import sealing
from webapp.extensions import db
from webapp.pathways import shared
from webapp.pathways.committee_models import CommitteeCase
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.liaison_models import LiaisonForm, LiaisonPart
from webapp.pathways.work_models import ExitReview, Outcome, Renewal, WorkContract
from webapp.people.models import Person

Rows = Sequence[Mapping[str, Any]]


def some(row: object, *names: str) -> dict[str, Any]:
    """Return some columns of a row by their names."""
    return {name: getattr(row, name) for name in names}


def opened(sealed: bytes) -> Any:
    """Return what is sealed, opened for whom it is about."""
    return json.loads(sealing.unseal(sealed))


def liaisons(person: Person) -> Rows:
    """Return their liaison forms: every signed version."""
    found = db.session.scalars(
        select(LiaisonPart)
        .join(LiaisonPart.form)
        .where(LiaisonForm.person_id == person.id)
        .order_by(LiaisonPart.form_id, LiaisonPart.part, LiaisonPart.version)
    )
    told = ("part", "version", "facts", "signed_name", "signed_function", "signed_place")
    return [some(one, *told, "signed_at") | {"texts": opened(one.sealed)} for one in found]


def contracts(person: Person) -> Rows:
    """Return their contracts in an SIAE, with what happened."""
    found = db.session.scalars(
        select(WorkContract)
        .where(WorkContract.person_id == person.id)
        .options(joinedload(WorkContract.organisation), selectinload(WorkContract.events))
        .order_by(WorkContract.id)
    )
    told = ("kind", "begins_on", "ends_on", "weekly_minutes")
    ended = ("stopped_on", "stop_reason", "mistakes")
    event = ("kind", "begins_on", "ends_on", "minutes", "settled_at")
    mistake = ("withdrawn_at", "withdrawn_why")
    return [
        some(one, *told, *ended)
        | {
            "structure": one.organisation.name,
            "events": [some(part, *event, *mistake) for part in one.events],
        }
        for one in found
    ]


def reviews(person: Person) -> Rows:
    """Return their exit reviews."""
    found = db.session.scalars(
        select(ExitReview)
        .join(ExitReview.contract)
        .where(WorkContract.person_id == person.id)
        .order_by(ExitReview.id)
    )
    told = ("results", "outlook", "promises", "signatures", "former", "written_at")
    return [some(one, *told) for one in found]


def engagements(person: Person) -> Rows:
    """Return their engagements, with what each aims at."""
    found = db.session.scalars(
        select(Engagement).where(Engagement.person_id == person.id).order_by(Engagement.id)
    )
    told = ("kind", "signed_on", "review_on", "weekly_hours", "ended_on")
    return [some(one, *told) | {"aim": sealing.unseal(one.sealed)} for one in found]


def outcomes(person: Person) -> Rows:
    """Return what they said after a contract."""
    found = db.session.scalars(
        select(Outcome).where(Outcome.person_id == person.id).order_by(Outcome.id)
    )
    return [some(one, "months", "asked_at", "answer", "answered_at") for one in found]


def renewals(person: Person) -> Rows:
    """Return what they said of their monthly renewals at France Travail."""
    found = db.session.scalars(
        select(Renewal).where(Renewal.person_id == person.id).order_by(Renewal.month)
    )
    return [some(one, "month", "asked_at", "answer", "answered_at") for one in found]


def answers(person: Person) -> Rows:
    """Return the answers that they gave, and to whom."""
    return [
        {"to": one.organisation.name, "at": one.shared_at, "answers": shared.opened(one)}
        for one in shared.of_person(person)
    ]


def cases(person: Person) -> Rows:
    """Return what was said of them in committees."""
    found = db.session.scalars(
        select(CommitteeCase)
        .where(CommitteeCase.person_id == person.id)
        .options(joinedload(CommitteeCase.committee))
        .order_by(CommitteeCase.id)
    )
    return [
        some(one, "decision", "due_on", "done_at") | {"on": one.committee.on, **opened(one.sealed)}
        for one in found
    ]


PARTS: Mapping[str, Callable[[Person], Any]] = {
    "engagements": engagements,
    "liaison_forms": liaisons,
    "contracts": contracts,
    "exit_reviews": reviews,
    "outcomes": outcomes,
    "renewals": renewals,
    "answers": answers,
    "committee_cases": cases,
}
