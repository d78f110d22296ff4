"""The invented paths: one of each thing that a path holds, from first answers to the exit."""

from datetime import datetime, timedelta

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.demonstration import team
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.pathways import (
    approvals,
    committees,
    diagnoses,
    engagements,
    exit_reviews,
    liaison,
    mistakes,
    renewals,
    shared,
    work,
)
from webapp.pathways.approvals import Given
from webapp.pathways.concerned import Sign
from webapp.pathways.contract_rules import Terms
from webapp.pathways.engagements import Promised
from webapp.pathways.enums import After, Happened, Mistake, Promise, Regime, Said
from webapp.pathways.liaison import Diagnosis, Written
from webapp.pathways.spans import last_day
from webapp.pathways.work_models import ExitReview, Outcome, WorkContract
from webapp.people import consents, sensitive
from webapp.people.enums import ConsentWay, Purpose, Sensitive
from webapp.people.models import Person

PRESCRIBER, EMPLOYER = "sofiane@plie.example", "karim@ateliers-du-canal.example"
HOUSING = "Hébergée chez sa sœur jusqu’en mars. Demande de logement social déposée."
REVIEW = {
    "results": "Ménage de bureaux appris et tenu chaque matin. 35 h de formation aux produits.",
    "outlook": "Un CDI le matin chez un client de la structure : rendez-vous à prendre.",
    "promises": "La structure écrit une lettre. Le conseiller cherche une formation.",
}
REMARK = "Je veux garder le même quartier."
SITUATION = "Cherche un travail près de chez elle, le matin. A déjà fait le ménage."
NUMBER = "999992600001"
MISTAKEN = 9  # days ago: an absence noted for another person, then taken back


def bring_in(now: datetime) -> None:
    """Give the first invented person a path, where all of those who make it are there."""
    known = {account.email: account for account in team.accounts()}
    adviser, prescriber = known.get(team.ADVISER), known.get(PRESCRIBER)
    employer = known.get(EMPLOYER)
    people = team.people()
    if people and adviser and prescriber and employer:
        agree(people[0], prescriber, now - timedelta(days=11))
        refer(people[0], adviser, prescriber, employer, now)
        seal(people[0], prescriber, now - timedelta(days=8))
        hire(people[0], employer, now)
        meet(people[0], adviser, employer, now)
        promise(people[0], adviser, now)
    if len(people) > 2 and adviser and employer:
        wait(people[1], employer, now)
        leave(people[2], adviser, employer, now)


def agree(person: Person, prescriber: Account, at: datetime) -> None:
    """Let the prescriber see the person, as they would have agreed beside them."""
    asked = consents.add(person, prescriber.organisation, Purpose.REFERRAL, 365, prescriber, at)
    consents.give(asked, ConsentWay.CODE, at)
    caseloads.follow(person, prescriber, by=prescriber, now=at)


def refer(
    person: Person, adviser: Account, prescriber: Account, employer: Account, now: datetime
) -> None:
    """Sign a liaison form, part after part."""
    caseloads.follow(person, adviser, by=adviser, now=now - timedelta(days=12))
    written = Written(facts={"agreed": True}, texts={"situation": SITUATION, "wish": "Ménage"})
    siae = employer.organisation_id
    form = liaison.begin(person, adviser, siae, written, now - timedelta(days=10))
    found = Diagnosis(criteria=("long", "alone", "level-3"), obstacles="", eligible=True)
    liaison.diagnose(form, prescriber, found, now - timedelta(days=8))
    facts = {"decision": "hired", "approval": "asked", "begin": ""}
    liaison.decide(form, employer, Written(facts=facts, texts={"words": ""}), now)


def seal(person: Person, prescriber: Account, at: datetime) -> None:
    """Write down a fact that only entitled prescribers and the person read."""
    sensitive.write(person, Sensitive.HOUSING, HOUSING, prescriber, at)


def review(contract: WorkContract, employer: Account, at: datetime) -> ExitReview:
    """Write an exit review, which the employer signs."""
    made = exit_reviews.write(contract, employer, REVIEW, 0, at)
    exit_reviews.sign(made, employer, made.version, at)
    return made


def hire(person: Person, employer: Account, now: datetime) -> None:
    """Write down a PASS IAE and a contract that is near its exit review."""
    begin = now.astimezone(PARIS).date() - timedelta(days=100)
    given = Given(number=NUMBER, begins_on=begin, ends_on=last_day(begin, 24))
    approvals.record(person, employer, given, now)
    end = begin + timedelta(days=183)
    terms = Terms(kind="cddi", begins_on=begin, ends_on=end, weekly_minutes=26 * 60)
    contract = work.write(person, employer, terms, now)
    for kind, days, minutes in (
        (Happened.HELP, 90, 120),
        (Happened.TRAINING, 60, 35 * 60),
        (Happened.ABSENCE, 9, 0),
        (Happened.ABSENCE, 2, 0),
    ):
        day = now.astimezone(PARIS).date() - timedelta(days=days)
        noted = work.note(contract, employer, kind, (day, None), minutes, now)
        if days == MISTAKEN:
            mistakes.withdraw_event(noted, employer, Mistake.PERSON, now)
    review(contract, employer, now - timedelta(days=1))


def meet(person: Person, adviser: Account, employer: Account, now: datetime) -> None:
    """Call a committee in a week, with this person on its agenda."""
    on = now.astimezone(PARIS).date() + timedelta(days=7)
    partners = [employer.organisation]
    committee = committees.call(adviser, on, "Mairie, 9 h", partners, now)
    committees.submit(committee, person, adviser, "Quelle formation avant la fin du contrat ?", now)
    held(person, adviser, employer, now - timedelta(days=80))


def held(person: Person, adviser: Account, employer: Account, at: datetime) -> None:
    """Hold a committee that is over, with its decision and its minutes."""
    on = at.astimezone(PARIS).date()
    committee = committees.call(adviser, on, "Mairie, 14 h", [employer.organisation], at)
    case = committees.submit(committee, person, adviser, "Quel travail le matin ?", at)
    decided = ("Formation aux produits d’entretien", employer.organisation_id, on)
    committees.decide(case, adviser, "training", "Formation", decided, at)
    committees.done(case, employer, at + timedelta(days=20))
    committees.close(committee, adviser, "Les bus du soir manquent. Prochain comité en hiver.", at)


def promise(person: Person, adviser: Account, now: datetime) -> None:
    """Write an engagement; give the answers to “is it for me?”; ask for the month's renewal."""
    today = now.astimezone(PARIS).date()
    engagements.write(
        person,
        adviser,
        Promised(
            kind=Promise.CONTRACT,
            signed_on=today - timedelta(days=60),
            review_on=today + timedelta(days=12),
            weekly_hours=15,
            aim="Un CDI de ménage le matin, près de chez elle.",
        ),
        now - timedelta(days=60),
    )
    signs = (Sign.LONG, Sign.SCHOOL, Sign.ALONE)
    shared.give(person, adviser.organisation, signs, now - timedelta(days=11))
    db.session.add(renewals.question(person, today, now))


def wait(person: Person, employer: Account, now: datetime) -> None:
    """Ask for a local approval, which silence grants in some hours."""
    asked_at = now - timedelta(hours=20)
    approvals.add(person, employer, asked_at, regime=Regime.CONVENTION, extension=False)


def leave(person: Person, adviser: Account, employer: Account, now: datetime) -> None:
    """Write down a contract that is over, what came of it, and a diagnosis asked for since."""
    today = now.astimezone(PARIS).date()
    begin, end = today - timedelta(days=300), today - timedelta(days=40)
    terms = Terms(kind="cddi", begins_on=begin, ends_on=end, weekly_minutes=24 * 60)
    contract = work.write(person, employer, terms, now - timedelta(days=300))
    left, met = now - timedelta(days=40), now - timedelta(days=70)
    made = review(contract, employer, met)
    exit_reviews.sign(made, adviser, made.version, met)
    exit_reviews.answer(made, Said.YES, REMARK, made.version, met, by=adviser)
    facts = {"person_id": person.id, "organisation_id": contract.organisation_id, "months": 0}
    said = {"answer": After.TRAINING, "answered_at": left}
    db.session.add(Outcome(asked_at=left, **said, **facts))
    diagnoses.ask(person, employer.organisation, now - timedelta(days=2))
