"""The words of figures and of collective acts: professionals' pages."""

from collections.abc import Mapping
from datetime import datetime

from webapp.clock import PARIS
from webapp.helping.enums import HelpStatus
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext as _n
from webapp.network import rules
from webapp.network.enums import ActKind
from webapp.network.models import ActVersion, CollectiveAct
from webapp.network.rules import Quarter
from webapp.organisations.kinds import LABELS
from webapp.organisations.models import Organisation
from webapp.pathways.enums import After
from webapp.people.display import dated_text

moment = dated_text

HIDDEN_CELL = "***"  # a CSV keeps it as text
NOTHING = "-"
TITLES = {
    "followed": _l("Personnes suivies"),
    "ends": _l("Suivis, à la fin du trimestre"),
    "asked": _l("Demandes d’emploi des personnes suivies"),
    "received": _l("Demandes d’emploi reçues"),
    "delays": _l("Délai avant la première réponse"),
    "helps": _l("Demandes d’aide reçues"),
    "exits": _l("Sorties du trimestre, à la sortie"),
    "three-months": _l("Les mêmes personnes, 3 mois après"),
    "half-a-year": _l("Les mêmes personnes, 6 mois après"),
    "acts": _l("Actions collectives"),
}
BEGINNINGS = {
    "new": _l("Commencé pendant le trimestre"),
    "before": _l("Suivies avant"),
}
ENDS = {"goes-on": _l("Suivi qui continue"), "ended": _l("Suivi terminé")}
OUTCOMES = {
    rules.WAITING: _l("Attendent une réponse"),
    rules.ANSWERED: _l("Réponse donnée, en cours"),
    rules.MET: _l("Rendez-vous proposé, pris ou fait"),
    rules.HIRED: _l("Embauches"),
    rules.REFUSED: _l("Refus, avec une raison"),
    rules.WITHDRAWN: _l("Annulées par la personne"),
    rules.UNANSWERED: _l("Sans réponse"),
}
EXITS = {
    After.LASTING: _l("CDI, CDD de 6 mois et plus, à leur compte"),
    After.SHORT: _l("CDD plus court, intérim"),
    After.WORKS: _l("Travaillent, sans plus de précision"),
    After.TRAINING: _l("En formation"),
    After.OTHER: _l("Autre situation"),
    After.SEEKS: _l("Cherchent un travail"),
    "": _l("Pas de réponse, ou pas encore"),
}
COLUMNS = (
    _l("Personnes suivies"),
    _l("Demandes reçues"),
    _l("Embauches"),
    _l("Actions collectives"),
)
BY_ARTICLE = (
    *(_l("article"), _l("structure"), _l("actions"), _l("personnes"), _l("professionnels")),
    *(_l("partenariats"), _l("embauches"), _l("écrites après coup")),
)
DELAYS = {
    "same": _l("Le jour même"),
    "two": _l("1 ou 2 jours"),
    "five": _l("3 à 5 jours"),
    "more": _l("Plus de 5 jours"),
    "none": _l("Pas encore de réponse"),
}
HELPS = {
    HelpStatus.ASKED: _l("À prendre"),
    HelpStatus.TAKEN: _l("En cours"),
    HelpStatus.DONE: _l("Finies"),
    HelpStatus.WITHDRAWN: _l("Annulées par la personne"),
}
ORDINALS = {
    1: _l("1er trimestre"),
    2: _l("2e trimestre"),
    3: _l("3e trimestre"),
    4: _l("4e trimestre"),
}


def quarter_text(quarter: Quarter) -> str:
    """Return a quarter as people say it: `4e trimestre 2026`."""
    return _("%(ordinal)s %(year)s", ordinal=ORDINALS[quarter.number], year=quarter.year)


def kind_name(organisation: Organisation) -> str:
    """Return the kind of an organisation."""
    return str(LABELS[organisation.what])


ACTS = {
    ActKind.INFORMATION: _l("Réunion d’information"),
    ActKind.WORKSHOP: _l("Atelier"),
    ActKind.TRAINING: _l("Formation de professionnels"),
    ActKind.CORRESPONDENTS: _l("Réunion de correspondants"),
    ActKind.VISIT: _l("Visite d’un partenaire"),
    ActKind.OTHER: _l("Autre"),
}
ACT_FAULTS = {
    "none": _l("Choisissez le jour."),
    "future": _l("Ce jour est à venir. Notez une action quand elle a eu lieu."),
}
FACTS = {
    "kind": _l("sorte"),
    "held_on": _l("jour"),
    "place": _l("lieu"),
    "article": _l("article"),
    "people": _l("personnes"),
    "staff": _l("professionnels"),
    "about": _l("description"),
    "evidence": _l("preuve"),
    "partnerships": _l("partenariats"),
    "hires": _l("embauches"),
    "followed": _l("suites"),
    "files": _l("fichiers"),
}


EVALUATED = (
    *(_l("article"), _l("jour"), _l("sorte"), _l("lieu"), _l("personnes"), _l("professionnels")),
    *(_l("partenariats"), _l("embauches"), _l("description"), _l("preuve"), _l("fichiers")),
    *(_l("suites"), _l("écrite le"), _l("à noter")),
)


def day(at: datetime) -> str:
    """Return the day of a moment as professionals read it."""
    return f"{at.astimezone(PARIS):%d/%m/%Y}"


def there(act: CollectiveAct) -> str:
    """Return how many people and professionals took part."""
    people = _n("%(num)s personne", "%(num)s personnes", act.people)
    return f"{people}, {_n('%(num)s professionnel', '%(num)s professionnels', act.staff)}"


def totals(found: Mapping[str, int]) -> list[str]:
    """Return what the acts of an article come to, in words."""
    told = [
        _n("%(num)s action", "%(num)s actions", found["acts"]),
        _n("%(num)s personne", "%(num)s personnes", found["people"]),
        _n("%(num)s professionnel", "%(num)s professionnels", found["staff"]),
        _n("%(num)s partenariat", "%(num)s partenariats", found["partnerships"]),
        _n("%(num)s embauche", "%(num)s embauches", found["hires"]),
    ]
    late = _n("%(num)s écrite après coup", "%(num)s écrites après coup", found["late"])
    return [*told, late] if found["late"] else told


def totals_outside(found: Mapping[str, int]) -> list[str]:
    """Return what a structure did for an article as others read it, small counts hidden."""
    hidden = {
        "people": _("personnes : caché"),
        "staff": _("professionnels : caché"),
        "hires": _("embauches : caché"),
    }
    known = totals({**dict.fromkeys(hidden, 0), **found})
    order = ("acts", "people", "staff", "partnerships", "hires", "late")
    return [
        text if name in found else hidden[name] for name, text in zip(order, known, strict=False)
    ]


def former(version: ActVersion) -> list[str]:
    """Return what an act said before a change: each fact with its former words."""
    return [f"{FACTS[name]}\u00a0: {said(name, value)}" for name, value in version.before.items()]


def said(name: str, value: object) -> str:
    """Return one former fact in words."""
    if name == "kind":
        return str(ACTS[ActKind(str(value))])
    return str(value) or _("rien")


def sizes(size: int) -> str:
    """Return how heavy a file is."""
    return _("%(count)s Ko", count=max(size // 1000, 1))
