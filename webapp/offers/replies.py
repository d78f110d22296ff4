"""OUI and NON of a contact who was asked by SMS whether an offer is still open."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time

from webapp.clock import PARIS, now
from webapp.errors import Refused
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.offers import actions, freshness, queries, texts
from webapp.offers.models import Offer


@waiting
def still_open(received: Inbound) -> list[Question]:
    """Return what this number is asked about its offers: one question for each day of asking."""
    by_day: dict[date, list[Offer]] = defaultdict(list)
    for offer in queries.asked_to(received.sender):
        if offer.asked_on is not None:
            by_day[offer.asked_on].append(offer)
    return [question(received.sender, day, offers) for day, offers in by_day.items()]


def question(phone: str, day: date, offers: Sequence[Offer]) -> Question:
    """Return the question of one day: a no ends an offer only where it was asked about alone."""
    address = address_of(phone, offers[0])

    def keep() -> str:
        try:
            freshness.keep_open(offers, now())
        except Refused:
            return texts.NOT_WHOLE.format(address=address)
        if len(offers) == 1:
            return texts.STILL_OPEN.format(job=texts.work(offers[0]))
        return texts.ALL_OPEN.format(count=len(offers))

    def end() -> str:
        if len(offers) > 1:
            return texts.WHICH.format(address=address)
        actions.close(offers[0], "filled", now())
        return texts.over(texts.work(offers[0]), address)

    return Question(datetime.combine(day, time(9), PARIS), keep, end)


def address_of(phone: str, offer: Offer) -> str:
    """Return the page of whoever holds this number among the people of an offer."""
    people = [one for one in (offer.contact, offer.backup) if one and one.phone == phone]
    return freshness.address(people[0])
