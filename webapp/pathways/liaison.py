"""Liaison forms: three parts, each signed by who may, frozen, corrected by a new version."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from webapp import sealing
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.organisations.models import Organisation
from webapp.pathways import approvals, diagnoses, eligibility, facts, happened
from webapp.pathways.enums import Regime, RequestState, Route
from webapp.pathways.facts import DiagnosisFacts, EligibilityFacts
from webapp.pathways.liaison_models import (
    DECISION,
    DIAGNOSIS,
    REFERRAL,
    LiaisonForm,
    LiaisonPart,
)
from webapp.pathways.liaison_queries import eligible_until
from webapp.pathways.refusals import AlreadyApproved, NotEnough, NotSentYet
from webapp.pathways.regimes import regime_of
from webapp.pathways.rights import allow, is_prescriber, is_siae
from webapp.people import journal, sensitive
from webapp.people.enums import Sensitive
from webapp.people.models import Person
from webapp.people.viewing import has_agreed


@dataclass(frozen=True, kw_only=True)
class Written:
    """What someone writes in a part: keys and days, and what is sealed."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, Any] = field(default_factory=dict)


def route_of(account: Account) -> Route:
    """Return the kind of referrer that a professional is."""
    if is_prescriber(account):
        return Route.PRESCRIBER
    return Route.SIAE if is_siae(account) else Route.SOCIAL


def may_sign(account: Account, form: LiaisonForm, part: int) -> bool:
    """Return whether a professional signs this part of a form."""
    here = account.organisation_id
    if part == REFERRAL:
        return form.sender_id == here
    if part == DIAGNOSIS:
        return is_prescriber(account) or (is_siae(account) and form.siae_id == here)
    return is_siae(account) and form.siae_id == here


def may_open(account: Account, form: LiaisonForm, part: LiaisonPart, now: datetime) -> bool:
    """Return whether a professional reads what is sealed in a part.

    A diagnosis: entitled prescribers with whom the person agreed, and the SIAE that made it, for
    the criteria that it certifies itself. The other parts: whoever reads the form.
    """
    if part.part != DIAGNOSIS:
        return True
    on = now.astimezone(PARIS).date()
    own = part.organisation_id == account.organisation_id and is_siae(account)
    if own:
        return has_agreed(account, form.person, on)
    return sensitive.may_read(form.person, account, now)


def opened(part: LiaisonPart) -> dict[str, Any]:
    """Return what is sealed in a part; whoever calls it has asked may_open, and noted it."""
    found: dict[str, Any] = json.loads(sealing.unseal(part.sealed))
    return found


def begin(
    person: Person, account: Account, siae_id: int | None, written: Written, now: datetime
) -> LiaisonForm:
    """Begin a form with its first part, signed by who sends the person."""
    form = LiaisonForm(
        person_id=person.id,
        person=person,
        route=route_of(account),
        sender_id=account.organisation_id,
        siae_id=siae_id,
        created_at=now,
    )
    db.session.add(form)
    db.session.flush()
    sign(form, account, REFERRAL, written, now)
    ask_diagnosis(form, now)
    return form


def ask_diagnosis(form: LiaisonForm, now: datetime) -> None:
    """Ask for the diagnosis that a social worker cannot make, where the SIAE is chosen."""
    if form.route != Route.SOCIAL or form.siae_id is None:
        return
    siae = db.session.get_one(Organisation, form.siae_id)
    if diagnoses.is_missing_for(form.person_id, now) and not diagnoses.already(form.person, siae):
        diagnoses.ask(form.person, siae, now)


def sign(
    form: LiaisonForm, account: Account, part: int, written: Written, now: datetime
) -> LiaisonPart:
    """Sign a part: the first version, or a correction. Raise NotYours where someone else signs."""
    allow(may_sign(account, form, part))
    last = form.last(part)
    made = LiaisonPart(
        form=form,
        part=part,
        version=last.version + 1 if last else 1,
        facts=dict(written.facts),
        sealed=sealing.seal(json.dumps(dict(written.texts), ensure_ascii=False)),
        organisation_id=account.organisation_id,
        signed_by_id=account.id,
        signed_name=f"{account.first_name} {account.last_name}".strip(),
        signed_function=account.function,
        signed_place=account.organisation.name,
        signed_at=now,
    )
    db.session.add(made)
    db.session.flush()
    happened.tell(form.person, "liaison", account, now, form=form.public_id, part=part)
    return made


@dataclass(frozen=True, kw_only=True)
class Diagnosis:
    """What a diagnosis finds: the criteria, what stands in the way, whether it opens the IAE."""

    criteria: tuple[str, ...]
    obstacles: str
    eligible: bool


def diagnose(form: LiaisonForm, account: Account, found: Diagnosis, now: datetime) -> LiaisonPart:
    """Sign the diagnosis. An SIAE's own needs enough criteria, or NotEnough is raised.

    An SIAE seals the criteria that it certifies and nothing else: not what stands in the way.
    """
    on, prescriber = now.astimezone(PARIS).date(), is_prescriber(account)
    if found.eligible and not prescriber:
        check_criteria(found.criteria, account.organisation.kind, on)
    until = eligibility.holds_until(
        on, prescriber=prescriber, facts=facts.in_force(DiagnosisFacts, on)
    )
    keys = {"eligible": found.eligible, "by": "prescriber" if prescriber else "siae"}
    days = {"until": until.isoformat()} if found.eligible else {}
    texts: dict[str, Any] = {"criteria": list(found.criteria)}
    if prescriber:
        texts["obstacles"] = found.obstacles
    signed = sign(form, account, DIAGNOSIS, Written(facts=keys | days, texts=texts), now)
    diagnoses.settle(form.person, RequestState.DONE, now)
    return signed


def check_criteria(criteria: tuple[str, ...], siae: str, on: date) -> None:
    """Raise NotEnough unless these criteria suffice for an SIAE that certifies them itself."""
    rule = facts.in_force(EligibilityFacts, on)
    if not eligibility.is_eligible(criteria, siae, rule):
        raise NotEnough(eligibility.missing(criteria, siae, rule))


def decide(form: LiaisonForm, account: Account, written: Written, now: datetime) -> LiaisonPart:
    """Sign the SIAE's decision; raise NotSentYet to hire someone whom no diagnosis lets in."""
    on = now.astimezone(PARIS).date()
    if written.facts.get("decision") == "hired" and eligible_until(form.person_id, on) is None:
        raise NotSentYet
    if written.facts.get("approval") == "asked":
        ask_approval(form, account, now)
    return sign(form, account, DECISION, written, now)


def ask_approval(form: LiaisonForm, account: Account, now: datetime) -> None:
    """Ask for the approval that the decision asks for, where silence grants: once only.

    A PASS IAE is asked for on the national platform, and recorded with its number.
    """
    if regime_of(account.organisation.insee) is Regime.CONVENTION:
        with suppress(AlreadyApproved):
            approvals.ask(form.person, account, now)


def note_opening(form: LiaisonForm, account: Account) -> None:
    """Commit that the sealed diagnosis of a form is read, before it is opened."""
    journal.sealed_seen_now(form.person, account, Sensitive.CRITERIA)
