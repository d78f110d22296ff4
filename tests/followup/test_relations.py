"""Every address about a person × every role × every relation to them: one table, walked."""

from datetime import timedelta

import pytest

from tests.factories import (
    make_account,
    make_organisation,
    make_person,
    sign_in,
)
from tests.followup.making import make_note, make_task
from tests.people.helping import SITE
from tests.test_access import new_browser
from webapp import clock
from webapp.extensions import db
from webapp.followup.enums import Readers
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose

DAY = timedelta(days=1)
# Each role with a kind of structure in which it exists.
ROLES = {
    "adviser": ("adviser", "ccas"),
    "lead": ("lead", "ccas"),
    "employer of a SIAE": ("employer", "ei"),
    "lead of a SIAE": ("lead", "ei"),
    "network": ("network", "network"),
}


def none(person, account):
    """Nobody ever asked."""


def asked(person, account, purpose=Purpose.FOLLOWUP):
    return consents.add(person, account.organisation, purpose, 31, account, clock.now())


def only_asked(person, account):
    asked(person, account)


def agreed(person, account, purpose=Purpose.FOLLOWUP):
    one = asked(person, account, purpose)
    consents.give(one, ConsentWay.PHONE, clock.now())
    return one


def agreed_to_be_hired(person, account):
    agreed(person, account, Purpose.HIRING)


def stopped_sharing_but_hired(person, account):
    agreed_to_be_hired(person, account)
    stopped(person, account)


def expired(person, account):
    agreed(person, account).until = clock.today() - DAY


def stopped(person, account):
    consents.stop(agreed(person, account), clock.now())


def agreed_elsewhere(person, account):
    agreed(person, make_account("adviser"))


def same_structure_wrote(person, account):
    colleague = make_account("adviser", organisation=account.organisation)
    person.registered_by_id = colleague.id


def left(person, account):
    agreed(person, account)
    account.closed_at = clock.now()


OPENS, HIDDEN, CLOSED, DOOR = "opens", "is not there", "is for others", "sends to the door"
NARROW = "is not in the agreement"
RELATIONS = {
    none: HIDDEN,
    only_asked: HIDDEN,
    agreed: OPENS,
    agreed_to_be_hired: NARROW,
    stopped_sharing_but_hired: NARROW,
    expired: HIDDEN,
    stopped: HIDDEN,
    agreed_elsewhere: HIDDEN,
    same_structure_wrote: OPENS,
    left: DOOR,
}
ADDRESSES = (
    ("GET", "/conseiller/suivi/{person}"),
    ("POST", "/conseiller/suivi/{person}/nouvelles"),
    ("POST", "/conseiller/suivi/{person}/je-suis"),
    ("GET", "/conseiller/suivi/{person}/notes"),
    ("POST", "/conseiller/suivi/{person}/notes"),
    ("GET", "/conseiller/suivi/{person}/etapes"),
    ("POST", "/conseiller/suivi/{person}/etapes"),
    ("GET", "/conseiller/suivi/{person}/lecture"),
    ("POST", "/conseiller/suivi/{person}/lecture"),
    ("GET", "/conseiller/suivi/{person}/ensemble"),
    ("POST", "/conseiller/suivi/{person}/ensemble"),
    ("GET", "/conseiller/suivi/{person}/ensemble/fini"),
    ("GET", "/conseiller/notes/{note}"),
    ("POST", "/conseiller/notes/{note}"),
    ("GET", "/conseiller/etapes/{task}"),
    ("POST", "/conseiller/etapes/{task}"),
    ("POST", "/conseiller/etapes/{task}/faite"),
    ("POST", "/conseiller/etapes/{task}/retirer"),
    ("POST", "/conseiller/notes/{note}/retirer"),
    ("GET", "/conseiller/etapes/{theirs}"),
    ("POST", "/conseiller/etapes/{theirs}/faite"),
    ("GET", "/conseiller/personnes/{person}"),
    ("POST", "/conseiller/personnes/{person}/accord"),
)
FOR_ADVISERS = ("/ensemble", "/personnes/{person}")  # where they sit beside the person
WHOLE = {"/lecture": NARROW, "{theirs}": HIDDEN}  # what an agreement to hire does not open


def expected(role, relation, address):
    """What the table says."""
    said = RELATIONS[relation]
    if said == DOOR:
        return DOOR
    hires, beside = role == "employer of a SIAE", any(one in address for one in FOR_ADVISERS)
    if role == "network" or (hires and beside and not address.endswith("/accord")):
        return CLOSED
    if relation is same_structure_wrote:
        return HIDDEN if hires or "{theirs}" in address else OPENS
    if said == NARROW:
        return next((answer for part, answer in WHOLE.items() if part in address), OPENS)
    return said


def found(answer):
    """What an answer is, in the words of the table."""
    if "Son accord ne va pas jusque-là" in answer.text:
        return NARROW
    names = {303: DOOR if "/connexion" in (answer.location or "") else OPENS}
    names |= {200: OPENS, 422: OPENS, 409: OPENS, 403: CLOSED, 404: HIDDEN}
    return names[answer.status_code]


def prepared(role, relation):
    """A professional, a person in this relation to them, and what their structure wrote."""
    name, kind = ROLES[role]
    account = make_account(name, organisation=make_organisation(kind=kind))
    person = make_person(first_name="Zéphyrine", last_name="Quatremarre")
    relation(person, account)
    note = make_note(person, account, to=Readers.ORGANISATION)
    things = {"note": note, "task": make_task(person, account)}
    things["theirs"] = make_task(person, make_account("adviser"))  # shared by another structure
    return account, {key: one.public_id for key, one in (things | {"person": person}).items()}


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("role", ROLES)
def test_who_opens_what_about_whom(app, role, relation):
    account, names = prepared(role, relation)
    client, faults = new_browser(app), []
    sign_in(client, account)

    for method, address in ADDRESSES:
        answer = client.open(address.format(**names), method=method, base_url=SITE)
        said = expected(role, relation, address)
        if found(answer) != said:
            faults.append(f"{method} {address}: {found(answer)}")
        if said != OPENS and "Quatremarre" in answer.text:
            faults.append(f"{method} {address} tells the name")
        db.session.rollback()

    assert not faults, "\n".join(faults)
