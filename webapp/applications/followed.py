"""The requests of one person as they follow them: where each stands, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for

from webapp.applications.display import past_day_text
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.applications.standing import Request
from webapp.i18n import gettext as _
from webapp.phones import Phone

OVER = ("cancelled", "ended")
ORDER = ("invited", "meeting", "late", "again", "waiting", "coming", "called", "met", *OVER)
CALLED_AGAIN = timedelta(days=2)  # after a call of theirs, nobody is asked to call sooner
Step = tuple[str, str]  # "done", "now" or "next", and its words
Sign = tuple[str, str, str]  # "done", "now" or "next", a picture, its word


@dataclass(frozen=True)
class Followed(Request):
    """One request in the list: its steps in words, and the one act that helps now."""

    @property
    def stand(self) -> str:
        """Where it stands, as `Request.state`, or `ended` once there is an answer."""
        return "ended" if self.state in ENDED_STATES else self.state

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
    def path(self) -> list[Sign]:
        """The whole way in four pictures: sent, seen, meeting, answer."""
        met = self.state in ("invited", "meeting", "met") or self.application.met_at is not None
        seen = met or self.application.seen_at is not None or self.state == "called"
        reached = 3 if self.stand in OVER else 2 if met else 1 if seen else 0
        signs = (
            ("send", _("Envoyée")),
            ("eye", _("Vue")),
            ("calendar", _("Rendez-vous")),
            ("speech", _("Réponse")),
        )
        skips = {2} if self.stand in OVER and not met else set()
        ahead = 2 if self.state in ("invited", "meeting") else None  # known, and not held yet
        return [
            (
                "now" if at == ahead else "done" if at <= reached and at not in skips else "next",
                drawn,
                word,
            )
            for at, (drawn, word) in enumerate(signs)
        ]

    @property
    def asks_to_call(self) -> bool:
        """Whether calling is what helps today: the answer is late, and they did not just call."""
        called = self.application.person_called_at
        rested = called is None or called < self.at - CALLED_AGAIN
        return self.stand == "late" and self.phone is not None and rested

    @property
    def steps(self) -> list[Step]:
        """What is done, what is under way, what comes."""
        done = [("done", self.sent_text)]
        if self.application.presentation and self.application.presentation.by:
            by = self.application.presentation.by
            done.append(("done", _("%(name)s vous présente à l’employeur", name=by)))
        if self.application.seen_at is not None and self.stand in ("waiting", "late", "coming"):
            done.append(("done", _("Vue par %(name)s", name=self.name)))
        if self.called_text and self.stand == "late":
            done.append(("done", self.called_text))
        if self.stand == "meeting" and self.invitation and self.invitation.chosen_with:
            done.append(("done", _("Choisi avec %(name)s", name=self.invitation.chosen_with)))
        return [*done, *self.coming]

    @property
    def now(self) -> str:
        """What is under way, where it has words of its own; empty else."""
        if self.state == "invited":
            return _("Choisissez un moment pour voir %(name)s", name=self.name)
        if self.state == "again":
            return _("%(name)s vous propose bientôt d’autres moments", name=self.name)
        if self.state == "met":
            return _("%(name)s vous donne sa réponse", name=self.name)
        if self.state == "meeting" and self.invitation is not None:
            return _("Rendez-vous %(when)s", when=self.invitation.when_text)
        return ""

    @property
    def coming(self) -> list[Step]:
        """What is under way and what comes, by where it stands."""
        if self.stand in OVER:
            return [("done", ENDED[ENDED_STATES.get(self.state, ApplicationStatus.WITHDRAWN)]())]
        return [("now", self.now)] if self.now else self.awaited

    @property
    def awaited(self) -> list[Step]:
        """What is under way and what comes while a call, or the person, is awaited."""
        name, day = self.name, self.last_day_text
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
ENDED_STATES = {
    "hired": ApplicationStatus.HIRED,
    "declined": ApplicationStatus.NOT_SELECTED,
    "unanswered": ApplicationStatus.UNANSWERED,
}


def followed(applications: Sequence[Application], at: datetime) -> list[Followed]:
    """Return the requests of a person, first those where they can do something today."""
    found = [Followed(application, at) for application in applications]
    return sorted(found, key=lambda one: ORDER.index(one.stand))
