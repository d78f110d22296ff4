"""What is refused to professionals about a request for help."""

from webapp.accounts.models import Account
from webapp.errors import Refused
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l


class Theirs(Refused):
    """A colleague was quicker: a request has one owner."""

    title = _l("Une autre personne s’en occupe déjà")
    code = 409

    def __init__(self, owner: Account) -> None:
        """Say who."""
        super().__init__()
        self.advice = _("C’est %(name)s. Revenez à la liste.", name=owner.first_name)  # type: ignore[assignment]


class Over(Refused):
    """The request is finished or was taken back."""

    title = _l("Cette demande est finie")
    advice = _l("La personne peut en faire une autre. Revenez à la liste.")
    code = 409
