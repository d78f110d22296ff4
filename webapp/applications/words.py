"""The words for the closed lists of a request."""

from webapp.applications.enums import BestMoment, Outcome
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
