"""The words of the page, as a recruiter reads them: always French, for it is shown in France."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.cv.rules import Answers
from webapp.i18n import capital, speaking
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import family, job
from webapp.jobs.tasks import task
from webapp.offers.labels import LANGUAGES
from webapp.offers.words import joined
from webapp.people.models import Person
from webapp.phones import Phone

LONG = {"short": _l("moins d’un an"), "some": _l("de 1 à 3 ans"), "long": _l("plus de 3 ans")}
LICENCE = {
    "scooter": _l("Permis AM, scooter"),
    "b": _l("Permis B"),
    "car": _l("Permis B, véhicule personnel"),
    "lorry": _l("Permis C (poids lourd)"),
}
FRENCH = {
    "little": _l("notions"),
    "some": _l("conversation courante"),
    "good": _l("courant à l’oral"),
    "write": _l("courant à l’oral et à l’écrit"),
}
FREE = {"now": _l("Disponible immédiatement"), "soon": _l("Disponible prochainement")}
HOURS = {
    "morning": _l("le matin"),
    "afternoon": _l("l’après-midi"),
    "evening": _l("le soir"),
    "night": _l("la nuit"),
    "weekend": _l("le week-end"),
}


@dataclass(frozen=True)
class Experience:
    """A job that was done, and for how long; empty where that was not said."""

    job: str
    long: str


@dataclass(frozen=True)
class Sheet:
    """The one page: who, how to call, what was done, what is known, when."""

    name: str
    phone: Phone | None
    headline: str
    experience: Sequence[Experience]
    skills: Sequence[tuple[str, Sequence[str]]]  # by family of work
    languages: Sequence[str]
    licence: str
    free: str

    @classmethod
    def of(cls, person: Person, answers: Answers) -> "Sheet":
        """Return the page of someone's answers."""
        with speaking(""):
            done = [
                Experience(name(key), str(LONG.get(long, "")))
                for key, long in answers.get("jobs", {}).items()
                if job(key)
            ]
            return cls(
                name=f"{person.first_name} {person.last_name}".strip(),
                phone=Phone(person.phone) if person.phone else None,
                headline=headline(answers),
                experience=done,
                skills=skills(answers),
                languages=languages(answers),
                licence=str(LICENCE.get(answers.get("licence", ""), "")),
                free=free(answers),
            )


def name(key: str) -> str:
    """Return the name of a job."""
    found = job(key)
    return str(found.label) if found else ""


def headline(answers: Answers) -> str:
    """Return what a recruiter reads first: the kinds of work."""
    kinds = [found for key in answers.get("families", ()) if (found := family(key))]
    return " · ".join(str(one.label) for one in kinds)


def skills(answers: Answers) -> list[tuple[str, list[str]]]:
    """Return what the person can do, by family of work in the order of their choice."""
    groups: dict[str, list[str]] = {}
    chosen = [found for key in answers.get("tasks", ()) if (found := task(key))]
    for one in chosen:
        home = next((key for key in answers.get("families", ()) if key in one.families), "")
        groups.setdefault(home or one.families[0], []).append(str(one.label))
    titles = {key: kind for key in groups if (kind := family(key))}
    return [(str(kind.label), groups[key]) for key, kind in titles.items()]


def languages(answers: Answers) -> list[str]:
    """Return each language, French first with how well."""
    level = FRENCH.get(answers.get("french", ""))
    french = [_("Français : %(level)s", level=level)] if level else []
    others = [key for key in answers.get("languages", ()) if key in LANGUAGES]
    return french + [capital(str(LANGUAGES[key])) for key in others]


def free(answers: Answers) -> str:
    """Return from when and at which hours the person can work."""
    begins = FREE.get(answers.get("free", ""))
    hours = joined([HOURS[key] for key in answers.get("hours", ()) if key in HOURS])
    if begins and hours:
        return _("%(begins)s : %(hours)s.", begins=begins, hours=hours)
    return f"{begins}." if begins else capital(f"{hours}.") if hours else ""
