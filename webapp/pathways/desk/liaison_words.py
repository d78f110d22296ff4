"""The words of the liaison form, for the screen and for the paper alike."""

from datetime import date

from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import date_text
from webapp.pathways import facts
from webapp.pathways.desk.words import hour
from webapp.pathways.enums import Route
from webapp.pathways.liaison_models import LiaisonPart

PARTS = {
    1: _l("1. Orientation"),
    2: _l("2. Diagnostic"),
    3: _l("3. Décision de la structure"),
}
ROUTES = {
    Route.PRESCRIBER: _l("Prescripteur habilité : il oriente et fait le diagnostic."),
    Route.SOCIAL: _l("Travailleur social : un prescripteur habilité fait le diagnostic."),
    Route.SIAE: _l("SIAE : elle reçoit la personne, et certifie les critères elle-même."),
}
DECISIONS = {
    "hired": _l("Nous l’embauchons"),
    "trial": _l("Nous proposons d’abord une immersion"),
    "wait": _l("Pas de place maintenant, nous la gardons en liste"),
    "no": _l("Pas cette fois"),
}
PASS_ASKED = {
    "asked": _l("Agrément demandé"),
    "held": _l("Agrément déjà valable"),
    "none": _l("Pas d’agrément à demander"),
}


def criterion(key: str) -> str:
    """Return the name of a criterion with its level."""
    for edition in reversed(facts.section("eligibility")):
        for one in edition.criteria:
            if one.key == key:
                return _("%(name)s (niveau %(level)s)", name=one.name, level=one.level)
    return key


def proof(key: str) -> str:
    """Return what proves a criterion, and how old the proof may be."""
    for edition in reversed(facts.section("eligibility")):
        for one in edition.criteria:
            if one.key == key:
                if not one.months:
                    return str(one.proof)
                return _(
                    "%(proof)s, de moins de %(months)s mois", proof=one.proof, months=one.months
                )
    return ""


def signature(part: LiaisonPart, insee: str) -> str:
    """Return who signed, with their function, their place and the hour."""
    who = ", ".join(filter(None, (part.signed_name, part.signed_function, part.signed_place)))
    return _("Signé par %(who)s, le %(moment)s.", who=who, moment=hour(part.signed_at, insee))


def until(part: LiaisonPart) -> str:
    """Return what an employer reads of a diagnosis: until when, and nothing of why."""
    if not part.facts.get("eligible"):
        return _("Pas éligible à ce jour.")
    return _("Éligible jusqu’au %(day)s.", day=date_text(date.fromisoformat(part.facts["until"])))


def day(written: str) -> str:
    """Return a day that a part keeps, in words."""
    return date_text(date.fromisoformat(written))


def eligible_line(day: date | None) -> str:
    """Return until when someone is eligible, where they are."""
    return _("Éligible jusqu’au %(day)s.", day=date_text(day)) if day else ""


def sources() -> str:
    """Return where the criteria and their lengths come from."""
    edition, lengths = facts.section("eligibility")[-1], facts.section("diagnosis")[-1]
    return _("Règles : %(one)s. %(other)s.", one=edition.source, other=lengths.source)
