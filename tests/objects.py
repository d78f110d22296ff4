"""One object of each kind that someone owns, for the test of who opens it."""

from collections.abc import Callable
from datetime import timedelta

from flask import current_app
from flask.testing import FlaskClient

from tests.factories import (
    make_account,
    make_application,
    make_contact,
    make_help_request,
    make_offer,
    make_organisation,
    make_person,
    saved,
    sign_in,
)
from tests.followup.making import make_note, make_task
from tests.gatherings.making import make_gathering
from tests.network.making import make_act
from tests.path_factories import (
    make_answers,
    make_approval,
    make_case,
    make_committee,
    make_contract,
    make_diagnosis_request,
    make_liaison,
    make_renewal,
    make_review,
    make_suspension,
    make_work_event,
)
from webapp.accounts.models import Account, Device, Passkey
from webapp.alerts.models import Alert
from webapp.clock import now, today
from webapp.forecasts.actions import say
from webapp.network.models import ActFile
from webapp.organisations.models import Site
from webapp.pathways.models import Approval
from webapp.people.models import Consent, Person

Owner = Person | Account


def key_of(**owner: int) -> Passkey:
    """A key that someone keeps."""
    moment = now()
    name = str(moment.timestamp()).encode()
    return saved(Passkey(credential_id=name, public_key=b"", created_at=moment, **owner))


def key_of_person(person: Person) -> Passkey:
    return key_of(person_id=person.id)


def key_of_account(account: Account) -> Passkey:
    key_of(account_id=account.id)  # the last one stays
    return key_of(account_id=account.id)


def device_of(owner: Owner) -> Device:
    return sign_in(FlaskClient(current_app), owner)


def agreement(person: Person, **facts: object) -> Consent:
    """A question put to a person by an organisation, which waits unless facts answer it."""
    usual = {"purpose": "followup", "way": "code", "days": 31, "asked_at": now()}
    usual["organisation_id"] = facts.pop("organisation_id", None) or make_organisation().id
    return saved(Consent(person_id=person.id, **usual | facts))


def followed_by(account: Account) -> Person:
    """Someone who lets an organisation see them."""
    person = make_person()
    until = today() + timedelta(days=31)
    agreement(person, organisation_id=account.organisation_id, given_at=now(), until=until)
    return person


def entitled_follows(account: Account) -> Person:
    """Someone who lets an entitled prescriber see them."""
    account.organisation.kind = "france-travail"
    return followed_by(account)


def site_of(account: Account) -> Site:
    there = {"insee": "69256", "lat": 45.77, "lon": 4.92}
    return saved(Site(organisation_id=account.organisation_id, name="Le dépôt", **there))


def offer_far_away(account: Account) -> object:
    """An offer of the area of this account, whose structure moves where no other adviser is."""
    for name, value in FAR.items():
        setattr(account.organisation, name, value)
    return make_offer(organisation=account.organisation, **FAR)


FAR = {"insee": "33063", "lat": 44.84, "lon": -0.58}


def approval_of(account: Account) -> Approval:
    return make_approval(person=followed_by(account))


def evidence_of(account: Account) -> ActFile:
    """A file that proves an act."""
    act = make_act(organisation=account.organisation)
    return saved(ActFile(act=act, kind="pdf", content=b"%PDF-", size=5, added_at=now()))


def alert_of(person: Person) -> Alert:
    moment = now()
    key = f"{moment.timestamp()}-{person.public_id}"
    facts = {"phone": person.phone, "insee": "69256", "created_at": moment, "key": key}
    return saved(Alert(person_id=person.id, **facts))


MAKERS: dict[str, Callable[..., object]] = {
    "key of a person": key_of_person,
    "key of a professional": key_of_account,
    "device of a person": device_of,
    "device of a professional": device_of,
    "person": followed_by,
    "person, for an entitled prescriber": entitled_follows,
    "agreement": agreement,
    "note": lambda account: make_note(followed_by(account), account),
    "step": lambda account: make_task(followed_by(account), account),
    "step of a person": lambda person: make_task(person, make_account("adviser"), owner=None),
    "alert": alert_of,
    "forecast": lambda account: say("bricklayer", 2, today(), account, now()),
    "information meeting": lambda account: make_gathering(organisation=account.organisation),
    "contact": lambda account: make_contact(organisation=account.organisation),
    "request": lambda account: make_application(
        offer=make_offer(organisation=account.organisation)
    ),
    "request of a person": lambda person: make_application(person_id=person.id),
    "offer to read": offer_far_away,
    "offer": lambda account: make_offer(organisation=account.organisation),
    "colleague": lambda account: make_account("employer", organisation=account.organisation),
    "site": site_of,
    "approval": approval_of,
    "liaison form": lambda account: make_liaison(followed_by(account), account),
    "contract": lambda account: make_contract(followed_by(account)),
    "diagnosis": lambda account: make_diagnosis_request(followed_by(account)),
    "diagnosis of a person": make_diagnosis_request,
    "exit review of a person": make_review,
    "liaison form of a person": lambda person: make_liaison(person, make_account("adviser")),
    "answers of a person": make_answers,
    "renewal": lambda account: make_renewal(followed_by(account)),
    "event of a contract": lambda account: make_work_event(make_contract(followed_by(account))),
    "committee": make_committee,
    "case": lambda account: make_case(make_committee(account), followed_by(account)),
    "suspension": lambda account: make_suspension(approval=approval_of(account)),
    "collective act": lambda account: make_act(organisation=account.organisation),
    "evidence": evidence_of,
    "help request": lambda account: make_help_request(organisation=account.organisation),
}
