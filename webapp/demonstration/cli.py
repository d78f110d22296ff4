"""Commands that bring the demonstration in and take it out."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.clock import now
from webapp.demonstration import actions
from webapp.extensions import db
from webapp.offers.queries import demonstration_is_on
from webapp.organisations.actions import invite

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
def links() -> None:
    """Print a link by which to enter as an employer of the demonstration."""
    structure = actions.visited()
    if structure is None:
        return
    token = invite(structure, now())
    db.session.commit()
    address = f"{current_app.config['PUBLIC_URL']}/employeur/invitation/{token}"
    click.echo(f"Enter as {structure.name} (employer): {address}", err=True)


@commands.command()
def remove() -> None:
    """Take out every invented structure and offer, and the requests made to them."""
    count = actions.remove()
    db.session.commit()
    click.echo(f"Removed {count} invented offers.", err=True)
