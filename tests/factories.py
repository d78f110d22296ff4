"""Rows made for tests: complete and plausible by default, committed before a page is opened."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any, TypeVar

from flask.testing import FlaskClient

from webapp import clock
from webapp.accounts import devices
from webapp.accounts.enums import SignInWay
from webapp.accounts.models import Account, Device
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.helping.models import HelpRequest
from webapp.offers import actions
from webapp.offers.models import Offer
from webapp.organisations.models import Contact, Organisation
from webapp.people.models import Consent, Person

Row = TypeVar("Row")
numbers = count(1)

Traits = dict[str, Any]
TRAITS: dict[str, Callable[[], Traits]] = {
    # who shows no address
    "private_home": lambda: {"private_home": True, "address": "", "job": "home-cleaning"},
    "zone": lambda: {
        "organisation": make_organisation(kind="ai"),
        "zone_km": 15,
        "address": "",
        "place_name": "",
        "way": [],
    },
    # where it stands
    "draft": lambda: {"status": "draft"},
    "paused": lambda: {"status": "paused"},
    "closed": lambda: {"status": "closed", "closed_reason": "filled"},
    # who answers
    "contact_away": lambda: {
        "contact": make_contact(away_from=date(2020, 1, 1), away_until=None),
    },
    "demonstration": lambda: {"demonstration": True},
}


def saved(row: Row) -> Row:
    """Give a row to the database and return it; what opens a page or runs a command commits it."""
    db.session.add(row)
    db.session.flush()
    return row


def new_phone() -> str:
    """Return one more number of those kept for films."""
    return f"+33465711{next(numbers) % 1000:03d}"


def make_organisation(**facts: Any) -> Organisation:
    """Make a structure of Vaulx-en-Velin, with the given facts instead of the usual ones."""
    usual: Traits = {
        "kind": "ei",
        "name": "Les Ateliers du Canal",
        "about": "Nous nettoyons des bureaux et nous vous formons.",
        "address": "8 rue de la Rize",
        "insee": "69256",
        "lat": 45.7786,
        "lon": 4.9206,
        "phone": "+33465710009",
        "known_since": clock.now(),
        "created_at": clock.now(),
    }
    return saved(Organisation(**usual | facts))


def make_contact(**facts: Any) -> Contact:
    """Make a named human, of a new structure unless one is given."""
    usual: Traits = {
        "first_name": "Karim",
        "last_name": "Benali",
        "role": "responsable d’équipe",
        "phone": new_phone(),
        "languages": ["fr", "ar"],
        "call_when": {"days": [0, 1, 2, 3, 4], "from": 540, "to": 720},
    }
    facts.setdefault("organisation", None)
    facts["organisation"] = facts["organisation"] or make_organisation()
    return saved(Contact(**usual | facts))


def make_offer(*traits: str, **facts: Any) -> Offer:
    """Make an offer, published and searchable unless a trait of TRAITS or a fact says otherwise."""
    for trait in traits:
        facts = TRAITS[trait]() | facts
    organisation = facts.setdefault("organisation", organisation_of(facts))
    facts.setdefault("contact", None)
    facts["contact"] = facts["contact"] or make_contact(organisation=organisation)
    if "backup" not in facts:
        facts["backup"] = make_contact(
            organisation=organisation, first_name="Sonia", last_name="Martin"
        )
    status = facts.pop("status", "published")
    offer = saved(Offer(**usual_offer() | facts))
    return as_status(offer, status)


def organisation_of(facts: Traits) -> Organisation:
    """Return the structure of the given contact, or a new one."""
    contact = facts.get("contact")
    return contact.organisation if contact else make_organisation()


def usual_offer() -> Traits:
    """Return the facts of an offer that can be published."""
    return {
        "family": "cleaning",
        "job": "office-cleaning",
        "rome": "K2204",
        "contract": "cddi",
        "months": 6,
        "tasks": ["dust", "sweep", "empty-bins"],
        "insee": "69256",
        "place_name": "Les Ateliers du Canal",
        "address": "8 rue de la Rize",
        "lat": 45.7786,
        "lon": 4.9206,
        "way": ["Bus C3, arrêt « La Soie »", "Puis 3 min à pied"],
        "week": [[day, 360, 660] for day in range(5)],
        "weekly_minutes": 25 * 60,
        "pay_cents": 1231,
        "bring": ["id"],
        "promised_days": 3,
        "created_at": clock.now(),
        "updated_at": clock.now(),
    }


def as_status(offer: Offer, status: str) -> Offer:
    """Publish an offer as its employer would, then bring it where it should stand."""
    if status != "draft":
        published_by_its_employer(offer, status)
    offer.status = status
    db.session.commit()
    return offer


def published_by_its_employer(offer: Offer, status: str) -> None:
    """Publish, then pause or close, by the actions that keep the search true."""
    actions.publish(offer, clock.now())
    if status == "paused":
        actions.pause(offer, clock.now())
    if status == "closed":
        actions.close(offer, offer.closed_reason or "filled", clock.now())


def make_application(**facts: Any) -> Application:
    """Make a request to be called back, for a new offer unless one is given."""
    usual: Traits = {
        "way": "they_call",
        "first_name": "Fatou",
        "phone": new_phone(),
        "idempotency_key": f"key-{next(numbers)}",
        "created_at": clock.now(),
        "answer_by": clock.today() + timedelta(days=5),
    }
    facts.setdefault("offer", None)
    facts["offer"] = facts["offer"] or make_offer()
    return saved(Application(**usual | facts))


def make_help_request(**facts: Any) -> HelpRequest:
    """Make a request for help that nobody has taken, at a new organisation unless one is given."""
    usual: Traits = {
        "need": "papers",
        "asked_by": "page",
        "first_name": "Fatou",
        "phone": new_phone(),
        "insee": "69256",
        "lat": 45.7786,
        "lon": 4.9206,
        "idempotency_key": f"help-{next(numbers)}",
        "created_at": clock.now(),
        "due_on": clock.today() + timedelta(days=2),
    }
    if "organisation" not in facts:
        facts["organisation"] = make_organisation(kind="ccas")
    return saved(HelpRequest(**usual | facts))


def make_person(**facts: Any) -> Person:
    """Make someone who looks for work, known by a number of their own."""
    usual: Traits = {
        "first_name": "Fatou",
        "phone": new_phone(),
        "phone_since": clock.now(),
        "confirmed_at": clock.now(),
        "created_at": clock.now(),
        "active_on": clock.today(),
    }
    return saved(Person(**usual | facts))


def make_account(role: str = "employer", **facts: Any) -> Account:
    """Make a professional of a new structure, unless one is given: an adviser's does not hire."""
    usual: Traits = {
        "role": role,
        "email": f"pro{next(numbers)}@exemple.fr",
        "first_name": "Nadia",
        "last_name": "Perrin",
        "created_at": clock.now(),
    }
    facts.setdefault("organisation", None)
    facts["organisation"] = facts["organisation"] or make_organisation(kind=KINDS.get(role, "ei"))
    return saved(Account(**usual | facts))


def make_consent(person: Person, account: Account, **facts: Any) -> Consent:
    """Make an agreement of a person with the organisation of a professional, given for a month."""
    usual: Traits = {
        "organisation_id": account.organisation_id,
        "purpose": "hiring" if account.role == "employer" else "followup",
        "way": "code",
        "days": 31,
        "asked_at": clock.now(),
        "given_at": clock.now(),
        "until": clock.today() + timedelta(days=31),
    }
    return saved(Consent(person_id=person.id, **usual | facts))


KINDS = {"adviser": "support", "network": "network"}


def sign_in(
    client: FlaskClient,
    owner: Person | Account,
    shared: bool = False,
    confirmed: bool = True,
) -> Device:
    """Sign a person or a professional in on this browser, as their two proofs would."""
    moment = clock.now()
    if isinstance(owner, Person):
        device = Device(person=owner, way=SignInWay.CODE, shared=shared)
        device.expires_at = moment + devices.life(shared)
    else:
        device = Device(account=owner, way=SignInWay.LINK, shared=False)
        device.expires_at = moment + devices.STAFF
    token = devices.complete(device, "", confirmed=confirmed, now=moment)
    db.session.commit()
    client.set_cookie(devices.COOKIE, token, secure=True)
    if device.shared:
        client.set_cookie(devices.USED, devices.used(device, moment), secure=True)
    return device
