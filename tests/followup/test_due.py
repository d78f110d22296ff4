"""What waits for a professional: gathered from every feature, the late first."""

from datetime import UTC, date, datetime

import pytest
from flask_babel import lazy_gettext as _l

from tests.factories import make_account, make_person
from webapp.accounts.models import Account
from webapp.followup import due

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """No other feature says anything."""
    monkeypatch.setattr(due, "KINDS", {})
    monkeypatch.setattr(due, "SOURCES", {})


def kind(title: str) -> due.Kind:
    return due.Kind(title=_l(title), press=_l("Ouvrir"))


def source(name: str, *found: due.Due) -> list[bool]:
    """Make a feature say what is due; return the list of how it was asked."""
    asked: list[bool] = []

    def read(_account: Account, _at: datetime, *, everyone: bool) -> tuple[due.Due, ...]:
        asked.append(everyone)
        return found

    due.source(name, {"call": kind("call"), "meet": kind("meet")})(read)
    return asked


def test_everything_that_waits_is_in_one_list_the_late_first_then_by_day_and_hour(app):
    tomorrow, later = date(2026, 11, 22), date(2026, 11, 30)
    source(
        "one",
        due.Due(kind="call", address="/no-day"),
        due.Due(kind="call", address="/tomorrow", on=tomorrow),
    )
    source(
        "other",
        due.Due(kind="meet", address="/today-noon", at=NOON),
        due.Due(kind="meet", address="/late", on=later, late=True),
    )

    found = [one.address for one in due.waiting(make_account("adviser"), NOON)]

    assert found == ["/late", "/today-noon", "/tomorrow", "/no-day"]


def test_a_lead_s_wish_for_everyone_reaches_each_source(app):
    asked = source("one")

    due.waiting(make_account("lead"), NOON)
    due.waiting(make_account("lead"), NOON, everyone=True)

    assert asked == [False, True]


def test_facts_and_the_person_s_first_name_make_the_title(app):
    due.KINDS["call"] = kind("Appeler %(name)s pour %(job)s")

    one = due.Due(
        kind="call", address="/", person=make_person(first_name="Awa"), facts={"job": "agent"}
    )

    assert one.title == "Appeler Awa pour agent"


def test_an_hour_is_due_on_the_day_that_the_place_has(app):
    late_evening = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    assert due.Due(kind="meet", address="/", at=late_evening).day == date(2026, 11, 22)
