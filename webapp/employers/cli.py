"""Commands that invite employers, and take invitations back."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, queries
from webapp.organisations.opening import KINDS, add_person, known, opened

commands = AppGroup("employers", help="Let employers in by invitation, and close the door.")
NEEDED = ("name", "kind", "town")


@commands.command()
@click.option("--organisation", metavar="PUBLIC_ID", help="A structure that is already here.")
@click.option("--name", help="The name of a new structure.")
@click.option("--kind", type=KINDS, help="What it is.")
@click.option("--town", help="Its commune, by name or postcode.")
@click.option("--address", default="", help="Its street and number.")
@click.option("--first-name", help="The first name of its contact.")
@click.option("--last-name", default="", help="The contact's last name.")
@click.option("--role", default="", help="The contact's role.")
@click.option("--phone", help="The contact's phone number.")
def invite(organisation: str | None, **given: str) -> None:
    """Print a link by which people of a structure open their accounts for 30 days.

    The first to come becomes its lead, the others recruit. It can be closed at once.
    """
    for option in NEEDED if not organisation else ():
        if not given[option]:
            raise click.UsageError(f"Give --organisation PUBLIC_ID, or --{option} for a new one.")
    structure = known(organisation) if organisation else opened(given)
    if given["first_name"] or given["phone"]:
        add_person(structure, given)
    token = actions.invite(structure, now())
    db.session.commit()
    click.echo(f"{structure.public_id}  {structure.name}", err=True)
    click.echo(f"{current_app.config['PUBLIC_URL']}/employeur/invitation/{token}")


@commands.command()
@click.option("--organisation", metavar="PUBLIC_ID", required=True, help="The structure.")
def revoke(organisation: str) -> None:
    """Close every invitation of a structure at once; accounts stay open."""
    count = actions.revoke(known(organisation), now())
    db.session.commit()
    click.echo(f"Closed {count} invitations.", err=True)


@commands.command(name="list")
def list_all() -> None:
    """Print each structure with its public id and how many invitations are open."""
    for one in queries.organisations():
        count = len(queries.live_invitations(one.id))
        click.echo(f"{one.public_id}  {one.kind:<8}  {count} open  {one.name}")
