"""Why someone cannot be presented, said kindly, each with what to do instead."""

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l
from webapp.presenting.rules import Room


class NotAgreed(Refused):
    """The person's agreement with this structure does not hold: nothing is done in their name."""

    title = _l("Il faut d’abord l’accord de la personne")
    advice = _l("Demandez-lui son accord de partage, puis revenez ici.")
    code = 403


class SaidNo(Refused):
    """The person did not want to be presented to this offer."""

    title = _l("La personne a dit non pour cette offre")
    advice = _l("Elle peut encore la demander elle-même. Regardez une autre offre avec elle.")
    code = 409


class NoPhone(Refused):
    """Nobody could call them, and they could not say no."""

    title = _l("Cette personne n’a pas de téléphone")
    advice = _l("Appelez l’employeur avec elle, ou notez le numéro d’un lieu d’aide.")
    code = 409


class AskedAlready(Refused):
    """The person asked for this offer by themselves."""

    title = _l("Cette personne a déjà demandé cette offre")
    advice = _l("Regardez ses demandes : vous pouvez appeler l’employeur avec elle.")
    code = 409


class NoOrder(Refused):
    """The employer did not say, or no longer says, how many people they want to meet."""

    title = _l("L’employeur n’a pas dit combien de personnes il veut voir")
    advice = _l("Vous pouvez présenter des personnes à cette offre.")
    code = 409


class Full(Refused):
    """As many people as the employer wanted to meet."""

    title = _l("L’employeur a assez de personnes à voir")
    advice = _l(
        "Une place s’ouvre si une réponse est non. "
        "Revenez en arrière : d’autres offres sont dans la liste."
    )
    code = 409


class ThisWeek(Refused):
    """The rhythm agreed with the employer is reached."""

    title = _l("Le rythme de la semaine est atteint")
    advice = _l("L’employeur voit peu de personnes à la fois. Revenez dans quelques jours.")
    code = 409


class ToConfirm(Refused):
    """A referent first agrees on a rhythm with the employer."""

    title = _l("Le rythme n’est pas encore convenu avec l’employeur")
    advice = _l("Quelqu’un du territoire l’appelle sous 2 jours. La personne peut demander seule.")
    code = 409


NO_ROOM: dict[Room, type[Refused]] = {
    Room.FULL: Full,
    Room.THIS_WEEK: ThisWeek,
    Room.TO_CONFIRM: ToConfirm,
}
