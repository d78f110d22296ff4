"""Agreements: asked, given, refused, stopped; and who may see a person because of them.

`way` tells how a yes was said. An agreement holds through its last day. Nothing here commits.
"""

from datetime import datetime

from flask import current_app

from webapp.accounts.models import Account
from webapp.applications.rules import plain
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.i18n import lazy_gettext as _l
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.organisations.models import Organisation
from webapp.people import journal, queries, rules, texts
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent, Person
from webapp.people.rules import ConsentState
from webapp.people.viewing import for_viewer, may_see

__all__ = ["answer_by_sms", "ask", "for_viewer", "give", "may_see", "refuse", "stop"]


class NoAnswerNow(Refused):
    """The question was answered, stopped or left too long: a new one is needed."""

    title = _l("Cette demande est finie")
    advice = _l("Pour donner votre accord, demandez à votre conseiller une nouvelle demande.")
    code = 409


class BadLength(Refused):
    """An agreement lasts 1, 31, 182 or 365 days."""

    title = _l("Choisissez une durée")
    advice = _l("Un accord dure 1 jour, 1 mois, 6 mois ou 1 an.")


class SeveralQuestions(Refused):
    """Several questions wait on one number: a bare yes says nothing of which."""

    title = _l("Plusieurs demandes vous attendent")
    advice = _l("Ouvrez la page de chaque demande pour répondre.")
    code = 409


def ask(
    person: Person,
    organisation: Organisation,
    purpose: Purpose,
    days: int,
    account: Account | None,
    now: datetime,
) -> Consent:
    """Ask a person's agreement, and tell them by SMS; the same open question is asked once.

    Raise BadLength unless it is for 1, 31, 182 or 365 days.
    """
    if days not in rules.DAYS:
        raise BadLength
    waiting = queries.same_question(person, organisation, purpose, now)
    if waiting is not None:
        return waiting
    consent = add(person, organisation, purpose, days, account, now)
    tell(consent, Kind.CONSENT_ASKED, texts.asked(consent, link(consent)), now)
    return consent


def add(
    person: Person,
    organisation: Organisation,
    purpose: Purpose,
    days: int,
    account: Account | None,
    now: datetime,
) -> Consent:
    """Write a question down, and in the journal who asks it."""
    consent = Consent(
        person=person,
        organisation=organisation,
        purpose=purpose,
        days=days,
        asked_by=account,
        asked_at=now,
    )
    db.session.add(consent)
    db.session.flush()
    noted(consent, Act.CONSENT_ASKED, now, account)
    return consent


def give(consent: Consent, way: ConsentWay, now: datetime) -> None:
    """Note a yes: it holds from now through its last day, and takes the place of a former one.

    Raise NoAnswerNow when the question is over.
    """
    check(consent, now)
    for former in queries.held_like(consent, now):
        former.stopped_at = now
    consent.given_at, consent.refused_at, consent.way = now, None, way
    consent.until = rules.last_day(now.astimezone(PARIS).date(), consent.days)
    consent.person.active_on = now.astimezone(PARIS).date()
    noted(consent, Act.CONSENT_GIVEN, now, way=way)
    begun_by(consent, now)


def begun_by(consent: Consent, now: datetime) -> None:
    """Make who asked the one who follows; who hires follows those who share their follow-up."""
    asker = consent.asked_by
    if asker is None or asker.closed_at is not None:
        return
    if asker.role in rules.OWN_RECORD or consent.purpose in rules.TELLS_FOLLOWUP:
        caseloads.begin(consent.person, asker, now)


def refuse(consent: Consent, now: datetime) -> None:
    """Note a no; a former agreement still holds until its own end. Raise NoAnswerNow when over."""
    check(consent, now)
    if consent.refused_at is None:
        consent.refused_at = now
        noted(consent, Act.CONSENT_REFUSED, now)


def stop(consent: Consent, now: datetime) -> None:
    """End an agreement at once; stopping it twice changes nothing more."""
    if consent.stopped_at is None:
        consent.stopped_at = now
        noted(consent, Act.CONSENT_STOPPED, now)
        sees_still = queries.holding_here(consent, now.astimezone(PARIS).date())
        if not sees_still and queries.keeper(consent.person) != consent.organisation:
            caseloads.end(consent.person, consent.organisation_id, now)


def check(consent: Consent, now: datetime) -> None:
    """Raise NoAnswerNow when an answer no longer counts."""
    if not rules.may_answer(facts(consent), now, now.astimezone(PARIS).date()):
        raise NoAnswerNow


def facts(consent: Consent) -> rules.ConsentFacts:
    """Return what decides where an agreement stands."""
    return rules.ConsentFacts(
        asked_at=consent.asked_at,
        given_at=consent.given_at,
        until=consent.until,
        refused_at=consent.refused_at,
        stopped_at=consent.stopped_at,
    )


def state(consent: Consent, now: datetime) -> ConsentState:
    """Return where an agreement stands."""
    return rules.consent_state(facts(consent), now, now.astimezone(PARIS).date())


def noted(
    consent: Consent, act: Act, now: datetime, account: Account | None = None, **about: object
) -> None:
    """Write in the journal what happened to an agreement."""
    journal.note(
        consent.person,
        act,
        account=account,
        organisation_id=consent.organisation_id,
        now=now,
        consent=consent.public_id,
        purpose=consent.purpose,
        **about,
    )


def tell(consent: Consent, kind: Kind, text: str, now: datetime) -> None:
    """Send the question by SMS, to someone who has a number."""
    if consent.person.phone:
        queue(
            kind=kind,
            to=consent.person.phone,
            text=text,
            key=f"{kind}:{consent.public_id}",
            now=now,
            person_id=consent.person_id,
        )


def link(consent: Consent) -> str:
    """Return the address where the person reads the question and answers."""
    return f"{current_app.config['PUBLIC_URL']}/moi/accords/{consent.public_id}"


def answer_by_sms(phone: str, *, yes: bool, now: datetime, first_name: str = "") -> Consent | None:
    """Answer the one question that waits on this number; return it, None when none waits.

    Where several people share the number, `first_name` tells which. Raise SeveralQuestions when a
    bare yes or no could mean several.
    """
    waiting = queries.asked_by_sms(phone, now)
    if first_name:
        waiting = [one for one in waiting if plain(one.person.first_name) == plain(first_name)]
    if len(waiting) > 1:
        raise SeveralQuestions
    for consent in waiting:
        give(consent, ConsentWay.SMS, now) if yes else refuse(consent, now)
    return waiting[0] if waiting else None
