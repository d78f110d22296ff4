"""The invented collective acts: by articles of a convention, with evidence and what followed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.network import acts
from webapp.network.enums import ActKind


@dataclass(frozen=True, kw_only=True)
class Held:
    """One act: what, how many days ago, which article it serves, and what followed."""

    by: str
    kind: ActKind
    days_ago: int
    place: str
    article: str
    people: int
    staff: int
    about: str
    evidence: str = ""
    partnerships: int = 0
    hires: int = 0
    followed: str = ""
    written_after: int = 0  # days


KARIM = "karim@ateliers-du-canal.example"
HELD = (
    Held(  # in the quarter that a network reads, on nearly any day
        by=team.ADVISER,
        kind=ActKind.WORKSHOP,
        days_ago=121,
        place="Maison de l’emploi des Berges",
        article="Article 4",
        people=12,
        staff=2,
        about="Préparer un rendez-vous avec un employeur.",
        evidence="Feuille de présence, classeur Ateliers",
        hires=1,
        followed="Une embauche dans les trois semaines.",
    ),
    Held(
        by=team.ADVISER,
        kind=ActKind.INFORMATION,
        days_ago=80,
        place="Mairie de Vaulx-en-Velin",
        article="Article 3",
        people=18,
        staff=3,
        about="Les emplois de l’insertion près d’ici, avec deux structures.",
        evidence="Feuille de présence, classeur Réunions",
        hires=2,
        followed="Deux embauches en CDDI dans le mois.",
    ),
    Held(
        by=team.ADVISER,
        kind=ActKind.WORKSHOP,
        days_ago=45,
        place="Maison de l’emploi des Berges",
        article="Article 3",
        people=9,
        staff=1,
        about="Chercher un travail avec son téléphone.",
        evidence="Programme de l’atelier",
        followed="Six personnes ont envoyé une demande le jour même.",
    ),
    Held(
        by=team.ADVISER,
        kind=ActKind.CORRESPONDENTS,
        days_ago=30,
        place="Plan emploi de l’Est lyonnais",
        article="Article 5",
        people=0,
        staff=7,
        about="Le point sur les parcours communs, les fins de contrat et les diagnostics attendus.",
        evidence="Compte rendu envoyé aux sept correspondants",
        partnerships=1,
        followed="Un créneau commun chaque mois.",
    ),
    Held(
        by=team.ADVISER,
        kind=ActKind.VISIT,
        days_ago=60,
        place="Les Ateliers du Canal",
        article="Article 4",
        people=6,
        staff=2,
        about="Visite de l’atelier et du chantier.",
        written_after=12,
    ),
    Held(
        by=KARIM,
        kind=ActKind.TRAINING,
        days_ago=20,
        place="Les Ateliers du Canal",
        article="Article 6",
        people=0,
        staff=5,
        about="Parler simplement d’un poste et d’un contrat.",
        evidence="Programme de la formation",
    ),
)


def bring_in(now: datetime) -> None:
    """Note the acts of those who are there, each on its day but for one written down later."""
    known = {account.email: account for account in team.accounts()}
    for one in HELD:
        if one.by in known:
            at = now - timedelta(days=one.days_ago)
            facts = {**vars(one), "held_on": at.astimezone(PARIS).date()}
            for name in ("by", "days_ago", "written_after"):
                del facts[name]
            acts.note(facts, known[one.by], at + timedelta(days=one.written_after))
