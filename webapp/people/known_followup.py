"""What helps and the follow-up keep about someone, said in words for themselves."""

from markupsafe import Markup, escape
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Together
from webapp.alerts.display import alerts_of
from webapp.clock import today
from webapp.extensions import db
from webapp.followup import caseloads, display, tasks, timeline
from webapp.followup.enums import Readers
from webapp.followup.models import Note
from webapp.gatherings.models import Seat
from webapp.gatherings.words import TOPICS
from webapp.helping.enums import Need
from webapp.helping.queries import of_person as helps_of
from webapp.helping.words import NEEDS
from webapp.i18n import french
from webapp.i18n import gettext as _
from webapp.offers.words import date_text
from webapp.organisations.models import Organisation
from webapp.people.display import local, who_text
from webapp.people.models import Person

ALL = 10**4  # events of one life


def dated(day: object, word: object) -> Markup:
    """Return a day and what goes with it, whose words may be marked as French already."""
    sentence = Markup(escape(_("Le %(day)s : %(word)s")))  # noqa: S704 - escaped
    return sentence % {"day": day, "word": word}


def helps(person: Person) -> list[object]:
    """Return what they asked help for, each with the words written for them since."""
    return [
        dated(date_text(local(at).date()), word)
        for one in helps_of(person.id)
        for at, word in [
            (one.created_at, NEEDS[Need(one.need)]),
            *((step.at, french(step.text)) for step in one.steps if step.shown and step.text),
        ]
    ]


def alerts(person: Person) -> list[object]:
    """Return the work and the town of which they want to be told."""
    return [", ".join(filter(None, (work, town))) for _name, work, town in alerts_of(person)]


def steps(person: Person) -> list[object]:
    """Return their next steps, by their day."""
    return [dated(date_text(one.due_on), french(one.title)) for one in tasks.own(person)]


def followers(person: Person) -> list[object]:
    """Return who follows them, then whose notes are not for them to read here."""
    names = [
        french(f"{one.first_name}, {one.organisation.name}")
        for one in caseloads.who_follow(person, today())
    ]
    return [*names, *notes_of_others(person)]


def notes_of_others(person: Person) -> list[object]:
    """Return which structures keep notes that they show nobody here: who wrote them tells them."""
    found = db.session.scalars(
        select(Organisation.name)
        .join(Note, Note.organisation_id == Organisation.id)
        .where(Note.person_id == person.id, Note.readers != Readers.PERSON)
        .group_by(Organisation.id, Organisation.name)
        .order_by(Organisation.id)
    )
    sentence = Markup(escape(_("Les notes de %(name)s")))  # noqa: S704 - escaped
    return [sentence % {"name": french(name)} for name in found]


def sessions_of_two(person: Person) -> list[object]:
    """Return when an adviser sat beside them, and who."""
    found = db.session.scalars(
        select(Together)
        .where(Together.person_id == person.id)
        .options(joinedload(Together.account))
        .order_by(Together.id.desc())
    )
    return [dated(date_text(local(one.started_at).date()), who_text(one.account)) for one in found]


def happened(person: Person) -> list[object]:
    """Return what happened to them, the latest first, with the notes that they read."""
    return [
        dated(date_text(local(line.event.at).date()), Markup(" · ").join(said(line)))
        for day in display.days(timeline.own(person, limit=ALL), today())
        for line in day.lines
        if not line.words  # messages stand apart
    ]


def said(line: display.Line) -> list[Markup]:
    """Return the words of something that happened."""
    note = line.note.text if line.note else ""
    words = (escape(line.what), french(line.task), french(note))
    return [word for word in words if word]


def seats(person: Person) -> list[object]:
    """Return their seats in information meetings."""
    found = db.session.scalars(
        select(Seat)
        .where(Seat.person_id == person.id)
        .options(joinedload(Seat.gathering))
        .order_by(Seat.asked_at.desc(), Seat.id.desc())
    )
    return [
        dated(date_text(local(one.gathering.starts_at).date()), TOPICS[one.gathering.topic])
        for one in found
    ]
