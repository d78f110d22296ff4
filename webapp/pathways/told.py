"""What is kept of someone's path, said to themselves, a line each."""

from markupsafe import Markup, escape
from sqlalchemy import select

from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.i18n import french
from webapp.i18n import gettext as _
from webapp.offers.words import date_text
from webapp.pathways import queries, work
from webapp.pathways.liaison_models import LiaisonForm
from webapp.pathways.queries import Computed
from webapp.pathways.work_models import WorkContract
from webapp.people.models import Person


def lines(person: Person) -> list[object]:
    """Return what is kept of a path, the latest first."""
    approvals = [approval(one) for one in queries.all_computed(person.id, now())]
    asked = [
        _("Diagnostic demandé, attendu avant le %(day)s", day=date_text(one.due_on))
        for one in queries.open_requests(person.id)
    ]
    return [*approvals, *asked, *contracts(person), *forms(person)]


def contracts(person: Person) -> list[object]:
    """Return their contracts in an SIAE, a line each."""
    return [contract(one) for one in work.contracts_of(person)]


def contract(one: WorkContract) -> object:
    """Return a contract in one line: where, since when, and until when."""
    place = french(one.organisation.name)
    if one.last_day is None:
        line, days = _("Contrat à %(place)s, depuis le %(day)s"), {"day": one.begins_on}
    else:
        line = _("Contrat à %(place)s, du %(begin)s au %(end)s")
        days = {"begin": one.begins_on, "end": one.last_day}
    said = {name: date_text(day) for name, day in days.items()}
    return Markup(escape(line)) % {"place": place, **said}  # noqa: S704 - escaped


def forms(person: Person) -> list[object]:
    """Return their liaison forms, a line each."""
    found = db.session.scalars(
        select(LiaisonForm.created_at)
        .where(LiaisonForm.person_id == person.id)
        .order_by(LiaisonForm.id.desc())
    )
    return [
        _("Fiche de liaison du %(day)s", day=date_text(at.astimezone(PARIS).date())) for at in found
    ]


def approval(one: Computed) -> str:
    """Return an approval in one line: until when, or since when it waits."""
    if one.end is None:
        asked_on = one.approval.asked_at.astimezone(queries.place(one.approval.insee).zone).date()
        return _("Agrément demandé le %(day)s", day=date_text(asked_on))
    return _("Agrément jusqu’au %(day)s", day=date_text(one.end))
