"""Figures and collective acts made for tests."""

import csv
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from tests.factories import (
    Traits,
    make_application,
    make_offer,
    make_organisation,
    make_person,
    saved,
)
from webapp import clock
from webapp.followup.models import Following
from webapp.network.models import CollectiveAct
from webapp.network.rules import Quarter

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SUMMER = datetime(2026, 8, 12, 9, 0, tzinfo=UTC)
THIRD, FOURTH = Quarter(2026, 3), Quarter(2026, 4)
FIGURES = "/structure/chiffres"


def asked(organisation, *outcomes: str, when=SUMMER):
    """Requests made to an organisation, each with where it stands."""
    offer = make_offer(organisation=organisation)
    for status in outcomes:
        make_application(offer=offer, status=status, created_at=when)


def follow(organisation, since, ended=None, person=None):
    """A person followed for a time."""
    person = person or make_person()
    return saved(
        Following(person_id=person.id, organisation_id=organisation.id, since=since, ended_at=ended)
    )


def csv_of(page):
    """The lines of a CSV."""
    return list(csv.reader(StringIO(page.text.removeprefix("\ufeff")), delimiter=";"))


def cells(page, title):
    """The counts of one table, by their words."""
    return {line: count for table, line, count in csv_of(page) if table == title}


def make_act(**facts: Any) -> CollectiveAct:
    """Make a workshop held today, of a new organisation unless one is given."""
    usual: Traits = {
        "kind": "workshop",
        "held_on": clock.today(),
        "place": "Salle des fêtes",
        "people": 12,
        "staff": 2,
        "created_at": clock.now(),
    }
    facts.setdefault("organisation", None)
    facts["organisation"] = facts["organisation"] or make_organisation(kind="ccas")
    return saved(CollectiveAct(**usual | facts))
