"""The words of requests for help as professionals read them, and of the mails about them."""

from datetime import date

from webapp.accounts.models import Account
from webapp.helping.enums import AskedBy, HelpStatus, Need, Reach, StepKind
from webapp.helping.models import HelpRequest, HelpStep
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.offers.words import day_text
from webapp.people.display import dated_text
from webapp.places import queries as places

moment = dated_text

FOR_NEEDS = {
    Need.WORK: _l("Chercher un emploi"),
    Need.PAPERS: _l("Papiers et démarches"),
    Need.DIGITAL: _l("Téléphone et Internet, pour s’en servir"),
    Need.TRAVEL: _l("Mobilité"),
    Need.CHILDREN: _l("Garde d’enfants"),
    Need.FRENCH: _l("Langue française"),
    Need.MONEY: _l("Argent, droits, dettes"),
    Need.TALK: _l("Autre chose, à dire de vive voix"),
}
REACHES = {
    "": _l("Non"),
    Reach.COMMUNE: _l("Oui, dans notre commune"),
    Reach.NEAR: _l("Oui, jusqu’à 10 km"),
    Reach.FAR: _l("Oui, jusqu’à 30 km"),
    Reach.DEPARTEMENT: _l("Oui, dans tout le département"),
    Reach.EVERYWHERE: _l("Oui, partout, même quand la ville n’est pas dite"),
}
WAYS = {AskedBy.PAGE: _l("Demandé sur le site"), AskedBy.SMS: _l("Demandé par SMS")}
STEPS = {
    StepKind.ASKED: _l("Demande faite"),
    StepKind.ROUTED: _l("Demande reçue ici"),
    StepKind.TAKEN: _l("Prise en charge"),
    StepKind.GIVEN: _l("Confiée"),
    StepKind.NO_ANSWER: _l("Appel sans réponse"),
    StepKind.NOTE: _l("Note"),
    StepKind.RAISED: _l("Sans réponse : remontée au responsable"),
    StepKind.DONE: _l("Terminée"),
    StepKind.WITHDRAWN: _l("Annulée par la personne"),
}
MAILS = {
    "arrived": _l("Une demande d’aide vous attend"),
    "given": _l("Une demande d’aide vous est confiée"),
    "raised": _l("Une demande d’aide est restée sans réponse"),
}


def arrived(need: object, address: str, why: str) -> tuple[str, str]:
    """Return the subject and the text of the mail about a request: it names nobody."""
    subject = str(MAILS[why])
    told = (
        _("Bonjour,"),
        _("%(subject)s : %(need)s.", subject=subject, need=need),
        _("Ouvrez-la ici : %(address)s", address=address),
        _("À deux pas"),
    )
    return subject, "\n\n".join(told)


def waiting(count: int) -> str:
    """Return the title of the list: how many people wait."""
    if not count:
        return _("Aucune demande d’aide n’attend")
    return ngettext(
        "%(num)d personne attend de l’aide", "%(num)d personnes attendent de l’aide", count
    )


def over(count: int) -> str:
    """Return how many requests ended lately."""
    return ngettext("%(num)d demande finie", "%(num)d demandes finies", count)


def name(request: HelpRequest) -> str:
    """Return who asks, by what is known of them."""
    return request.first_name or _("Une personne, par SMS")


def town(request: HelpRequest) -> str:
    """Return where the person is."""
    found = places.commune(request.insee) if request.insee else None
    return found.name if found else _("lieu pas dit")


def owner(request: HelpRequest, me: Account) -> str:
    """Return whose a request is."""
    if request.owner is None:
        return _("toute l’équipe")
    if request.owner_id == me.id:
        return _("moi")
    return request.owner.first_name


def when(request: HelpRequest, on: date) -> str:
    """Return until when a sign is due, in few words."""
    if request.due_on < on:
        return _("En retard")
    if request.due_on == on:
        return _("Aujourd’hui")
    return day_text(request.due_on)


def state(request: HelpRequest, on: date) -> str:
    """Return the kind of line: `late`, `due` or nothing."""
    if request.is_late(on):
        return "late"
    return "due" if request.due_on == on or request.status == HelpStatus.ASKED else ""


def author(step: HelpStep) -> str:
    """Return who did a step, and where they work."""
    parts = [
        step.account.first_name if step.account else "",
        step.organisation.name if step.organisation else "",
    ]
    return ", ".join(part for part in parts if part)
