"""What cannot be answered to a person who asked: words for professionals alone."""

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l


class RequestOver(Refused):
    """The person took their request back, or was hired already."""

    title = _l("Cette demande est finie")
    advice = _l("La personne a annulé, ou la réponse est déjà donnée. Revenez à votre page.")
    code = 409


class NoSlots(Refused):
    """No moment was ticked, or none that is still to come."""

    title = _l("Choisissez au moins un moment")
    advice = _l("Revenez en arrière et cochez de 1 à 5 moments à venir.")
