"""Who with an account is away, said by themselves or by their lead."""

from datetime import timedelta

import pytest

from tests.factories import make_account, sign_in
from tests.organisations.team import address
from webapp.clock import today
from webapp.extensions import db


def test_an_absence_names_who_takes_the_place(desk, lead, colleague):
    soon, end = today() + timedelta(days=2), today() + timedelta(days=9)
    sent = {"begin": soon, "until": end, "backup": lead.public_id}

    answer = desk.post(address(colleague, "/absence"), data=sent)

    assert answer.location == "/structure/"
    db.session.refresh(colleague)
    assert (colleague.away_from, colleague.away_until) == (soon, end)
    assert colleague.backup_id == lead.id
    team = desk.get("/structure/").words
    assert "Absence du" in team
    assert "remplacement : Karim Benali" in team
    desk.post(address(colleague, "/retour"))
    assert "Absence du" not in desk.get("/structure/").words


@pytest.mark.parametrize(
    ("begin", "until", "said"),
    [
        ("", 10, "Choisissez le premier jour."),
        (10, "", "Choisissez le dernier jour."),
        (11, 10, "Le dernier jour est avant le premier."),
        (-20, -10, "Ces jours sont passés."),
        (10, 3650, "plus d’un an"),
        ("demain", 10, "Écrivez le jour comme"),
    ],
)
def test_days_that_cannot_be_are_asked_again(desk, colleague, begin, until, said):
    sent = {"begin": in_days(begin), "until": in_days(until), "backup": ""}

    page = desk.post(address(colleague, "/absence"), data=sent)

    assert page.status_code == 422
    assert said in page.words


def in_days(count: int | str) -> str:
    """The day that is in so many days, or what was typed."""
    return count if isinstance(count, str) else (today() + timedelta(days=count)).isoformat()


def test_anyone_says_when_they_are_away_and_by_whom_they_are_replaced(client, lead, colleague):
    sign_in(client, colleague)
    end = today() + timedelta(days=3)

    page = client.get("/structure/absence")
    assert page.h1 == "Mon absence"
    sent = {"begin": today(), "until": end, "backup": lead.public_id}
    client.post("/structure/absence", data=sent)

    db.session.refresh(colleague)
    assert (colleague.away_until, colleague.backup_id) == (end, lead.id)
    assert "Absence jusqu’au" in client.get("/structure/absence").words
    client.post("/structure/retour")
    db.session.refresh(colleague)
    assert colleague.away_from is None


def test_the_replacement_is_someone_of_the_structure(desk, colleague):
    stranger = make_account("employer")
    sent = {"begin": today(), "until": today(), "backup": stranger.public_id}

    assert desk.post(address(colleague, "/absence"), data=sent).status_code == 422
    db.session.refresh(colleague)
    assert colleague.backup_id is None
