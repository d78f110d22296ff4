"""The page of an offer that says who answers, and who answers in their place."""

from datetime import datetime
from typing import Any

from flask import request

from webapp.employers import actions, rules, words
from webapp.employers.fields import StepForm, pairs
from webapp.employers.people_forms import ContactForm, PersonForm
from webapp.offers.models import Offer
from webapp.organisations import actions as organisations
from webapp.organisations import queries
from webapp.organisations.models import Contact, Organisation

USUAL_CALLS = {"days": [0, 1, 2, 3, 4], "begin": 9 * rules.HOUR, "end": 17 * rules.HOUR}


def contact_form(offer: Offer) -> StepForm:
    """Return the people of the structure to choose from, or to add, each with a form of theirs."""
    known = offer.organisation.contacts
    form = ContactForm(
        data={
            "contact": chosen(offer.contact, known, 0),
            "backup": chosen(offer.backup, known, 1),
            "promised_days": rules.near_promise(offer.promised_days),
        }
    )
    people = {contact.public_id: words.person(contact) for contact in known}
    form.contact.choices = pairs({**people, "new": words.SOMEONE_NEW})
    form.backup.choices = pairs({**people, "new": words.SOMEONE_NEW})
    for role in ("contact", "backup"):
        form.people[role] = person_form(role)
    return form


def chosen(kept: Contact | None, known: list[Contact], place: int) -> str:
    """Return who is chosen at first: the kept one, else the first or second of the structure."""
    if kept is not None:
        return kept.public_id
    return known[place].public_id if len(known) > place else "new"


def person_form(role: str) -> PersonForm:
    """Return the form of someone new in this role; empty unless it is used."""
    used = request.method == "POST" and request.form.get(role) == "new"
    return PersonForm(
        None if not used else request.form,
        prefix=f"{role}_",
        data={**USUAL_CALLS, "languages": ["fr"]},
    )


def keep_contact(offer: Offer, form: Any, now: datetime) -> None:
    """Keep who answers, adding who is new."""
    here = offer.organisation
    columns = {
        "contact_id": person_of(here, form, "contact").id,
        "backup_id": person_of(here, form, "backup").id,
        "promised_days": form.promised_days.data,
    }
    actions.write(offer, columns, now)


def person_of(here: Organisation, form: Any, role: str) -> Contact:
    """Return the chosen person of a structure, added where they are new."""
    key = form[role].data
    known = None if key == "new" else queries.contact_of(here.id, key)
    return known or organisations.add_contact(here, described(form.people[role]))


def described(form: Any) -> organisations.Person:
    """Return a person as their form describes them."""
    calls = {"days": form.days.data, "from": form.begin.data, "to": form.end.data}
    return organisations.Person(
        first_name=form.first_name.data,
        phone=form.phone.data,
        role=form.role.data,
        languages=tuple(form.languages.data) or ("fr",),
        call_when=calls if form.days.data and form.begin.data is not None else None,
    )
