from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_organisation, make_person
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people import consents, queries, rules
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import JournalEntry
from webapp.people.rules import ConsentFacts, ConsentState

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
DAY = date(2026, 11, 21)
HOUR = timedelta(hours=1)


def asked(person, account, purpose=Purpose.FOLLOWUP, days=31, now=NOON):
    return consents.ask(person, account.organisation, purpose, days, account, now)


@pytest.mark.parametrize("days", rules.DAYS)
def test_a_yes_holds_through_its_last_day(app, days):
    person, account = make_person(), make_account("adviser")
    consent = asked(person, account, days=days)
    consents.give(consent, ConsentWay.CARD, NOON)

    assert consent.until == DAY + timedelta(days=days)
    assert consents.may_see(account, person, consent.until)
    assert not consents.may_see(account, person, consent.until + timedelta(days=1))


@pytest.mark.parametrize("days", [0, 2, 366, -1, 10**6])
def test_no_other_length_is_asked(app, days):
    with pytest.raises(consents.BadLength):
        asked(make_person(), make_account("adviser"), days=days)


def test_the_sms_says_who_asks_what_and_how_to_answer_in_one_part(app):
    account = make_account("adviser", first_name="Sonia")
    account.organisation.name = "Mission locale de Vénissieux"
    person = make_person()
    asked(person, account, days=182)

    (sms,) = outbox(person.phone)

    assert sms.parts == 1
    assert sms.text.startswith("Sonia (Mission locale de Vénissieux) veut voir votre fiche")
    assert "6 mois" in sms.text
    assert "OUI ou NON" in sms.text
    assert person.first_name not in sms.text


def test_a_very_long_name_still_makes_one_sms(app):
    account = make_account(
        "adviser", organisation=make_organisation(kind="support", name="W" * 120)
    )
    person = make_person()
    asked(person, account)

    assert [sms.parts for sms in outbox(person.phone)] == [1]


def test_asking_twice_asks_once(app):
    person, account = make_person(), make_account("adviser")

    assert asked(person, account) is asked(person, account, now=NOON + HOUR)
    assert len(outbox(person.phone)) == 1


def test_a_no_may_become_a_yes_and_a_stop_is_for_good(app):
    person, account = make_person(), make_account("adviser")
    consent = asked(person, account)
    consents.refuse(consent, NOON)
    consents.give(consent, ConsentWay.PHONE, NOON + HOUR)
    consents.stop(consent, NOON + HOUR)

    with pytest.raises(consents.NoAnswerNow):
        consents.give(consent, ConsentWay.PHONE, NOON + HOUR)
    assert not consents.may_see(account, person, DAY)


def test_a_question_of_last_month_asks_nothing_any_more(app):
    person, account = make_person(), make_account("adviser")
    consent = asked(person, account)
    late = NOON + rules.QUESTION_LIVES

    with pytest.raises(consents.NoAnswerNow):
        consents.give(consent, ConsentWay.SMS, late)
    assert consents.answer_by_sms(person.phone, yes=True, now=late) is None


def test_a_renewed_agreement_takes_the_place_of_the_former(app):
    person, account = make_person(), make_account("adviser")
    first = asked(person, account)
    consents.give(first, ConsentWay.PHONE, NOON)
    second = asked(person, account, days=365, now=NOON + HOUR)
    consents.give(second, ConsentWay.SMS, NOON + HOUR)
    db.session.flush()

    assert [one.holds(DAY) for one in queries.of_person(person)] == [True, False]
    consents.stop(second, NOON + HOUR)
    assert not consents.may_see(account, person, DAY)


@pytest.mark.parametrize(("yes", "sees"), [(True, True), (False, False)])
def test_a_word_sent_back_answers(database, app, yes, sees):
    person, account = make_person(), make_account("adviser")
    asked(person, account)

    answered = consents.answer_by_sms(person.phone, yes=yes, now=NOON + HOUR)
    db.session.commit()

    assert answered.person is person
    assert consents.may_see(account, person, DAY) is sees
    assert consents.answer_by_sms(person.phone, yes=yes, now=NOON + HOUR) is None


def test_on_a_shared_number_a_bare_yes_opens_nothing(app):
    one, account = make_person(first_name="Fatou"), make_account("adviser")
    other = make_person(first_name="Élise", phone=one.phone)
    asked(one, account)
    asked(other, account)

    with pytest.raises(consents.SeveralQuestions):
        consents.answer_by_sms(one.phone, yes=True, now=NOON)
    assert not consents.may_see(account, one, DAY)

    consents.answer_by_sms(one.phone, yes=True, now=NOON, first_name="elise")
    assert consents.may_see(account, other, DAY)
    assert not consents.may_see(account, one, DAY)


def test_someone_without_a_number_is_asked_in_presence_only(app):
    person, account = make_person(phone=None), make_account("adviser")
    consents.give(asked(person, account), ConsentWay.CARD, NOON)

    assert consents.may_see(account, person, DAY)


def test_every_step_is_in_the_journal(app):
    person, account = make_person(), make_account("adviser")
    consent = asked(person, account)
    consents.give(consent, ConsentWay.PHONE, NOON)
    consents.stop(consent, NOON + HOUR)
    db.session.flush()

    lines = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()

    assert [line.act for line in lines] == [
        Act.CONSENT_ASKED,
        Act.CONSENT_GIVEN,
        Act.CONSENT_STOPPED,
    ]
    assert {line.organisation_id for line in lines} == {account.organisation_id}
    assert [line.account_id for line in lines] == [account.id, None, None]


LONG_AGO = NOON - timedelta(days=31)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (ConsentFacts(NOON), ConsentState.ASKED),
        (ConsentFacts(LONG_AGO), ConsentState.LAPSED),
        (ConsentFacts(NOON, NOON, DAY), ConsentState.OPEN),
        (ConsentFacts(NOON, NOON, DAY - timedelta(days=1)), ConsentState.EXPIRED),
        (ConsentFacts(NOON, refused_at=NOON), ConsentState.REFUSED),
        (ConsentFacts(NOON, NOON, DAY, stopped_at=NOON), ConsentState.STOPPED),
        (ConsentFacts(NOON, stopped_at=NOON), ConsentState.STOPPED),
    ],
)
def test_where_an_agreement_stands(facts, state):
    assert rules.consent_state(facts, NOON, DAY) == state


@pytest.mark.parametrize(
    ("days", "left", "due"),
    [
        (365, 31, False),
        (365, 30, True),
        (365, 0, True),
        (365, -1, False),
        (182, 30, True),
        (31, 30, False),  # a month is not asked again on its first day
        (1, 1, False),
    ],
)
def test_a_long_agreement_is_asked_again_in_its_last_month(days, left, due):
    assert rules.renewal_is_due(days, DAY + timedelta(days=left), DAY) is due
