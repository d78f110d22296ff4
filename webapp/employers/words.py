"""The words of the employer's side: the steps of an offer, its choices, its states."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.offers import rules as offer_rules
from webapp.offers.actions import doubtful_words
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.offers.wording import Finding
from webapp.offers.words import (
    DAYS,
    date_text,
    day_text,
    duration_text,
    euros,
    hours_text,
    time_text,
    week_sentences,
)
from webapp.organisations.models import Contact

__all__ = ["DAYS", "day_text"]  # used by templates and pages, through this module

STEPS = {
    "family": _l("Quel travail ?"),
    "job": _l("Quel métier ?"),
    "tasks": _l("Que fait la personne ?"),
    "place": _l("Où ?"),
    "week": _l("Quand ?"),
    "contract": _l("Quel contrat ?"),
    "pay": _l("Combien ?"),
    "needs": _l("Que faut-il ?"),
    "contact": _l("Qui répond ?"),
    "words": _l("Vos mots"),
}
SUMMARY = {
    "family": _l("Famille"),
    "job": _l("Métier"),
    "tasks": _l("Tâches"),
    "place": _l("Lieu"),
    "week": _l("Horaires"),
    "contract": _l("Contrat"),
    "pay": _l("Salaire"),
    "needs": _l("Besoins"),
    "contact": _l("Contact et remplaçant"),
    "words": _l("Vos mots"),
}
LACKING = {
    "family": _l("Il manque la famille de métiers."),
    "job": _l("Il manque le métier."),
    "tasks": _l("Il manque les tâches : de 2 à 6."),
    "place": _l("Il manque le lieu."),
    "week": _l("Il manque les horaires."),
    "contract": _l("Il manque le contrat."),
    "pay": _l("Il manque le salaire."),
    "contact": _l("Il manque le contact."),
    "backup": _l("Il manque le remplaçant du contact."),
}
STATUS = {
    "draft": _l("Brouillon"),
    "in_review": _l("En relecture"),
    "published": _l("En ligne"),
    "paused": _l("En pause"),
    "closed": _l("Finie"),
    "refused": _l("Refusée"),
}
STATUS_PICTURES = {
    "draft": "edit",
    "in_review": "eye",
    "published": "check",
    "paused": "clock",
    "closed": "flag",
    "refused": "alert-triangle",
}
WEEKS = {
    "day": _l("En journée"),
    "four_days": _l("En journée, sur 4 jours"),
    "early": _l("Tôt le matin"),
    "morning": _l("Le matin"),
    "afternoon": _l("L’après-midi"),
    "evening": _l("Le soir"),
    "same": _l("Les mêmes heures chaque jour"),
    "each": _l("Des heures différentes selon les jours"),
    "range": _l("Des heures qui changent chaque semaine"),
}
WEEK_FAULTS = {
    "empty": _l("Dites au moins un jour, et de quelle heure à quelle heure."),
    "long_slot": _l("Plus de 12 h d’affilée : regardez les heures de début et de fin."),
    "overlap": _l("Deux horaires se chevauchent le même jour."),
    "long_week": _l("Plus de 48 h par semaine : la loi ne le permet pas."),
    "half": _l("Dites l’heure de début et l’heure de fin."),
    "time": _l("Écrivez l’heure comme 8:30."),
}
WAYS_OF_PLACE = {
    "here": _l("Chez nous"),
    "elsewhere": _l("À une autre adresse"),
    "home": _l("Chez un particulier"),
    "zone": _l("À plusieurs endroits"),
}
AMOUNT_FAULTS = {
    "empty": _l("Écrivez le salaire d’une heure, comme 12,50."),
    "amount": _l("Écrivez le salaire d’une heure avec des chiffres, comme 12,50."),
    "month": _l("C’est beaucoup pour une heure. Écrivez le salaire d’une heure, pas du mois."),
}
WAY_FAULTS = {
    "many": _l("Six étapes suffisent : gardez les plus utiles."),
    "long": _l("Une étape est trop longue : écrivez-la sur deux lignes."),
}
START_FAULTS = {
    "past": _l("Ce jour est passé. Choisissez un jour à venir."),
    "far": _l("C’est dans plus d’un an. Regardez l’année."),
}
LICENCE = {
    "none": _l("Pas besoin de permis"),
    "useful": _l("Un plus"),
    "required": _l("Permis B demandé"),
}
FRENCH = {
    "none": _l("Pas besoin"),
    "some": _l("Un peu suffit"),
    "speak": _l("Parler"),
    "write": _l("Lire et écrire"),
}
CARRYING = {
    "none": _l("Rien de lourd"),
    "light": _l("Jusqu’à 10 kg"),
    "heavy": _l("Jusqu’à 25 kg"),
}
POSTURE = {"seated": _l("Assis"), "standing": _l("Debout"), "both": _l("Assis et debout")}
SCREEN = {
    "none": _l("Non"),
    "taught": _l("Appris sur place"),
    "required": _l("Il faut savoir"),
}
EXPERIENCE = {
    "none": _l("Débutant bienvenu"),
    "taught": _l("Métier appris sur place"),
    "useful": _l("Un plus"),
    "required": _l("Demandée"),
}
PROMISES = {
    1: _l("1 jour"),
    2: _l("2 jours"),
    3: _l("3 jours"),
    5: _l("5 jours"),
    10: _l("10 jours"),
}
CALLS = {
    "any": _l("Souhaite un appel"),
    "morning": _l("Souhaite un appel le matin"),
    "noon": _l("Souhaite un appel à midi"),
    "afternoon": _l("Souhaite un appel l’après-midi"),
    "evening": _l("Souhaite un appel le soir"),
}
PAYS = {
    "smic": _l("Le SMIC"),
    "amount": _l("Un autre salaire"),
    "range": _l("Selon les missions"),
}
NOTHING_YET = _l("Rien encore")
FRENCH_SHORT = {
    "none": _l("Sans français"),
    "some": _l("Un peu de français"),
    "speak": _l("Français parlé"),
    "write": _l("Français écrit"),
}
NO_LENGTH = _l("Pas de durée fixe")
SOMEONE_NEW = _l("Quelqu’un d’autre")
UNFAIR = {
    "age": _l("L’âge ne peut pas être un critère. Dites ce qu’il faut savoir faire."),
    "sex": _l("L’offre s’adresse aux femmes et aux hommes. Dites le travail, pas la personne."),
    "origin": _l("L’origine, la religion et l’accent ne comptent pas. Dites le français utile."),
    "family": _l("La vie de famille ne regarde pas l’employeur. Dites plutôt les horaires."),
    "looks": _l("L’apparence ne compte pas. Dites la tenue de travail, si elle est utile."),
    "health": _l("La santé se voit avec le médecin du travail. Dites ce qui est à porter."),
}


def under_smic(smic_cents: int) -> str:
    """Return why an amount is too low, with the legal minimum of the day."""
    pay = euros(smic_cents)
    return str(_("C’est moins que le SMIC, qui est de %(smic)s de l’heure.", smic=pay))


SHORT_CDDI = _l(
    "Un contrat d’insertion fait au moins 20 h par semaine, sauf exception. "
    "C’est bien ce que vous voulez ?"
)


def high_pay(cents: int) -> str:
    """Return the question about a pay that may be a slip of the finger."""
    return str(_("%(pay)s de l’heure : c’est bien ça ?", pay=euros(cents)))


def months(count: int) -> str:
    """Return a length in months."""
    return str(ngettext("%(num)d mois", "%(num)d mois", count))


def up_to_km(km: int) -> str:
    """Return the size of a zone."""
    return str(_("%(km)s km", km=km))


def person(contact: Contact) -> str:
    """Return who someone is: `Karim B., chef d’équipe`."""
    name = f"{contact.first_name} {contact.last_name[:1]}.".removesuffix(" .")
    return f"{name}, {contact.role}" if contact.role else name


def unfair(finding: Finding) -> str:
    """Return what to change in words that keep people out, quoting them."""
    return str(_("« %(quote)s » : %(advice)s", quote=finding.quote, advice=UNFAIR[finding.about]))


def waiting(count: int) -> str:
    """Return the title of the first page: how many people wait for a call."""
    if count == 0:
        return str(_("Personne n’attend"))
    return str(ngettext("%(num)d personne attend", "%(num)d personnes attendent", count))


def over(count: int) -> str:
    """Return how many offers are over."""
    return str(ngettext("%(num)d offre finie", "%(num)d offres finies", count))


def moment_text(moment: datetime) -> str:
    """Return a moment as people say it: `mardi 24 novembre à 9 h 05`."""
    here = moment.astimezone(PARIS)
    time = time_text(here.hour * 60 + here.minute)
    return str(_("%(day)s à %(time)s", day=day_text(here.date()), time=time))


def offer_line(offer: Offer) -> str:
    """Return what tells an offer from the others of a structure."""
    if offer.status == "draft":
        return str(_("Commencée %(day)s", day=moment_text(offer.created_at)))
    count = str(ngettext("%(num)d demande", "%(num)d demandes", offer.request_count))
    return f"{count}, {hours_text(offer)}"


def asked_line(offer: Offer) -> str:
    """Return since when an offer waits to be said still open, and what silence does."""
    if offer.status == OfferStatus.PAUSED:
        return str(_("En pause, faute de réponse."))
    asked = offer.asked_on or offer.updated_at.date()
    pause = asked + timedelta(days=offer_rules.PAUSED_AFTER)
    return str(_("Sans réponse, elle se met en pause %(day)s.", day=day_text(pause)))


def week_line(week: Sequence[Sequence[int]]) -> str:
    """Return a usual week in one line."""
    hours = duration_text(offer_rules.weekly_minutes(week))
    sentence = " ".join(week_sentences(week))
    return str(_("%(sentence)s %(hours)s par semaine.", sentence=sentence, hours=hours))


def smic_line(smic_cents: int, day: date) -> str:
    """Return the legal minimum of the day, and since when."""
    since = date_text(offer_rules.rate_on(offer_rules.SMIC, day).since)
    return str(_("%(pay)s de l’heure, depuis le %(day)s.", pay=euros(smic_cents), day=since))


def quoted(refusal: Refused | None) -> str:
    """Return the words that a refusal names, to change them."""
    quotes = getattr(refusal, "quotes", None) or (getattr(refusal, "quote", ""),)
    return ", ".join(f"« {quote} »" for quote in quotes if quote)


def doubtful(offer: Offer) -> str:
    """Return the words for which an offer waits to be read by someone."""
    quotes = doubtful_words(offer) if offer.status == OfferStatus.IN_REVIEW else ()
    return ", ".join(f"« {quote} »" for quote in quotes)


def after_publishing(status: str) -> str:
    """Return what has just happened to an offer that its employer wants on line."""
    if status == OfferStatus.IN_REVIEW:
        return str(_("Merci. Quelqu’un relit votre offre avant de la montrer."))
    return str(_("C’est en ligne. Vous recevez les demandes sur votre première page."))


def trap(quote: str) -> str:
    """Return why words cannot stay that ask people for what nobody may ask."""
    text = _("« %(quote)s » : personne ne paie ni ne donne ses papiers pour postuler.", quote=quote)
    return str(text)
