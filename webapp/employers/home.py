"""The employer's first page: who waits for a call, who answers, the offers."""

from datetime import timedelta

from flask import Response, g, request

from webapp.applications import queries as requests
from webapp.clock import now, today
from webapp.employers import rules, words
from webapp.employers.people_forms import AbsenceForm
from webapp.employers.steps import resume
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers import queries as offers
from webapp.offers.display import job_name
from webapp.organisations.models import Contact

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


def render_home(asked: tuple[Contact, AbsenceForm] | None = None) -> Response:
    """Show the first page; where an absence was badly said, with what to mend in its form."""
    here = g.employer
    absences = {one: absence_form(one) for one in here.contacts} | dict([asked] if asked else [])
    return render(
        "employers/home.html",
        waiting=requests.to_call_back(here.id),
        to_confirm=offers.to_confirm(here.id),
        called=requests.called_recently(here.id, now() - DONE_SHOWN),
        offers=sorted(offers.offers_of(here.id), key=lambda one: rules.home_order(one.status)),
        absences=absences.items(),
        words=words,
        job_name=job_name,
        resume=resume,
    )
