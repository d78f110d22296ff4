"""The words of a lead's pages: roles, hours, absences, and each line of the log."""

from collections.abc import Iterable
from datetime import date, datetime

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.employers import rules as week_rules
from webapp.employers.words import WEEKS
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.offers.words import date_text, day_text, time_text
from webapp.organisations.enums import Logged
from webapp.organisations.models import LogEntry, away

__all__ = ["date_text", "day_text"]  # used by templates, through this module

ROLES = {
    Role.EMPLOYER: _l("Employeur"),
    Role.ADVISER: _l("Conseiller, conseillère"),
    Role.NETWORK: _l("Réseau"),
    Role.LEAD: _l("Responsable"),
}
ROLE_MEANINGS = {
    Role.EMPLOYER: _l("Publie les offres et répond aux personnes."),
    Role.ADVISER: _l("Accompagne des personnes, avec leur accord."),
    Role.NETWORK: _l("Lit les conventions et les chiffres, sans aucun nom."),
    Role.LEAD: _l("Fait aussi cela, ouvre et ferme les comptes, change la fiche."),
}
OPENINGS = {
    "day": WEEKS["day"],
    week_rules.SAME: WEEKS["same"],
    week_rules.EACH: WEEKS["each"],
    "unknown": _l("Nous ne le disons pas"),
}
OPENING_FAULTS = {
    "empty": _l("Dites au moins un jour, et de quelle heure à quelle heure."),
    "half": _l("Dites l’heure d’ouverture et l’heure de fermeture."),
    "order": _l("L’heure de fermeture est avant l’heure d’ouverture."),
    "overlap": _l("Deux horaires se chevauchent le même jour."),
}
ABSENCE_FAULTS = {
    "begin": _l("Choisissez le premier jour."),
    "until": _l("Choisissez le dernier jour."),
    "order": _l("Le dernier jour est avant le premier."),
    "past": _l("Ces jours sont passés. Choisissez des jours à venir."),
    "far": _l("C’est dans plus d’un an. Regardez l’année."),
}
LOG = {
    Logged.CREATED: _l("Structure ouverte"),
    Logged.CLOSED: _l("Structure fermée"),
    Logged.ACCOUNT_OPENED: _l("Compte ouvert"),
    Logged.ACCOUNT_ENTERED: _l("Compte ouvert par invitation"),
    Logged.ACCOUNT_CHANGED: _l("Compte changé"),
    Logged.ROLE_CHANGED: _l("Rôle changé"),
    Logged.EMAIL_CHANGED: _l("Adresse e-mail changée"),
    Logged.ACCOUNT_CLOSED: _l("Compte fermé"),
    Logged.PASSKEY_FORGOTTEN: _l("Clé remise à zéro"),
    Logged.AWAY: _l("Absence notée"),
    Logged.BACK: _l("Retour noté"),
    Logged.INVITATIONS_CLOSED: _l("Invitations fermées"),
    Logged.FACTS: _l("Fiche changée"),
    Logged.HOURS: _l("Horaires changés"),
    Logged.REQUESTS_ON: _l("Demandes ouvertes"),
    Logged.REQUESTS_OFF: _l("Demandes fermées"),
    Logged.SITE_ADDED: _l("Lieu ajouté"),
    Logged.SITE_CHANGED: _l("Lieu changé"),
    Logged.SITE_REMOVED: _l("Lieu enlevé"),
    Logged.CONTACT_ADDED: _l("Contact ajouté"),
    Logged.CONTACT_CHANGED: _l("Contact changé"),
    Logged.HELP_TABLE: _l("Réponses aux demandes d’aide changées"),
    Logged.CONTACT_REMOVED: _l("Contact enlevé"),
}
FACTS = {
    "name": _l("nom"),
    "about": _l("présentation"),
    "phone": _l("téléphone"),
    "address": _l("adresse"),
    "insee": _l("commune"),
}


def name(account: Account) -> str:
    """Return the first and last name of who works here."""
    return f"{account.first_name} {account.last_name}".strip()


def team(count: int) -> str:
    """Return the title of the first page: how many accounts are open."""
    return ngettext("L’équipe : %(num)d compte", "L’équipe : %(num)d comptes", count)


def closed(count: int) -> str:
    """Return how many accounts were closed."""
    return ngettext("%(num)d compte fermé", "%(num)d comptes fermés", count)


def open_devices(count: int) -> str:
    """Return on how many devices an account is open."""
    if not count:
        return _("Ce compte n’est ouvert sur aucun appareil.")
    return ngettext(
        "Ce compte est ouvert sur %(num)d appareil.",
        "Ce compte est ouvert sur %(num)d appareils.",
        count,
    )


def local_day(moment: datetime) -> date:
    """Return the day of a moment, as it is told here."""
    return moment.astimezone(PARIS).date()


def seen(day: date | None, on: date) -> str:
    """Return when someone last used their account."""
    if day is None:
        return _("Pas encore de visite")
    if day == on:
        return _("Dernière visite : aujourd’hui")
    return _("Dernière visite : %(day)s", day=date_text(day))


def absence_of(account: Account, team: Iterable[Account], on: date) -> str:
    """Return when someone is away, and who of the team takes their place."""
    when = absence(account, on)
    backup = next((one for one in team if one.id == account.backup_id), None)
    if not when or backup is None:
        return when
    return _("%(absence)s, remplacement : %(name)s", absence=when, name=name(backup))


def absence(account: Account, on: date) -> str:
    """Return when someone is away; empty when they are here."""
    begin, until = account.away_from, account.away_until
    if begin is None or (until is not None and until < on):
        return ""
    if not away(begin, until, on):
        return _("Absence du %(first)s au %(last)s", first=day_text(begin), last=last_day(until))
    return _("Absence jusqu’au %(day)s", day=last_day(until))


def last_day(until: date | None) -> str:
    """Return the last day of an absence."""
    return day_text(until) if until else _("retour")


def what(entry: LogEntry) -> str:
    """Return what was changed, in a few words."""
    return str(LOG[Logged(entry.act)])


def whom(entry: LogEntry) -> str:
    """Return whom or what a change was about, with its detail."""
    subject = name(entry.subject) if entry.subject else ""
    parts = [subject, entry.about.get("place"), entry.about.get("name"), detail(entry)]
    return ", ".join(part for part in parts if part)


def detail(entry: LogEntry) -> str:
    """Return the detail of a change: the role, the days, the facts."""
    about = entry.about
    if "before" in about:
        before, after = ROLES[Role(about["before"])], ROLES[Role(about["role"])]
        return _("%(before)s → %(after)s", before=before, after=after)
    if "role" in about:
        return str(ROLES[Role(about["role"])])
    if "from" in about:
        days = [day_text(date.fromisoformat(about[key])) for key in ("from", "until")]
        return _("du %(first)s au %(last)s", first=days[0], last=days[1])
    return ", ".join(str(FACTS[key]) for key in about.get("changed", ()) if key in FACTS)


def when(entry: LogEntry) -> str:
    """Return when a change was made."""
    here = entry.at.astimezone(PARIS)
    day, time = date_text(here.date()), time_text(here.hour * 60 + here.minute)
    return _("%(day)s à %(time)s", day=day, time=time)


def author(entry: LogEntry) -> str:
    """Return who made a change."""
    return _("par %(name)s", name=name(entry.by)) if entry.by else ""
