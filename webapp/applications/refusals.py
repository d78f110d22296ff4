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


class TooManySlots(Refused):
    """More moments were ticked than one SMS says: none is dropped without a word."""

    title = _l("5 moments au plus")
    advice = _l("Décochez-en : la personne choisit parmi 1 à 5 moments.")


class HalfSlot(Refused):
    """Another moment was begun, and is not whole."""

    title = _l("Il manque le jour ou l’heure de l’autre moment")
    advice = _l("Écrivez les deux, ou effacez les deux.")


class SlotTooSoon(Refused):
    """Another moment was written, which is over or comes too soon."""

    title = _l("L’autre moment est passé, ou trop proche")
    advice = _l("Choisissez un moment dans 3 heures au moins.")
