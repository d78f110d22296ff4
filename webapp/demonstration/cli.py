"""Commands that bring the demonstration in and take it out."""

import click
from flask.cli import AppGroup

from webapp.clock import now
from webapp.demonstration import actions
from webapp.extensions import db
from webapp.offers.queries import demonstration_is_on

commands = AppGroup("demonstration", help="The demonstration territory.")


@commands.command()
def load() -> None:
    """Bring in the invented structures and offers, once."""
    if demonstration_is_on():
        click.echo("The demonstration is already there.", err=True)
        return
    count = actions.load(now())
    db.session.commit()
    click.echo(f"Loaded {count} invented offers.", err=True)


@commands.command()
def remove() -> None:
    """Take out every invented structure and offer, and the requests made to them."""
    count = actions.remove()
    db.session.commit()
    click.echo(f"Removed {count} invented offers.", err=True)
