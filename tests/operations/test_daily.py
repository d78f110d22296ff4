import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tests.factories import make_application
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.operations import daily


@pytest.mark.parametrize(
    ("last", "at", "due"),
    [
        (None, "2026-07-01T00:30+02:00", False),  # before three: people may still read
        (None, "2026-07-01T03:00+02:00", True),
        (date(2026, 6, 30), "2026-07-01T03:00+02:00", True),
        (date(2026, 7, 1), "2026-07-01T23:00+02:00", False),
        (date(2026, 6, 30), "2026-07-01T01:00+00:00", True),  # three o’clock in Paris
        (date(2026, 1, 1), "2026-07-01T15:00+02:00", True),  # the machine slept for months
    ],
)
def test_work_is_due_once_a_day_after_three_in_paris(last, at, due):
    assert daily.is_due(last, datetime.fromisoformat(at)) is due


def test_failed_work_is_tried_again_and_holds_nothing_back(app, tmp_path):
    state, at, ran = tmp_path / "daily.json", datetime(2026, 7, 1, 3, tzinfo=UTC), []

    def fail(_on: date) -> None:
        ran.append("fails")
        raise ValueError

    jobs = {"fails": fail, "works": lambda on: ran.append(on)}
    daily.run_due(state, at, jobs)
    daily.run_due(state, at, jobs)

    assert ran == ["fails", date(2026, 7, 1), "fails"]
    assert json.loads(state.read_text()) == {"works": "2026-07-01"}


def test_the_night_keeps_a_copy_of_the_database(app, tmp_path):
    daily.run_due(tmp_path / "daily.json", datetime(2026, 7, 1, 3, tzinfo=UTC))

    assert len(list((tmp_path / "backups").glob("daily-*.db"))) == 1
    assert set(json.loads((tmp_path / "daily.json").read_text())) == set(daily.JOBS)


def test_on_postgresql_the_night_makes_no_file(postgres, app, tmp_path):
    daily.run_due(tmp_path / "daily.json", datetime(2026, 7, 1, 3, tzinfo=UTC))

    assert not (tmp_path / "backups").exists()
    assert set(json.loads((tmp_path / "daily.json").read_text())) == set(daily.JOBS)


def test_the_night_forgets_requests_past_their_time(app, tmp_path):
    make_application(first_name="Fatou", created_at=datetime(2024, 1, 1, tzinfo=UTC))
    make_application(first_name="Rachid", created_at=datetime(2026, 6, 30, tzinfo=UTC))

    daily.run_due(tmp_path / "daily.json", datetime(2026, 7, 1, 3, tzinfo=UTC))

    assert db.session.scalars(select(Application.first_name)).all() == ["Rachid"]
