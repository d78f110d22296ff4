import os
import time

from webapp.operations import heartbeats
from webapp.operations.queries import STALE


def test_says_it_is_well_when_the_database_answers_and_each_process_beats(client, tmp_path):
    heartbeats.beat(tmp_path, "web")
    heartbeats.beat(tmp_path, "tasks")

    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json["status"] == "ok"
    assert {name: beat["alive"] for name, beat in answer.json["processes"].items()} == {
        "web": True,
        "tasks": True,
    }


def test_says_which_process_no_longer_beats(client, tmp_path):
    heartbeats.beat(tmp_path, "web")
    heartbeats.beat(tmp_path, "tasks")
    long_ago = time.time() - STALE - 1
    os.utime(tmp_path / "heartbeats" / "tasks.json", (long_ago, long_ago))

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json["processes"]["tasks"]["alive"] is False
    assert answer.json["processes"]["web"]["alive"] is True


def test_a_process_that_stops_as_asked_is_not_held_for_dead(client, tmp_path):
    heartbeats.beat(tmp_path, "tasks")
    heartbeats.forget(tmp_path, "tasks")

    assert client.get("/healthz").json["processes"] == {}


def test_is_down_when_the_database_is_not_up_to_date(client, app):
    from webapp.extensions import db

    with db.get_engine("default").begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'older'")

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json["database"]) == (503, False)


def test_counts_the_requests_by_view(client):
    client.get("/healthz")

    figures = client.get("/metrics").text

    assert 'view="operations.healthz"' in figures
