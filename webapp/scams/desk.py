"""Commands on what people report, for who reads it: list it, settle it."""

import json

import click
from flask.cli import with_appcontext

from webapp.clock import now
from webapp.errors import Refused
from webapp.extensions import db
from webapp.scams import actions, queries, told


@click.command()
@with_appcontext
def reports() -> None:
    """List the reports that nobody has settled, those of one offer together."""
    for report in queries.open_reports():
        offer = report.offer
        told = f"{report.public_id}  {report.created_at:%Y-%m-%d}  {report.reason:<7}"
        click.echo(f"{told} offer {offer.public_id} ({offer.status}), {offer.organisation.name}")
        if report.words:
            click.echo(f"          « {' '.join(report.words.split())} »")


@click.command()
@click.argument("report")
@click.option("--keep", "outcome", flag_value=actions.KEEP, help="Show the offer again.")
@click.option("--close", "outcome", flag_value=actions.CLOSE, help="End the offer.")
@with_appcontext
def settle(report: str, outcome: str | None) -> None:
    """Decide on REPORT and every other open report of the same offer."""
    if outcome is None:
        raise click.UsageError("say --keep or --close")
    found = queries.report(report)
    if found is None:
        raise click.ClickException(f"no report {report}")
    try:
        actions.settle(found, outcome, now())
    except Refused as refusal:
        raise click.ClickException(f"{refusal.title} ({refusal})") from None
    db.session.commit()
    click.echo(f"Settled: offer {found.offer.public_id} is {found.offer.status}.", err=True)


@click.command()
@with_appcontext
def messages() -> None:
    """Print the messages that people received and reported, the most told first, as JSON lines."""
    for one in queries.told_messages():
        line = {
            "id": one.public_id,
            "times": one.times,
            "last": one.last_at.date().isoformat(),
            "level": one.level,
            "signs": one.signs,
            "text": one.text,
        }
        click.echo(json.dumps(line, ensure_ascii=False))


@click.command()
@click.argument("message")
@with_appcontext
def read(message: str) -> None:
    """Take MESSAGE off the list: it has been read, and the rules mended where they missed it."""
    found = queries.told_message(message)
    if found is None:
        raise click.ClickException(f"no message {message}")
    told.mark_read(found, now())
    db.session.commit()
