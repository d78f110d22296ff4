"""Commands on people's data: turn the keys, erase someone who asks by another way."""

import click
from flask.cli import AppGroup

from webapp import sealing
from webapp.clock import now
from webapp.extensions import db
from webapp.people import erasing, queries, sweeping

commands = AppGroup("people", help="People's data: keys, erasing.")


@commands.command()
@click.option("--remove-old", is_flag=True, help="Then remove the former keys, for good.")
def rotate_key(remove_old: bool) -> None:
    """Make a new key and seal everything with it, while the product runs.

    The former keys stay: the copies made before still need them. Remove them once those are gone.
    """
    path = sealing.add_key()
    count = sealing.reseal(db.session.commit)
    click.echo(f"Sealed {count} facts with the new key {path}.", err=True)
    if remove_old:
        removed = sealing.remove_old_keys()
        click.echo(f"Removed {len(removed)} former keys.", err=True)


@commands.command()
@click.argument("name")
def erase(name: str) -> None:
    """Erase someone who asks by another way; NAME is the public name of their record."""
    person = queries.named(name)
    if person is None:
        raise click.ClickException(f"Nobody is called {name}.")
    erasing.erase(person, now())
    db.session.commit()
    sweeping.sweep()
    click.echo("Erased.", err=True)
