"""The tasks that wait: in a file of the data folder, or in a Redis that several machines share."""

import os
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import Any

from flask import Flask

from webapp.applications.voice import work as voices
from webapp.clock import now
from webapp.lighter import without
from webapp.logger import log
from webapp.messages import sweeping

NAME = "a-deux-pas"
DAILY_TURN = "*/10"  # minutes: how often the task process looks for what is due once a day
REDIS_PATIENCE = 2  # seconds
ELSEWHERE = ("redis", "psycopg", "psycopg2")


def make_queue(app: Flask) -> Any:
    """Return the queue of this instance with its tasks: for those who ask and those who work."""
    queue, crontab = stored(app), huey().crontab

    @queue.task()  # type: ignore[untyped-decorator]
    def sweep() -> None:
        guarded(app, "sweep", lambda: sweep_on(queue))

    @queue.periodic_task(crontab())  # type: ignore[untyped-decorator]
    def sweep_each_minute() -> None:
        guarded(app, "sweep", lambda: sweep_on(queue))

    @queue.periodic_task(crontab(minute=DAILY_TURN))  # type: ignore[untyped-decorator]
    def do_daily_work() -> None:
        from webapp.operations import daily

        guarded(app, "daily", lambda: daily.run_due(app.config["DATA_DIR"] / "daily.json", now()))

    queue.sweep = sweep
    add_clocks(app, queue)
    add_voices(app, queue)
    return queue


def add_clocks(app: Flask, queue: Any) -> None:
    """Let the clocks of requests turn each minute."""

    @queue.periodic_task(huey().crontab())  # type: ignore[untyped-decorator]
    def turn_clocks() -> None:
        from webapp.operations import clockwork

        guarded(app, "clocks", clockwork.turn)


def add_voices(app: Flask, queue: Any) -> None:
    """Look at the voice messages that are whole: when one comes, and each minute besides."""

    @queue.task()  # type: ignore[untyped-decorator]
    def look_at_voices() -> None:
        guarded(app, "voice", voices.turn)

    @queue.periodic_task(huey().crontab())  # type: ignore[untyped-decorator]
    def look_at_voices_each_minute() -> None:
        guarded(app, "voice", voices.turn)

    queue.look_at_voices = look_at_voices


@cache
def huey() -> Any:
    """Return the library, without what it would load to keep tasks elsewhere: 14 MB a process."""
    with without(*ELSEWHERE):
        return import_module("huey")


def stored(app: Flask) -> Any:
    """Return an empty queue where this instance keeps its tasks."""
    url = app.config["TASKS_URL"]
    if url:
        redis: Any = import_module("redis")  # asked for by this setting alone
        pool = redis.ConnectionPool.from_url(url, socket_connect_timeout=REDIS_PATIENCE)
        return huey().RedisHuey(NAME, connection_pool=pool, results=False)
    return huey().SqliteHuey(NAME, filename=str(app.config["DATA_DIR"] / "tasks.db"), results=False)


def guarded(app: Flask, task: str, work: Callable[[], object]) -> None:
    """Do a task; of what goes wrong, the logs get the kind alone: its words may hold a number."""
    try:
        with app.app_context():
            work()
    except Exception as error:  # whatever it is, the next turn tries again
        log.error("task", task=task, kind=type(error).__name__)


def sweep_on(queue: Any) -> None:
    """Send what is due; come back at once for what is left, or when a refused one is due again."""
    swept = sweeping.turn()
    wait = timedelta() if swept.more else swept.again
    if wait is not None:
        queue.sweep.schedule(delay=wait.total_seconds())


def asked(app: Flask) -> Any:
    """Return this process's way to ask the task process for what was just committed."""
    kept: dict[int, Any] = app.extensions.setdefault("queues", {})
    process = os.getpid()  # what a queue holds open must not outlive a fork
    if process not in kept:
        kept[process] = make_queue(app)
    return kept[process]


def init_app(app: Flask) -> None:
    """Let a commit wake the task process; in tests there is none."""
    if not app.config["TESTING"]:
        app.extensions["wake-sweeper"] = lambda: asked(app).sweep()
        app.extensions["wake-voice"] = lambda: asked(app).look_at_voices()
