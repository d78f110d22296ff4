"""Commands on offers: bring them in, take them out, end those past their day."""

from typing import TextIO

import click
from flask.cli import AppGroup

from webapp.clock import now, today
from webapp.extensions import db
from webapp.offers import actions, imports

commands = AppGroup("offers", help="Offers as JSON lines, and their life.")


@commands.command("import")
@click.argument("file", type=click.File(encoding="utf-8"))
def import_(file: TextIO) -> None:
    """Publish every offer of FILE (a JSON object a line), or none and name the wrong lines."""
    try:
        count = imports.import_offers(file, now())
    except imports.BadLines as refusal:
        for problem in refusal.problems:
            click.echo(problem, err=True)
        raise SystemExit(1) from refusal
    db.session.commit()
    click.echo(f"Published {count} offers.", err=True)


@commands.command()
def export() -> None:
    """Write every published offer as one JSON object a line."""
    for line in imports.export_offers():
        click.echo(line)


@commands.command("expire-old")
def expire_old() -> None:
    """Close the published offers whose last day has passed."""
    count = actions.expire_old(today(), now())
    db.session.commit()
    click.echo(f"Closed {count} offers.", err=True)
