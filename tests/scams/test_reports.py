"""Reports of offers: independent ones hide an offer, and people decide what becomes of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.factories import make_offer
from webapp import clock
from webapp.extensions import db
from webapp.offers import actions as offers
from webapp.offers.models import Offer, OfferSearch
from webapp.scams import actions
from webapp.scams.actions import network_of, sender_key
from webapp.scams.models import Report

HOMES = ("81.64.10.5", "90.2.33.7", "2a01:cb00:12:3400::1", "176.10.2.9")


@pytest.fixture
def offer(app):
    """An offer on line."""
    return make_offer()


@pytest.fixture
def report(client, offer):
    """A function that reports the offer from an address."""

    def report_from(
        address: str, reason: str = "money", words: str = "", to: Offer = offer
    ) -> TestResponse:
        return client.post(
            f"/offres/{to.public_id}/signaler",
            data={"reason": reason, "words": words},
            environ_overrides={"REMOTE_ADDR": address},
        )

    return report_from


def kept():
    """Return the reports in the database."""
    return db.session.scalars(select(Report).order_by(Report.id)).all()


def status(offer):
    """Return where an offer stands now."""
    db.session.refresh(offer)
    return offer.status


def test_an_offer_leads_to_its_report_and_to_the_check(client, offer):
    links = client.get(f"/offres/{offer.public_id}").links()

    assert links["Signaler un problème"] == f"/offres/{offer.public_id}/signaler"
    assert "/arnaques" in links.values()


def test_a_report_is_kept_with_its_reason_and_words_and_thanked(report, client, offer):
    sent = report(HOMES[0], "papers", " On m’a demandé\r\nma carte. ")

    [found] = kept()
    assert (found.reason, found.words) == ("papers", "On m’a demandé\nma carte.")
    assert found.offer_id == offer.id
    thanks = client.get(sent.location)
    assert thanks.h1 == "Merci, c’est noté"
    assert status(offer) == "published"


def test_the_address_of_who_reports_is_not_kept(report):
    report(HOMES[0])

    [found] = kept()
    assert HOMES[0] not in str(vars(found))
    assert "81.64.10" not in str(vars(found))
    assert len(found.sender) == 64


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Touchez une des réponses"),
        ({"reason": "revenge"}, "Touchez une des réponses"),
        ({"reason": "money", "words": "a" * 501}, "Gardez l’essentiel"),
    ],
)
def test_a_report_that_is_not_whole_is_asked_again(client, offer, sent, said):
    page = client.post(f"/offres/{offer.public_id}/signaler", data=sent)

    assert page.status_code == 422
    assert said in page.words
    assert not kept()


def test_three_independent_reports_hide_an_offer(database, report, client, offer):
    for address in HOMES[:2]:
        report(address)
    assert status(offer) == "published"

    sent = report(HOMES[2])

    assert status(offer) == "paused"
    assert db.session.get(OfferSearch, offer.id, populate_existing=True) is None
    assert client.get(f"/offres/{offer.public_id}").status_code == 410
    assert client.get(sent.location).status_code == 200


def test_the_same_sender_three_times_hides_nothing(report, offer):
    for last in ("5", "6", "200"):
        report(f"81.64.10.{last}")

    assert len(kept()) == 3
    assert status(offer) == "published"


def test_the_same_sender_on_three_days_hides_nothing(offer):
    problem = actions.Problem("money", "", HOMES[0])
    for day in range(3):
        actions.report(offer, problem, "secret", clock.now() + timedelta(days=day))

    assert offer.status == "published"


def test_networks_are_told_apart_and_kept_apart_by_offer():
    assert network_of("81.64.10.5") == network_of("81.64.10.200") == "81.64.10.0/24"
    assert network_of("::ffff:81.64.10.5") == "81.64.10.0/24"
    assert network_of("2a01:cb00:12:3400::1") == network_of("2a01:cb00:12:99::2")
    assert network_of("81.64.11.5") != network_of("81.64.10.5")
    assert network_of("") == "unknown"
    assert sender_key(HOMES[0], 1, "s") != sender_key(HOMES[0], 2, "s")
    assert sender_key(HOMES[0], 1, "s") != sender_key(HOMES[0], 1, "t")


def test_an_offer_that_is_over_or_unknown_takes_no_report(report, client):
    assert report(HOMES[0], to=make_offer("closed")).status_code == 410
    assert report(HOMES[0], to=make_offer("draft")).status_code == 404
    assert client.get("/offres/nothing2/signaler").status_code == 404
    assert not kept()


def test_one_address_that_reports_without_end_is_stopped(report):
    answers = [report(HOMES[0]).status_code for _ in range(11)]

    assert answers[-2:] == [303, 429]


def test_its_employer_cannot_show_again_an_offer_that_waits_for_an_answer(report, offer):
    for address in HOMES[:3]:
        report(address)
    db.session.refresh(offer)

    offers.publish(offer, clock.now())
    db.session.commit()

    assert status(offer) == "in_review"


def test_open_reports_are_listed_with_their_offer(database, report, runner, offer):
    report(HOMES[0], "false", "Le travail\nn’est pas là")

    listed = runner.invoke(args=["scams", "reports"]).output

    assert kept()[0].public_id in listed
    assert f"offer {offer.public_id} (published), {offer.organisation.name}" in listed
    assert "« Le travail n’est pas là »" in listed


@pytest.mark.parametrize(
    ("decision", "then", "found"), [("--keep", "published", True), ("--close", "closed", False)]
)
def test_a_decision_settles_every_report_of_the_offer(report, runner, offer, decision, then, found):
    for address in HOMES[:3]:
        report(address)

    done = runner.invoke(args=["scams", "settle", kept()[0].public_id, decision])

    assert done.exit_code == 0, done.output
    assert status(offer) == then
    assert (db.session.get(OfferSearch, offer.id, populate_existing=True) is not None) == found
    for one in kept():
        db.session.refresh(one)
        assert (one.outcome, one.sender) == (decision.strip("-"), "")
    assert "offer" not in runner.invoke(args=["scams", "reports"]).output


def test_an_offer_closed_after_reports_comes_back_only_once_read(report, runner, offer):
    report(HOMES[0])
    runner.invoke(args=["scams", "settle", kept()[0].public_id, "--close"])
    db.session.refresh(offer)

    offers.publish(offer, clock.now())

    assert offer.status == "in_review"


def test_keeping_an_offer_that_its_employer_paused_leaves_it_so(report, runner, offer):
    report(HOMES[0])
    offers.pause(offer, clock.now())
    db.session.commit()

    runner.invoke(args=["scams", "settle", kept()[0].public_id, "--keep"])

    assert status(offer) == "paused"


def test_new_reports_after_a_decision_count_from_none(report, runner, offer):
    for address in HOMES[:3]:
        report(address)
    runner.invoke(args=["scams", "settle", kept()[0].public_id, "--keep"])

    report(HOMES[3])

    assert status(offer) == "published"


@pytest.mark.parametrize("arguments", [["nothing2", "--keep"], ["nothing2"]])
def test_a_decision_that_makes_no_sense_is_refused(app, runner, arguments):
    assert runner.invoke(args=["scams", "settle", *arguments]).exit_code != 0


def test_a_report_is_settled_once(report, runner):
    report(HOMES[0])
    name = kept()[0].public_id
    runner.invoke(args=["scams", "settle", name, "--keep"])

    again = runner.invoke(args=["scams", "settle", name, "--close"])

    assert again.exit_code == 1
    assert "déjà réglé" in again.output


def test_reports_older_than_a_year_are_forgotten(database, report):
    report(HOMES[0])

    assert actions.forget_old(clock.today() + timedelta(days=364)) == 0
    assert actions.forget_old(clock.today() + timedelta(days=367)) == 1
    assert not kept()
