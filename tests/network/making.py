"""Collective acts made for tests."""

from typing import Any

from tests.factories import Traits, make_organisation, saved
from webapp import clock
from webapp.network.models import CollectiveAct


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
