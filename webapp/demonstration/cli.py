"""Commands that bring the demonstration in and take it out."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.clock import now
from webapp.demonstration import (
    actions,
    acts,
    answers,
    feed,
    forecasts,
    gatherings,
    paths,
    shares,
    team,
)
from webapp.extensions import db
from webapp.offers.queries import demonstration_is_on
from webapp.phones import Phone

commands = AppGroup("demonstration", help="The demonstration territory.")


@commands.command()
def load() -> None:
    """Bring in the invented structures, offers, accounts and people, once."""
    if demonstration_is_on():
        click.echo("The demonstration is already there.", err=True)
        return
    count = actions.load(now())
    feed.bring_in(now())
    team.bring_in(now())
    paths.bring_in(now())
    shares.bring_in(now())
    answers.bring_in(now())
    gatherings.bring_in(now())
    forecasts.bring_in(now())
    acts.bring_in(now())
    db.session.commit()
    click.echo(f"Loaded {count} invented offers.", err=True)


@commands.command()
def links() -> None:
    """Print a link for each role, by which to enter for a day; those of before open no more."""
    if not demonstration_is_on():
        return
    team.bring_in(now())
    lines = [
        f"Enter as {account.first_name}, {account.role} of {account.organisation.name}: {address}"
        for account, address in team.links(now())
    ]
    lines += [in_person(person.first_name, person.phone or "") for person in team.people()[:1]]
    db.session.commit()
    for line in lines:
        click.echo(line, err=True)


def in_person(first_name: str, phone: str) -> str:
    """Return how to enter as someone who looks for work."""
    here = current_app.config["PUBLIC_URL"]
    shown = Phone(phone).shown.replace("\N{NO-BREAK SPACE}", " ")
    return (
        f"Enter as {first_name}, who looks for work: {here}/connexion with {shown}; "
        f"the code is at {here}/dev/sms, the birthday is {team.birthday_of(phone)}"
    )


@commands.command()
def remove() -> None:
    """Take out everything that was invented, and the requests made to it."""
    count = actions.remove()
    db.session.commit()
    click.echo(f"Removed {count} invented offers.", err=True)
