"""Commands on requests."""

import click
from flask.cli import AppGroup

from webapp.applications import actions
from webapp.clock import today
from webapp.extensions import db

commands = AppGroup("applications", help="Requests: ça m’intéresse.")


@commands.command("forget-old")
def forget_old() -> None:
    """Erase the requests that have been kept long enough."""
    count = actions.forget_old(today())
    db.session.commit()
    click.echo(f"Forgot {count} requests.", err=True)
