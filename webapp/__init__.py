"""À deux pas: the application, made from its parts."""

from importlib import import_module
from pathlib import Path

from click import Command
from flask import Blueprint, Flask

from webapp import (
    access,
    addresses,
    assets,
    errors,
    extensions,
    front,
    htmx,
    i18n,
    operations,
    pages,
    phones,
    pictures,
    pieces,
    reading,
    rows,
    security,
    speech,
    turns,
)
from webapp.application import Application
from webapp.config import Config
from webapp.messages import waking
from webapp.places import saying
from webapp.pwa import installing, keeping, once

ROOT = Path(__file__).parent.parent
PARTS = (
    once,  # what runs after an answer runs in the opposite order: these two are told all the rest
    keeping,
    operations,
    security,
    extensions,
    rows,
    waking,
    i18n,
    addresses,
    access,
    errors,
    htmx,
    phones,
    pictures,
    pieces,
    reading,
    installing,
    pages,
    saying,
    assets,
    speech,
    turns,
    front,
)
# Features with pages.
BLUEPRINTS = (
    "pages",
    "offers",
    "applications",
    "employers",
    "messages",
    "organisations",
    "scams",
    "speech",
    "pwa",
    "plainfrench",
    "operations",
    "api",
    "embed",
    "accounts",
    "people",
    "cv",
    "followup",
    "reviews",
    "pathways",
    "helping",
    "network",
    "alerts",
    "gatherings",
    "presenting",
    "forecasts",
)
# Features with commands.
COMMANDS = (
    "accounts",
    "applications",
    "demonstration",
    "jobs",
    "employers",
    "messages",
    "offers",
    "operations",
    "organisations",
    "pages",
    "people",
    "places",
    "plainfrench",
    "scams",
    "helping",
)

# Features that answer words sent back by SMS, in this order: `replies.py`.
# What someone was just asked after a contract is heard before a search for work.
REPLIES = (
    "pathways",
    "helping",  # before a search: where someone is who has just asked for help
    "bysms",
    "messages",
    "people",
    "offers",
    "applications",
    "alerts",
    "gatherings",
    "followup",
    "presenting",
)
# Features that tell what waits for an adviser and what happened to a person: `followup.py`.
FOLLOWED: tuple[str, ...] = (
    "followup",
    "reviews",
    "applications",
    "helping",
    "pathways",
    "gatherings",
    "presenting",
    "employers",
)
TELLING = (*(f"{one}.replies" for one in REPLIES), *(f"{one}.followup" for one in FOLLOWED))


def create_app(config: Config | None = None) -> Flask:
    """Return the application, ready to serve, for this configuration or the environment's."""
    app = Application(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.from_object(config or Config.from_environ())
    for part in PARTS:
        part.init_app(app)
    for module in TELLING:
        import_module(f"webapp.{module}")
    for feature in BLUEPRINTS:
        app.register_blueprint(blueprint(feature))
    for feature in COMMANDS:
        for command in commands_of(feature):
            app.cli.add_command(command)
    return app


def blueprint(feature: str) -> Blueprint:
    """Return the pages of a feature: `bp` in its `views.py`."""
    found: Blueprint = import_module(f"webapp.{feature}.views").bp
    return found


def commands_of(feature: str) -> tuple[Command, ...]:
    """Return the commands of a feature, in its `cli.py`: the group, and those that stand alone."""
    module = import_module(f"webapp.{feature}.cli")
    return (module.commands, *getattr(module, "alone", ()))
