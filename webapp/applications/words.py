"""The words for the closed lists of a request."""

from webapp.applications.enums import BestMoment, Outcome, Reason
from webapp.i18n import lazy_gettext as _l

MOMENTS = {
    BestMoment.ANY: _l("N’importe quand"),
    BestMoment.MORNING: _l("Matin"),
    BestMoment.NOON: _l("Midi"),
    BestMoment.AFTERNOON: _l("Après-midi"),
    BestMoment.EVENING: _l("Soir"),
}
OUTCOMES = {
    Outcome.EXPECTED: _l("On m’attend"),
    Outcome.CALLED: _l("J’ai appelé, on a parlé"),
    Outcome.NO_ANSWER: _l("Pas de réponse"),
}
REASONS = {
    Reason.FILLED: _l("La place est prise."),
    Reason.HOURS: _l("Les horaires ne vont pas ensemble."),
    Reason.FAR: _l("Le trajet est trop long."),
    Reason.SKILL: _l("Ce travail demande un savoir-faire précis."),
    Reason.MISSED: _l("Vous n’avez pas réussi à vous parler."),
    Reason.ELSEWHERE: _l("Vous avez trouvé autre chose."),
}
