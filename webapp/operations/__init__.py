"""Running the product: health, figures, logs without personal data, database commands."""

from flask import Flask

from webapp.operations import logs, metrics


def init_app(app: Flask) -> None:
    """Log each request and count it."""
    logs.init_app(app)
    metrics.init_app(app)
