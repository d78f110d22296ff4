"""How often an employer answers, and how fast."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_application, make_offer
from webapp import clock
from webapp.applications.rates import ENOUGH, rate

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def offer(app):
    return make_offer()


def ask(offer, answered: int | None, days_ago: int = 10, **facts: object) -> None:
    """A request, answered after so many days or not at all."""
    made = clock.now() - days_ago * DAY
    moment = None if answered is None else made + answered * DAY
    usual = {"answer_by": (made + 5 * DAY).date(), "created_at": made, "answered_at": moment}
    make_application(offer=offer, **usual | facts)


def said(client, offer) -> str:
    return client.get(f"/offres/{offer.public_id}").words.replace("\u00a0", " ")


def test_after_five_requests_the_offer_says_how_its_employer_answers(client, offer):
    for days in (1, 2, 2, 4):
        ask(offer, days)
    assert "Cet employeur" not in said(client, offer)

    ask(offer, None)

    assert "a répondu à 4 demandes sur 5" in said(client, offer)
    assert "Le plus souvent, en 2 jours." in said(client, offer)


def test_who_still_waits_in_time_or_gave_up_counts_for_nothing(client, offer):
    for _ in range(ENOUGH):
        ask(offer, 0)
    ask(offer, None, days_ago=1)
    ask(offer, None, status="withdrawn")

    assert "5 demandes sur 5" in said(client, offer)
    assert "Le plus souvent, le jour même." in said(client, offer)


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=30))
def test_a_rate_never_says_more_than_was_answered(days):
    waits = [(MONDAY, None if one is None else MONDAY + one * DAY) for one in days]
    found = rate(waits)

    assert (found is None) == (len(days) < ENOUGH)
    if found:
        assert 0 <= found.answered <= found.asked
        assert (found.days is None) == (found.answered == 0)
