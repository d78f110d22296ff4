"""Who waits for a structure, and in which order."""

from datetime import UTC, date, datetime, timedelta

from tests.factories import make_application, make_offer, make_organisation
from webapp.applications import lists, queries
from webapp.applications.lists import People

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_the_first_to_be_promised_an_answer_comes_first(app, database):
    offer = make_offer()
    later = make_application(offer=offer, answer_by=date(2026, 11, 27), first_name="Later")
    second = make_application(
        offer=offer, answer_by=date(2026, 11, 24), created_at=FRIDAY, first_name="Second"
    )
    first = make_application(
        offer=offer,
        answer_by=date(2026, 11, 24),
        created_at=FRIDAY - timedelta(hours=1),
        way="i_visit",
    )

    assert queries.to_call_back(offer.organisation_id) == [first, second, later]


def test_who_was_called_or_gave_up_no_longer_waits(app, database):
    offer = make_offer()
    make_application(offer=offer, called_at=FRIDAY, status="seen")
    make_application(offer=offer, status="withdrawn")

    assert queries.to_call_back(offer.organisation_id) == []


def test_closing_an_offer_hides_nobody_who_waits(app, database):
    offer = make_offer()
    waiting = make_application(offer=offer)
    offer.status = "closed"

    assert queries.to_call_back(offer.organisation_id) == [waiting]


def test_a_structure_never_sees_who_asked_another_one(app, database):
    waiting = make_application()
    other = make_organisation()

    assert queries.to_call_back(other.id) == []
    assert queries.application_of(other.id, waiting.public_id) is None
    assert queries.application_of(waiting.offer.organisation_id, waiting.public_id) == waiting


def test_who_was_called_waits_to_know_what_comes_of_it_the_longest_first(app, database):
    offer = make_offer()
    later = make_application(offer=offer, called_at=FRIDAY, status="seen")
    first = make_application(offer=offer, called_at=FRIDAY - timedelta(days=9), status="seen")
    make_application(offer=offer, called_at=FRIDAY, status="hired")

    assert lists.of(offer.organisation_id, People.NEXT, FRIDAY).rows == [first, later]


def test_the_figures_of_a_structure_tell_who_is_late(app, database):
    offer = make_offer()
    make_application(offer=offer, answer_by=date(2026, 11, 19))
    make_application(offer=offer, answer_by=date(2026, 11, 20))
    make_application(offer=offer, called_at=FRIDAY, status="seen")
    make_application(answer_by=date(2026, 11, 1))

    figures = queries.counts(offer.organisation_id, on=date(2026, 11, 20))

    assert figures == queries.Counts(waiting=2, late=1, called=1)
