"""Why something of the path cannot be done now, in words for professionals."""

from webapp.errors import Refused
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.pathways.contract_rules import Wrong
from webapp.pathways.rules import Problem

ADVICE = {
    Problem.BACKWARDS: _l("La fin vient avant le début, ou avant la fin actuelle. Vérifiez."),
    Problem.OUTSIDE: _l("Ce jour est en dehors de l’agrément. Vérifiez le début."),
    Problem.TOO_LONG: _l("C’est plus long que ce que la règle permet en une fois."),
    Problem.TOO_LONG_IN_ALL: _l("Le parcours dépasserait la durée maximale pour ce motif."),
    Problem.OTHER_KIND: _l("Ce motif n’existe pas pour ce type de structure."),
    Problem.TOO_EARLY: _l("C’est trop tôt : la demande s’ouvre 12 mois avant la fin."),
    Problem.TOO_LATE: _l("C’est trop tard : la demande se ferme 6 mois après la fin."),
    Problem.NEEDS_OPINION: _l("Un prescripteur habilité décide pour ce motif. Demandez-lui."),
}

CONTRACT_ADVICE = {
    Wrong.OVERLAPS: _l(
        "Un contrat court déjà ces jours-là. Changez le premier jour, "
        "ou notez d’abord l’arrêt du contrat d’avant."
    ),
    Wrong.FEW_HOURS: _l(
        "Un CDDI a au moins 20 h par semaine. Changez les heures, "
        "ou cochez la dérogation si la loi en permet une."
    ),
    Wrong.MANY_HOURS: _l("Un CDDI a au plus 35 h par semaine. Changez les heures."),
    Wrong.SHORT: _l(
        "Un premier CDDI dure au moins 4 mois. Changez le dernier jour, "
        "ou cochez la dérogation si la loi en permet une."
    ),
    Wrong.LONG_IN_ALL: _l(
        "Avec ceux d’avant, ce contrat passe 24 mois. Choisissez une fin plus proche, "
        "ou faites d’abord prolonger l’agrément : le contrat peut aller jusqu’à sa nouvelle fin."
    ),
}


class NotAllowed(Refused):
    """The rules of the regime forbid it."""

    title = _l("La règle ne le permet pas")
    code = 409

    def __init__(self, problem: Problem) -> None:
        """Say which rule."""
        super().__init__()
        self.problem = problem
        self.advice = ADVICE[problem]


class WrongContract(Refused):
    """The rules of the contract forbid it."""

    title = _l("La règle ne le permet pas")
    code = 409

    def __init__(self, wrong: Wrong) -> None:
        """Say which rule, and what to do next."""
        super().__init__()
        self.wrong = wrong
        self.advice = CONTRACT_ADVICE[wrong]


class NotYours(Refused):
    """Someone else does this: the SIAE, or an entitled prescriber."""

    title = _l("Ce n’est pas à vous de le faire")
    advice = _l("Une SIAE ou un prescripteur habilité le fait. La page dit qui.")
    code = 403


class AlreadyApproved(Refused):
    """An approval runs, or waits for its answer."""

    title = _l("Un agrément court déjà")
    advice = _l("Regardez la page de l’agrément : il suffit, ou une réponse est attendue.")
    code = 409


class MustWait(Refused):
    """Two years pass between two paths, unless an entitled prescriber decides otherwise."""

    title = _l("Le délai de deux ans court encore")
    advice = _l("Un prescripteur habilité peut en décider autrement après examen de la situation.")
    code = 409


class Settled(Refused):
    """It was already answered, ended or withdrawn."""

    title = _l("C’est déjà fait")
    advice = _l("Revenez à la page : elle montre où l’on en est.")
    code = 409


class Followed(Refused):
    """Another contract began since the early end of this one: both would run at once."""

    title = _l("Un autre contrat a suivi")
    advice = _l("Il commence avant la fin de celui-ci : l’arrêt reste noté.")
    code = 409


class OtherRegime(Refused):
    """This territory follows another rule of approval."""

    title = _l("Ce territoire suit une autre règle")
    advice = _l("La page de l’agrément dit laquelle.")
    code = 409


class NotEnough(Refused):
    """An SIAE that certifies criteria itself needs some more."""

    title = _l("Il manque des critères")
    code = 409

    def __init__(self, count: int) -> None:
        """Say how many."""
        super().__init__()
        self.advice = _(  # type: ignore[assignment]
            "Il en faut %(count)s de plus de niveau 2, ou un de niveau 1. "
            "Un prescripteur habilité peut aussi faire le diagnostic.",
            count=count,
        )


class NotSentYet(Refused):
    """Nobody entitled has said that this person may enter the IAE."""

    title = _l("Il manque le diagnostic")
    advice = _l("Faites signer la partie 2 : un prescripteur habilité, ou vous avec les critères.")
    code = 409


class Changed(Refused):
    """Another hand wrote meanwhile: nothing of theirs is lost."""

    title = _l("Le texte a changé entre-temps")
    advice = _l("Revenez à la page, lisez le nouveau texte, puis recommencez.")
    code = 409
