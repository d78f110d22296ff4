"""What the nights do for people: ask again, warn the silent, erase who stays silent."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person
from webapp import clock
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.operations import daily
from webapp.people import consents, renewing, rules, silence
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Consent, Person
from webapp.people.rules import Silence

DAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 3, 30, tzinfo=UTC)
LONG = DAY - rules.INACTIVE
day = timedelta(days=1)


@pytest.mark.parametrize(
    ("active_on", "warned_on", "step"),
    [
        (LONG + day, None, Silence.WAIT),
        (LONG, None, Silence.WARN),
        (LONG - 300 * day, None, Silence.WARN),  # the machine slept: still told first
        (LONG - 30 * day, DAY - 29 * day, Silence.WAIT),
        (LONG - 30 * day, DAY - 30 * day, Silence.ERASE),
        (LONG - 90 * day, DAY - 60 * day, Silence.ERASE),
        (DAY, DAY - 30 * day, Silence.WAIT),  # they came back
        (LONG, LONG - 5 * day, Silence.WARN),  # an older warning was answered
    ],
)
def test_silence_is_told_before_it_erases(active_on, warned_on, step):
    assert rules.silence(active_on, warned_on, DAY) == step


def names() -> list[str]:
    return list(db.session.scalars(select(Person.first_name).order_by(Person.id)))


def test_someone_silent_is_told_then_erased_a_month_later(database, app):
    silent = make_person(first_name="Fatou", active_on=LONG)
    make_person(first_name="Joseph", active_on=LONG + day)
    make_person(first_name="Démo", active_on=LONG, demonstration=True)

    silence.look_after(DAY, NOW)
    silence.look_after(DAY + day, NOW + day)
    db.session.commit()
    (sms,) = outbox(silent.phone)
    assert "30 jours" in sms.text
    assert sms.parts == 1
    assert names() == ["Fatou", "Joseph", "Démo"]

    joseph = db.session.scalar(select(Person).where(Person.first_name == "Joseph"))
    joseph.active_on = DAY
    assert silence.look_after(DAY + rules.SILENCE, NOW + rules.SILENCE) == 1
    db.session.commit()
    assert names() == ["Joseph", "Démo"]


def test_a_sign_of_life_stops_it(app):
    person = make_person(active_on=LONG)
    silence.look_after(DAY, NOW)
    person.active_on = DAY + 3 * day
    silence.look_after(DAY + 40 * day, NOW + 40 * day)
    db.session.commit()

    assert len(names()) == 1


def test_someone_without_a_number_goes_too(app):
    make_person(phone=None, active_on=LONG)
    silence.look_after(DAY, NOW)
    silence.look_after(DAY + rules.SILENCE, NOW + rules.SILENCE)

    assert names() == []


def agreed(days: int, given_at: datetime) -> Consent:
    person, account = make_person(), make_account("adviser")
    organisation = account.organisation
    consent = consents.ask(person, organisation, Purpose.FOLLOWUP, days, account, given_at)
    consents.give(consent, ConsentWay.PHONE, given_at)
    db.session.commit()
    return consent


def test_a_month_before_its_end_an_agreement_is_asked_again_once(database, app):
    consent = agreed(182, NOW - timedelta(days=152))
    agreed(31, NOW - timedelta(days=20))
    agreed(365, NOW)

    assert renewing.ask_again(DAY, NOW) == 1
    db.session.commit()
    assert renewing.ask_again(DAY + day, NOW + day) == 0
    asked, question = outbox(consent.person.phone)
    assert question.text.startswith("Votre accord avec Les Ateliers du Canal finit le 21/12/2026.")
    assert question.parts == asked.parts == 1

    consents.answer_by_sms(consent.person.phone, yes=True, now=NOW + day)
    db.session.commit()
    rows = db.session.scalars(select(Consent).where(Consent.person_id == consent.person_id)).all()
    assert [row.holds(DAY + day) for row in rows] == [False, True]
    assert max(row.until for row in rows) == DAY + 183 * day


def test_no_lets_the_former_agreement_end_by_itself(app):
    consent = agreed(182, NOW - timedelta(days=160))
    renewing.ask_again(DAY, NOW)
    consents.answer_by_sms(consent.person.phone, yes=False, now=NOW)
    db.session.commit()

    assert consent.holds(DAY)
    assert not consent.holds(consent.until + day)
    assert renewing.ask_again(DAY + day, NOW + day) == 0


def test_a_stopped_agreement_is_not_asked_again(app):
    consent = agreed(182, NOW - timedelta(days=160))
    consents.stop(consent, NOW)
    db.session.commit()

    assert renewing.ask_again(DAY, NOW) == 0


def test_the_night_does_all_of_it(app, tmp_path, at):
    at(NOW)
    make_person(first_name="Fatou", last_name="long-forgotten", warned_on=DAY - 31 * day)
    waiting = agreed(182, NOW - timedelta(days=160))
    long_ago = LONG - 40 * day
    db.session.scalar(select(Person).where(Person.first_name == "Fatou")).active_on = long_ago
    db.session.commit()

    daily.run_due(tmp_path / "daily.json", clock.now())

    assert names() == [waiting.person.first_name]
    assert len(outbox(waiting.person.phone)) == 2
    assert not (tmp_path / "to-sweep").exists()
    (copy,) = (tmp_path / "backups").glob("daily-*.db")
    assert b"long-forgotten" not in copy.read_bytes()
