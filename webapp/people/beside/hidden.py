"""What a professional is told where someone's page is not open to them, or not there at all."""

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l


class NotOpen(Refused):
    """Whether there is nobody, no agreement or no more of one, the same is said."""

    title = _l("Cette page n’est pas ouverte")
    advice = _l(
        "La personne n’a pas donné son accord à votre structure, elle l’a arrêté, ou l’adresse "
        "n’est pas la bonne."
    )
    door = (_l("Ma journée"), "/conseiller/")
    code = 404
