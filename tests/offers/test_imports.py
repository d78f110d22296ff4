"""Offers as lines of JSON: all of a file, or nothing and each bad line named."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from webapp.clock import now, today
from webapp.demonstration.actions import lines
from webapp.extensions import db
from webapp.offers import exchange
from webapp.offers.models import Offer
from webapp.organisations.models import Contact, Organisation


@pytest.fixture
def good():
    """A line that can be published."""
    return next(line for line, _days in lines(now()))


def written(folder: Path, *offers: object) -> str:
    """A file of these lines."""
    path = folder / "offers.jsonl"
    texts = [offer if isinstance(offer, str) else json.dumps(offer) for offer in offers]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return str(path)


def offers_count():
    return db.session.scalar(select(func.count()).select_from(Offer))


def test_publishes_every_offer_of_a_file(runner, good, tmp_path):
    other = {**good, "job": "school-cleaning", "tasks": ["sweep", "dust"]}

    result = runner.invoke(args=["offers", "import", written(tmp_path, good, "", other)])

    assert result.exit_code == 0, result.output
    assert "Published 2 offers." in result.stderr
    assert offers_count() == 2
    assert db.session.scalar(select(func.count()).select_from(Organisation)) == 1
    assert db.session.scalar(select(func.count()).select_from(Contact)) == 2


def test_one_bad_line_leaves_everything_out_and_each_is_named(runner, good, tmp_path):
    no_pay = {**good, "pay_cents": "beaucoup"}
    no_place = {**good, "place": {"insee": "00000"}}
    path = written(tmp_path, good, no_pay, "{not json", no_place, '"a text"')

    result = runner.invoke(args=["offers", "import", path])

    assert result.exit_code == 1
    assert offers_count() == 0
    errors = result.stderr
    assert "line 2: pay_cents: write a whole number" in errors
    assert "line 3: write one JSON object" in errors
    assert "line 4: place.insee: write the INSEE code of a commune" in errors
    assert "line 5: line: write an object between braces" in errors
    assert "line 1" not in errors


def test_words_that_trap_people_are_refused_with_their_line(runner, good, tmp_path):
    trap = {**good, "words": "Avant de commencer, envoyez 50 € de frais de dossier par coupon PCS."}

    result = runner.invoke(args=["offers", "import", written(tmp_path, good, trap)])

    assert result.exit_code == 1
    assert "line 2" in result.stderr
    assert offers_count() == 0


def test_what_is_taken_out_can_be_brought_back_the_same(runner, good, tmp_path):
    runner.invoke(args=["offers", "import", written(tmp_path, good)])
    first = runner.invoke(args=["offers", "export"]).stdout

    result = runner.invoke(args=["offers", "import", written(tmp_path, first)])

    assert result.exit_code == 0, result.stderr
    assert offers_count() == 1  # its id is known: brought up to date, not added
    assert runner.invoke(args=["offers", "export"]).stdout == first


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"job": "astronaut"}, "job"),
        ({"tasks": ["sweep", "fly"]}, "tasks"),
        ({"tasks": ["sweep"]}, "tasks"),
        ({"contract": "none"}, "contract"),
        ({"contact": {"first_name": "Al", "phone": "08 99 12 34 56"}}, "contact.phone"),
        ({"contact": None}, "contact"),
        ({"week": [{"days": [9], "from": "6:00", "to": "11:00"}]}, "week.0.days"),
        ({"week": [{"days": [0], "from": "6h", "to": "11:00"}]}, "week.0.from"),
        ({"start": "demain"}, "start"),
        ({"positions": True}, "positions"),
        ({"words": "a" * 501}, "words"),
        ({"needs": {"french": "perfect"}}, "needs.french"),
        ({"organisation": {"kind": "bank", "name": "X", "insee": "69256"}}, "organisation.kind"),
    ],
)
def test_says_where_a_line_is_wrong(app, good, change, problem):
    _answer, problems = exchange.read({**good, **change}, today())

    assert any(text.startswith(f"{problem}:") for text in problems), problems


def test_an_end_before_the_start_is_the_next_morning(app, good):
    night = {**good, "week": [{"days": [0], "from": "21:00", "to": "4:00"}]}

    answer, problems = exchange.read(night, today())

    assert not problems
    assert answer["offer"]["week"] == [[0, 21 * 60, 28 * 60]]
