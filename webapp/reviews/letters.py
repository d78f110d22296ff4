"""What is mailed to an employer whose offer was read."""

from flask import current_app

from webapp.offers.models import Offer
from webapp.offers.texts import work

ON_LINE = "Votre offre est en ligne"
REFUSED = "Votre offre n’est pas en ligne"


def on_line(offer: Offer) -> str:
    """Say that an offer is now on line."""
    return (
        f"Bonjour,\n\nUn conseiller a lu votre offre : {work(offer)}. Elle est en ligne.\n\n"
        f"Les demandes s’affichent ici : {address()}\n\nÀ deux pas"
    )


def refused(offer: Offer) -> str:
    """Say that an offer is not shown, why, and what can be done."""
    return (
        f"Bonjour,\n\nUn conseiller a lu votre offre : {work(offer)}. Elle n’est pas en ligne.\n\n"
        f"La raison : {offer.refusal}\n\nVous pouvez la changer et la publier de nouveau, ou nous"
        f" appeler : {address()}\n\nÀ deux pas"
    )


def address() -> str:
    """Return the first page of employers."""
    return f"{current_app.config['PUBLIC_URL']}/employeur/"
