"""The words for seats in a person's timeline, which they read too."""

from datetime import datetime

from webapp.followup.enums import Readers
from webapp.followup.timeline import kinds, plain, record
from webapp.gatherings.models import Seat
from webapp.i18n import lazy_gettext as _l

WORDS = {
    "seat-taken": (_l("Place demandée pour une réunion d’information"), "calendar"),
    "seat-given-up": (_l("Place rendue pour une réunion d’information"), "x"),
    "seat-came": (_l("Réunion d’information : la personne est venue"), "check"),
    "seat-missed": (_l("Réunion d’information : la personne n’est pas venue"), "clock"),
}


kinds({kind: plain(*shown) for kind, shown in WORDS.items()})


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
