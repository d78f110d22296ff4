"""What is over, what does not exist, and too much of a thing."""

import pytest

from tests.applications.pages import SENT, address, ask, count, kept
from tests.factories import make_offer
from webapp.applications.models import Application, CallReport

pytestmark = pytest.mark.usefixtures("on_friday")


@pytest.mark.parametrize("trait", ["paused", "closed"])
@pytest.mark.parametrize("more", [(), ("appeler",), ("passer",), ("carte",)])
def test_an_offer_that_is_over_leads_to_others_near_it(client, trait, more):
    page = client.get(address(make_offer(trait), *more))

    assert page.status_code == 410
    assert any(link.startswith("/offres?metier=cleaning") for link in page.links().values())


def test_nothing_is_sent_to_an_offer_closed_meanwhile(client):
    offer = make_offer("closed")

    assert ask(client, offer).status_code == 410
    assert client.post(address(offer, "passer"), data=SENT).status_code == 410
    assert client.post(address(offer, "appeler"), data={"outcome": "called"}).status_code == 410
    assert count(Application) == count(CallReport) == 0


@pytest.mark.parametrize("path", ["/offres/nothing2/interesse", "/demande/nothing2"])
def test_what_does_not_exist_says_so(client, path):
    assert client.get(path).status_code == 404


def test_a_draft_cannot_be_asked_for(client):
    assert client.get(address(make_offer("draft"))).status_code == 404


def test_forty_people_behind_one_address_are_all_heard(client):
    offer = make_offer()
    client.simple_too = False

    answers = [ask(client, offer, phone=f"06 39 98 10 {person:02d}") for person in range(40)]

    assert {answer.status_code for answer in answers} == {303}
    assert len(kept()) == 40


def test_a_machine_that_presses_without_end_is_stopped_kindly(client):
    offer = make_offer()
    answers = [
        client.post(address(offer, "appeler"), data={"outcome": "called"}) for _ in range(61)
    ]

    assert [answer.status_code for answer in answers[-2:]] == [303, 429]
    assert "Attendez une minute" in answers[-1].words


def test_one_number_asking_for_too_many_offers_is_told_to_come_back(client):
    for _ in range(10):
        ask(client, make_offer())

    page = ask(client, make_offer())

    assert page.status_code == 429
    assert "Beaucoup de demandes aujourd’hui" in page.h1
    assert len(kept()) == 10


@pytest.mark.parametrize("more", [(), ("appeler",), ("passer",), ("carte",)])
def test_public_pages_hold_nothing_random(client, more):
    offer = make_offer()
    first = client.get(address(offer, *more))
    second = client.get(address(offer, *more))

    assert first.data == second.data
    assert (
        client.get(
            address(offer, *more), headers={"If-None-Match": first.headers["ETag"]}
        ).status_code
        == 304
    )
