"""The SMS of alerts: simple French, the question in one part, the offers in two at most."""

from webapp.messages.texts import NAME, fitted

LONGEST_HEAD = 60  # signs: the offers come first
DONE = "C’est noté. 1 SMS par semaine au plus, quand il y a une offre. Pour arrêter : STOP."
REFUSED = "C’est noté. Nous n’écrivons pas à ce numéro pour cela."
FOOT = {
    1: "Répondez 1 : on vous appelle. Pour arrêter : STOP.",
    2: "Répondez 1 ou 2 : on vous appelle. Pour arrêter : STOP.",
    3: "Répondez 1, 2 ou 3 : on vous appelle. Pour arrêter : STOP.",
}


def asked(first_name: str, work: str, town: str) -> str:
    """Return the question to a number: may we tell it about new offers?"""
    hello = f"{first_name}, " if first_name else ""
    what = f" ({work}, {town})" if work else f" ({town})"
    return fitted(
        f"{NAME} : {hello}voulez-vous 1 SMS par semaine avec des offres près de chez vous{what} ?"
        " Répondez OUI ou NON.",
        f"{NAME} : voulez-vous 1 SMS par semaine avec des offres près de chez vous ?"
        " Répondez OUI ou NON.",
    )


def head(first_name: str, town: str) -> str:
    """Return how a weekly SMS begins."""
    named = f"{first_name}, du nouveau près de {town} :"
    return named if first_name and len(named) <= LONGEST_HEAD else f"Près de {town} :"
