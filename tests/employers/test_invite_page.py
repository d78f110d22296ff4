"""The page where an employer proposes moments: none is dropped without a word."""

from datetime import datetime

import pytest

from tests.employers.conftest import enter
from tests.factories import make_application, make_offer
from webapp.clock import PARIS, now
from webapp.extensions import db


@pytest.fixture
def asked(structure, at):
    """Someone who waits for an answer, on a Tuesday morning."""
    at(datetime(2026, 11, 24, 9, 5, tzinfo=PARIS))
    return make_application(offer=make_offer(organisation=structure), created_at=now())


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        ("2026-11-26", "", "Il manque le jour ou l’heure"),
        ("", "14:00", "Il manque le jour ou l’heure"),
        ("2026-11-24", "10:00", "trop proche"),
    ],
)
def test_another_moment_that_cannot_be_is_said_and_stays_written(
    client, structure, asked, day, hour, said
):
    employer = enter(client, structure)
    address = f"/employeur/demandes/{asked.public_id}/rendez-vous"
    ticked = employer.get(address).all("input[name=slot][checked]")[0].attributes["value"]

    page = employer.post(address, data={"slot": ticked, "day": day, "time": hour})

    assert page.status_code == 400
    assert said in page.words
    assert page.one("#day").attributes["value"] == day or not day
    assert asked.status == "sent"


def test_more_than_five_moments_are_refused_and_stay_ticked(client, structure, asked):
    employer = enter(client, structure)
    address = f"/employeur/demandes/{asked.public_id}/rendez-vous"
    every = [one.attributes["value"] for one in employer.get(address).all("input[name=slot]")]

    page = employer.post(address, data={"slot": every[:6]})

    assert "5 moments au plus" in page.words
    assert len(page.all("input[name=slot][checked]")) == 6
    employer.post(address, data={"slot": every[:4], "day": "2026-11-27", "time": "15:15"})
    db.session.refresh(asked)
    assert len(asked.meeting.moments) == 5
