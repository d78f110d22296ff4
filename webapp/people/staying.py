"""What cannot go when someone is erased: where it is, why it stays, until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.i18n import gettext as _
from webapp.offers.words import date_text
from webapp.people import queries
from webapp.people.erasing import COPIES
from webapp.people.models import Person


@dataclass(frozen=True)
class Staying:
    """One thing that stays."""

    what: str
    where: str
    why: str
    until: str


def what_stays(person: Person, on: date) -> Sequence[Staying]:
    """Return what stays of someone erased on this day, all of it named."""
    return [copies(on), line(), *own_notes(person)]


def copies(on: date) -> Staying:
    """Return what the copies of the database keep until they are replaced."""
    return Staying(
        what=_("Des copies de secours"),
        where=_("Chez nous. Seule l’équipe technique les ouvre."),
        why=_("Elles servent si une machine tombe en panne. Elles sont remplacées peu à peu."),
        until=_("Au plus tard le %(day)s.", day=date_text(on + COPIES)),
    )


def line() -> Staying:
    """Return the line that names nobody."""
    return Staying(
        what=_("Une ligne sans nom"),
        where=_("Chez nous."),
        why=_("Elle dit : une fiche est effacée. Elle sert à ne jamais la remettre."),
        until=_("Tant que ce site existe. Elle ne dit rien de vous."),
    )


def own_notes(person: Person) -> list[Staying]:
    """Return what a structure that wrote the person down may keep in its own files."""
    keeper = queries.keeper(person)
    if keeper is None:
        return []
    return [
        Staying(
            what=_("Les notes de %(name)s", name=keeper.name),
            where=_("Dans ses propres dossiers, hors de ce site."),
            why=_("La loi lui demande parfois de les garder."),
            until=_("Demandez-lui la date. Vous pouvez aussi demander de les effacer."),
        )
    ]
