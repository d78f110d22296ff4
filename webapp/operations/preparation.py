"""What happens before the first page: the schema, the demonstration, a word to the operator."""

from pathlib import Path

import click
from flask import current_app

from webapp import locales
from webapp.clock import now
from webapp.config import keep_served
from webapp.i18n import LANGUAGES
from webapp.jobs import queries as jobs
from webapp.operations import backup, migrations, queries
from webapp.places import queries as places


def upgrade() -> None:
    """Bring the schema to the present release; copy the data of an older one first."""
    if queries.schema_is_current():
        return
    database = queries.sqlite_file()
    if database and queries.revision():
        folder = current_app.config["DATA_DIR"] / "backups"
        copy = backup.back_up(database, folder, "before-upgrade", now())
        click.echo(f"The data before the upgrade are kept in {copy}.", err=True)
    migrations.run()
    click.echo("The schema is up to date.", err=True)


def prepare(*, demonstration: bool) -> None:
    """Make this instance ready to serve; give a new database the demonstration, if it is wanted.

    A load that was cut is done again: the file that asks for it is removed last.
    """
    data_dir: Path = current_app.config["DATA_DIR"]
    wanted = data_dir / "demonstration-to-load"
    if demonstration and not is_production() and not queries.revision():
        wanted.touch()
    upgrade()
    run("organisations", "load-town-halls")
    if wanted.exists():
        run("demonstration", "load")
        wanted.unlink()


def warm() -> None:
    """Read towns, words and sentences once, before the first page and before processes divide.

    The largest first: the room that reading takes is then that of the next.
    """
    places.match("Lyon")
    jobs.match("ménage")
    for language in LANGUAGES.values():
        locales.catalogue(language.locale)


def greet() -> None:
    """Tell the operator where the product answers, and how to enter the demonstration."""
    click.echo(current_app.config["PUBLIC_URL"], err=True)
    if not is_production():
        keep_served(current_app.config["DATA_DIR"], current_app.config["PUBLIC_URL"])
        run("demonstration", "links")


def is_production() -> bool:
    """Return whether people outside use this instance."""
    return str(current_app.config["PUBLIC_URL"]).startswith("https:")


def run(group: str, name: str) -> None:
    """Run another feature's command by its name, if this release has it."""
    commands = current_app.cli.commands.get(group)
    if isinstance(commands, click.Group) and name in commands.commands:
        commands.commands[name].main([], standalone_mode=False)
