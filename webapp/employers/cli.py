"""Commands that let employers in, and close the door."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp import phones
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, queries
from webapp.organisations.kinds import LABELS, OrganisationKind
from webapp.organisations.models import Organisation
from webapp.places import queries as places

commands = AppGroup("employers", help="Let employers in by invitation, and close the door.")
KINDS = click.Choice([kind.value for kind in OrganisationKind])


@commands.command()
@click.option("--organisation", metavar="PUBLIC_ID", help="A structure that is already here.")
@click.option("--name", help="The name of a new structure.")
@click.option("--kind", type=KINDS, help="What it is: " + ", ".join(f"{k}" for k in LABELS) + ".")
@click.option("--town", help="Its commune, by name or postcode.")
@click.option("--address", default="", help="Its street and number.")
@click.option("--first-name", help="The first name of its contact.")
@click.option("--last-name", default="", help="The contact's last name.")
@click.option("--role", default="", help="The contact's role.")
@click.option("--phone", help="The contact's phone number.")
def invite(organisation: str | None, **given: str) -> None:
    """Print a link by which the employer enters for 30 days, and which can be closed at once."""
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
    """Close every invitation of a structure, and who entered by them, at once."""
    count = actions.revoke(known(organisation), now())
    db.session.commit()
    click.echo(f"Closed {count} invitations.", err=True)


@commands.command(name="list")
def list_all() -> None:
    """Print each structure with its public id and how many invitations are open."""
    for one in queries.organisations():
        count = len(queries.live_invitations(one.id))
        click.echo(f"{one.public_id}  {one.kind:<8}  {count} open  {one.name}")


def known(public_id: str) -> Organisation:
    """Return a structure, or stop with words when there is none of this id."""
    found = queries.organisation(public_id.lower())
    if found is None:
        raise click.ClickException(
            f"No structure has the id {public_id!r}: `flask employers list` prints them."
        )
    return found


def opened(given: dict[str, str]) -> Organisation:
    """Open a structure from the options, or stop with words for the one to mend."""
    for option in ("name", "kind", "town"):
        if not given[option]:
            raise click.UsageError(f"Give --organisation PUBLIC_ID, or --{option} for a new one.")
    town = town_of(given["town"])
    structure = actions.Structure(
        kind=OrganisationKind(given["kind"]),
        name=given["name"],
        address=given["address"],
        insee=town.insee,
        lat=town.lat,
        lon=town.lon,
    )
    return actions.open_structure(structure, now())


def town_of(text: str) -> places.Commune:
    """Return the commune that is meant, or stop with those to choose from."""
    found = places.choices(text)
    if not found:
        raise click.BadParameter(f"no commune resembles {text!r}.", param_hint="--town")
    if len(found) > 1:
        names = ", ".join(f"{town.name} {' '.join(town.postcodes[:1])}" for town in found)
        raise click.BadParameter(f"{text!r} may mean {names}: give one.", param_hint="--town")
    return found[0]


def add_person(structure: Organisation, given: dict[str, str]) -> None:
    """Add the contact, or stop with words when a part is missing or wrong."""
    if not given["first_name"] or not given["phone"]:
        raise click.UsageError("Give both --first-name and --phone of the contact.")
    try:
        phone = phones.read(given["phone"])
    except phones.BadPhone as bad:
        raise click.BadParameter(
            f"not a number to call ({bad.reason}).", param_hint="--phone"
        ) from bad
    person = actions.Person(
        first_name=given["first_name"],
        last_name=given["last_name"],
        role=given["role"],
        phone=phone.e164,
    )
    actions.add_contact(structure, person)
