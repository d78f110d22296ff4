"""What of a path waits for the person's own answer: on their first page, and on their path's."""

from datetime import date
from typing import Any

from webapp.pathways import exit_reviews, renewals
from webapp.people.models import Person


def answers(person: Person, on: date) -> dict[str, Any]:
    """Return the renewal of the month and the exit reviews that wait for an answer."""
    return {
        "renewal": renewals.waiting_for(person, on),
        "to_sign": [one for one in exit_reviews.of_person(person) if exit_reviews.waits(one)],
    }
