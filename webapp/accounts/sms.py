"""The SMS of sign-in: simple French, one part, nothing personal."""

from urllib.parse import urlsplit

from webapp.accounts import rules
from webapp.phones import Phone

CODE = "{code} est votre code A deux pas. Il marche 10 minutes. Ne le donnez a personne."
NEW_DEVICE = (
    "A deux pas : un autre telephone vient d'ouvrir votre suivi."
    " Ce n'est pas vous ? Appelez vite le {phone}."
)


def code(digits: str, public_url: str) -> str:
    """Return the message of a code: the code first, and last the line that browsers read.

    The browser fills the code in on our own site alone, whose name that line gives.
    """
    host = urlsplit(public_url).hostname or ""
    return f"{CODE.format(code=rules.in_groups(digits))}\n\n@{host} #{digits}"


def new_device(help_line: Phone) -> str:
    """Return the message to someone whose pages another phone has just opened."""
    return NEW_DEVICE.format(phone=help_line.shown)
