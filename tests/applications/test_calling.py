"""Calling oneself: when, what to say, and what to do afterwards."""

import pytest
from sqlalchemy import select

from tests.applications.pages import FRIDAY_EVENING, address, count
from tests.factories import make_offer
from webapp.applications.models import CallReport
from webapp.extensions import db

pytestmark = pytest.mark.usefixtures("on_friday")


def test_the_page_to_call_says_the_number_the_hours_and_what_to_say(client):
    offer = make_offer()
    page = client.get(address(offer, "appeler"))

    assert page.all(f'main a.btn[href="tel:{offer.contact.phone}"]')
    assert "Karim répond du lundi au vendredi" in page.words
    assert "C’est le bon moment pour appeler." in page.words
    assert "ménage dans des bureaux, Vaulx-en-Velin" in page.words


def test_the_page_to_call_says_when_now_is_no_good_time(client, at):
    at(FRIDAY_EVENING)
    page = client.get(address(make_offer(), "appeler"))

    assert "C’est le bon moment" not in page.words
    assert "lundi 23 novembre" in page.words


@pytest.mark.parametrize(
    ("outcome", "leads_to"),
    [("no_answer", "pas-de-reponse"), ("called", "appele"), ("expected", "passer")],
)
def test_how_the_call_went_is_kept_and_leads_on(client, outcome, leads_to):
    offer = make_offer()
    answer = client.post(address(offer, "appeler"), data={"outcome": outcome})

    assert answer.status_code == 303
    assert leads_to in answer.location
    assert client.get(answer.location).status_code == 200
    assert [row.outcome for row in db.session.scalars(select(CallReport))] == [outcome]


@pytest.mark.parametrize("outcome", ["", "maybe", "x" * 10_240])
def test_an_unknown_outcome_of_a_call_is_not_kept(client, outcome):
    page = client.post(address(make_offer(), "appeler"), data={"outcome": outcome})

    assert page.status_code == 422
    assert count(CallReport) == 0


def test_no_answer_now_means_again_in_an_hour_the_replacement_or_a_call_back(client):
    offer = make_offer()
    page = client.get(address(offer, "appeler", "pas-de-reponse"))

    assert "Essayez encore dans une heure." in page.words
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')
    assert page.links()["Karim m’appelle"] == address(offer)


def test_no_answer_in_the_evening_means_the_next_working_day(client, at):
    at(FRIDAY_EVENING)
    page = client.get(address(make_offer(), "appeler", "pas-de-reponse"))

    assert "lundi 23 novembre, de 9 h à 12 h" in page.words.replace("\u00a0", " ")


def test_after_a_call_the_page_asks_what_was_agreed(client):
    offer = make_offer()
    links = client.get(address(offer, "appeler", "appele")).links()

    assert links["Préparer ma visite"] == address(offer, "passer")
    assert links["Laisser mon numéro"] == address(offer)


def test_an_unknown_end_of_a_call_does_not_exist(client):
    assert client.get(address(make_offer(), "appeler", "peut-etre")).status_code == 404
