"""Why the person cannot do something of their path now, in words for them."""

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l


class TextChanged(Refused):
    """The words that they read are no longer those that stand."""

    title = _l("Le texte a changé")
    advice = _l("Revenez à la page, lisez le nouveau texte, puis répondez.")
    code = 409
