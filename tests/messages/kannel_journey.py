"""A journey through a real Kannel: a code leaves, its report and a word come back, a reply leaves.

Run as a program in a network of its own: the fake operator listens on every address of the machine
it is on. It prints, as one JSON object, what the phone got and what the product knows of it.
"""

import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from webapp import create_app
from webapp.clock import now
from webapp.extensions import db
from webapp.messages import actions, queries, texts
from webapp.messages.enums import Kind

CONF = Path(__file__).with_name("kannel.conf")
ROOT = Path(__file__).parent.parent.parent
FAKE = "/usr/lib/kannel/test/fakesmsc"
SECRET = "only for tests 0123456789 abcdefghijklmnopqrstuvwxyz".replace(" ", "-")
WEB, SENDSMS, OPERATOR, BOXES = 13080, 13013, 13010, 13001
UP, SET_FLAGS = struct.pack("16sh", b"lo", 0x1 | 0x40), 0x8914  # IFF_UP | IFF_RUNNING, SIOCSIFFLAGS
PATIENCE = 60.0
PHONE = "+33639980001"
KANNEL_URL = f"http://deuxpas:cl%C3%A9%20de%20test@127.0.0.1:{SENDSMS}/cgi-bin/sendsms"


def bring_loopback_up() -> None:
    """Let processes of this network talk to each other, and to nobody else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        fcntl.ioctl(asked, SET_FLAGS, UP)


def until(met: Callable[[], bool], what: str) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + PATIENCE
    while not met():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.05)


def listens(port: int) -> bool:
    """Whether a program listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(command: Sequence[str], log: Path) -> Iterator[None]:
    """Run a program, and end it by its own number."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=ROOT)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def environment(folder: Path) -> dict[str, str]:
    """The settings of the product for this journey."""
    return {
        "DATA_DIR": str(folder),
        "PORT": str(WEB),
        "HOST": "127.0.0.1",
        "DEMO": "0",
        "PUBLIC_URL": f"http://localhost:{WEB}",
        "DATABASE_URL": "",
        "SMS_GATEWAY": "kannel",
        "KANNEL_URL": KANNEL_URL,
        "SMS_FROM": "38001",
        "INBOUND_SECRET": SECRET,
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def serving(app: Flask) -> Iterator[None]:
    """Serve the doors that Kannel calls."""
    server = make_server("127.0.0.1", WEB, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def main() -> None:
    """Make the journey and print what happened."""
    folder = Path(sys.argv[1])
    bring_loopback_up()
    os.environ.update(environment(folder))
    conf = folder / "kannel.conf"
    conf.write_text(CONF.read_text("utf-8").replace("{secret}", SECRET), encoding="utf-8")
    with ExitStack() as started:
        start = started.enter_context
        start(running([sys.executable, "-m", "webapp.operations.tasks"], folder / "tasks.log"))
        start(running(["bearerbox", str(conf)], folder / "bearerbox.log"))
        app = create_app()
        start(serving(app))
        until(lambda: listens(BOXES) and listens(OPERATOR), "bearerbox")
        start(running(["smsbox", str(conf)], folder / "smsbox.log"))
        until(lambda: listens(SENDSMS), "smsbox")
        until((folder / "heartbeats/tasks.json").exists, "the task process")
        word = f"{PHONE} 38001 text Adie svp"
        fake = [FAKE, "-H", "127.0.0.1", "-r", str(OPERATOR), "-m", "1", "-i", "1", word]
        start(running(fake, folder / "phone.log"))
        with app.app_context():
            print(json.dumps(journey(folder / "phone.log")))


def journey(phone: Path) -> dict[str, object]:
    """Send a code to a phone that writes AIDE; return what it got and what we know of it."""
    began = time.monotonic()
    code = texts.code("123456", os.environ["PUBLIC_URL"])
    for key, text in (("code", code), ("wide", "فاطمة: 123 456")):
        actions.queue(kind=Kind.CODE, to=PHONE, text=text, key=key, now=now())
    db.session.commit()
    until(lambda: "#123456" in phone.read_text("utf-8", "replace"), "the code on the phone")
    seconds = time.monotonic() - began

    def all_arrived() -> bool:
        statuses = [message.status for message in queries.outbox(PHONE)]
        db.session.rollback()  # before the wait: reading here keeps others from writing
        return statuses == ["delivered"] * 3

    until(all_arrived, "the reports and the reply")
    kept = [(message.kind, message.text) for message in queries.outbox(PHONE)]
    got = phone.read_text("utf-8", "replace")
    return {"seconds": round(seconds, 2), "phone": got, "kept": kept}


class Quiet(WSGIRequestHandler):
    """Serve without a line for each request."""

    def log_request(self, *_args: object, **_kwargs: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    main()
