"""The words for the closed lists of a request."""

from flask_babel import lazy_gettext as _l

from webapp.applications.enums import BestMoment, Outcome

MOMENTS = {
    BestMoment.ANY: _l("N’importe quand"),
    BestMoment.MORNING: _l("Le matin"),
    BestMoment.NOON: _l("Le midi"),
    BestMoment.AFTERNOON: _l("L’après-midi"),
    BestMoment.EVENING: _l("Le soir"),
}
OUTCOMES = {
    Outcome.EXPECTED: _l("On m’attend"),
    Outcome.CALLED: _l("J’ai parlé à quelqu’un"),
    Outcome.NO_ANSWER: _l("Pas de réponse"),
}
