"""An evaluation reads what was noted, by article, and says what was written long after."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import make_account, make_organisation, sign_in
from tests.network.making import NOW, csv_of, make_act
from webapp.extensions import db
from webapp.network import acts

EVALUATION = "/structure/actions/evaluation"


@pytest.fixture
def adviser(client, at):
    """An adviser's browser, on a Monday."""
    at(NOW)
    account = make_account("adviser", organisation=make_organisation(kind="ccas"))
    sign_in(client, account)
    return account


def held(adviser, day, **facts: object):
    """An act of the adviser's structure, noted that day unless facts say otherwise."""
    facts.setdefault("created_at", datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    return make_act(organisation=adviser.organisation, held_on=day, **facts)


@pytest.fixture
def three(adviser):
    """Three acts for two articles, one of them written down two weeks later."""
    return [
        held(adviser, date(2026, 3, 2), article="Article 10", people=4),
        held(adviser, date(2026, 4, 1), article="art. 3", people=8, hires=2, followed="Deux CDDI"),
        held(
            adviser,
            date(2026, 5, 4),
            article="3",
            people=5,
            created_at=datetime(2026, 5, 18, 9, tzinfo=UTC),
        ),
    ]


def test_acts_stand_under_their_article_with_what_they_come_to(database, client, three):
    doors = client.get("/structure/actions/").links()
    page = client.get(doors["Évaluer : les actions par article"])

    assert [one.text() for one in page.all("main h2")] == ["Article 3", "Article 10"]
    assert "2 actions, 13 personnes, 4 professionnels, 0 partenariat, 2 embauches" in page.words
    assert "1 écrite après coup" in page.words
    assert "Écrite après coup, le 18/05/2026." in page.words
    assert "Suites : Deux CDDI" in page.words


def test_only_the_acts_of_the_period_and_of_the_structure_count(client, adviser, three):
    make_act(held_on=date(2026, 4, 2), article="Article 9")

    page = client.get(f"{EVALUATION}?begin=2026-03-01&end=2026-03-31")

    assert [one.text() for one in page.all("main h2")] == ["Article 10"]
    assert "Rien n’est noté" in client.get(f"{EVALUATION}?begin=2025-01-01&end=2025-12-31").words


def test_a_fact_changed_long_after_is_marked_and_what_followed_is_not(client, adviser, three):
    early, served, _late = three
    acts.change(early, {"people": 40}, version=1, by=adviser, now=NOW)
    acts.change(served, {"hires": 3}, version=1, by=adviser, now=NOW)
    db.session.commit()

    lines = {line[0] + line[1]: line for line in csv_of(client.get(f"{EVALUATION}.csv"))[1:]}

    assert lines["Article 1002/03/2026"][4] == "40"
    assert lines["Article 1002/03/2026"][-1] == "changée après coup, le 30/11/2026"
    assert lines["Article 301/04/2026"][-1] == ""


def test_it_is_taken_away_on_paper(client, three):
    assert client.get(f"{EVALUATION}.pdf").data.startswith(b"%PDF")


def test_a_day_that_is_none_is_asked_again(client, adviser):
    page = client.get(f"{EVALUATION}?begin=31/12")

    assert page.status_code == 422
    field = page.one("#begin").attributes
    assert (field["type"], field["value"]) == ("text", "31/12")  # a picker would drop it
