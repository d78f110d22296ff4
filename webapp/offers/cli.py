"""Commands on offers: bring them in, take them out, end those past their day."""

from typing import TextIO

import click
from flask.cli import AppGroup

from webapp.clock import now
from webapp.errors import Refused
from webapp.extensions import db
from webapp.offers import actions, freshness, imports, queries
from webapp.offers.models import Offer

commands = AppGroup("offers", help="Offers as JSON lines, and their life.")


@commands.command("import")
@click.argument("file", type=click.File(encoding="utf-8"))
def import_(file: TextIO) -> None:
    """Publish every offer of FILE (a JSON object a line), or none and name the wrong lines."""
    waited = len(queries.to_review())
    try:
        count = imports.import_offers(file, now())
    except imports.BadLines as refusal:
        for problem in refusal.problems:
            click.echo(problem, err=True)
        raise SystemExit(1) from refusal
    db.session.commit()
    held = len(queries.to_review()) - waited
    click.echo(f"Published {count - held} offers.", err=True)
    if held:
        click.echo(f"{held} offers wait to be read first: see `offers review`.", err=True)


@commands.command()
def export() -> None:
    """Write every published offer as one JSON object a line."""
    for line in imports.export_offers():
        click.echo(line)


@commands.command()
def freshen() -> None:
    """Ask whether old offers are still open; pause and close those about which nobody answers."""
    count = freshness.look_after(now())
    db.session.commit()
    click.echo(f"Asked about, paused or closed {count} offers.", err=True)


@commands.command()
def review() -> None:
    """List the offers that someone must read before people see them."""
    for offer in queries.to_review():
        click.echo(f"{offer.public_id}  {offer.updated_at:%Y-%m-%d}  {offer.organisation.name}")
        for quote in actions.doubtful_words(offer):
            click.echo(f"          « {quote} »")


@commands.command()
@click.argument("public_id")
def approve(public_id: str) -> None:
    """Show the offer PUBLIC_ID to everyone: someone has read it."""
    offer = waiting(public_id)
    try:
        actions.approve(offer, now())
    except Refused as refusal:
        raise click.ClickException(f"{refusal.title} ({refusal})") from None
    db.session.commit()
    click.echo(f"Published {offer.public_id}.", err=True)


@commands.command()
@click.argument("public_id")
@click.argument("reason")
def refuse(public_id: str, reason: str) -> None:
    """Keep the offer PUBLIC_ID from people; its employer reads REASON."""
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise click.BadParameter(f"write 1 to {LONGEST_REASON} characters", param_hint="REASON")
    offer = waiting(public_id)
    actions.refuse(offer, reason.strip(), now())
    db.session.commit()
    click.echo(f"Refused {offer.public_id}.", err=True)


def waiting(public_id: str) -> Offer:
    """Return an offer that waits to be read, or end the command."""
    offer = queries.offer_in_review(public_id)
    if offer is None:
        raise click.ClickException(f"no offer {public_id} waits for a review")
    return offer


LONGEST_REASON = 300  # characters
