"""Pages that are no feature: home, settings, what is true of privacy, access and the law."""

from flask import Flask, current_app

from webapp.clock import now, today
from webapp.phones import Phone


def init_app(app: Flask) -> None:
    """Give every template the help line and the day."""

    @app.context_processor
    def everywhere() -> dict[str, object]:
        return {
            "help_line": Phone(current_app.config["HELP_LINE"]),
            "public_url": current_app.config["PUBLIC_URL"],
            "today": today,
            "now": now,
        }
