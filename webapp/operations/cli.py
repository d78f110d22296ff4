"""Commands on the database as a whole."""

import click
from flask.cli import AppGroup

from webapp.operations import migrations, preparation

commands = AppGroup("database", help="The database as a whole.")


@commands.command()
def upgrade() -> None:
    """Bring the schema to the present release, keeping the data; copy the data first."""
    preparation.upgrade()


@commands.command()
@click.argument("message")
def migrate(message: str) -> None:
    """Write a new migration from the difference between the models and this database."""
    migrations.write(message)
