"""The words of a request for help: needs with their pictures, and where a request stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from webapp.helping.asking import day_there
from webapp.helping.enums import HelpStatus, Need, StepKind
from webapp.helping.models import HelpRequest, HelpStep
from webapp.i18n import capital, french_in
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import day_text
from webapp.phones import Phone

NEEDS = {
    Need.WORK: _l("Chercher un travail"),
    Need.PAPERS: _l("Mes papiers"),
    Need.DIGITAL: _l("Téléphone et Internet"),
    Need.TRAVEL: _l("Me déplacer"),
    Need.CHILDREN: _l("Garder mes enfants"),
    Need.FRENCH: _l("Parler français"),
    Need.MONEY: _l("Argent et droits"),
    Need.TALK: _l("Autre chose"),
}
PICTURES = {
    Need.WORK: "contract",
    Need.PAPERS: "form-pencil",
    Need.DIGITAL: "mobile",
    Need.TRAVEL: "bus",
    Need.CHILDREN: "adult-child",
    Need.FRENCH: "speech",
    Need.MONEY: "coin-euro",
    Need.TALK: "users",
}
# The needs in addresses, which people read.
PATHS = {
    "travail": Need.WORK,
    "papiers": Need.PAPERS,
    "internet": Need.DIGITAL,
    "deplacement": Need.TRAVEL,
    "enfants": Need.CHILDREN,
    "francais": Need.FRENCH,
    "argent": Need.MONEY,
    "autre": Need.TALK,
}


def needs() -> Iterator[tuple[str, object, str]]:
    """Yield each need: its word in addresses, its words, its picture."""
    for path, need in PATHS.items():
        yield path, NEEDS[need], PICTURES[need]


Step = tuple[str, str]  # "done", "now" or "next", and its words


@dataclass(frozen=True)
class Asked:
    """A request for help as its person reads it, at one moment."""

    request: HelpRequest
    at: datetime

    @property
    def need(self) -> str:
        """What help is for."""
        return str(NEEDS[Need(self.request.need)])

    @property
    def picture(self) -> str:
        """The picture of the need."""
        return PICTURES[Need(self.request.need)]

    @property
    def stand(self) -> str:
        """Where it stands: `cancelled`, `done`, `late`, `taken`, `sent` or `nobody`."""
        if self.request.status == HelpStatus.WITHDRAWN:
            return "cancelled"
        if self.request.status == HelpStatus.DONE:
            return "done"
        if self.request.organisation is None:
            return "nobody"
        if self.request.due_on < day_there(self.request.insee, self.at):
            return "late"
        return "taken" if self.request.status == HelpStatus.TAKEN else "sent"

    @property
    def title(self) -> str:
        """Where it stands, in words."""
        if self.stand == "cancelled":
            return _("Votre demande est annulée")
        if self.stand == "done":
            return _("Votre demande d’aide est finie")
        if self.stand == "taken":
            return _("%(name)s a votre demande", name=self.name)
        return _("Votre demande est envoyée")

    @property
    def name(self) -> str:
        """The first name of who helps, once someone does; else their organisation."""
        owner = self.request.owner if self.request.status == HelpStatus.TAKEN else None
        place = self.request.organisation
        return owner.first_name if owner else place.name if place else ""

    @property
    def place(self) -> str:
        """The organisation that answers."""
        return self.request.organisation.name if self.request.organisation else ""

    @property
    def phone(self) -> Phone | None:
        """The number of who answers."""
        place, owner = self.request.organisation, self.request.owner
        number = (owner.phone if owner else None) or (place.phone if place else None)
        return Phone(number) if number else None

    @property
    def last_day_text(self) -> str:
        """The last day of the promised call."""
        return day_text(self.request.due_on)

    @property
    def steps(self) -> list[Step]:
        """What was done, each on its day, and what comes."""
        told = [
            ("done", self.dated(one, words))
            for one in self.request.steps
            if one.shown and (words := step_words(one))
        ]
        return [*told, *self.coming()]

    def dated(self, one: HelpStep, words: str) -> str:
        """Return a step with its day."""
        day = day_text(day_there(self.request.insee, one.at))
        return capital(_("%(day)s : %(words)s", day=day, words=words))

    def coming(self) -> Iterator[Step]:
        """Yield what is under way."""
        if self.stand in ("sent", "taken", "nobody"):
            yield (
                "now",
                _("Quelqu’un vous appelle au plus tard %(day)s", day=self.last_day_text),
            )


def step_words(one: HelpStep) -> str:
    """Return what happened, to its person; empty where there is nothing to say."""
    who = one.account.first_name if one.account else ""
    place = french_in(one.organisation.name) if one.organisation else ""
    told = {
        StepKind.ASKED: _("Votre demande est envoyée"),
        StepKind.ROUTED: _("Demande reçue par %(place)s", place=place),
        StepKind.TAKEN: _("%(name)s s’en occupe", name=who),
        StepKind.GIVEN: _("%(name)s s’en occupe", name=who),
        StepKind.NO_ANSWER: _("%(name)s a appelé, sans réponse", name=who),
        StepKind.NOTE: _("%(name)s : « %(words)s »", name=who, words=french_in(one.text)),
        StepKind.RAISED: _("Pas de réponse. Le responsable est prévenu"),
        StepKind.DONE: _("C’est fait avec %(name)s", name=who),
        StepKind.WITHDRAWN: _("Vous avez annulé cette demande"),
    }
    return str(told[StepKind(one.kind)])
