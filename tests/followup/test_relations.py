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
# The kinds of structures in which each role exists.
ROLES = {"adviser": "ccas", "lead": "ccas", "employer": "ei", "network": "network"}


def none(person, account):
    """Nobody ever asked."""


def asked(person, account, now=None):
    now = now or clock.now()
    organisation = account.organisation
    return consents.add(person, organisation, Purpose.FOLLOWUP, 31, account, now)


def only_asked(person, account):
    asked(person, account)


def agreed(person, account):
    one = asked(person, account)
    consents.give(one, ConsentWay.PHONE, clock.now())
    return one


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
RELATIONS = {
    none: HIDDEN,
    only_asked: HIDDEN,
    agreed: OPENS,
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
    ("GET", "/conseiller/personnes/{person}"),
)


def expected(role, relation):
    """What the table says."""
    if RELATIONS[relation] == DOOR:
        return DOOR
    return RELATIONS[relation] if role in ("adviser", "lead") else CLOSED


def found(answer):
    """What an answer is, in the words of the table."""
    names = {303: DOOR if "/connexion" in (answer.location or "") else OPENS}
    names |= {200: OPENS, 422: OPENS, 409: OPENS, 403: CLOSED, 404: HIDDEN}
    return names[answer.status_code]


def prepared(role, relation):
    """A professional, a person in this relation to them, and what their structure wrote."""
    account = make_account(role, organisation=make_organisation(kind=ROLES[role]))
    person = make_person(first_name="Zéphyrine", last_name="Quatremarre")
    relation(person, account)
    note = make_note(person, account, to=Readers.ORGANISATION)
    task = make_task(person, account)
    return account, {"person": person.public_id, "note": note.public_id, "task": task.public_id}


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("role", ROLES)
def test_who_opens_what_about_whom(app, role, relation):
    account, names = prepared(role, relation)
    client, faults = new_browser(app), []
    sign_in(client, account)

    for method, address in ADDRESSES:
        answer = client.open(address.format(**names), method=method, base_url=SITE)
        if found(answer) != expected(role, relation):
            faults.append(f"{method} {address}: {found(answer)}")
        if expected(role, relation) != OPENS and "Quatremarre" in answer.text:
            faults.append(f"{method} {address} tells the name")
        db.session.rollback()

    assert not faults, "\n".join(faults)
