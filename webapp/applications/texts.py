"""The SMS about requests: simple French, signed by a human, in one part where it can be.

They are no gettext messages: they leave from a process that serves no page, for phones that may
hold none of ours.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from webapp.applications.enums import Reason
from webapp.messages.texts import NAME, fitted

DAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MOMENTS = {
    "any": "",
    "morning": ", le matin",
    "noon": ", à midi",
    "afternoon": ", l'après-midi",
    "evening": ", le soir",
}
REASONS = {
    Reason.FILLED: "La place est prise.",
    Reason.HOURS: "Les horaires ne vont pas ensemble.",
    Reason.FAR: "Le trajet est trop long.",
    Reason.SKILL: "Il faut un savoir-faire précis.",
    Reason.MISSED: "Vous n'avez pas réussi à vous parler.",
    Reason.ELSEWHERE: "Vous avez trouvé autre chose.",
    Reason.UNSAID: "",
}
ANSWERS = "Répondez APPEL, RDV, NON ou EMBAUCHE."


def hour(moment: datetime) -> str:
    """Return an hour as an SMS says it: `9h`, `14h30`."""
    return f"{moment.hour}h{moment.minute:02d}".removesuffix("h00") + (
        "h" if moment.minute == 0 else ""
    )


def short_moment(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment in few signs: `mar 24/11 9h30`."""
    there = moment.astimezone(zone)
    return f"{DAYS[there.weekday()]} {there:%d/%m} {hour(there)}"


def moment_text(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment inside a sentence: `mardi 24/11 à 9h30`."""
    there = moment.astimezone(zone)
    return f"{WEEKDAYS[there.weekday()]} {there:%d/%m} à {hour(there)}"


def new_request(who: str, job: str, phone: str, moment: str) -> str:
    """Tell a contact that someone wants to meet them."""
    call = f"{phone}{MOMENTS.get(moment, '')}"
    return fitted(
        f"{NAME} : {who} veut travailler avec vous ({job}). Appelez : {call}. {ANSWERS}",
        f"{NAME} : {who} attend votre appel ({job}). {call}. {ANSWERS}",
        f"{who} attend votre appel : {phone}. {ANSWERS}",
    )


def waiting(who: str, job: str, phone: str, others: int, instead_of: str) -> str:
    """Tell a contact who still waits, and how many others."""
    more = f" Et {others} autre{'s' if others > 1 else ''} : voyez votre page." if others else ""
    why = f"{instead_of} n'a pas répondu. " if instead_of else ""
    return fitted(
        f"{NAME} : {why}{who} attend une réponse ({job}) : {phone}.{more} {ANSWERS}",
        f"{why}{who} attend une réponse : {phone}.{more} {ANSWERS}",
        f"{who} attend une réponse : {phone}. {ANSWERS}",
    )


def comes(who: str, when: str, phone: str) -> str:
    """Tell a contact when someone comes."""
    return f"{NAME} : {who} vient {when}. Un souci ? Appelez : {phone}."


def cannot_come(who: str, when: str, phone: str) -> str:
    """Tell a contact that someone cannot come, and how to propose other moments."""
    return fitted(
        f"{NAME} : {who} ne peut pas venir {when}. Pour proposer d'autres moments, répondez RDV."
        f" Ou appelez : {phone}.",
        f"{who} ne peut pas venir {when}. Répondez RDV, ou appelez : {phone}.",
    )


def taken_back(who: str, when: str) -> str:
    """Tell a contact that someone took their request back, so nobody comes."""
    return f"{NAME} : {who} a annulé sa demande et ne vient pas {when}."


def invited(name: str, employer: str, moments: Sequence[str], address: str) -> str:
    """Ask a person to choose among moments, by a digit or on the page."""
    lines = ", ".join(f"{number}: {when}" for number, when in enumerate(moments, 1))
    return fitted(
        f"{name} ({employer}) veut vous voir. {lines}. Répondez par un chiffre, ou NON. {address}",
        f"{name} ({employer}) veut vous voir. {lines}. Répondez par un chiffre, ou NON.",
        f"{name} veut vous voir. {lines}. Répondez par un chiffre, ou NON.",
        f"{name} veut vous voir. {lines}. Répondez un chiffre ou NON.",
    )


def chosen_with(adviser: str, name: str, when: str, place: str, phone: str) -> str:
    """Write to a person what they chose on the phone with their adviser."""
    return fitted(
        f"C'est noté avec {adviser} : {name} vous attend {when}. {place}. Un souci ? Répondez NON."
        f" {name} : {phone}",
        f"C'est noté avec {adviser} : {name} vous attend {when}. Un souci ? Répondez NON. {phone}",
    )


def recalled(name: str, when: str, place: str, way: str, phone: str) -> str:
    """Recall a meeting: when, where, how to get there, whom to tell."""
    wayless = f"{name} vous attend {when}. {place}. Un souci ? Répondez NON. {name} : {phone}"
    return fitted(
        f"{name} vous attend {when}. {place}. {way} Un souci ? Répondez NON. {name} : {phone}",
        wayless,
        f"{name} vous attend {when}. Un souci ? Répondez NON. {name} : {phone}",
    )


def off(name: str, when: str, phone: str) -> str:
    """Tell a person that a meeting will not take place."""
    return f"{name} ne peut plus vous voir {when} et vous rappelle. Une question ? {phone}."


def call_them(who: str, name: str, employer: str, job: str, phone: str) -> str:
    """Tell a person whom to call, and what to say."""
    return fitted(
        f"{name} ({employer}) n'a pas encore répondu. Appelez : {phone}. Dites : Bonjour, c'est"
        f" {who}, pour l'offre {job}. Avez-vous eu mon message ?",
        f"{name} ({employer}) n'a pas encore répondu. Appelez : {phone}. Dites : Bonjour, c'est"
        f" {who}. Avez-vous eu mon message ?",
        f"{name} n'a pas répondu. Appelez : {phone}. Dites : C'est {who}. Avez-vous eu mon message"
        " ?",
    )


def unanswered(employer: str, job: str, address: str) -> str:
    """Say plainly that nobody answered, and where other offers are."""
    return fitted(
        f"{employer} n'a pas répondu ({job}). Ce n'est pas de votre faute. Voici 3 autres offres"
        f" près de vous : {address}",
        f"{employer} n'a pas répondu. Ce n'est pas de votre faute. D'autres offres : {address}",
        f"{NAME} : l'employeur n'a pas répondu. D'autres offres : {address}",
    )


def hired(name: str, employer: str, job: str, phone: str, *, diagnosis: bool) -> str:
    """Tell a person that they are wanted, and what comes first."""
    first = " Avant, il faut voir un conseiller pour votre dossier IAE." if diagnosis else ""
    return fitted(
        f"Bonne nouvelle ! {employer} veut vous embaucher ({job}).{first} {name} vous explique :"
        f" {phone}.",
        f"Bonne nouvelle ! {employer} veut vous embaucher.{first} {name} : {phone}.",
        f"Bonne nouvelle ! {name} veut vous embaucher.{first} Appelez : {phone}.",
    )


def not_selected(employer: str, job: str, reason: Reason, address: str) -> str:
    """Tell a person that it is not for this time, why, and what comes next."""
    why = f" {REASONS[reason]}" if REASONS[reason] else ""
    return fitted(
        f"{employer}, {job} : ce n'est pas pour cette fois.{why} Continuez ! D'autres offres :"
        f" {address}",
        f"{employer} : ce n'est pas pour cette fois.{why} D'autres offres : {address}",
        f"{NAME} : ce n'est pas pour cette fois.{why} D'autres offres : {address}",
    )
