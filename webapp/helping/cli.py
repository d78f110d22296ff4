"""Commands on requests for help: who waits for an organisation that nobody is, moving up."""

import click
from flask.cli import AppGroup

from webapp.clock import now
from webapp.extensions import db
from webapp.helping import actions, queries

commands = AppGroup("helping", help="Requests for help.")


@commands.command()
def waiting() -> None:
    """List the requests that no organisation answers for: need, commune, day, public name."""
    for one in queries.nobodys():
        click.echo(f"{one.public_id}\t{one.need}\t{one.insee or '-'}\t{one.created_at:%Y-%m-%d}")


@commands.command()
def raise_late() -> None:
    """Move up to the leads what was not answered in time; done twice, it changes nothing more."""
    count = actions.raise_late(now())
    db.session.commit()
    click.echo(f"Moved up {count} requests.", err=True)
