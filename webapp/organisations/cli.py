"""Commands on structures and help places."""

import json
from datetime import timedelta
from pathlib import Path

import click
from flask.cli import AppGroup

from webapp.accounts import staff_links
from webapp.accounts.models import Account
from webapp.clock import now, today
from webapp.extensions import db
from webapp.organisations import feed, help_places, letters, opening, own, queries, town_halls
from webapp.organisations.feed_reading import Reading
from webapp.organisations.feed_source import BadSource, read_feed
from webapp.organisations.models import Organisation

commands = AppGroup("organisations", help="Structures and help places.")
SHOWN = 20  # faults said one by one
FIRST_LINK = timedelta(days=1)


@commands.command("load-town-halls")
@click.option("--again", is_flag=True, help="Replace those that are there.")
def load_town_halls(again: bool) -> None:
    """Bring in the town hall of each commune as a help place, unless they are there."""
    if town_halls.town_halls_loaded() and not again:
        return
    count = town_halls.load_town_halls()
    db.session.commit()
    click.echo(f"Loaded {count} town halls.", err=True)


@commands.command()
@click.option("--kind", type=opening.KINDS, required=True, help="What it is.")
@click.option("--name", required=True, help="Its name.")
@click.option("--town", required=True, help="Its commune, by name or postcode.")
@click.option("--address", default="", help="Its street and number.")
@click.option("--lead-email", required=True, help="The address by which its lead enters.")
@click.option("--lead-first-name", required=True, help="The lead's first name.")
@click.option("--lead-last-name", default="", help="The lead's last name.")
def create(**given: str) -> None:
    """Open a structure and the account of its lead; print the link by which the lead enters.

    The link serves once, for a day; the lead then asks for others at /connexion/pro.
    """
    structure = opening.opened(given)
    tell_lead(structure, opening.open_lead(structure, given))


@commands.command("add-lead")
@click.argument("public_id", metavar="ID")
@click.option("--lead-email", required=True, help="The address by which the lead enters.")
@click.option("--lead-first-name", required=True, help="The lead's first name.")
@click.option("--lead-last-name", default="", help="The lead's last name.")
def add_lead(public_id: str, **given: str) -> None:
    """Open the account of a lead in a structure whose own can no longer enter."""
    structure = opening.known(public_id)
    tell_lead(structure, opening.open_lead(structure, given))


def tell_lead(structure: Organisation, lead: Account) -> None:
    """Mail a lead how to enter, keep what was opened, and print the link to enter now."""
    letters.welcome(lead, None, now())
    token = staff_links.new(lead, now(), lasts=FIRST_LINK)
    db.session.commit()
    click.echo(f"{structure.public_id}  {structure.name}", err=True)
    click.echo(staff_links.address(token))


@commands.command()
@click.argument("public_id", metavar="ID")
def close(public_id: str) -> None:
    """Close a structure at once: its accounts, its invitations, its offers."""
    structure = opening.known(public_id)
    count = own.close_structure(structure, now())
    db.session.commit()
    click.echo(f"Closed {structure.name} and {count} accounts.", err=True)


@commands.command("import-feed")
@click.argument("source", metavar="FILE")
@click.option("--part", is_flag=True, help="FILE is a part of the feed: what it lacks stays.")
@click.option("--whole", is_flag=True, help="FILE is all of it, though most structures are gone.")
def import_feed(source: str, part: bool, whole: bool) -> None:
    """Bring in the public feed of structures from FILE, or from an http address.

    FILE holds one page of JSON, a list of pages, or one a line, packed with gzip or not. A second
    run brings everything up to date; what has disappeared is kept, marked and paused.
    """
    try:
        reading = read_feed(source)
    except BadSource as error:
        raise click.ClickException(str(error)) from error
    reading.whole = reading.whole and not part
    report = feed.import_feed(reading, now(), surely_whole=whole)
    db.session.commit()
    tell(reading, report)
    if not reading.structures:
        raise SystemExit(1)


@commands.command()
def export() -> None:
    """Write every structure as one JSON object a line; the feed's own id is kept."""
    for structure in queries.organisations():
        click.echo(json.dumps(feed.line_of(structure), ensure_ascii=False))


def tell(reading: Reading, report: feed.Report) -> None:
    """Say what was read, what changed, and everything that went wrong."""
    count = len(reading.structures)
    placed = count - len(report.unplaced)
    lines = [
        f"Read {count} structures in {reading.pages} pages.",
        f"Placed {placed} of {count} by their address ({placed / max(count, 1):.2%}).",
        f"Structures: {report.added} added, {report.updated} updated, "
        f"{report.unchanged} unchanged, {report.gone} no longer named.",
        f"Jobs: {report.drafts} new drafts, {report.paused} paused.",
        *faults("cannot be read", reading.problems),
        *faults("cannot be placed, and are left out or stay where they were", report.unplaced),
    ]
    if report.too_many_gone:
        lines.append(
            f"{report.too_many_gone} structures are missing, most of those known: the feed was "
            "taken for a part of itself and none was marked. Say --whole if it is all of it."
        )
    elif not reading.whole:
        lines.append("The feed is not whole: what it does not name stays as it was.")
    for line in lines:
        click.echo(line, err=True)


def faults(what: str, found: list[str]) -> list[str]:
    """Return a list of faults in lines, cut when it is long."""
    if not found:
        return []
    more = [f"  and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return [f"{len(found)} {what}:", *(f"  {one}" for one in found[:SHOWN]), *more]


@commands.command("import-help-places")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_help_places(file: Path) -> None:
    """Bring in places of digital help from a CSV in the national schema; each bad line is named."""
    try:
        report = help_places.bring_in(file, today())
    except help_places.BadFile as bad:
        raise click.ClickException(f"{file}: {bad}. Nothing was changed.") from bad
    db.session.commit()
    for text in report.wrong:
        click.echo(f"Left out: {text}", err=True)
    for text in report.unread:
        click.echo(f"Hours not understood: {text}", err=True)
    click.echo(
        f"{report.added} new, {report.changed} changed, {report.alike} alike, "
        f"{report.paused} paused, {len(report.wrong)} left out.",
        err=True,
    )
    if report.wrong:
        raise SystemExit(1)
