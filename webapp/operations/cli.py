"""Commands on the database as a whole."""

import click
from alembic import command
from alembic.config import Config as AlembicConfig
from flask.cli import AppGroup

from webapp.config import ROOT

commands = AppGroup("database", help="The database as a whole.")


def alembic_config() -> AlembicConfig:
    """Return what Alembic needs to find the migrations."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(ROOT / "webapp" / "migrations"))
    return config


@commands.command()
def upgrade() -> None:
    """Bring the schema to the present release, keeping the data."""
    command.upgrade(alembic_config(), "head")
    click.echo("The schema is up to date.", err=True)


@commands.command()
@click.argument("message")
def migrate(message: str) -> None:
    """Write a new migration from the difference between the models and this database."""
    command.revision(alembic_config(), message, autogenerate=True)
