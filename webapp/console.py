"""The commands of the product, as `bin/flask` runs them: ours are told first, in plain words."""

import sys

import click
from flask.cli import FlaskGroup

from webapp import create_app
from webapp.config import BadSetting, Config

HELP = """À deux pas: offers of work near home, and a named human who calls back.

Run any command of the product, on the same database as bin/start. Each group and each command
has --help.
"""


class Console(FlaskGroup):
    """Flask's commands and ours, told apart."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the product's groups, then what any Flask application has."""
        groups: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                flasks = name in self.commands
                groups[not flasks].append((name, command.get_short_help_str(limit=80)))
        for ours, title in ((True, "Commands of the product"), (False, "For developers")):
            with formatter.section(title):
                formatter.write_dl(groups[ours])


def main() -> int:
    """Run one command; where a setting is wrong, say which one in a line and end."""
    try:
        app = create_app(Config.from_environ())
    except BadSetting as error:
        click.echo(error, err=True)
        return 1
    console = Console(name="bin/flask", help=HELP, create_app=lambda: app)
    console.main(prog_name="bin/flask")
    return 0


if __name__ == "__main__":
    sys.exit(main())
