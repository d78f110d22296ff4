"""How gunicorn serves: a few threads, one loaded copy of the code, a beat while it turns.

gunicorn reads this file as its settings; each name is one of gunicorn's own.
"""

import gc
import os
import sys
from multiprocessing import get_context
from threading import Thread
from typing import Any

from flask import Flask

from webapp import create_app
from webapp.config import BadSetting
from webapp.extensions import db
from webapp.operations import heartbeats, memory, preparation, supervisor

wsgi_app = "webapp.operations.serving:load()"
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or 8000}"
# Limits on senders are counted in memory unless a shared store is named: then, and only then,
# several processes would count alike.
workers = int(os.environ.get("WEB_WORKERS") or 1) if os.environ.get("RATELIMIT_STORAGE_URI") else 1
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS") or 8)
preload_app = True  # a worker that restarts is ready at once, and shares the master's memory
control_socket_disable = True  # it would open in the home folder
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108
keepalive = 15  # seconds: a slow phone asks for a page, then for its pictures
timeout = 60
graceful_timeout = 15
loglevel = "warning"  # requests are logged by the application, without addresses
proc_name = "a-deux-pas"


def load() -> Flask:
    """Return the application; where a setting is wrong, say which one and end.

    Words and towns are read first: the room that reading them took is then the application's.
    """
    preparation.warm()
    try:
        return create_app()
    except BadSetting as error:
        print(error, file=sys.stderr)  # noqa: T201  the operator's console
        raise SystemExit(1) from None


def on_starting(server: Any) -> None:
    """Before listening, bring the database up to date: the code is loaded, so it costs little.

    It is done in a process of its own: what a migration or the demonstration loads and leaves would
    else stay in the memory of each worker.
    """
    app = server.app.wsgi()
    heartbeats.clear(app.config["DATA_DIR"])
    preparing = get_context("fork").Process(target=prepare, args=(app,))
    preparing.start()
    preparing.join()
    if preparing.exitcode:
        raise SystemExit(preparing.exitcode)


def prepare(app: Flask) -> None:
    """Make the instance ready to serve; stop when the server does, to begin again with it."""
    supervisor.end_with_parent()
    with app.app_context():
        preparation.prepare(demonstration=os.environ.get("DEMO") != "0")


def when_ready(server: Any) -> None:
    """Say where the product answers."""
    with server.app.wsgi().app_context():
        preparation.greet()


def pre_fork(_server: Any, _worker: Any) -> None:
    """Leave what is loaded out of garbage collection, so that its memory stays shared.

    What loading freed is given back first, while it is nobody's.
    """
    gc.collect()
    memory.give_back()
    gc.freeze()


def post_fork(server: Any, _worker: Any) -> None:
    """Give each process its own database connections."""
    app = server.app.wsgi()
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose(close=False)


def post_worker_init(worker: Any) -> None:
    """Beat while the worker's loop tells gunicorn that it turns."""
    data_dir = worker.app.wsgi().config["DATA_DIR"]
    Thread(
        target=heartbeats.keep_beating,
        args=(data_dir, "web", worker.tmp.last_update),
        name="heartbeat",
        daemon=True,
    ).start()
