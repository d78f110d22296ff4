"""What is mailed about an account: nothing personal but the first name of who writes."""

from datetime import datetime

from flask import current_app

from webapp.accounts.models import Account
from webapp.i18n import gettext as _
from webapp.messages.actions import queue
from webapp.messages.enums import Kind

DOOR = "/connexion/pro"


def door() -> str:
    """Return the address by which professionals enter."""
    return f"{current_app.config['PUBLIC_URL']}{DOOR}"


def welcome(account: Account, by: Account | None, now: datetime) -> None:
    """Tell someone that they have an account, and how to enter."""
    here = account.organisation.name
    if by is None:
        first = _("Vous avez un compte pour %(structure)s.", structure=here)
    else:
        first = _(
            "%(name)s vous ouvre un compte pour %(structure)s.", name=by.first_name, structure=here
        )
    send(
        account.email,
        f"welcome-{account.public_id}",
        _("Votre compte sur À deux pas"),
        first,
        how_to_enter(),
        now=now,
    )


def how_to_enter() -> str:
    """Return how one enters, in a few sentences."""
    return _(
        "Pour entrer : ouvrez %(address)s et écrivez cette adresse de messagerie. "
        "Vous recevez un lien. Il n’y a pas de mot de passe : votre téléphone ou votre ordinateur "
        "garde une clé, que votre doigt ou votre code ouvre.",
        address=door(),
    )


def email_changed(account: Account, before: str, now: datetime) -> None:
    """Tell both addresses that the account has changed hands, or only its address."""
    stamp = int(now.timestamp())
    subject = _("L’adresse de votre compte a changé")
    told = _("Cette adresse n’ouvre plus votre compte de %(structure)s.", structure=here(account))
    ask = _("Si vous ne le saviez pas, parlez-en à la personne responsable de votre structure.")
    send(before, f"email-old-{account.public_id}-{stamp}", subject, told, ask, now=now)
    opens = _("Cette adresse ouvre votre compte de %(structure)s.", structure=here(account))
    send(
        account.email,
        f"email-new-{account.public_id}-{stamp}",
        subject,
        opens,
        how_to_enter(),
        now=now,
    )


def passkey_forgotten(account: Account, now: datetime) -> None:
    """Tell someone that their key was forgotten, and how to make another."""
    send(
        account.email,
        f"passkey-{account.public_id}-{int(now.timestamp())}",
        _("Votre clé est à refaire"),
        _("Votre clé pour %(structure)s n’ouvre plus rien.", structure=here(account)),
        how_to_enter(),
        now=now,
    )


def someone_entered(lead: Account, account: Account, now: datetime) -> None:
    """Tell a lead that someone opened an account by the invitation."""
    send(
        lead.email,
        f"entered-{account.public_id}-{lead.public_id}",
        _("Un nouveau compte par invitation"),
        _("Une personne a ouvert un compte pour %(structure)s.", structure=here(account)),
        _(
            "Vous ne la connaissez pas ? Fermez son compte : %(address)s",
            address=f"{current_app.config['PUBLIC_URL']}/structure/",
        ),
        now=now,
    )


def already_elsewhere(account: Account, now: datetime) -> None:
    """Tell who holds an address that it cannot open a second account."""
    send(
        account.email,
        f"elsewhere-{account.public_id}-{now:%Y%m%d}",
        _("Votre adresse sert déjà"),
        _("Cette adresse ouvre déjà un autre compte sur À deux pas."),
        _("Pour entrer dans une autre structure, utilisez une autre adresse, ou appelez-nous."),
        now=now,
    )


def here(account: Account) -> str:
    """Return the structure of an account, by its name."""
    return account.organisation.name


def send(to: str, key: str, subject: str, *paragraphs: str, now: datetime) -> None:
    """Queue one mail; the same key makes one mail."""
    text = "\n\n".join((_("Bonjour,"), *paragraphs, _("À deux pas")))
    queue(kind=Kind.STAFF_NOTE, to=to, text=text, key=key, now=now, subject=subject)
