"""Running the product: health, figures, logs without personal data, database commands."""

from flask import Flask

from webapp.operations import logs, metrics, queue


def init_app(app: Flask) -> None:
    """Log each request and count it; let what is committed wake the task process."""
    logs.init_app(app)
    metrics.init_app(app)
    queue.init_app(app)
