"""What is sent to people in or out of a contract: simple French, one SMS, nothing personal."""

from flask import current_app

from webapp.messages.rules import gsm, parts
from webapp.people import texts as letters


def renewal(first_name: str) -> str:
    """Return the reminder of the monthly renewal at France Travail."""
    asks = (
        "Avant le 15, dites à France Travail que vous cherchez un emploi (site ou 3949)."
        " Fait ? Répondez OUI. Pas inscrit ? NON."
    )
    return fitted(f"Bonjour {first_name}. {asks}", asks)


def outcome(first_name: str, place: str) -> str:
    """Return the question of what someone does after their contract."""
    asks = "que faites-vous ? Répondez CDI, CDD, FORMATION ou RIEN."
    return fitted(
        f"Bonjour {first_name}. Après {place}, {asks}",
        f"Bonjour {first_name}. Après votre contrat, {asks}",
    )


def review(first_name: str) -> str:
    """Return that an exit review waits to be read, and where."""
    asks = "Votre bilan de fin de contrat est prêt. Lisez-le et répondez ici :"
    return letters.fitted(
        f"Bonjour {first_name}. {asks}",
        asks,
        address=f"{current_app.config['PUBLIC_URL']}/parcours/moi",
    )


def fitted(*wordings: str) -> str:
    """Return the first wording that fits in one SMS."""
    written = [gsm(one) for one in wordings]
    return next((one for one in written if parts(one) == 1), written[-1])


THANKS_YES = "Merci, c’est noté. Bravo et bonne route."
WHICH_WORK = "Merci, c’est noté. Quel contrat ? Répondez CDI ou CDD."
RENEWED = "Merci, c’est noté pour ce mois-ci."
OUT = "C’est noté : nous ne le rappelons plus. Pour de l’aide, répondez AIDE."
THANKS_NO = "Merci, c’est noté. Pour de l’aide, répondez AIDE."
