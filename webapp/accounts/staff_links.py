"""Mailed links by which professionals enter: asked for, sent, and good for one press."""

import secrets
from datetime import datetime, timedelta
from math import ceil

from flask import current_app
from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from webapp.accounts import tries
from webapp.accounts.devices import hashed
from webapp.accounts.enums import Tried
from webapp.accounts.models import Account, EmailLink
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.messages import actions as messages
from webapp.messages import waking
from webapp.messages.enums import Kind

LIFE = timedelta(minutes=30)
SUBJECT = "Votre lien pour entrer"
TEXT = """Bonjour {first_name},

Voici votre lien pour entrer dans À deux pas :
{address}

Il sert une seule fois, pendant 30 minutes.
Vous n’avez rien demandé ? N’ouvrez pas ce lien, et ne le donnez à personne.

À deux pas
"""


class TooManyLinks(Refused):
    """Links were asked for too often, for one address or from one place."""

    title = _l("Beaucoup de demandes à la suite")
    code = 429

    def __init__(self, wait: timedelta) -> None:
        """Say how long to wait."""
        super().__init__()
        minutes = ceil(wait / timedelta(minutes=1))
        self.advice = ngettext(  # type: ignore[assignment]
            "Attendez %(num)s minute, puis demandez un autre lien.",
            "Attendez %(num)s minutes, puis demandez un autre lien.",
            minutes,
        )


def ask(email: str, now: datetime) -> None:
    """Mail a link to the account of an address, if there is one; raise TooManyLinks.

    What is seen, and the time it takes, tell nobody whether the address is known.
    """
    count(email, now)
    someone = db.session.scalars(select(Account).order_by(Account.id).limit(1)).first()
    account = open_account(email)
    if account is not None:
        mail(account, now)
    elif someone is not None:
        pretend(someone, now)
    waking.after_commit()  # for nobody too


def count(email: str, now: datetime) -> None:
    """Count a link asked for an address, known or not; raise TooManyLinks past the limits."""
    wait = tries.too_many(Tried.LINK_SENT, email, now)
    if wait is not None:
        raise TooManyLinks(wait)
    tries.note(Tried.LINK_SENT, email, right=False, now=now)


def pretend(someone: Account, now: datetime) -> None:
    """Do the same work for nobody and undo it: the time of an answer tells nothing."""
    undone = db.session.begin_nested()
    mail(someone, now)
    db.session.flush()
    undone.rollback()


def open_account(email: str) -> Account | None:
    """Return the account of an address in lower case, unless it is closed."""
    wanted = select(Account).where(Account.email == email, Account.closed_at.is_(None))
    return db.session.scalars(wanted).one_or_none()


def mail(account: Account, now: datetime) -> None:
    """Put a new link in the outbox."""
    token = new(account, now)
    messages.queue(
        kind=Kind.STAFF_LINK,
        to=account.email,
        subject=SUBJECT,
        text=TEXT.format(first_name=account.first_name, address=address(token)),
        key=f"staff-link:{hashed(token)[:32]}",
        now=now,
        drop_at=now + LIFE,
    )


def new(account: Account, now: datetime, lasts: timedelta = LIFE) -> str:
    """Make a link and return its secret, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        EmailLink(account=account, token_hash=hashed(token), created_at=now, expires_at=now + lasts)
    )
    return token


def address(token: str) -> str:
    """Return the whole address of a link."""
    return f"{current_app.config['PUBLIC_URL']}/connexion/pro/lien/{token}"


def waiting(token: str, now: datetime) -> EmailLink | None:
    """Return the link of a secret while it still opens to someone who works here."""
    wanted = (
        select(EmailLink)
        .join(EmailLink.account)
        .where(EmailLink.token_hash == hashed(token), EmailLink.used_at.is_(None))
        .where(EmailLink.expires_at > now, Account.closed_at.is_(None))
        .options(joinedload(EmailLink.account).joinedload(Account.organisation))
    )
    return db.session.scalars(wanted).one_or_none()


def use(link: EmailLink, now: datetime) -> bool:
    """Spend a link; return False where another press was the first."""
    spent = db.session.execute(
        update(EmailLink)
        .where(EmailLink.id == link.id, EmailLink.used_at.is_(None))
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(spent.rowcount)  # type: ignore[attr-defined]
