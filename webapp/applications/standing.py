"""Where a request stands, as its person sees it: what was sent, what was answered, what comes."""

from dataclasses import dataclass
from datetime import datetime, time

from flask import url_for

from webapp.applications import clocks, rules
from webapp.applications.display import DAY, Meeting, day_of_week_text, past_day_text
from webapp.applications.enums import ApplicationStatus, BestMoment, Reason, Side, Way
from webapp.applications.invitation import Invitation
from webapp.applications.models import Application
from webapp.applications.queries import FIRST
from webapp.applications.words import MOMENTS, REASONS
from webapp.i18n import capital
from webapp.i18n import gettext as _
from webapp.offers import queries as offers
from webapp.offers import search, words
from webapp.offers.display import Card, card
from webapp.offers.search import Wanted


def offer_url(public_id: str) -> str:
    """Return the address of an offer."""
    return url_for("offers.show", public_id=public_id)


STATES = {
    ApplicationStatus.WITHDRAWN: "cancelled",
    ApplicationStatus.PROPOSED: "invited",
    ApplicationStatus.CHOSEN: "meeting",
    ApplicationStatus.MET: "met",
    ApplicationStatus.HIRED: "hired",
    ApplicationStatus.NOT_SELECTED: "declined",
    ApplicationStatus.UNANSWERED: "unanswered",
}
OTHERS = 3  # offers shown where a request ends without the work


@dataclass(frozen=True)
class Request:
    """A request as the person sees it: what was sent, where it stands, what comes next."""

    application: Application
    at: datetime

    @property
    def meeting(self) -> Meeting:
        """The offer and the human who answers today."""
        return Meeting(self.application.offer, self.at)

    @property
    def reference(self) -> str:
        """The name of the request, in two groups."""
        return rules.reference(self.application.public_id)

    @property
    def last_digits(self) -> str:
        """The end of the number that will be called."""
        return rules.last_digits(self.application.phone)

    @property
    def is_visit(self) -> bool:
        """Whether the person comes, rather than waits for a call."""
        return self.application.way == Way.I_VISIT

    @property
    def state(self) -> str:
        """Where it stands: a name of STATES, or `again`, `called`, `coming`, `late`, `waiting`."""
        stands = clocks.stands(self.application, self.at)
        if stands not in FIRST:
            return STATES[stands]
        if self.is_moved:
            return "again"
        if self.application.called_at is not None:
            return "called"
        if self.is_visit:
            return "coming"
        return "late" if self.meeting.on > self.application.answer_by else "waiting"

    @property
    def is_moved(self) -> bool:
        """Whether other moments are awaited, since the person could not come to those proposed."""
        last = self.application.meetings[-1] if self.application.meetings else None
        return last is not None and last.over_by == Side.PERSON

    @property
    def invitation(self) -> Invitation | None:
        """The meeting that is proposed or chosen, if there is one."""
        held = self.application.meeting
        return Invitation(held, self.at) if held else None

    @property
    def reason_text(self) -> str:
        """Why it is not for this time, in kind words; empty where nobody said."""
        reason = self.application.reason
        return str(REASONS[Reason(reason)]) if reason in REASONS else ""

    @property
    def others(self) -> list[Card]:
        """The three nearest offers of the same kind of work."""
        offer = self.application.offer
        near = Wanted(families=(offer.family or "",))
        hits = search.near(offer.lat or 0, offer.lon or 0, near, limit=OTHERS + 1)
        found = {one.id: one for one in offers.listed([hit.id for hit in hits])}
        kept = [found[hit.id] for hit in hits if hit.id in found and hit.id != offer.id][:OTHERS]
        return [card(one, self.meeting.on, offer_url(one.public_id)) for one in kept]

    @property
    def answer_text(self) -> str:
        """The last day of the promised answer."""
        return words.day_text(self.application.answer_by)

    @property
    def last_day_text(self) -> str:
        """The same day as people speak of it now: `mercredi`, `aujourd’hui`."""
        return day_of_week_text(self.application.answer_by, self.meeting.on)

    @property
    def call_then_text(self) -> str:
        """What to do when nobody called: `Jeudi, appelez Karim, de 9 h à 12 h.`; empty if unknown.

        The moment chosen to be called says nothing of when the contact answers.
        """
        meeting, hours = self.meeting, self.meeting.hours
        after = datetime.combine(self.application.answer_by + DAY, time(), meeting.local.tzinfo)
        day = rules.next_day_to_call(hours, after, meeting.holidays) if hours else None
        if day is None or hours is None:
            return ""
        return _(
            "%(day)s, appelez %(name)s, %(hours)s.",
            day=capital(day_of_week_text(day, meeting.on)),
            name=meeting.name,
            hours=words.hours_of([(hours.begin, hours.end)]),
        )

    @property
    def moment_text(self) -> str:
        """The moment chosen to be called; empty for any."""
        chosen = self.application.moment
        return "" if chosen == BestMoment.ANY else words.lowered(str(MOMENTS[BestMoment(chosen)]))

    @property
    def who(self) -> str:
        """The first name of the person when someone else filled it in; empty else."""
        return self.application.first_name if self.application.for_someone else ""

    @property
    def called_text(self) -> str:
        """That the person called by themselves, and when; empty where they did not."""
        moment = self.application.person_called_at
        if moment is None:
            return ""
        day = moment.astimezone(self.meeting.local.tzinfo).date()
        return _("Vous avez appelé %(day)s", day=past_day_text(day, self.meeting.on))
