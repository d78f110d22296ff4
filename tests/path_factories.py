"""Rows of a path made for tests: approvals, liaison forms, contracts, committees."""

from datetime import timedelta
from typing import Any

from tests.factories import Traits, make_account, make_organisation, make_person, numbers, saved
from webapp import clock
from webapp.accounts.models import Account
from webapp.pathways import committees, concerned, exit_reviews, liaison, renewals, shared
from webapp.pathways.committee_models import Committee, CommitteeCase
from webapp.pathways.liaison_models import LiaisonForm
from webapp.pathways.models import Approval, ApprovalSuspension, DiagnosisRequest, SharedAnswers
from webapp.pathways.spans import last_day
from webapp.pathways.work_models import ExitReview, Renewal, WorkContract, WorkEvent
from webapp.people.models import Person


def make_approval(**facts: Any) -> Approval:
    """Make a PASS IAE of a new person, begun two months ago, unless facts say otherwise."""
    facts.setdefault("person", None)
    facts["person"] = facts["person"] or make_person()
    begin = facts.get("begins_on") or clock.today() - timedelta(days=60)
    usual: Traits = {
        "regime": "pass-iae",
        "siae": "aci",
        "insee": "69256",
        "number": f"9999926{next(numbers):05d}",
        "asked_at": clock.now() - timedelta(days=60),
        "begins_on": begin,
        "ends_on": last_day(begin, 24),
    }
    return saved(Approval(**usual | facts))


def make_answers(person: Person) -> SharedAnswers:
    """Make answers to “is it for me?” that someone gave to a new structure."""
    signs = (concerned.Sign.LONG, concerned.Sign.ALONE)
    return saved(shared.give(person, make_organisation(kind="support"), signs, clock.now()))


def make_suspension(**facts: Any) -> ApprovalSuspension:
    """Make a suspension that still runs, of a new PASS IAE unless one is given."""
    facts.setdefault("approval", None)
    facts["approval"] = facts["approval"] or make_approval()
    usual: Traits = {
        "begins_on": clock.today() - timedelta(days=20),
        "reason": "contract-suspended",
        "declared_at": clock.now(),
    }
    return saved(ApprovalSuspension(**usual | facts))


def make_diagnosis_request(person: Person) -> DiagnosisRequest:
    """Make a diagnosis that a new ACI asked for."""
    siae, due = make_organisation(kind="aci"), clock.today() + timedelta(days=14)
    facts: Traits = {"siae_id": siae.id, "asked_at": clock.now(), "due_on": due}
    return saved(DiagnosisRequest(person_id=person.id, **facts))


def make_liaison(person: Person, account: Account) -> LiaisonForm:
    """Make a liaison form that this professional began."""
    words = liaison.Written(facts={"agreed": True}, texts={"situation": "Cherche", "wish": ""})
    return saved(liaison.begin(person, account, None, words, clock.now()))


def make_contract(person: Person, **facts: Any) -> WorkContract:
    """Make a contract of half a year in a new ACI, begun two months ago."""
    usual: Traits = {
        "kind": "cddi",
        "begins_on": clock.today() - timedelta(days=60),
        "ends_on": clock.today() + timedelta(days=120),
        "weekly_minutes": 26 * 60,
        "written_at": clock.now(),
    }
    if "organisation_id" not in facts:
        facts["organisation_id"] = make_organisation(kind="aci").id
    return saved(WorkContract(person_id=person.id, **usual | facts))


def make_review(person: Person) -> ExitReview:
    """Make an exit review that the employer of someone signed."""
    contract = make_contract(person)
    employer = make_account("employer", organisation=contract.organisation)
    words = {"results": "35 h de formation", "outlook": "Un CDI", "promises": "Le permis"}
    found = exit_reviews.write(contract, employer, words, 0, clock.now())
    exit_reviews.sign(found, employer, 1, clock.now())
    return saved(found)


def make_renewal(person: Person) -> Renewal:
    """Make the question of this month's renewal."""
    return saved(renewals.question(person, clock.today(), clock.now()))


def make_work_event(contract: WorkContract) -> WorkEvent:
    """Make an absence of yesterday, which waits for someone."""
    day = clock.today() - timedelta(days=1)
    facts: Traits = {"kind": "absence", "begins_on": day, "written_at": clock.now()}
    return saved(WorkEvent(contract_id=contract.id, **facts))


def make_committee(account: Account) -> Committee:
    """Make a committee that a professional's organisation holds in ten days."""
    on = clock.today() + timedelta(days=10)
    return saved(committees.call(account, on, "Mairie, 9 h", [], clock.now()))


def make_case(committee: Committee, person: Person) -> CommitteeCase:
    """Make a case of a committee."""
    account = make_account("adviser")
    return saved(committees.submit(committee, person, account, "Quoi faire ?", clock.now()))
