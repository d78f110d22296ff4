"""A meeting as the person sees it: moments to choose from, then when and where to be."""

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.applications import inviting
from webapp.applications.models import Meeting
from webapp.applications.slots import LASTS
from webapp.applications.telling import zone_of
from webapp.i18n import capital
from webapp.i18n import gettext as _
from webapp.offers.words import day_text, time_text

STAMP = "%Y%m%dT%H%M%SZ"
WIDEST = 73  # bytes in a line of a calendar file, the space that goes on with it apart


@dataclass(frozen=True)
class Invitation:
    """A meeting told at one moment."""

    meeting: Meeting
    at: datetime

    def text(self, moment: datetime) -> str:
        """Return a moment as people say it: `mardi 24 novembre à 9 h 30`."""
        there = moment.astimezone(zone_of(self.meeting.application.offer))
        hour = time_text(there.hour * 60 + there.minute)
        return _("%(day)s à %(time)s", day=day_text(there.date()), time=hour)

    @property
    def when_text(self) -> str:
        """The chosen moment; empty where none is."""
        moment = self.meeting.starts_at
        return self.text(moment) if moment else ""

    @property
    def chosen_with(self) -> str:
        """The first name of the adviser with whom it was chosen; empty where it was not."""
        adviser = self.meeting.chosen_with
        return adviser.first_name if adviser else ""

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The moments that can still be chosen: what is sent, and what is shown."""
        free = inviting.free(self.meeting, self.at)
        return [(one.isoformat(), capital(self.text(one))) for one in free]

    @property
    def is_past(self) -> bool:
        """Whether the chosen moment has passed."""
        moment = self.meeting.starts_at
        return moment is not None and moment <= self.at


def calendar_file(meeting: Meeting, summary: str, place: str, words: str, now: datetime) -> str:
    """Return a meeting as a calendar file (RFC 5545), with an alarm two hours before."""
    starts_at = meeting.starts_at or now
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A deux pas//FR", "METHOD:PUBLISH"),
        *("BEGIN:VEVENT", f"UID:{meeting.public_id}@a-deux-pas", f"DTSTAMP:{stamp(now)}"),
        *(f"DTSTART:{stamp(starts_at)}", f"DTEND:{stamp(starts_at + LASTS)}"),
        *(f"SUMMARY:{escaped(summary)}", f"LOCATION:{escaped(place)}"),
        f"DESCRIPTION:{escaped(words)}",
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(summary)}"),
        *("TRIGGER:-PT2H", "END:VALARM", "END:VEVENT", "END:VCALENDAR"),
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def stamp(moment: datetime) -> str:
    """Return a moment as a calendar file writes it."""
    return moment.astimezone(UTC).strftime(STAMP)


def escaped(text: str) -> str:
    """Return a text as a calendar file holds it."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line cut where it is too long; no letter is cut in two."""
    pieces = [""]
    for letter in line:
        if len((pieces[-1] + letter).encode()) > WIDEST:
            pieces.append("")
        pieces[-1] += letter
    return "\r\n ".join(pieces)
