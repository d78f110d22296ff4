"""What the commands open: a structure where a town is, its people, and its first lead."""

from collections.abc import Mapping

import click

from webapp import phones
from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.accounts.staff_form import tidy
from webapp.clock import now
from webapp.organisations import actions, log, members, queries
from webapp.organisations.enums import Logged
from webapp.organisations.kinds import OrganisationKind
from webapp.organisations.models import Organisation
from webapp.places import queries as places

KINDS = click.Choice([kind.value for kind in OrganisationKind])


def known(public_id: str) -> Organisation:
    """Return a structure by its id or that of the public feed, or stop with words."""
    found = queries.organisation(public_id.lower()) or queries.by_feed_id(public_id)
    if found is None:
        raise click.ClickException(
            f"No structure has the id {public_id!r}: `flask employers list` prints them."
        )
    return found


def opened(given: Mapping[str, str]) -> Organisation:
    """Open a structure from the options `name`, `kind`, `town` and `address`."""
    town = town_of(given["town"])
    structure = actions.Structure(
        kind=OrganisationKind(given["kind"]),
        name=given["name"],
        address=given["address"],
        insee=town.insee,
        lat=town.lat,
        lon=town.lon,
    )
    organisation = actions.open_structure(structure, now())
    log.note(organisation, Logged.CREATED, by=None, now=now())
    return organisation


def town_of(text: str) -> places.Commune:
    """Return the commune that is meant, or stop with those to choose from."""
    found = places.choices(text)
    if not found:
        raise click.BadParameter(f"no commune resembles {text!r}.", param_hint="--town")
    if len(found) > 1:
        names = ", ".join(f"{town.name} {' '.join(town.postcodes[:1])}" for town in found)
        raise click.BadParameter(f"{text!r} may mean {names}: give one.", param_hint="--town")
    return found[0]


def add_person(structure: Organisation, given: Mapping[str, str]) -> None:
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


def open_lead(structure: Organisation, given: Mapping[str, str]) -> Account:
    """Open the account of a lead from the options, or stop with words for the one to mend."""
    email = tidy(given["lead_email"])
    if email is None:
        raise click.BadParameter("no address of e-mail.", param_hint="--lead-email")
    lead = members.Member(
        email=email,
        first_name=given["lead_first_name"],
        last_name=given["lead_last_name"],
        role=Role.LEAD,
    )
    try:
        return members.open_account(structure, lead, by=None, now=now())
    except members.EmailTaken as taken:
        raise click.ClickException(f"{email} opens another account: give another.") from taken
