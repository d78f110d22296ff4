"""Real processes: two sweepers at once, one that is killed, and the task process that is woken."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from flask import Flask

from tests.messages.fake_http import Provider, serving
from tests.support import databases
from webapp import create_app
from webapp.clock import now
from webapp.config import ROOT
from webapp.extensions import db
from webapp.messages import actions, queries, sweeping
from webapp.messages.enums import Kind
from webapp.messages.settings import Settings
from webapp.operations import queue as task_queue

pytestmark = pytest.mark.process

PATIENCE = 180.0  # seconds: the machine may do much else
A_TURN = 30  # seconds: well before the look that the process takes each minute anyway
NUMBER = "+33639980001"
FRIDAY = "2026-11-20T10:00+01:00"
SWEEP = ["-m", "tests.messages.sweep_until_done"]
TOGETHER = {"SWEEPERS": "2"}  # neither begins before the other can
TASKS = ["-m", "webapp.operations.tasks"]


@pytest.fixture
def carrier() -> Iterator[Provider]:
    """A provider that speaks as Kannel does."""
    with serving((202, "0: Accepted for delivery")) as provider:
        yield provider


@pytest.fixture
def product(database: str, carrier: Provider, tmp_path: Path) -> Iterator[Flask]:
    """The product, as it serves: what is committed wakes the task process."""
    settings = Settings(sms="kannel", kannel_url=f"{carrier.url}/cgi-bin/sendsms")
    config = databases.make_config(database, tmp_path, TESTING=False, MESSAGES=settings)
    app = create_app(config)
    with databases.running(app), app.app_context():
        yield app


@contextmanager
def running(
    what: list[str], database: str, carrier: Provider, folder: Path, **environ: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a process of the product on these data, and end it by its own number."""
    settings = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "PUBLIC_URL": "http://localhost:8000",
        "SMS_GATEWAY": "kannel",
        "KANNEL_URL": f"{carrier.url}/cgi-bin/sendsms",
        "INBOUND_SECRET": "only-for-tests-0123456789-abcdefghijklm",
        **environ,
    }
    command, environ = [sys.executable, *what], {**os.environ, **settings}
    with (folder / "process.log").open("ab") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=log, cwd=ROOT)
    try:
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, by force if it does not end by itself."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)


def queue(number: int, **facts: object) -> None:
    """Queue a message that leaves at any hour, or what the facts say."""
    usual = {
        "kind": Kind.CODE,
        "to": f"+336399800{number % 100:02}",
        "text": "123 456",
        "key": f"process-{number}",
        "now": now(),
    }
    actions.queue(**usual | facts)


def refs(carrier: Provider) -> Counter[str]:
    """How often each message was handed over, by our name for it."""
    return Counter(asked.query["dlr-url"].partition("&ref=")[2][:8] for asked in carrier.asked)


def test_two_sweepers_at_once_send_each_message_once(product, database, carrier, tmp_path):
    for number in range(120):
        queue(number)
    db.session.commit()
    with (
        running(SWEEP, database, carrier, tmp_path, **TOGETHER) as one,
        running(SWEEP, database, carrier, tmp_path, **TOGETHER) as other,
    ):
        assert (one.wait(PATIENCE), other.wait(PATIENCE)) == (0, 0)

    sent = refs(carrier)
    assert (len(sent), set(sent.values())) == (120, {1})
    shares = [int(line) for line in (tmp_path / "process.log").read_text().split()]
    assert sum(shares) == 120
    assert min(shares) > 0, "only one of them worked: nothing was proven"
    db.session.rollback()
    assert queries.counts() == [("sms", "code", "sent", 120)]


def test_two_sweepers_at_once_hold_to_the_caps(product, database, carrier, tmp_path):
    for number in range(40):
        facts = {"kind": Kind.REGISTERED, "now": datetime.fromisoformat(FRIDAY)}
        queue(number, to=f"+3363998000{number % 4}", **facts)
    db.session.commit()
    with (
        running([*SWEEP, FRIDAY], database, carrier, tmp_path, **TOGETHER) as one,
        running([*SWEEP, FRIDAY], database, carrier, tmp_path, **TOGETHER) as other,
    ):
        assert (one.wait(PATIENCE), other.wait(PATIENCE)) == (0, 0)

    assert Counter(asked.query["to"] for asked in carrier.asked) == {
        f"+3363998000{number}": 3 for number in range(4)
    }


def test_a_sweeper_killed_while_it_sends_never_sends_again(product, database, carrier, tmp_path):
    carrier.hangs = True
    queue(1, to=NUMBER)
    db.session.commit()
    with running(SWEEP, database, carrier, tmp_path) as process:
        assert carrier.reached.wait(PATIENCE)
        process.kill()
        process.wait()
    carrier.hangs = False

    def status() -> str:
        db.session.rollback()
        return queries.outbox(NUMBER)[0].status

    assert status() == "sending"
    assert sweeping.turn().cut == 0  # another may still be at it
    swept = sweeping.turn(lambda: now() + timedelta(minutes=3))
    assert (swept.cut, swept.sent, status()) == (1, 0, "unknown")
    sweeping.turn(lambda: now() + timedelta(minutes=9))
    assert len(carrier.asked) == 1


def woken(database: str, carrier: Provider, folder: Path, **environ: str) -> float:
    """Return the seconds from a commit to the provider, by the task process that it wakes."""
    with running(TASKS, database, carrier, folder, **environ) as process:
        wait_for((folder / "heartbeats" / "tasks.json").exists)
        time.sleep(2)  # it has looked, and found nothing
        queue(1)
        began = time.monotonic()
        db.session.commit()
        wait_for(carrier.reached.is_set)
        seconds = time.monotonic() - began
        process.terminate()
        assert process.wait(PATIENCE) == 0
    return seconds


def test_a_commit_wakes_the_task_process(product, database, carrier, tmp_path):
    assert woken(database, carrier, tmp_path) < A_TURN

    logs = (tmp_path / "process.log").read_text()
    assert "+3363998" not in logs
    assert "123 456" not in logs


@pytest.fixture
def library_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load the library again: another test may have loaded it without what speaks to a Redis."""
    for name in [name for name in sys.modules if name.split(".")[0] == "huey"]:
        monkeypatch.delitem(sys.modules, name)
    task_queue.huey.cache_clear()
    yield
    task_queue.huey.cache_clear()


@pytest.fixture
def redis(tmp_path: Path, library_anew: None) -> Iterator[str]:
    """A Redis of this test's own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", ""]
    with (tmp_path / "redis.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path)
    wait_for(lambda: "Ready to accept" in (tmp_path / "redis.log").read_text())
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(PATIENCE)


@pytest.mark.skipif(
    not (shutil.which("redis-server") and find_spec("redis")),
    reason="Redis, or its package for Python, is not installed",
)
def test_tasks_may_wait_in_a_redis(sqlite, redis, carrier, tmp_path):
    settings = Settings(sms="kannel", kannel_url=f"{carrier.url}/cgi-bin/sendsms")
    config = databases.make_config(
        sqlite, tmp_path, TESTING=False, MESSAGES=settings, TASKS_URL=redis
    )
    app = create_app(config)
    with databases.running(app), app.app_context():
        assert woken(sqlite, carrier, tmp_path, TASKS_URL=redis) < A_TURN

    assert not (tmp_path / "tasks.db").exists()


def test_a_task_store_that_nobody_reaches_loses_no_message(sqlite, carrier, tmp_path):
    settings = Settings(sms="kannel", kannel_url=f"{carrier.url}/cgi-bin/sendsms")
    config = databases.make_config(sqlite, tmp_path, TESTING=False, MESSAGES=settings)
    app = create_app(config)
    with databases.running(app), app.app_context():
        (tmp_path / "tasks.db").mkdir()  # no file can be written there
        queue(1, to=NUMBER)
        db.session.commit()

        assert sweeping.turn().sent == 1
