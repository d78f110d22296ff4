"""Every page of a path, as every role, in every relation to the person: one walked table."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from tests.factories import make_account, make_consent, make_organisation, make_person, sign_in
from tests.path_factories import (
    make_approval,
    make_case,
    make_committee,
    make_contract,
    make_diagnosis_request,
    make_liaison,
    make_renewal,
    make_suspension,
    make_work_event,
)
from webapp.accounts.models import Account
from webapp.clock import now, today
from webapp.extensions import db
from webapp.pathways import engagements, shared
from webapp.pathways.concerned import Sign
from webapp.pathways.engagements import Promised
from webapp.pathways.enums import Promise
from webapp.people.models import Person

YESTERDAY = timedelta(days=1)
PROMISED = Promised(
    kind=Promise.CONTRACT,
    signed_on=date(2026, 10, 1),
    review_on=date(2026, 12, 1),
    weekly_hours=15,
    aim="Heures du matin",
)


def no_relation(person: Person, account: Account) -> None:
    """They never met."""


def asked(person: Person, account: Account) -> None:
    make_consent(person, account, given_at=None, until=None)


def agreed(person: Person, account: Account) -> None:
    make_consent(person, account)


def expired(person: Person, account: Account) -> None:
    make_consent(person, account, until=today() - YESTERDAY)


def stopped(person: Person, account: Account) -> None:
    make_consent(person, account, stopped_at=now())


def referred(person: Person, account: Account) -> None:
    make_consent(person, account, purpose="referral")


def written_down(person: Person, account: Account) -> None:
    person.registered_by_id = make_account("adviser", organisation=account.organisation).id


def account_closed(person: Person, account: Account) -> None:
    make_consent(person, account)
    account.closed_at = now()


RELATIONS: dict[Callable[[Person, Account], None], frozenset[str]] = {
    no_relation: frozenset(),
    asked: frozenset(),
    agreed: frozenset({"adviser", "prescriber", "employer", "lead", "lead of a SIAE"}),
    expired: frozenset(),
    stopped: frozenset(),
    referred: frozenset({"adviser", "prescriber", "lead", "lead of a SIAE"}),
    written_down: frozenset({"adviser", "prescriber", "lead", "lead of a SIAE"}),
    account_closed: frozenset(),
}
WHO = {
    "adviser": ("adviser", "support"),
    "prescriber": ("adviser", "plie"),
    "employer": ("employer", "aci"),
    "lead": ("lead", "plie"),
    "lead of a SIAE": ("lead", "aci"),
    "network": ("network", "network"),
}
# What others wrote, that each of these relations does not tell of.
UNTOLD = {
    referred: ("{contract}", "{event}", "{renewal}"),
    written_down: (
        *("{contract}", "{event}", "{renewal}"),
        *("{approval}", "{suspension}", "{diagnosis}"),
    ),
}
OWN = "/parcours/personnes/{person}"
PAGES = (
    f"{OWN}/agrement",
    f"{OWN}/fiches",
    f"{OWN}/contrats",
    f"{OWN}/engagement",
    "/parcours/contrats/{contract}/bilan",
)
ACTS = (
    f"{OWN}/agrement/demander",
    f"{OWN}/agrement/pass",
    *(
        f"/parcours/agrements/{{approval}}/{act}"
        for act in (
            "repondre",
            "suspendre",
            "prolonger",
            "interrompre",
            "lever-le-delai",
            "retirer",
        )
    ),
    f"{OWN}/diagnostic/demander",
    "/parcours/diagnostics/{diagnosis}/retirer",
    "/parcours/inscriptions/{renewal}/done",
    "/parcours/suspensions/{suspension}/reprendre",
    *(f"/parcours/contrats/{{contract}}/{act}" for act in ("noter", "arreter", "bilan/signer")),
    "/parcours/evenements/{event}/traiter",
)


def names_of(person: Person) -> dict[str, str]:
    """The public names of all that belongs to someone."""
    approval, contract = make_approval(person=person), make_contract(person)
    return {
        "person": person.public_id,
        "approval": approval.public_id,
        "suspension": make_suspension(approval=approval).public_id,
        "contract": contract.public_id,
        "renewal": make_renewal(person).public_id,
        "diagnosis": make_diagnosis_request(person).public_id,
        "event": make_work_event(contract).public_id,
    }


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda one: one.__name__)
def test_each_page_opens_for_whom_the_person_chose_and_for_nobody_else(app, client, relation):
    client.simple_too = False
    faults = []
    for who, (role, kind) in WHO.items():
        person = make_person()
        account = make_account(role, organisation=make_organisation(kind=kind))
        relation(person, account)
        db.session.commit()
        names = names_of(person)
        sign_in(client, account)
        opens, untold = who in RELATIONS[relation], UNTOLD.get(relation, ())
        faults += [
            f"{who}: {method} {page}: {code}"
            for method, page, code in answers(client, names)
            if (code not in HIDDEN) != (opens and not any(one in page for one in untold))
        ]

    assert not faults, "\n".join(faults)


HIDDEN = (303, 403, 404)  # to the door, not for this role, not there
SHOWN_REFUSALS = (409, 422)


def answers(client: FlaskClient, names: dict[str, str]):
    """What each page answers; an act that is theirs to see may be another's to do."""
    for page in PAGES:
        yield "GET", page, client.get(page.format(**names)).status_code
    for act in ACTS:
        code = client.post(act.format(**names)).status_code
        told = code in SHOWN_REFUSALS
        if not told and code != 404:
            told = client.get(PAGES[0].format(**names)).status_code not in HIDDEN
        yield "POST", act, 200 if told else 404


def test_a_page_says_no_more_of_what_others_wrote_than_the_agreement(app, client):
    """Who presents someone, or only wrote them down, reads their own part of a path."""
    reader, other = make_account("adviser"), make_account("adviser")
    pages = {"contrats": "CDD d’insertion", "engagement": "Heures du matin"}
    relations = {agreed: True, referred: False, written_down: False}
    for relation, tells in relations.items():
        person = make_person()
        relation(person, reader)
        make_contract(person)
        engagements.write(person, other, PROMISED, now())
        db.session.commit()
        sign_in(client, reader)
        for page, words in pages.items():
            told = client.get(f"/parcours/personnes/{person.public_id}/{page}").text
            assert (words in told) is tells, (relation.__name__, page)
            assert ("ne va pas plus loin" in told) is not tells


def test_after_a_stop_a_case_and_given_answers_tell_no_more(app, client):
    """Their own record stays to whoever wrote someone down: nothing of what others wrote does."""
    host = make_account("adviser")
    person = make_person(
        registered_by_id=make_account("adviser", organisation=host.organisation).id
    )
    agreement = make_consent(person, host)
    make_contract(person)
    shared.give(person, host.organisation, [Sign.LONG], now())
    case = make_case(make_committee(host), person)
    pages = (
        f"/parcours/dossiers/{case.public_id}",
        f"/parcours/personnes/{person.public_id}/fiches",
    )
    sign_in(client, host)

    before = [client.get(page).words for page in pages]
    agreement.stopped_at = now()
    db.session.commit()
    after = [client.get(page).words for page in pages]

    lines = ("CDD d’insertion", "Lire ses réponses")
    assert all(one in told for one, told in zip(lines, before, strict=True))
    assert not any(one in told for one, told in zip(lines, after, strict=True))


def test_a_committee_a_case_and_a_form_are_not_there_for_others(app, client):
    host, stranger = make_account("adviser"), make_account("adviser")
    person = make_person()
    make_consent(person, host)
    form, committee = make_liaison(person, host), make_committee(host)
    case = make_case(committee, person)
    pages = {
        f"/parcours/fiches/{form.public_id}",
        f"/parcours/fiches/{form.public_id}/pdf",
        f"/parcours/comites/{committee.public_id}",
        f"/parcours/comites/{committee.public_id}/masque.csv",
        f"/parcours/dossiers/{case.public_id}",
    }

    for account, code in ((host, 200), (stranger, 404)):
        sign_in(client, account)
        assert {client.get(page).status_code for page in pages} == {code}
