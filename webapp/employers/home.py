"""The employer's first page: who waits, who comes, what to go on with, who answers, the offers."""

from collections.abc import Sequence

from flask import Response, g, request
from sqlalchemy import select

from webapp.applications import answers, lists
from webapp.applications import queries as requests
from webapp.applications.lists import People, Some
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
    """Return which page of a list is asked for."""
    typed = request.args.get("page", "")
    return int(typed) if typed.isdecimal() and 0 < int(typed[:4]) == int(typed) else 1


def asked_list(page: int) -> People | None:
    """Return the list that is asked for alone; None for the first page, which begins each."""
    typed = request.args.get("liste", "")
    if typed in set(People):
        return People(typed)
    return People.WAITING if page > 1 else None


def note_seen(shown: Sequence[Application]) -> None:
    """Commit that these people's names are read, and that their requests were seen."""
    known = {one.person_id for one in shown if one.person_id}
    people = db.session.scalars(select(Person).where(Person.id.in_(known)).order_by(Person.id))
    new = [one.id for one in shown if one.seen_at is None]
    journal.listed_now(people.all() if known else [])
    if new:
        with journal.kept_now():
            answers.note_all_seen(new, now())


def people(alone: People | None, page: int) -> dict[str, Some]:
    """Return who waits, who comes, who was answered, once it is noted that they are read.

    A list is shown alone, by pages; else each is begun, so that a thousand people weigh as ten.
    """
    here, moment = g.employer.id, now()
    if alone:
        found = {alone.name.lower(): lists.of(here, alone, moment, page, requests.SHOWN)}
    else:
        found = {one.name.lower(): lists.of(here, one, moment, size=SIZES[one]) for one in People}
    note_seen([asked for some in found.values() for asked in some.rows])
    return found


SIZES = dict.fromkeys(People, lists.FEW) | {People.WAITING: lists.FIRST}


def render_home(asked: tuple[Contact, AbsenceForm] | None = None) -> Response:
    """Show the first page; where an absence was badly said, with what to mend in its form."""
    here, page = g.employer.id, page_number()
    alone = None if asked else asked_list(page)
    shown = people(alone, page)
    absences = {one: absence_form(one) for one in g.employer.contacts}
    return render(
        "employers/list.html" if alone else "employers/home.html",
        people=shown,
        alone=alone,
        page=page,
        size=requests.SHOWN,
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
