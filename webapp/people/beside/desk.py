"""What the pages of this area share: who is looked at, the code that is read aloud, how it went."""

from datetime import timedelta

from flask import Response, abort, g, redirect, url_for

from webapp.accounts import presence, roles
from webapp.accounts.codes import Outcome
from webapp.accounts.waiting import wait_text
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal, merging
from webapp.people.beside import queries
from webapp.people.beside.forms import SixForm
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person
from webapp.people.viewing import may_see
from webapp.phones import Phone

WORDS = {
    Outcome.WRONG: _l("Ce n’est pas le bon code. La personne relit les 6 chiffres."),
    Outcome.OLD: _l("Ce code a plus de 10 minutes. Revenez en arrière pour en envoyer un autre."),
    Outcome.SPENT: _l("Trop d’essais avec ce code. Revenez en arrière pour en envoyer un autre."),
    Outcome.USED: _l("Ce code a déjà servi. Revenez en arrière pour en envoyer un autre."),
    Outcome.NONE: _l("Aucun code n’attend ici. Revenez en arrière pour en envoyer un."),
    Outcome.STOPPED: _l("Trop d’essais avec ce numéro aujourd’hui. Essayez demain."),
}


class Wait(Refused):
    """Another code for this number may not leave yet."""

    title = _l("Ce numéro vient de recevoir un code")
    code = 429

    def __init__(self, wait: timedelta) -> None:
        """Say how long."""
        super().__init__()
        self.advice = _("Attendez %(time)s, puis essayez encore.", time=wait_text(wait))  # type: ignore[assignment]


def person_or_404(public_id: str) -> Person:
    """Return someone this professional may see, once it is noted that they are looked at.

    The name of a record that became part of another leads to that other.
    """
    found = queries.person(g.staff, public_id, today())
    if found is None:
        lead_on(public_id)
        raise NotOpen
    journal.seen_now(found)
    return found


def lead_on(public_id: str) -> None:
    """Go to the record that took this one in, if this professional may see it."""
    gone = queries.anyone(public_id)
    if gone is not None and gone.merged_into_id is not None:
        kept = merging.leads_to(gone)
        if may_see(g.staff, kept, today()):
            abort(redirect(address(kept), 303))


def address(person: Person) -> str:
    """Return the page of a person: what is done beside them, or their follow-up for who hires."""
    adviser = roles.opens("adviser_only", g.staff)
    page = "people.beside.person" if adviser else "followup.desk.show"
    return url_for(page, public_id=person.public_id)


def send_code(phone: str, what: str) -> None:
    """Send a code to be read aloud to this adviser, or raise Wait."""
    place = g.staff.organisation.name
    wait = presence.ask(phone, what, presence.beside(g.staff.first_name, place), now())
    if wait is not None:
        raise Wait(wait)


def ask_code(
    form: SixForm, action: str, phone: str, back: str, outcome: Outcome | None = None
) -> Response:
    """Ask for the six digits that the person reads, with what came of the last try."""
    answer = render(
        "people/beside/code.html",
        form=form,
        action=action,
        phone=Phone(phone),
        way_back=back,
        wrong=WORDS.get(outcome) if outcome else None,
    )
    if outcome or form.errors:
        answer.status_code = 429 if outcome is Outcome.STOPPED else 422
    return answer
