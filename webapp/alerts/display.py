"""A person's alerts, in words."""

from webapp.alerts import queries
from webapp.i18n import gettext as _
from webapp.jobs.queries import family
from webapp.offers.choosing import names_of
from webapp.offers.words import listed
from webapp.people.models import Person
from webapp.places import queries as places


def alerts_of(person: Person) -> list[tuple[str, str, str]]:
    """Return the name, the work and the town of each alert of a person."""
    rows = []
    for alert in queries.of_person(person):
        known, town = family(alert.family), places.commune(alert.insee)
        work = str(known.short) if known else alert.word or _("Tous les travaux")
        work = listed([work, *names_of(alert.needs)])
        rows.append((alert.public_id, work, town.name if town else ""))
    return rows
