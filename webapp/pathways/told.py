"""What is kept of someone's path, said to themselves, a line each."""

from webapp.clock import now
from webapp.i18n import gettext as _
from webapp.offers.words import date_text
from webapp.pathways import queries
from webapp.pathways.queries import Computed
from webapp.people.models import Person


def lines(person: Person) -> list[object]:
    """Return what is kept of a path, the latest first."""
    approvals = [approval(one) for one in queries.all_computed(person.id, now())]
    asked = [
        _("Diagnostic demandé, attendu avant le %(day)s", day=date_text(one.due_on))
        for one in queries.open_requests(person.id)
    ]
    return [*approvals, *asked]


def approval(one: Computed) -> str:
    """Return an approval in one line: until when, or since when it waits."""
    if one.end is None:
        asked_on = one.approval.asked_at.astimezone(queries.place(one.approval.insee).zone).date()
        return _("Agrément demandé le %(day)s", day=date_text(asked_on))
    return _("Agrément jusqu’au %(day)s", day=date_text(one.end))
