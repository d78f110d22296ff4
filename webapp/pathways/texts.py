"""What is sent to people in or out of a contract: simple French, one SMS, nothing personal."""

from webapp.messages.rules import gsm, parts


def renewal(first_name: str) -> str:
    """Return the reminder of the monthly renewal at France Travail."""
    return fitted(
        f"Bonjour {first_name}. France Travail : dites avant le 15 que vous cherchez toujours"
        " un emploi. Sur leur site, ou au 3949.",
        "France Travail : dites avant le 15 que vous cherchez toujours un emploi."
        " Sur leur site, ou au 3949.",
    )


def outcome(first_name: str, place: str) -> str:
    """Return the question of what someone does after their contract."""
    return fitted(
        f"Bonjour {first_name}. Après {place} : avez-vous un travail ou une formation ?"
        " Répondez OUI ou NON.",
        f"Bonjour {first_name}. Avez-vous un travail ou une formation ? Répondez OUI ou NON.",
    )


def fitted(*wordings: str) -> str:
    """Return the first wording that fits in one SMS."""
    written = [gsm(one) for one in wordings]
    return next((one for one in written if parts(one) == 1), written[-1])


THANKS_YES = "Merci, c’est noté. Bravo et bonne route."
THANKS_NO = "Merci, c’est noté. Pour de l’aide, répondez AIDE."
