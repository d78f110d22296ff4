"""The employer's first page: who waits, who comes, what to go on with, who answers, the offers."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask import Response, g, request
from sqlalchemy import select

from webapp.applications import answers
from webapp.applications import queries as requests
from webapp.applications.models import Application
from webapp.clock import now, today
from webapp.employers import answer_words, rules, words
from webapp.employers.people_forms import AbsenceForm
from webapp.employers.steps import resume
from webapp.extensions import db
from webapp.forecasts import queries as forecasts
from webapp.forecasts import words as forecast_words
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers import queries as offers
from webapp.offers.display import job_name
from webapp.organisations.models import Contact
from webapp.people import journal
from webapp.people.models import Person

DONE_SHOWN = timedelta(days=7)


def absence_form(contact: Contact) -> AbsenceForm:
    """Return the question of how long someone is away, as nobody has answered it yet."""
    form = AbsenceForm(None, prefix=f"{contact.public_id}-")
    return about(form, contact)


def sent_absence(contact: Contact) -> AbsenceForm:
    """Return the answer that was sent for this person."""
    return about(AbsenceForm(request.form, prefix=f"{contact.public_id}-"), contact)


def about(form: AbsenceForm, contact: Contact) -> AbsenceForm:
    """Make the question name the person, and know the day."""
    form.today = today()
    form.until.label.text = _("%(name)s s’absente jusqu’au", name=contact.first_name)
    return form


def page_number() -> int:
    """Return which page of those who wait is asked for."""
    typed = request.args.get("page", "")
    return int(typed) if typed.isdecimal() and 0 < int(typed[:4]) == int(typed) else 1


def note_seen(shown: Sequence[Application]) -> None:
    """Commit that these people's names are read, and that their requests were seen."""
    known = {one.person_id for one in shown if one.person_id}
    people = db.session.scalars(select(Person).where(Person.id.in_(known)).order_by(Person.id))
    new = [one.id for one in shown if one.seen_at is None]
    journal.listed_now(people.all() if known else [])
    if new:
        with journal.kept_now():
            answers.note_all_seen(new, now())


def people(page: int) -> dict[str, Any]:
    """Return who waits, who comes and who was answered, once it is noted that they are read."""
    here, moment = g.employer.id, now()
    count, coming = requests.count_waiting(here), requests.meetings_to_come(here, moment)
    going_on = requests.to_go_on_with(here, moment)
    waiting = requests.to_call_back(here, page)
    note_seen([*waiting, *going_on, *(one.application for one in coming)])
    return {
        "count": count,
        "page": page,
        "further": page * requests.SHOWN < count,
        "waiting": requests.to_call_back(here, page),
        "going_on": requests.to_go_on_with(here, moment),
        "meetings": requests.meetings_to_come(here, moment),
        "invited": requests.invited(here),
        "ended": requests.ended_recently(here, moment - DONE_SHOWN),
    }


def render_home(asked: tuple[Contact, AbsenceForm] | None = None) -> Response:
    """Show the first page; where an absence was badly said, with what to mend in its form."""
    here = g.employer.id
    shown = people(page_number())
    absences = {one: absence_form(one) for one in g.employer.contacts}
    return render(
        "employers/home.html",
        **shown,
        to_confirm=offers.to_confirm(here),
        offers=sorted(offers.offers_of(here), key=lambda one: rules.home_order(one.status)),
        come=forecasts.come(here, today()),
        forecast_words=forecast_words,
        absences=(absences | dict([asked] if asked else [])).items(),
        words=words,
        said=answer_words,
        job_name=job_name,
        resume=resume,
    )
