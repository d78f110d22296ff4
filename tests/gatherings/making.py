"""Information meetings for tests."""

from datetime import timedelta
from typing import Any

from tests.factories import make_organisation, saved
from webapp.clock import now
from webapp.gatherings.models import Gathering


def make_gathering(**facts: Any) -> Gathering:
    """Make an information meeting of two seats in a week."""
    usual: dict[str, Any] = {
        "topic": "iae",
        "starts_at": now() + timedelta(days=7),
        "minutes": 90,
        "address": "4 place des Mariniers",
        "insee": "69256",
        "lat": 45.7791,
        "lon": 4.9203,
        "way": ["Bus C3, arrêt La Soie", "Puis 3 min à pied"],
        "seats": 2,
        "host_name": "Nadia",
        "host_phone": "+33465713023",
        "created_at": now(),
    }
    facts.setdefault("organisation", None)
    facts["organisation"] = facts["organisation"] or make_organisation()
    return saved(Gathering(**usual | facts))
