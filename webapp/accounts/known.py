"""One thing the person knows: their birthday, or the employer they asked, among five."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.accounts import queries
from webapp.accounts.enums import Tried
from webapp.accounts.tries import hashed
from webapp.applications.models import Application
from webapp.i18n import lazy_gettext as _l
from webapp.organisations import queries as organisations
from webapp.organisations.kinds import HIRING
from webapp.organisations.models import Organisation
from webapp.people.models import Person

BIRTHDAY, EMPLOYER = "birthday", "employer"
NONE_OF_THEM = "none"
CHOICES = 5
NEAR_KM = 60
LOOKED_AT = 40  # structures around, among which the wrong answers are drawn
# Where too few structures are near: names as structures have them, of none that we know.
INVENTED = (
    "Les Jardins de la Plaine",
    "Atelier du Pont Neuf",
    "Régie du Grand Clos",
    "Services du Val Fleuri",
    "La Ressource du Faubourg",
    "Propreté des Deux Rives",
    "Le Relais des Tilleuls",
    "Coup de main Horizon",
)


@dataclass(frozen=True)
class Question:
    """What is asked: the day and month of birth, or which of these structures.

    `choices` are keys and names; `tried` is what wrong answers are counted as.
    """

    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    right: str = ""

    @property
    def tried(self) -> Tried:
        """What a try at this question counts as: one among five is easily guessed."""
        return Tried.KNOWN if self.kind == BIRTHDAY else Tried.CHOICE

    @property
    def text(self) -> str:
        """The question in words."""
        return str(WORDS[self.kind])


WORDS = {
    BIRTHDAY: _l("Quel jour êtes-vous né ou née ?"),
    EMPLOYER: _l("Chez quel employeur avez-vous demandé un travail ?"),
}


def question_for(person: Person) -> Question | None:
    """Return what this person can be asked; None when only a card or an adviser can tell.

    The five employers stay the same each time: what stays would tell which one is right.
    """
    if person.birthday_hash:
        return Question(BIRTHDAY)
    requests = queries.requests_of(person.id)
    return among_five(requests) if requests else None


def is_right(person: Person, question: Question, answer: str) -> bool:
    """Return whether an answer is right: `14-07` for a birthday, a key of `choices` else."""
    if question.kind == BIRTHDAY:
        wanted = person.birthday_hash or ""
        return hmac.compare_digest(wanted, birthday_hash(person.public_id, answer))
    return is_right_choice(question, answer)


def is_right_choice(question: Question, answer: str) -> bool:
    """Return whether a key is the one of the employer who was asked."""
    return hmac.compare_digest(question.right.encode(), answer.encode())


def birthday(day: int, month: int) -> str:
    """Return a day and a month as an answer."""
    return f"{day:02d}-{month:02d}"


def birthday_hash(public_id: str, answer: str) -> str:
    """Return what is kept of a person's day and month of birth."""
    return hashed(f"birthday|{public_id}|{answer}")


def among_five(requests: Sequence[Application]) -> Question:
    """Return the question whose right answer is the employer of the first of these requests."""
    asked = requests[0].offer.organisation
    seed = requests[0].public_id
    theirs = {one.offer.organisation.name for one in requests}
    names = [asked.name, *wrong_names(asked, seed, theirs)]
    choices = tuple((choice_key(seed, name), name) for name in sorted(names, key=str.casefold))
    return Question(EMPLOYER, choices, choice_key(seed, asked.name))


def wrong_names(asked: Organisation, seed: str, theirs: set[str]) -> list[str]:
    """Return four names of structures that were not asked, always the same for one request."""
    near = organisations.structures_near(
        asked.lat,
        asked.lon,
        NEAR_KM,
        LOOKED_AT,
        Organisation.kind.in_(sorted(HIRING)),
    )
    real = {one.name for one in near} - theirs
    drawn = sorted(real, key=lambda name: hashed(f"drawn|{seed}|{name}"))
    filling = sorted(set(INVENTED) - theirs - real, key=lambda name: hashed(f"drawn|{seed}|{name}"))
    return [*drawn, *filling][: CHOICES - 1]


def choice_key(seed: str, name: str) -> str:
    """Return what stands for a structure in the form: it tells nothing of it."""
    return hashed(f"choice|{seed}|{name}")[:16]
