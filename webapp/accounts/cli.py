"""Commands for accounts of professionals."""

import click
from flask.cli import AppGroup

from webapp.accounts import passkeys
from webapp.accounts.staff_form import tidy
from webapp.accounts.staff_links import open_account
from webapp.clock import now
from webapp.extensions import db

commands = AppGroup("accounts", help="Accounts of professionals.")


@commands.command(name="reset-passkey")
@click.argument("email")
def reset_passkey(email: str) -> None:
    """Take away the keys of an account and close its devices, for a lead who lost their phone.

    Check who asks: the next mailed link lets its holder make a new key.
    """
    account = open_account(tidy(email) or "")
    if account is None:
        raise click.ClickException(f"No open account has the address {email!r}.")
    count = passkeys.forget(account, now())
    db.session.commit()
    click.echo(f"Removed {count} keys of {account.first_name} {account.last_name}.", err=True)
