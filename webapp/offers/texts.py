"""The SMS about an offer to those who answer for it: simple French, one part where it can be."""

from collections.abc import Sequence

from webapp.jobs.queries import job, said
from webapp.messages.texts import fitted
from webapp.offers.models import Offer

STILL_OPEN = "Merci. L’offre reste en ligne : {job}. Nous vous demandons de nouveau dans 14 jours."
ALL_OPEN = "Merci. Vos {count} offres restent en ligne."
NOT_WHOLE = "Merci. Il manque quelque chose à l’offre pour revenir en ligne : {address}"
WHICH = "Laquelle est finie ? Dites-le en 1 appui : {address}"
SUBJECT = "Votre offre est-elle toujours ouverte ?"


OF_KIND = {"immersion": "Immersion", "internship": "Stage", "training": "Formation"}


def work(offer: Offer) -> str:
    """Return the name of the work in French, whoever reads, and what is offered if no job."""
    known = job(offer.job or "")
    name = said(known) if known else "travail"
    kind = OF_KIND.get(offer.kind)
    return f"{kind} {name[:1].lower()}{name[1:]}" if kind else name


def over(job: str, address: str) -> str:
    """Say that an offer is no longer on line, and how to put it back."""
    return fitted(
        f"C’est noté. L’offre n’est plus en ligne : {job}. Une erreur ? Remettez-la : {address}",
        f"C’est noté. L’offre n’est plus en ligne. Une erreur ? Remettez-la : {address}",
    )


def asked(first_name: str, offers: Sequence[Offer], address: str) -> str:
    """Return the question to a contact about one offer, or about all those of the day."""
    if len(offers) == 1:
        return about_one(first_name, work(offers[0]), address)
    count = len(offers)
    names = ", ".join(work(offer) for offer in offers)
    return fitted(
        f"{first_name}, vos {count} offres ({names}) sont toujours ouvertes ? Répondez OUI."
        f" Sinon : {address} À deux pas",
        f"{first_name}, vos {count} offres sont toujours ouvertes ? Répondez OUI."
        f" Sinon : {address} À deux pas",
        f"Vos {count} offres sont toujours ouvertes ? Répondez OUI. Sinon : {address}",
    )


def about_one(first_name: str, name: str, address: str) -> str:
    """Return the question about one offer."""
    return fitted(
        f"{first_name}, votre offre est toujours ouverte ? {name}. Répondez OUI ou NON."
        f" Ou : {address} À deux pas",
        f"{first_name}, votre offre est toujours ouverte ? {name}. Répondez OUI ou NON. {address}",
        f"Votre offre est toujours ouverte ? {name}. Répondez OUI ou NON. {address}",
        f"Votre offre est toujours ouverte ? Répondez OUI ou NON. {address}",
    )


def mailed(first_name: str, offers: Sequence[Offer], address: str) -> str:
    """Return the same question for a mailbox, where no phone gets SMS."""
    names = "\n".join(f"- {work(offer)}" for offer in offers)
    return (
        f"Bonjour {first_name},\n\nCes offres sont-elles toujours ouvertes ?\n\n{names}\n\n"
        f"Répondez en un appui : {address}\n\n"
        "Sans réponse dans 7 jours, elles se mettent en pause.\n\nÀ deux pas"
    )
