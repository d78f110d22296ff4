"""The words for what people allow, for what was done with their record, and for how."""

from webapp.i18n import lazy_gettext as _l
from webapp.people.enums import Act, ConsentWay, Purpose, Sensitive
from webapp.people.rules import ConsentState

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
        _l("les notes partagées pour vous aider"),
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
        _l("les étapes de votre parcours"),
        _l("ce que votre conseiller écrit pour vous présenter"),
    ),
}
# Who hires reads the path too: the same page leads there.
HIRING_SEES = (
    *SEES[Purpose.FOLLOWUP],
    _l("les dates de votre contrat"),
    _l("ce que votre conseiller écrit pour vous présenter"),
)
LENGTHS = {1: _l("1 jour"), 31: _l("1 mois"), 182: _l("6 mois"), 365: _l("1 an")}
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
# What was done, as a short name: who did it stands beside.
ACTS = {
    Act.SEEN: _l("Fiche vue"),
    Act.SEEN_SENSITIVE: _l("Information protégée lue"),
    Act.HEARD: _l("Message ouvert"),
    Act.REGISTERED: _l("Inscription"),
    Act.CHANGED: _l("Fiche changée"),
    Act.PHONE_CHANGED: _l("Nouveau numéro"),
    Act.PHONE_KEPT: _l("Ancien numéro remis"),
    Act.CARD_MADE: _l("Carte faite"),
    Act.CARD_REVOKED: _l("Carte arrêtée"),
    Act.CARD_USED: _l("Carte utilisée"),
    Act.SIGNED_IN: _l("Entrée sur un appareil"),
    Act.CONSENT_ASKED: _l("Accord demandé"),
    Act.CONSENT_GIVEN: _l("Accord donné"),
    Act.CONSENT_REFUSED: _l("Accord refusé"),
    Act.CONSENT_STOPPED: _l("Accord arrêté"),
    Act.MERGED: _l("Deux fiches réunies"),
    Act.EXPORTED: _l("Copie des données"),
    Act.TOGETHER: _l("Fait ensemble, côte à côte"),
}
PICTURES = {
    Act.SEEN: "eye",
    Act.SEEN_SENSITIVE: "lock",
    Act.HEARD: "microphone",
    Act.CARD_MADE: "id-card",
    Act.CARD_REVOKED: "id-card",
    Act.CARD_USED: "id-card",
    Act.SIGNED_IN: "mobile",
    Act.PHONE_CHANGED: "phone",
    Act.PHONE_KEPT: "phone",
    Act.CONSENT_ASKED: "question",
    Act.CONSENT_GIVEN: "check",
    Act.CONSENT_REFUSED: "x",
    Act.CONSENT_STOPPED: "stop-hand",
    Act.EXPORTED: "download",
    Act.TOGETHER: "users",
}
SEEN_IN_LIST = _l("Nom vu dans une liste")
STATES = {
    ConsentState.ASKED: _l("Pas encore de réponse"),
    ConsentState.LAPSED: _l("Demande finie, sans réponse"),
    ConsentState.OPEN: _l("Accord donné"),
    ConsentState.EXPIRED: _l("Accord fini"),
    ConsentState.REFUSED: _l("Vous avez dit non"),
    ConsentState.STOPPED: _l("Vous avez arrêté"),
}
