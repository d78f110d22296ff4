"""What we answer to short words about requests, in simple French."""

from collections.abc import Sequence

from webapp.applications.enums import Reason
from webapp.messages.texts import fitted

REASONS = (
    Reason.FILLED,
    Reason.HOURS,
    Reason.FAR,
    Reason.SKILL,
    Reason.MISSED,
    Reason.ELSEWHERE,
)
NUMBERED = "1 place prise, 2 horaires, 3 trajet, 4 savoir-faire, 5 pas joignable, 6 pris ailleurs"


def chosen(name: str, when: str, place: str, phone: str) -> str:
    """Say to a person that their moment is kept."""
    return fitted(
        f"C'est noté : {name} vous attend {when}. {place}. Un souci ? Répondez NON. {name} :"
        f" {phone}",
        f"C'est noté : {name} vous attend {when}. Un souci ? Répondez NON. {phone}",
    )


def left(numbers: Sequence[str], name: str, phone: str) -> str:
    """Say to a person which moments are left."""
    if not numbers:
        return f"Ces moments sont passés ou pris. Appelez {name} : {phone}."
    return f"Ce moment n'est pas libre. Il reste {', '.join(numbers)}. Ou appelez : {phone}."


def cannot(name: str, phone: str) -> str:
    """Say to a person that who receives knows."""
    return f"C'est noté, {name} le sait et vous propose d'autres moments. Ou appelez : {phone}."


def calling(who: str, phone: str) -> str:
    """Say to a contact that their call is noted, and what to answer after it."""
    return f"C'est noté : vous appelez {who}, {phone}. Après, répondez RDV, EMBAUCHE ou NON."


def proposed(who: str, moments: str, then: str) -> str:
    """Say to a contact what was proposed, and who comes next."""
    return fitted(
        f"Proposé à {who} : {moments}. Nous vous disons son choix.{then}",
        f"Proposé à {who} : {moments}.{then}",
    )


def hiring(who: str, then: str, *, diagnosis: bool) -> str:
    """Say to a contact that they hire someone, what the IAE asks, until when it is taken back."""
    more = " Diagnostic à demander avant le contrat." if diagnosis else ""
    short = " Diagnostic d'abord." if diagnosis else ""
    return fitted(
        f"Bravo ! C'est noté : vous embauchez {who}.{more} On le lui dit dans 15 min. Une erreur ?"
        f" Voyez votre page.{then}",
        f"C'est noté : vous embauchez {who}.{more} Dit dans 15 min. Erreur ? Votre page.{then}",
        f"C'est noté : vous embauchez {who}.{short} Dit dans 15 min.{then}",
    )


def why(who: str) -> str:
    """Ask a contact why, by a digit."""
    return f"C'est noté : pas cette fois pour {who}. Pourquoi ? {NUMBERED}."


def thanks(who: str) -> str:
    """Say to a contact that the person is told."""
    return f"Merci. C'est dit gentiment à {who}."


def following(who: str, phone: str) -> str:
    """Say to a contact who comes next."""
    return f" Ensuite : {who}, {phone}. APPEL, RDV, NON ou EMBAUCHE ?"


def over(who: str) -> str:
    """Say to a contact that no answer is expected any more."""
    return f"La demande de {who} est déjà finie, ou aucun moment n'est libre. Voyez votre page."
