"""The register of what is done with people's data: what, by whom, on which ground, how long.

It is data: pages show it, and a test holds each length to the one that the code obeys. A line says
since when it is so; a change of rule is a new line, and the former one stays.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from flask_babel.speaklater import LazyString

from webapp.i18n import lazy_gettext as _l


class Ground(StrEnum):
    """Why the law allows it (GDPR, article 6)."""

    AGREEMENT = "agreement"  # 1 a
    REQUEST = "request"  # 1 b: asked by the person, before a contract
    SAFETY = "safety"  # 1 f: legitimate interest
    LAW = "law"  # 1 c


class Controller(StrEnum):
    """Who decides what is done and answers for it."""

    US = "us"  # who runs this instance
    BOTH = "both"  # with the employer or the structure that is asked


GROUNDS = {
    Ground.AGREEMENT: _l("Vous avez dit oui."),
    Ground.REQUEST: _l("Vous l’avez demandé."),
    Ground.SAFETY: _l("C’est utile pour la sécurité de tous."),
    Ground.LAW: _l("La loi le demande."),
}
CONTROLLERS = {
    Controller.US: _l("Nous."),
    Controller.BOTH: _l("Nous, et la structure que vous choisissez."),
}


@dataclass(frozen=True)
class Processing:
    """One thing done with data of people who look for work, or of professionals."""

    key: str
    title: LazyString
    what: LazyString
    ground: Ground
    controller: Controller
    kept: timedelta | None  # None: no fixed length, `kept_text` says until when
    kept_text: LazyString
    since: date = date(2026, 11, 21)


def days(count: int) -> timedelta:
    """Return a length in days."""
    return timedelta(days=count)


PROCESSINGS = (
    Processing(
        "requests",
        _l("Vos demandes d’emploi"),
        _l("Prénom, numéro, offre, moment préféré, vos rendez-vous, la réponse de l’employeur."),
        Ground.REQUEST,
        Controller.BOTH,
        days(730),
        _l("6 mois après la fin de l’offre. 2 ans au plus."),
    ),
    Processing(
        "voice",
        _l("Votre message à l’employeur"),
        _l("Votre voix, ou vos deux phrases, fermées à clé. Seul l’employeur de l’offre l’ouvre."),
        Ground.REQUEST,
        Controller.BOTH,
        days(730),
        _l("Comme votre demande : 2 ans au plus."),
        since=date(2026, 11, 30),
    ),
    Processing(
        "help",
        _l("Vos demandes d’aide"),
        _l("Prénom, numéro, ville, besoin, et chaque étape."),
        Ground.REQUEST,
        Controller.BOTH,
        days(365),
        _l("6 mois après la fin. 1 an au plus."),
    ),
    Processing(
        "cv",
        _l("Votre CV"),
        _l("Les métiers, les savoir-faire et les langues que vous avez choisis."),
        Ground.REQUEST,
        Controller.US,
        None,
        _l("Tant que votre page existe."),
        since=date(2026, 11, 30),
    ),
    Processing(
        "page",
        _l("Votre page"),
        _l("Prénom, nom si vous voulez, numéro, langue, dernier jour de visite."),
        Ground.REQUEST,
        Controller.US,
        days(730),
        _l("2 ans sans visite. Puis un SMS vous prévient, 30 jours avant d’effacer."),
    ),
    Processing(
        "birthday",
        _l("Votre jour de naissance"),
        _l("Seulement le jour et le mois, si vous voulez. C’est illisible pour nous."),
        Ground.AGREEMENT,
        Controller.US,
        None,
        _l("Tant que votre page existe."),
    ),
    Processing(
        "devices",
        _l("Vos appareils et vos cartes"),
        _l("Le nom de l’appareil, les jours d’entrée, la clé de votre empreinte. Pas votre doigt."),
        Ground.REQUEST,
        Controller.US,
        None,
        _l("Tant que votre page existe."),
    ),
    Processing(
        "codes",
        _l("Les codes et les essais"),
        _l("Votre numéro et un code illisible. Chaque essai, sans nom."),
        Ground.SAFETY,
        Controller.US,
        days(30),
        _l("30 jours au plus."),
    ),
    Processing(
        "agreements",
        _l("Vos accords de partage"),
        _l("À quelle structure, pourquoi, jusqu’à quand, et comment vous avez dit oui."),
        Ground.AGREEMENT,
        Controller.BOTH,
        None,
        _l("Tant que votre page existe. L’accord finit à sa date, ou quand vous l’arrêtez."),
    ),
    Processing(
        "journal",
        _l("La liste de qui a vu quoi"),
        _l("Qui, dans quelle structure, quel jour, à quelle heure."),
        Ground.LAW,
        Controller.US,
        days(365),
        _l("12 mois."),
    ),
    Processing(
        "sealed",
        _l("Santé, justice, logement, critères"),
        _l("Ce qu’un conseiller habilité écrit avec vous. C’est fermé à clé."),
        Ground.AGREEMENT,
        Controller.BOTH,
        None,
        _l("Tant que votre page existe."),
    ),
    Processing(
        "path",
        _l("Votre parcours d’insertion"),
        _l("Agrément, diagnostic, contrats, bilans, et qui les a signés."),
        Ground.LAW,
        Controller.BOTH,
        None,
        _l("Tant que votre page existe."),
        since=date(2026, 11, 30),
    ),
    Processing(
        "followup",
        _l("Votre suivi"),
        _l("Ce qui se passe : demandes, rendez-vous, étapes, notes. Et qui vous accompagne."),
        Ground.AGREEMENT,
        Controller.BOTH,
        None,
        _l("Tant que votre page existe."),
    ),
    Processing(
        "messages",
        _l("Nos SMS et vos réponses"),
        _l("Numéro, texte, heure. Le texte d’un code est effacé tout de suite."),
        Ground.REQUEST,
        Controller.US,
        days(183),
        _l("6 mois."),
    ),
    Processing(
        "alerts",
        _l("Les SMS qui vous préviennent"),
        _l("Numéro, prénom si vous voulez, travail, ville, besoins, offres envoyées."),
        Ground.AGREEMENT,
        Controller.US,
        days(182),
        _l("6 mois. Moins si vous répondez STOP. 7 jours sans réponse."),
        date(2026, 11, 30),
    ),
    Processing(
        "seats",
        _l("Vos places en réunion"),
        _l("Prénom, numéro, réunion, et si vous êtes venu."),
        Ground.REQUEST,
        Controller.BOTH,
        days(183),
        _l("6 mois après la réunion."),
        date(2026, 11, 30),
    ),
    Processing(
        "signals",
        _l("Les signaux sur votre téléphone"),
        _l("L’adresse de votre navigateur, donnée par celui qui l’a fait."),
        Ground.AGREEMENT,
        Controller.US,
        None,
        _l("Tant que vous ne dites pas « plus de signal »."),
    ),
    Processing(
        "reports",
        _l("Les offres signalées"),
        _l("La raison et vos mots. Une marque sans nom évite de compter 2 fois."),
        Ground.SAFETY,
        Controller.US,
        days(365),
        _l("1 an. La marque part quand l’offre est lue."),
    ),
    Processing(
        "told",
        _l("Les messages que vous signalez"),
        _l("Le texte du message, sans dire qui l’a reçu."),
        Ground.AGREEMENT,
        Controller.US,
        days(90),
        _l("3 mois."),
    ),
    Processing(
        "staff",
        _l("Les comptes des équipes"),
        _l("Nom, fonction, e-mail et téléphone de travail, jours d’entrée."),
        Ground.REQUEST,
        Controller.BOTH,
        None,
        _l("Fermé le jour du départ. Le nom reste dans la liste de qui a vu quoi."),
    ),
    Processing(
        "copies",
        _l("Les copies de secours"),
        _l("Tout ce qui est au-dessus, à part, pour réparer une panne."),
        Ground.SAFETY,
        Controller.US,
        days(30),
        _l("30 jours au plus."),
    ),
)
