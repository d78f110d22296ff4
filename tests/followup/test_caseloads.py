"""Who answers for whom: one's own people, those of whom one replaces, those whom nobody follows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Person

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def nadia(app):
    return make_account("adviser", first_name="Nadia")


@pytest.fixture
def sami(nadia):
    return make_account("adviser", first_name="Sami", organisation=nadia.organisation)


def followed(account):
    person = make_person(registered_by_id=account.id)
    caseloads.follow(person, account, by=None, now=NOON)
    db.session.commit()
    return person


def people(condition):
    return list(db.session.scalars(select(Person).where(condition).order_by(Person.id)))


def test_each_adviser_has_their_own_people_and_a_lead_may_ask_for_all(database, app, nadia, sami):
    one, other = followed(nadia), followed(sami)
    make_person(registered_by_id=make_account("adviser").id)

    assert people(caseloads.mine(nadia, NOON)) == [one]
    assert people(caseloads.mine(sami, NOON)) == [other]
    assert people(caseloads.mine(nadia, NOON, everyone=True)) == [one, other]


def test_who_replaces_someone_away_has_their_people_for_that_time(database, app, nadia, sami):
    one = followed(nadia)
    nadia.away_from, nadia.away_until = date(2026, 11, 20), date(2026, 11, 22)
    nadia.backup_id = sami.id
    db.session.commit()

    assert people(caseloads.mine(sami, NOON)) == [one]
    assert people(caseloads.mine(nadia, NOON)) == [one]
    assert people(caseloads.mine(sami, NOON + 2 * DAY)) == []


def test_someone_handed_over_leaves_one_list_for_the_other(app, nadia, sami):
    one = followed(nadia)

    caseloads.follow(one, sami, by=nadia, now=NOON + DAY)

    assert people(caseloads.mine(nadia, NOON)) == []
    assert people(caseloads.mine(sami, NOON)) == [one]
    current = caseloads.following(one, nadia.organisation_id)
    assert (current.account_id, current.by_id) == (sami.id, nadia.id)


def test_two_organisations_each_have_their_own_adviser_of_a_person(app, nadia):
    one, other = followed(nadia), make_account("adviser")
    asked = consents.add(one, other.organisation, Purpose.FOLLOWUP, 31, other, NOON)
    consents.give(asked, ConsentWay.PHONE, NOON)

    caseloads.follow(one, other, by=None, now=NOON)

    assert people(caseloads.mine(nadia, NOON)) == [one]
    assert people(caseloads.mine(other, NOON)) == [one]


def test_without_the_agreement_nobody_is_on_the_list_though_the_line_is_there(app, nadia):
    one, other = followed(nadia), make_account("adviser")
    asked = consents.add(one, other.organisation, Purpose.FOLLOWUP, 31, other, NOON)
    consents.give(asked, ConsentWay.PHONE, NOON)
    caseloads.follow(one, other, by=None, now=NOON)
    consents.stop(asked, NOON)
    db.session.commit()

    assert people(caseloads.mine(other, NOON)) == []


def test_whose_adviser_has_left_is_without_anyone(database, app, nadia, sami):
    one, other = followed(nadia), followed(sami)
    alone = make_person(registered_by_id=nadia.id)
    assert people(caseloads.without_anyone(nadia)) == [alone]

    sami.closed_at = NOON
    db.session.commit()

    assert people(caseloads.without_anyone(nadia)) == [other, alone]
    assert people(caseloads.mine(nadia, NOON)) == [one]
