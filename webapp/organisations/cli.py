"""Commands on structures and help places."""

import click
from flask.cli import AppGroup

from webapp.extensions import db
from webapp.organisations import town_halls

commands = AppGroup("organisations", help="Structures and help places.")


@commands.command("load-town-halls")
@click.option("--again", is_flag=True, help="Replace those that are there.")
def load_town_halls(again: bool) -> None:
    """Bring in the town hall of each commune as a help place, once."""
    if town_halls.town_halls_loaded() and not again:
        click.echo("The town halls are already there.", err=True)
        return
    count = town_halls.load_town_halls()
    db.session.commit()
    click.echo(f"Loaded {count} town halls.", err=True)
