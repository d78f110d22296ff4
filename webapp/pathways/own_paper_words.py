"""The words of the person's own papers: the liaison form, and the exit review."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from markupsafe import Markup, escape

from webapp.i18n import french
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import date_text
from webapp.pathways import facts
from webapp.pathways.liaison_models import LiaisonPart
from webapp.people.display import local

PARTS = {
    1: _l("Votre situation"),
    2: _l("Votre diagnostic"),
    3: _l("La réponse de la structure"),
}
DECISIONS = {
    "hired": _l("La structure vous embauche."),
    "trial": _l("La structure vous propose d’abord un essai, une immersion."),
    "wait": _l("Pas de place maintenant. La structure garde votre nom."),
    "no": _l("La structure dit non, pour cette fois."),
}


def may_enter(part: LiaisonPart) -> str:
    """Return what a diagnosis opens, and until when."""
    if not part.facts.get("eligible"):
        return _("Non, pas à ce jour.")
    day = date_text(date.fromisoformat(part.facts["until"]))
    return _("Oui : un emploi d’insertion vous est ouvert jusqu’au %(day)s.", day=day)


def criterion(key: str) -> str:
    """Return the name of a criterion, as the law says it."""
    named = (
        one.name
        for edition in reversed(facts.section("eligibility"))
        for one in edition.criteria
        if one.key == key
    )
    return next(named, key)


def first_day(written: str) -> str:
    """Return a day that a part keeps, in words."""
    return _("Premier jour : %(day)s.", day=date_text(date.fromisoformat(written)))


def signed(at: datetime | str, *who: str) -> Markup:
    """Return when something was signed, and by whom."""
    line = Markup(escape(_("Signé le %(day)s : %(who)s.")))  # noqa: S704 - escaped
    return line % {"day": day(at), "who": french(", ".join(filter(None, who)))}


def day(at: datetime | str) -> str:
    """Return the day of a moment, in words."""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return date_text(local(moment).date())


def by_correspondent(mark: Mapping[str, Any]) -> Markup:
    """Return a correspondent's signature of an exit review."""
    return signed(mark["at"], mark["name"], mark["place"])
