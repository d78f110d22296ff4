"""The words of contracts, of what happens in them, and of exit reviews."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import lowered
from webapp.i18n import ngettext as _n
from webapp.offers.words import date_text
from webapp.pathways.desk.words import hour
from webapp.pathways.enums import Happened, Said, Side
from webapp.pathways.exit_facts import Begun
from webapp.pathways.work_models import WorkContract, WorkEvent
from webapp.pathways.work_rules import Given

CONTRACTS = {
    "cddi": _l("CDD d’insertion (CDDI)"),
    "cddu": _l("CDD d’usage"),
    "mission": _l("Contrat de mission d’insertion"),
    "cdi": _l("CDI inclusion"),
    "independent": _l("Travail indépendant, pas un contrat de travail"),
}
HAPPENED = {
    Happened.HELP: _l("Accompagnement"),
    Happened.TRAINING: _l("Formation"),
    Happened.IMMERSION: _l("Immersion"),
    Happened.ABSENCE: _l("Absence"),
    Happened.BREAK: _l("Contrat suspendu"),
    Happened.LOST: _l("Plus de nouvelles"),
}
STOPS = {
    "job": _l("Emploi ailleurs"),
    "training": _l("Formation"),
    "person": _l("La personne arrête"),
    "siae": _l("La structure arrête"),
    "both": _l("D’un commun accord"),
    "other": _l("Autre raison"),
}
ANSWERS = {
    Said.YES: _l("La personne signe"),
    Said.NO: _l("La personne ne signe pas"),
}
SIDES = {Side.SIAE: _l("Pour la structure"), Side.ADVISER: _l("Pour l’accompagnement")}


def days(contract: WorkContract) -> str:
    """Return the days of a contract."""
    begin = date_text(contract.begins_on)
    if contract.last_day is None:
        return _("depuis le %(begin)s", begin=begin)
    return _("du %(begin)s au %(end)s", begin=begin, end=date_text(contract.last_day))


def terms(contract: WorkContract) -> str:
    """Return a contract in one line: what, when, how many hours."""
    kind, hours = CONTRACTS[contract.kind], contract.weekly_minutes // 60
    return _(
        "%(kind)s, %(days)s, %(hours)s h par semaine", kind=kind, days=days(contract), hours=hours
    )


def event(one: WorkEvent) -> str:
    """Return what happened in one line."""
    told = [str(HAPPENED[Happened(one.kind)]), date_text(one.begins_on)]
    if one.ends_on:
        told.append(_("jusqu’au %(day)s", day=date_text(one.ends_on)))
    if one.minutes:
        told.append(_("%(hours)s h", hours=one.minutes // 60))
    return ", ".join(told)


def stop(last: date, reason: str) -> str:
    """Return an early end in one line."""
    return _("Arrêté le %(day)s : %(why)s", day=date_text(last), why=lowered(str(STOPS[reason])))


def done(begun: Begun) -> list[str]:
    """Return what was given and what else happened, for the review to begin with."""
    lines = [terms(one) for one in begun.contracts] + support(begun.given)
    if begun.meetings:
        lines.append(_n("%(num)s rendez-vous", "%(num)s rendez-vous", begun.meetings))
    if begun.helps:
        lines.append(_n("%(num)s demande d’aide", "%(num)s demandes d’aide", begun.helps))
    return lines


def support(found: Given) -> list[str]:
    """Return what was given during contracts, a line each."""
    lines = []
    if found.help_minutes:
        lines.append(_("Accompagnement : %(hours)s h", hours=found.help_minutes // 60))
    if found.trainings:
        hours = found.training_minutes // 60
        lines.append(
            _n(
                "%(num)s formation, %(hours)s h",
                "%(num)s formations, %(hours)s h",
                found.trainings,
                hours=hours,
            )
        )
    if found.immersions:
        lines.append(_n("%(num)s immersion", "%(num)s immersions", found.immersions))
    if found.absences:
        lines.append(_n("%(num)s absence", "%(num)s absences", found.absences))
    return lines


def own_answer(mark: Mapping[str, Any], insee: str) -> str:
    """Return what the person answered to a review, and when."""
    moment = hour(datetime.fromisoformat(mark["at"]), insee)
    said = ANSWERS[Said(mark["said"])]
    line = _("%(said)s : %(who)s, le %(moment)s.", said=said, who=mark["name"], moment=moment)
    return f"{line} {_('À côté de %(who)s.', who=mark['beside'])}" if mark["beside"] else line


def signature(side: str, mark: Mapping[str, Any], insee: str) -> str:
    """Return who signed for a side, with their function, place and hour."""
    who = ", ".join(filter(None, (mark["name"], mark["function"], mark["place"])))
    moment = hour(datetime.fromisoformat(mark["at"]), insee)
    return _("%(side)s : %(who)s, le %(moment)s.", side=SIDES[Side(side)], who=who, moment=moment)
