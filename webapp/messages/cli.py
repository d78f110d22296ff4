"""Commands on messages."""

import click
from flask.cli import AppGroup

from webapp import phones
from webapp.clock import now
from webapp.extensions import db
from webapp.messages import actions, queries, sweeping
from webapp.messages.enums import Kind

commands = AppGroup("messages", help="SMS and e-mail: what waits, what left.")
TEST = "Essai : ce message vient de À deux pas. Vous n’avez rien à faire."


@commands.command()
def sweep() -> None:
    """Answer what came in and send what is due, here and now."""
    swept = sweeping.turn()
    click.echo(
        f"{swept.sent} sent, {swept.refused} refused, {swept.unclear} unclear, {swept.cut} cut, "
        f"{swept.answered} answered."
    )


@commands.command("list")
def list_counts() -> None:
    """Count the messages of each kind by what became of them: no number, no text."""
    for channel, kind, status, number in queries.counts():
        click.echo(f"{channel:<6} {kind:<16} {status:<10} {number:>8}")


@commands.command()
@click.argument("to")
def test_send(to: str) -> None:
    """Send one message to a number or an address, to see that the provider carries it."""
    if "@" not in to:
        try:
            to = phones.read(to).e164
        except phones.BadPhone as bad:
            raise click.ClickException(f"no number that can be called: {bad.reason}") from None
    kind = Kind.STAFF_NOTE if "@" in to else Kind.CODE  # someone waits for it: it leaves now
    message = actions.queue(
        kind=kind, to=to, text=TEST, subject="Essai", key=f"test-{now():%s%f}", now=now()
    )
    db.session.commit()
    sweeping.turn()
    db.session.refresh(message)
    click.echo(f"{message.status} {message.gateway} {message.reason}".strip())
