"""Whom a professional sees: every state of an agreement, in a query and for one person."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person
from webapp.extensions import db
from webapp.people import consents, rules
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Consent, Person

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
DAY = date(2026, 11, 21)
HOUR = timedelta(hours=1)


def asked(person, account, purpose=Purpose.FOLLOWUP, days=31, now=NOON):
    return consents.ask(person, account.organisation, purpose, days, account, now)


def none(person, account):
    """Nobody ever asked."""


def only_asked(person, account):
    asked(person, account)


def given(person, account):
    consents.give(asked(person, account), ConsentWay.PHONE, NOON)


def expired(person, account):
    past = NOON - timedelta(days=40)
    consents.give(asked(person, account, now=past), ConsentWay.PHONE, past)


def on_its_last_day(person, account):
    past = NOON - timedelta(days=31)
    consents.give(asked(person, account, now=past), ConsentWay.PHONE, past)


def refused(person, account):
    consents.refuse(asked(person, account), NOON)


def stopped(person, account):
    given(person, account)
    consents.stop(db.session.scalars(select(Consent)).one(), NOON + HOUR)


def of_another_organisation(person, account):
    given(person, make_account("adviser"))


def registered(person, account):
    person.registered_by = None
    person.registered_by_id = account.id


def registered_by_a_colleague(person, account):
    colleague = make_account("adviser", organisation=account.organisation)
    person.registered_by_id = colleague.id


def registered_elsewhere(person, account):
    person.registered_by_id = make_account("adviser").id


def registered_then_stopped(person, account):
    registered(person, account)
    stopped(person, account)


def account_closed(person, account):
    given(person, account)
    registered(person, account)
    account.closed_at = NOON


def merged_away(person, account):
    given(person, account)
    person.merged_into_id = make_person().id


SEEN = {
    none: False,
    only_asked: False,
    given: True,
    expired: False,
    on_its_last_day: True,
    refused: False,
    stopped: False,
    of_another_organisation: False,
    registered: True,
    registered_by_a_colleague: True,
    registered_elsewhere: False,
    registered_then_stopped: True,  # their own record stays their own
    account_closed: False,
    merged_away: False,
}


@pytest.mark.parametrize(
    ("prepare", "sees"), SEEN.items(), ids=lambda one: getattr(one, "__name__", str(one))
)
def test_who_sees_whom(database, app, prepare, sees):
    person, account = make_person(), make_account("adviser")
    make_person(first_name="Joseph")  # someone whom nobody follows
    prepare(person, account)
    db.session.commit()

    listed = db.session.scalars(consents.for_viewer(select(Person.id), account, DAY)).all()

    assert consents.may_see(account, person, DAY) is sees
    assert listed == ([person.id] if sees else [])


@pytest.mark.parametrize(("role", "purpose"), list(product(rules.PURPOSES, Purpose)))
def test_each_role_sees_for_its_own_purposes(app, role, purpose):
    person, account = make_person(), make_account(role)
    consents.give(asked(person, account, purpose), ConsentWay.PHONE, NOON)

    assert consents.may_see(account, person, DAY) is (purpose in rules.PURPOSES[role])


@pytest.mark.parametrize("role", ["employer", "network"])
def test_an_employer_or_a_network_sees_nobody_for_having_written_them_down(app, role):
    account = make_account(role)
    person = make_person(registered_by_id=account.id)

    assert not consents.may_see(account, person, DAY)


def test_in_python_and_in_sql_an_agreement_holds_on_the_same_days(database, app):
    person, account = make_person(), make_account("adviser")
    for until, stopped_at in product((None, *range(-1, 2)), (None, NOON)):
        consent = Consent(
            person=person,
            organisation=account.organisation,
            purpose=Purpose.FOLLOWUP,
            days=1,
            asked_at=NOON,
            given_at=None if until is None else NOON,
            until=None if until is None else DAY + timedelta(days=until),
            stopped_at=stopped_at,
        )
        db.session.add(consent)
    rows = db.session.scalars(select(Consent)).all()

    holding = set(db.session.scalars(select(Consent.id).where(Consent.holds(DAY))))

    assert len(rows) == 8
    assert {row.id for row in rows if row.holds(DAY)} == holding
    assert len(holding) == 2  # today is the last day, or tomorrow is
