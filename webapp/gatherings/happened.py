"""The words for seats in a person's timeline, which they read too."""

from datetime import datetime

from webapp.followup.enums import Readers
from webapp.followup.timeline import About, Kind, kinds, record
from webapp.gatherings.models import Seat
from webapp.i18n import lazy_gettext as _l

WORDS = {
    "seat-taken": (_l("Place demandée pour une réunion d’information"), "calendar"),
    "seat-given-up": (_l("Place rendue pour une réunion d’information"), "x"),
    "seat-came": (_l("Réunion d’information : la personne est venue"), "check"),
    "seat-missed": (_l("Réunion d’information : la personne n’est pas venue"), "clock"),
}


def plain(kind: str) -> Kind:
    """Return how a kind of event is shown: its words say all."""
    text, picture = WORDS[kind]

    def said(_about: About) -> str:
        return str(text)

    return Kind(text=said, picture=picture)


kinds({kind: plain(kind) for kind in WORDS})


def tell(seat: Seat, what: str, now: datetime) -> None:
    """Tell the timeline of the person, where it is known who they are."""
    if seat.person is not None:
        record(
            seat.person,
            f"seat-{what}",
            now,
            organisation_id=seat.gathering.organisation_id,
            readers=Readers.PERSON,
            seat=seat.public_id,
        )
