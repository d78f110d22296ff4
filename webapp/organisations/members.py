"""Changes to the accounts of a structure: open, change, close, help back in, note who is away."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from webapp.accounts import passkeys
from webapp.accounts.enums import Role
from webapp.accounts.models import Account, EmailLink
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.organisations import letters, log, queries
from webapp.organisations.enums import Logged
from webapp.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Member:
    """Someone who works in a structure; `phone` is E.164, `email` in lower case."""

    email: str
    first_name: str
    role: str
    last_name: str = ""
    function: str = ""
    phone: str | None = None


class EmailTaken(Refused):
    """Another account signs in with this address; which one is not said."""

    title = _l("Cette adresse sert déjà")
    advice = _l("Cette adresse ouvre déjà un compte. Écrivez-en une autre, ou appelez-nous.")
    code = 422


class LastLead(Refused):
    """Without this lead nobody could open or close an account here."""

    title = _l("C’est le dernier compte de responsable")
    advice = _l(
        "Sans responsable, personne ne pourrait ouvrir ni fermer de compte ici. "
        "Donnez d’abord ce rôle à une autre personne, puis revenez."
    )
    code = 409


class NotARole(Refused):
    """A structure of this kind has no such role."""

    code = 422


def open_account(
    organisation: Organisation,
    member: Member,
    *,
    by: Account | None,
    now: datetime,
    act: Logged = Logged.ACCOUNT_OPENED,
) -> Account:
    """Open an account and return it; raise EmailTaken when its address is in use."""
    check_role(organisation, member.role)
    account = Account(
        organisation_id=organisation.id,
        opened_by_id=by.id if by else None,
        created_at=now,
        demonstration=organisation.demonstration,
        **vars(member),
    )
    add(account)
    log.note(organisation, act, by=by, now=now, subject=account, role=member.role)
    return account


def add(account: Account) -> None:
    """Add an account; two that ask for the same address at the same moment do not both get it."""
    if queries.account_by_email(account.email):
        raise EmailTaken
    try:
        with db.session.begin_nested():
            db.session.add(account)
    except IntegrityError:
        raise EmailTaken from None


def check_role(organisation: Organisation, role: str) -> None:
    """Refuse a role that this kind of structure does not have."""
    if role not in organisation.what.roles:
        raise NotARole


def change(account: Account, member: Member, *, by: Account | None, now: datetime) -> None:
    """Write what an account now is; raise EmailTaken, or LastLead when no lead would be left."""
    check_role(account.organisation, member.role)
    if member.role != account.role:
        change_role(account, member.role, by=by, now=now)
    if member.email != account.email:
        change_email(account, member.email, by=by, now=now)
    rest = {name: value for name, value in vars(member).items() if name not in ("role", "email")}
    if write(account, rest):
        noted(account, Logged.ACCOUNT_CHANGED, by=by, now=now)
    db.session.flush()


def write(account: Account, facts: Mapping[str, Any]) -> bool:
    """Write facts, and return whether one of them is new."""
    new = {name: value for name, value in facts.items() if getattr(account, name) != value}
    for name, value in new.items():
        setattr(account, name, value)
    return bool(new)


def change_role(account: Account, role: str, *, by: Account | None, now: datetime) -> None:
    """Give another role."""
    keep_a_lead(account)
    noted(account, Logged.ROLE_CHANGED, by=by, now=now, before=account.role, role=role)
    account.role = role


def change_email(account: Account, email: str, *, by: Account | None, now: datetime) -> None:
    """Give another address: links sent to the one of before open nothing, and both are told."""
    if queries.account_by_email(email):
        raise EmailTaken
    before = account.email
    try:
        with db.session.begin_nested():
            account.email = email
    except IntegrityError:
        raise EmailTaken from None
    forget_links(account)
    noted(account, Logged.EMAIL_CHANGED, by=by, now=now)
    letters.email_changed(account, before, now)


def keep_a_lead(account: Account) -> None:
    """Refuse to take the last lead away."""
    if account.role == Role.LEAD and len(queries.open_leads(account.organisation_id)) == 1:
        raise LastLead


def close(account: Account, *, by: Account | None, now: datetime, whole: bool = False) -> None:
    """Close an account at once, on every device; raise LastLead when no lead would be left.

    Its address is given up, so that the person can be let in elsewhere, or again. With `whole` the
    structure itself is closed, and needs no lead.
    """
    if not whole:
        keep_a_lead(account)
    passkeys.forget(account, now)
    forget_links(account)
    db.session.execute(
        update(Account).where(Account.backup_id == account.id).values(backup_id=None)
    )
    account.closed_at = now
    account.email = f"{account.public_id}@closed.invalid"
    account.phone = None
    noted(account, Logged.ACCOUNT_CLOSED, by=by, now=now)


def forget_passkeys(account: Account, *, by: Account | None, now: datetime) -> None:
    """Let someone who lost their key make another; what was open on their devices is closed."""
    passkeys.forget(account, now)
    forget_links(account)
    noted(account, Logged.PASSKEY_FORGOTTEN, by=by, now=now)
    letters.passkey_forgotten(account, now)


def forget_links(account: Account) -> None:
    """Make every link that was mailed open nothing any more."""
    db.session.execute(delete(EmailLink).where(EmailLink.account_id == account.id))


def note_absence(
    account: Account,
    begin: date,
    until: date,
    backup: Account | None,
    *,
    by: Account,
    now: datetime,
) -> None:
    """Note who is away from one day to another, both included, and who takes their place."""
    account.away_from, account.away_until = begin, until
    account.backup_id = backup.id if backup else None
    days = {"from": begin.isoformat(), "until": until.isoformat()}
    noted(account, Logged.AWAY, by=by, now=now, **days)


def note_return(account: Account, *, by: Account, now: datetime) -> None:
    """Note that someone is back."""
    account.away_from = account.away_until = None
    noted(account, Logged.BACK, by=by, now=now)


def noted(
    account: Account, act: Logged, *, by: Account | None, now: datetime, **about: Any
) -> None:
    """Note a change of an account in the log of its structure."""
    log.note(account.organisation, act, by=by, now=now, subject=account, **about)


def enter(organisation: Organisation, member: Member, now: datetime) -> Account | None:
    """Return the account of who came by an invitation, opened where there was none.

    The first of a structure becomes its lead; nobody else does. None when the address already
    opens an account of another structure: whoever holds it is told, the visitor is not.
    """
    lock(organisation)
    known = queries.account_by_email(member.email)
    if known is not None and known.organisation_id == organisation.id:
        return known
    if known is not None:
        letters.already_elsewhere(known, now)
        return None
    first = not queries.has_had_lead(organisation.id)
    role = Role.LEAD if first else organisation.what.roles[0]
    account = open_account(
        organisation, replace(member, role=role), by=None, now=now, act=Logged.ACCOUNT_ENTERED
    )
    for lead in queries.members(organisation.id):
        if lead.role == Role.LEAD and lead is not account:
            letters.someone_entered(lead, account, now)
    return account


def lock(organisation: Organisation) -> None:
    """Wait for whoever else enters this structure: two at once are not both the first."""
    db.session.execute(
        select(Organisation.id).where(Organisation.id == organisation.id).with_for_update()
    )
