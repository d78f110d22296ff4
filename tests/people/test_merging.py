"""Two records of one person made one: everything moves, whatever table it stands in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import (
    select,
)

from tests.factories import make_account, make_application, make_person, new_phone, sign_in
from webapp import clock
from webapp.accounts import cards, devices
from webapp.extensions import db
from webapp.people import compared, consents, merging, recovery
from webapp.people.enums import Act, Checked, ConsentWay, Purpose
from webapp.people.models import Consent, JournalEntry, Person
from webapp.people.viewing import may_see, visible

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(at):
    """A Saturday morning."""
    at(NOW)


@pytest.fixture
def pair(app) -> tuple[Person, Person]:
    """Two records of one person, the older first."""
    kept = make_person(created_at=NOW - timedelta(days=30), last_name="Diallo")
    gone = make_person(first_name="Fatoumata", created_at=NOW - timedelta(days=3))
    return kept, gone


def merged(kept: Person, gone: Person, phone: str | None = None, account: Any = None) -> None:
    merging.merge(kept, gone, phone or kept.phone, account, NOW)
    db.session.commit()


def test_the_record_that_stays_has_its_day_of_birth_then_a_yes_then_age(app):
    old = make_person(confirmed_at=None, created_at=NOW - timedelta(days=9))
    said_yes = make_person(created_at=NOW - timedelta(days=5))
    with_day = make_person(confirmed_at=None, created_at=NOW)
    cards.learn_birthday(with_day, "14-07")

    assert merging.keeps(old, said_yes) == (said_yes, old)
    assert merging.keeps(with_day, said_yes) == (with_day, said_yes)
    assert merging.keeps(said_yes, with_day) == (with_day, said_yes)


def test_what_one_lacks_comes_from_the_other_and_the_chosen_number_stays(pair):
    kept, gone = pair
    kept.last_name, gone.last_name, gone.language = "", "Diallo", "simple"
    phone = str(gone.phone)

    merged(kept, gone, phone)

    assert (kept.last_name, kept.language, kept.phone) == ("Diallo", "simple", phone)
    assert (gone.first_name, gone.last_name, gone.phone) == ("", "", None)
    assert kept.first_name == "Fatou"


def test_the_last_card_opens_and_the_other_ends(pair):
    kept, gone = pair
    for person in (kept, gone):
        cards.learn_birthday(person, "14-07")
    cards.make(kept, None, NOW - timedelta(days=2))
    last = cards.make(gone, None, NOW - timedelta(days=1))
    db.session.commit()

    merged(kept, gone)

    card = cards.current(kept)
    assert card is not None
    assert card.code_hash == cards.hashed(last)


def agreement(person: Person, organisation, at: datetime, *, days: int = 365) -> Consent:
    consent = consents.add(person, organisation, Purpose.FOLLOWUP, days, None, at)
    consents.give(consent, ConsentWay.PHONE, at)
    db.session.commit()
    return consent


def test_a_stop_said_last_on_one_record_stops_the_agreement_of_the_other(pair):
    kept, gone = pair
    adviser = make_account("adviser")
    agreement(kept, adviser.organisation, NOW - timedelta(days=5))
    consents.stop(agreement(gone, adviser.organisation, NOW - timedelta(days=4)), NOW)

    merged(kept, gone)

    assert not may_see(adviser, kept, clock.today())


def test_an_agreement_given_after_a_stop_still_holds(pair):
    kept, gone = pair
    adviser = make_account("adviser")
    first = agreement(kept, adviser.organisation, NOW - timedelta(days=5))
    consents.stop(first, NOW - timedelta(days=4))
    agreement(gone, adviser.organisation, NOW - timedelta(days=1))

    merged(kept, gone)

    assert may_see(adviser, kept, clock.today())


def test_two_agreements_with_one_organisation_become_the_last(pair):
    kept, gone = pair
    adviser = make_account("adviser")
    agreement(kept, adviser.organisation, NOW - timedelta(days=5), days=365)
    agreement(gone, adviser.organisation, NOW - timedelta(days=1), days=31)

    merged(kept, gone)

    open_ones = db.session.scalars(select(Consent).where(Consent.stopped_at.is_(None))).all()
    assert [one.days for one in open_ones] == [31]


def test_a_question_that_waits_for_an_answer_stops_no_agreement(pair):
    kept, gone = pair
    adviser = make_account("adviser")
    agreement(kept, adviser.organisation, NOW - timedelta(days=5))
    asked = consents.add(
        gone, adviser.organisation, Purpose.FOLLOWUP, 365, adviser, NOW - timedelta(days=1)
    )

    merged(kept, gone)

    assert may_see(adviser, kept, clock.today())
    consents.refuse(asked, NOW)
    assert asked.stopped_at is None


def test_phones_open_on_either_record_open_the_one_that_stays(pair, client):
    kept, gone = pair
    device = sign_in(client, gone)

    merged(kept, gone)

    assert devices.of_person(kept) == [device]
    assert client.get("/moi/carte", base_url="https://localhost").status_code == 200


def test_the_journal_says_who_made_them_one(pair):
    kept, gone = pair
    adviser = make_account("adviser")
    name = gone.public_id

    merged(kept, gone, account=adviser)

    last = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert last is not None
    assert (last.person_id, last.act, last.account_id) == (kept.id, Act.MERGED, adviser.id)
    assert last.about == {"former": name}


def test_names_of_former_records_lead_to_the_last_one(pair):
    kept, gone = pair
    oldest = make_person(created_at=NOW - timedelta(days=99))
    merged(kept, gone)
    merged(oldest, kept)

    db.session.expire_all()
    assert merging.leads_to(gone) is oldest
    assert merging.leads_to(kept) is oldest
    assert merging.leads_to(oldest) is oldest


def test_nothing_is_merged_while_an_old_number_may_still_say_no(pair):
    kept, gone = pair
    recovery.change(gone, "+33639985678", Checked.PAPERS, make_account("adviser"), NOW, lost=True)
    db.session.commit()

    with pytest.raises(merging.NotNow):
        merging.merge(kept, gone, kept.phone, None, NOW)


def test_what_is_no_pair_is_refused(pair):
    kept, gone = pair
    invented = make_person(demonstration=True)
    for one, other, phone in ((kept, kept, kept.phone), (kept, invented, kept.phone),
                              (kept, gone, "+33639980000")):  # fmt: skip
        with pytest.raises(merging.NotTheSame):
            merging.merge(one, other, phone, None, NOW)
    merged(kept, gone)
    with pytest.raises(merging.NotTheSame):
        merging.merge(kept, gone, kept.phone, None, NOW)


def test_twins_have_the_same_number_or_last_name_and_a_first_name_alike(app):
    adviser = make_account("adviser")
    phone = new_phone()
    mine = {"registered_by_id": adviser.id}
    fatou = make_person(phone=phone, last_name="Diallo", **mine)
    same_number = make_person(phone=phone, first_name="Fatoumata", **mine)
    same_name = make_person(last_name="diallo", **mine)
    make_person(phone=phone, first_name="Karim", **mine)  # her son, on the same phone
    make_person(phone=phone, first_name="Fatou")  # of another organisation

    found = merging.twins(fatou, visible(adviser, clock.today()))

    assert found == [same_number, same_name]


def test_twins_are_found_whatever_the_accents_and_hyphens_of_the_last_name(database, app):
    adviser = make_account("adviser")
    mine = {"registered_by_id": adviser.id}
    moussa = make_person(first_name="Moussa", last_name="Traoré-Élie", **mine)
    twin = make_person(first_name="Mousa", last_name="TRAORE ELIE", **mine)
    make_person(first_name="Moussa", last_name="", **mine)

    assert merging.twins(moussa, visible(adviser, clock.today())) == [twin]


def test_a_changed_number_shows_the_record_that_had_it(app):
    adviser = make_account("adviser")
    fatou = make_person(registered_by_id=adviser.id)
    other = make_person(phone="+33639985678", registered_by_id=adviser.id)
    recovery.change(fatou, "+33639985678", Checked.PAPERS, adviser, NOW, lost=True)
    db.session.commit()

    assert merging.twins(fatou, visible(adviser, clock.today())) == [other]


def test_both_sides_are_counted(pair):
    kept, gone = pair
    make_application(person_id=gone.id)

    stays, goes = compared.sides(gone, kept)

    assert (stays.person, goes.person) == (kept, gone)
    assert (stays.requests, goes.requests) == (0, 1)
