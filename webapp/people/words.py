"""The words for what people allow, for what was done with their record, and for how."""

from datetime import date

from webapp.i18n import lazy_gettext as _l
from webapp.people.enums import Act, ConsentWay, Purpose, Sensitive

PURPOSES = {
    Purpose.FOLLOWUP: _l("pour vous accompagner"),
    Purpose.REFERRAL: _l("pour vous présenter à une structure"),
    Purpose.HIRING: _l("pour vous embaucher et vous suivre au travail"),
}
# What an organisation sees for each purpose, a line each.
SEES = {
    Purpose.FOLLOWUP: (
        _l("votre prénom, votre nom et votre numéro"),
        _l("vos demandes et leurs réponses"),
        _l("les étapes de votre parcours"),
    ),
    Purpose.REFERRAL: (
        _l("votre prénom, votre nom et votre numéro"),
        _l("vos demandes et leurs réponses"),
        _l("ce que votre conseiller écrit pour vous présenter"),
    ),
    Purpose.HIRING: (
        _l("votre prénom, votre nom et votre numéro"),
        _l("vos demandes à cette structure"),
        _l("les dates de votre contrat"),
    ),
}
LENGTHS = {1: _l("1 jour"), 31: _l("1 mois"), 182: _l("6 mois"), 365: _l("1 an")}
WAYS = {
    ConsentWay.PHONE: _l("sur votre téléphone"),
    ConsentWay.SMS: _l("par SMS"),
    ConsentWay.CARD: _l("sur place, avec votre carte"),
    ConsentWay.CODE: _l("sur place, avec un code"),
}
SENSITIVE = {
    Sensitive.HEALTH: _l("Santé"),
    Sensitive.JUSTICE: _l("Justice"),
    Sensitive.HOUSING: _l("Logement"),
    Sensitive.CRITERIA: _l("Critères"),
}
ACTS = {
    Act.SEEN: _l("a vu votre fiche"),
    Act.SEEN_SENSITIVE: _l("a lu une information protégée"),
    Act.REGISTERED: _l("vous a inscrit ici"),
    Act.CHANGED: _l("a changé votre fiche"),
    Act.PHONE_CHANGED: _l("a changé votre numéro"),
    Act.PHONE_KEPT: _l("Votre ancien numéro est revenu"),
    Act.CARD_MADE: _l("a fait une carte"),
    Act.CARD_REVOKED: _l("a arrêté une carte"),
    Act.CARD_USED: _l("Votre carte a servi"),
    Act.SIGNED_IN: _l("Entrée sur un téléphone"),
    Act.CONSENT_ASKED: _l("a demandé votre accord"),
    Act.CONSENT_GIVEN: _l("Accord donné"),
    Act.CONSENT_REFUSED: _l("Accord refusé"),
    Act.CONSENT_STOPPED: _l("Accord arrêté"),
    Act.MERGED: _l("Deux fiches sont devenues une"),
    Act.EXPORTED: _l("Copie de vos données"),
}
SEEN_IN_LIST = _l("a vu votre nom dans sa liste")


def day_text(day: date) -> str:
    """Return a day in short words: `21/11/2026`, which fits in an SMS."""
    return f"{day:%d/%m/%Y}"
