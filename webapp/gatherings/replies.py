"""OUI and NON of a number that has a seat: NON gives it back."""

from flask import current_app

from webapp.clock import now
from webapp.errors import Refused
from webapp.gatherings import actions, queries, rules, texts
from webapp.gatherings.models import Seat
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting


@waiting
def seats(received: Inbound) -> list[Question]:
    """Return the seats to come of this number that are theirs."""
    found = queries.to_come_of(received.sender, received.at)
    return [question(seat, received) for seat in found if seat.held_at is not None]


def question(seat: Seat, received: Inbound) -> Question:
    """Return what a yes and a no do of a seat."""
    gathering = seat.gathering
    held_at = seat.held_at or seat.asked_at
    asked = rules.asked_last(held_at, gathering.starts_at, received.at)

    def keep() -> str:
        return texts.KEPT

    def give_back() -> str:
        try:
            actions.give_up(seat, now())
        except Refused:
            return texts.KEPT
        here = f"{current_app.config['PUBLIC_URL']}/reunions/{gathering.public_id}"
        return texts.GIVEN_UP.format(address=here)

    return Question(asked, keep, give_back)
