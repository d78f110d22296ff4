"""What a paper card shows: a square, a code, how to use them, whom to call when it is lost."""

from dataclasses import dataclass
from datetime import date

import segno
from flask import current_app
from markupsafe import Markup

from webapp import clock
from webapp.accounts import card_code
from webapp.accounts.models import Account
from webapp.phones import Phone


@dataclass(frozen=True)
class Paper:
    """One card, ready to print; the code is on this page and nowhere else."""

    code: str
    address: str
    qr: Markup
    name: str  # of the adviser who made it; empty for the help line
    phone: Phone
    made_on: date

    @classmethod
    def of(cls, code: str, account: Account | None) -> "Paper":
        """Return the card of a code: an adviser's with a phone of their own, else the help line."""
        address = f"{current_app.config['PUBLIC_URL']}/c"
        called = account if account is not None and phone_of(account) else None
        return cls(
            code=card_code.shown(code),
            address=address,
            qr=square(f"{address}#{code}"),
            name=called.first_name if called else "",
            phone=Phone((called and phone_of(called)) or current_app.config["HELP_LINE"]),
            made_on=clock.today(),
        )

    @property
    def typed_address(self) -> str:
        """The address as one types it."""
        return self.address.partition("://")[2]


def phone_of(account: Account) -> str | None:
    """Return the number to call about a professional's card: theirs, or their organisation's."""
    return account.phone or account.organisation.phone


def square(text: str) -> Markup:
    """Return a QR code as an SVG that prints sharp; a folded corner does not stop it (level Q)."""
    code = segno.make(text, error="q", micro=False)
    svg = code.svg_inline(border=2, omitsize=True, dark="#000", light="#fff")
    svg = svg.replace("<svg", '<svg width="148" height="148"', 1)  # its size without styles
    return Markup(svg)  # noqa: S704  made by segno from our own address
