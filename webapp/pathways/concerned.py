"""“Is it for me?”: eight pictures, nothing kept, never a no; the answer says whom to call."""

from collections.abc import Collection
from enum import StrEnum

from webapp.i18n import lazy_gettext as _l


class Sign(StrEnum):
    """What may be true of someone; each stands for criteria that an adviser looks at."""

    BENEFIT = "benefit"
    LONG = "long"
    AGE = "age"
    SCHOOL = "school"
    ALONE = "alone"
    NIGHT = "night"
    REFUGE = "refuge"
    DISABLED = "disabled"


SENTENCES = {
    Sign.BENEFIT: _l("Je touche le RSA, l’ASS ou l’AAH"),
    Sign.LONG: _l("Je cherche un emploi depuis plus de 1 an"),
    Sign.AGE: _l("J’ai moins de 26 ans, ou plus de 50 ans"),
    Sign.SCHOOL: _l("Je n’ai pas le bac"),
    Sign.ALONE: _l("J’élève mes enfants sans l’autre parent"),
    Sign.NIGHT: _l("Je n’ai pas de logement à moi"),
    Sign.REFUGE: _l("J’ai demandé l’asile"),
    Sign.DISABLED: _l("Mon handicap est reconnu"),
}
PICTURES = {
    Sign.BENEFIT: "coin-euro",
    Sign.LONG: "calendar",
    Sign.AGE: "cake",
    Sign.SCHOOL: "school",
    Sign.ALONE: "adult-child",
    Sign.NIGHT: "bed",
    Sign.REFUGE: "bag",
    Sign.DISABLED: "wheelchair",
}
# The criteria of the facts that each sign makes an adviser look at.
CRITERIA = {
    Sign.BENEFIT: ("rsa", "ass", "aah"),
    Sign.LONG: ("very-long", "long"),
    Sign.AGE: ("senior", "young"),
    Sign.SCHOOL: ("level-3",),
    Sign.ALONE: ("alone",),
    Sign.NIGHT: ("homeless",),
    Sign.REFUGE: ("refugee",),
    Sign.DISABLED: ("disabled",),
}
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none is taken for another
CHECK = 113  # of a hundred codes typed wrong, one at most is read
ENOUGH = 2  # signs after which it is likely, where none says so alone


def is_likely(signs: Collection[str]) -> bool:
    """Return whether someone is likely to be concerned; an adviser alone decides."""
    return Sign.BENEFIT in signs or len(set(signs)) >= ENOUGH


def code_of(signs: Collection[str]) -> str:
    """Return answers as three letters and digits that hold them: they are kept nowhere else."""
    number = sum(1 << at for at, one in enumerate(Sign) if one in signs)
    value = number * CHECK + check(number)
    first, rest = divmod(value, len(LETTERS) ** 2)
    second, third = divmod(rest, len(LETTERS))
    return LETTERS[first] + LETTERS[second] + LETTERS[third]


def check(number: int) -> int:
    """Return what shows that a code was typed right."""
    return (number * 41 + 7) % CHECK


def signs_of(code: str) -> tuple[Sign, ...] | None:
    """Return the answers that a code holds; None where it is none."""
    typed = "".join(code.lower().split())
    if len(typed) != 3 or any(letter not in LETTERS for letter in typed):
        return None
    value = 0
    for letter in typed:
        value = value * len(LETTERS) + LETTERS.index(letter)
    number, rest = divmod(value, CHECK)
    if number >= 1 << len(Sign) or rest != check(number):
        return None
    return tuple(one for at, one in enumerate(Sign) if number >> at & 1)
