"""The words of reviews: why an offer waits, why one is refused."""

from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.reviews.rules import Why

WHY = {
    Why.FIRST: _l("Première offre de cette structure"),
    Why.WORDS: _l("Des mots ressemblent à ceux d’une arnaque"),
    Why.REPORTS: _l("Des personnes l’ont signalée"),
    Why.AGAIN: _l("Refusée avant, puis changée"),
}
REASONS = {
    "facts": _l("Il manque des faits utiles aux personnes."),
    "unknown": _l("Nous ne trouvons pas cette structure. Appelez-nous."),
    "trap": _l("L’offre demande de l’argent ou des papiers avant l’embauche."),
    "unfair": _l("Des mots écartent des personnes. La loi l’interdit."),
    "fake": _l("Ce n’est pas une vraie offre de travail."),
    "other": _l("Autre raison, que j’écris"),
}


def title(count: int) -> str:
    """Return the title of the list."""
    if count == 0:
        return str(_l("Aucune offre à relire"))
    return str(ngettext("%(num)d offre à relire", "%(num)d offres à relire", count))
