"""What happened to a person: who reads it, by every relation to them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from tests.factories import make_account, make_person
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Readers
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
KIND = "tried"


@pytest.fixture(autouse=True)
def a_kind(monkeypatch):
    """A kind of event that some feature tells."""
    kind = timeline.Kind(text=lambda about: f"Essai {about.get('day', '')}")
    monkeypatch.setattr(timeline, "KINDS", {KIND: kind})


@pytest.fixture
def author(app):
    return make_account("adviser", first_name="Nadia")


@pytest.fixture
def fatou(author):
    return make_person(registered_by_id=author.id)


def agree(person, account):
    """The person lets this account's organisation see."""
    organisation = account.organisation
    asked = consents.add(person, organisation, Purpose.FOLLOWUP, 31, account, NOON)
    consents.give(asked, ConsentWay.PHONE, NOON)
    db.session.commit()
    return asked


def told(person, account):
    """The readers of each event that an account reads."""
    db.session.commit()
    found = timeline.of_person(person, account, NOON, limit=10)
    return {one.readers for one in found}


def one_for_each(person, author):
    for readers in Readers:
        timeline.record(person, KIND, NOON, by=author, readers=readers)


def test_its_author_reads_all_of_it(database, app, fatou, author):
    one_for_each(fatou, author)

    assert told(fatou, author) == set(Readers)


def test_a_colleague_reads_all_but_what_was_kept(database, app, fatou, author):
    one_for_each(fatou, author)

    colleague = make_account("adviser", organisation=author.organisation)
    assert told(fatou, colleague) == set(Readers) - {Readers.MINE}


def test_another_organisation_reads_what_is_shared_while_the_agreement_holds(
    database, app, fatou, author
):
    one_for_each(fatou, author)
    other = make_account("adviser")
    assert told(fatou, other) == set()

    consent = agree(fatou, other)
    assert told(fatou, other) == {Readers.SHARED, Readers.PERSON}

    consents.stop(consent, NOON)
    assert told(fatou, other) == set()


def test_a_structure_s_own_record_opens_nothing_of_another_s(app, fatou, author):
    other = make_account("adviser")
    agree(fatou, other)
    one_for_each(fatou, other)

    assert told(fatou, author) == set()


def test_the_person_reads_what_is_marked_for_them_and_no_more(app, fatou, author):
    one_for_each(fatou, author)

    assert [one.readers for one in timeline.own(fatou, limit=10)] == [Readers.PERSON]


def test_the_latest_comes_first_page_by_page(app, fatou, author):
    days = [NOON + timedelta(days=day) for day in (1, 3, 2)]
    for at in days:
        timeline.record(fatou, KIND, at, by=author, day=at.date())

    first = timeline.of_person(fatou, author, NOON, limit=2)
    second = timeline.of_person(fatou, author, NOON, limit=2, offset=2)

    assert [one.at.day for one in (*first, *second)] == [24, 23, 22]
    assert [timeline.KINDS[one.kind].text(one.about) for one in second] == ["Essai 2026-11-22"]


def test_a_page_of_it_is_two_queries_however_long(app, fatou, author):
    for at in range(5):
        timeline.record(fatou, KIND, NOON, by=author, count=at)
    db.session.commit()
    asked: list[str] = []
    event.listen(
        db.get_engine("default"), "before_cursor_execute", lambda *one: asked.append(one[2])
    )
    fatou.id, author.organisation_id  # noqa: B018 - loaded before it is counted
    asked.clear()

    names = [one.account.first_name for one in timeline.of_person(fatou, author, NOON, limit=9)]

    assert names == ["Nadia"] * 5
    assert len(asked) == 2  # what happened, and the messages


@pytest.mark.parametrize("value", ["Fatou", "06 39 98 12 34", "a une maladie", 33639981234, None])
def test_an_event_holds_no_text_and_no_number(app, fatou, author, value):
    with pytest.raises(timeline.NotAFact):
        timeline.record(fatou, KIND, NOON, by=author, fact=value)


def test_an_event_holds_keys_days_and_moments(app, fatou, author):
    facts = {"job": "office-cleaning", "day": date(2026, 11, 24), "meets": NOON, "count": 3}

    kept = timeline.record(fatou, KIND, NOON, by=author, **facts).about

    assert kept == facts | {"day": "2026-11-24", "meets": "2026-11-21T11:00+00:00"}


def test_a_kind_that_nobody_named_is_refused(app, fatou):
    with pytest.raises(KeyError):
        timeline.record(fatou, "unknown", NOON)
