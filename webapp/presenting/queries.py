"""The requests of someone whom an adviser accompanies."""

from collections.abc import Sequence

from webapp.applications import queries as requests
from webapp.applications.models import Application
from webapp.people.models import Person


def open_requests(person: Person) -> Sequence[Application]:
    """Return the requests of someone that have no end yet, the first to be answered first."""
    return [one for one in requests.of_person(person.id) if one.waits_since is not None]


def open_request(person: Person, public_id: str) -> Application | None:
    """Return one of these requests by its name; None for another's."""
    return next((one for one in open_requests(person) if one.public_id == public_id), None)
