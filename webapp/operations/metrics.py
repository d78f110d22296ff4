"""Figures for the operator: requests by view and status, and how long they took."""

import time
from functools import cache

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram

from webapp.messages.figures import Outbox

registry = CollectorRegistry()
registry.register(Outbox())
requests = Counter(
    "a_deux_pas_requests", "Requests answered", ["view", "method", "status"], registry=registry
)
seconds = Histogram(
    "a_deux_pas_request_seconds",
    "Seconds to answer",
    ["view"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
    registry=registry,
)


def count(response: Response) -> Response:
    """Count this request under its view's name."""
    spent = time.perf_counter() - g.started if "started" in g else None
    add(request.endpoint or "none", request.method, response.status_code, spent)
    return response


def add(view: str, method: str, status: int, spent: float | None) -> None:
    """Count an answer, and the seconds that it took."""
    counted(view, method, status).inc()
    if spent is not None:
        timed(view).observe(spent)


# Views, methods and statuses are few: each is looked up once.
counted = cache(requests.labels)
timed = cache(seconds.labels)


def init_app(app: Flask) -> None:
    """Count each answer."""
    app.after_request(count)
