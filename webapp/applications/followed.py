"""The requests of one person as they follow them: where each stands, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from webapp.applications.display import DAY, Request, near_day_text
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.i18n import gettext as _
from webapp.phones import Phone

OVER = ("cancelled", "ended")
ORDER = ("late", "waiting", "coming", "called", *OVER)
Step = tuple[str, str]  # "done", "now" or "next", and its words


@dataclass(frozen=True)
class Followed(Request):
    """One request in the list: its steps in words, and the one act that helps now."""

    @property
    def stand(self) -> str:
        """Where it stands, as `Request.state`, or `ended` once there is an answer."""
        return "ended" if self.application.status in ENDINGS else self.state

    @property
    def job(self) -> str:
        """The name of the work."""
        return self.meeting.page.job

    @property
    def picture(self) -> str:
        """The picture of the work."""
        return self.meeting.page.picture

    @property
    def place(self) -> str:
        """The employer and the town."""
        page = self.meeting.page
        return f"{page.employer}, {page.town}" if page.town else page.employer

    @property
    def name(self) -> str:
        """The first name of the human who answers today."""
        return self.meeting.name

    @property
    def phone(self) -> Phone | None:
        """The number of that human."""
        return self.meeting.human.phone if self.meeting.human else None

    @property
    def url(self) -> str:
        """The page that says all of this request."""
        return url_for("applications.sent", public_id=self.application.public_id)

    @property
    def way_url(self) -> str:
        """How to get there, for who comes."""
        return url_for("applications.visit", public_id=self.application.offer.public_id)

    @property
    def sent_text(self) -> str:
        """The day it was sent: `Envoyée hier`."""
        day = self.application.created_at.astimezone(self.meeting.local.tzinfo).date()
        return _("Envoyée %(day)s", day=past_day_text(day, self.meeting.on))

    @property
    def steps(self) -> list[Step]:
        """What is done, what is under way, what comes."""
        done = [("done", self.sent_text)]
        if self.application.status == ApplicationStatus.SEEN and self.stand != "called":
            done.append(("done", _("Vue par %(name)s", name=self.name)))
        return [*done, *self.coming]

    @property
    def coming(self) -> list[Step]:
        """What is under way and what comes, by where it stands."""
        name, day = self.name, self.last_day_text
        if self.stand in OVER:
            return [("done", ENDED[ApplicationStatus(self.application.status)]())]
        if self.stand == "called":
            return [
                ("done", _("%(name)s a appelé", name=name)),
                ("now", _("Vous choisissez ensemble un jour pour vous voir")),
            ]
        if not self.application.offer.is_published:
            return [("now", _("L’offre est fermée. Appelez %(name)s pour savoir", name=name))]
        meet = ("next", _("Vous choisissez ensemble un jour pour vous voir"))
        if self.stand == "late":
            return [("now", _("%(name)s devait appeler au plus tard %(day)s", name=name, day=day))]
        if self.stand == "coming":
            return [("now", _("%(name)s sait que vous venez", name=name))]
        return [("now", _("%(name)s appelle au plus tard %(day)s", name=name, day=day)), meet]


ENDED = {
    ApplicationStatus.WITHDRAWN: lambda: _("Vous avez annulé cette demande"),
    ApplicationStatus.HIRED: lambda: _("Vous avez ce travail"),
    ApplicationStatus.NOT_SELECTED: lambda: _("Ce n’est pas pour cette fois"),
    ApplicationStatus.UNANSWERED: lambda: _("Personne n’a répondu"),
}
ENDINGS = frozenset(ENDED) - {ApplicationStatus.WITHDRAWN}


def past_day_text(day: date, on: date) -> str:
    """Return a day that has come, as people say it: `aujourd’hui`, `hier`, `lundi 16 novembre`."""
    return _("hier") if day == on - DAY else near_day_text(day, on)


def followed(applications: Sequence[Application], at: datetime) -> list[Followed]:
    """Return the requests of a person, first those where they can do something today."""
    found = [Followed(application, at) for application in applications]
    return sorted(found, key=lambda one: ORDER.index(one.stand))
