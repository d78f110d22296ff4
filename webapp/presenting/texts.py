"""The SMS about a presentation: to the person, who may say no."""

from webapp.messages.texts import fitted


def presented(adviser: str, employer: str, job: str, contact: str, address: str) -> str:
    """Tell a person that their adviser presented them, and that they may say no."""
    return fitted(
        f"{adviser} vous présente à {employer} ({job}). {contact} vous appelle. Vous ne voulez"
        f" pas ? Répondez NON. {address}",
        f"{adviser} vous présente à {employer} ({job}). {contact} vous appelle. Vous ne voulez"
        " pas ? Répondez NON.",
        f"{adviser} vous présente à un employeur ({job}). Vous ne voulez pas ? Répondez NON."
        f" {address}",
        f"{adviser} vous présente à un employeur. Vous ne voulez pas ? Répondez NON. {address}",
    )


def agreed(contact: str) -> str:
    """Say to a person who agrees what comes next."""
    return f"Merci, c'est noté. {contact} vous appelle. Gardez votre téléphone près de vous."


def refused(adviser: str) -> str:
    """Say to a person who does not want it that it is undone."""
    who = f"{adviser} le sait" if adviser else "Votre conseiller le sait"
    return f"C'est noté : l'employeur ne voit plus votre nom. {who}. Tout va bien."
