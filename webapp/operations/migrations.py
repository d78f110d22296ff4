"""Changes of schema, by Alembic; it is slow to load, so only when there are some."""

from typing import Any

from webapp.config import ROOT


def run() -> None:
    """Bring the schema of this database to the present release."""
    from alembic import command

    command.upgrade(settings(), "head")


def write(message: str) -> None:
    """Write a new migration from the difference between the models and this database."""
    from alembic import command

    command.revision(settings(), message, autogenerate=True)


def settings() -> Any:
    """Return what Alembic needs to find the migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(ROOT / "webapp" / "migrations"))
    return config
