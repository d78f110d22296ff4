"""Logs as data: which view, how long, which status; never a name, a number or a text."""

import logging
import time
from random import getrandbits

from flask import Flask, Response, g, got_request_exception, request

from webapp import logger
from webapp.logger import log


def start_clock() -> None:
    """Remember when the request came, and give it a number to find it by."""
    g.started = time.perf_counter()
    g.request_id = f"{getrandbits(48):012x}"


def write(response: Response) -> Response:
    """Write one line about this request: the view's name, never its address or its fields."""
    view, began = request.endpoint or "none", g.get("started", time.perf_counter())
    line(view, request.method, response.status_code, began, g.get("request_id"))
    return response


def line(view: str, method: str, status: int, began: float, number: str | None = None) -> None:
    """Write one line about an answer."""
    spent = round((time.perf_counter() - began) * 1000, 1)
    log.info("request", id=number, method=method, view=view, status=status, ms=spent)


def write_exception(_app: Flask, exception: Exception) -> None:
    """Write where an unexpected error arose: file and line of each step, without its values."""
    frames = []
    trace = exception.__traceback__
    while trace:
        frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    kind = type(exception).__name__
    log.error("unexpected", id=g.get("request_id"), kind=kind, steps=frames[-8:])


def init_app(app: Flask) -> None:
    """Write JSON lines to standard error; keep Flask's own logger, which quotes values, silent."""
    logger.configure(quiet=app.config["TESTING"])
    app.logger.handlers = [logging.NullHandler()]
    app.logger.propagate = False
    app.before_request(start_clock)
    app.after_request(write)
    got_request_exception.connect(write_exception, app, weak=False)
