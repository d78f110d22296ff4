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
    Sign.REFUGE: _l("Je suis réfugié, ou je demande l’asile"),
    Sign.DISABLED: _l("Je suis travailleur handicapé"),
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
ENOUGH = 2  # signs after which it is likely, where none says so alone


def is_likely(signs: Collection[str]) -> bool:
    """Return whether someone is likely to be concerned; an adviser alone decides."""
    return Sign.BENEFIT in signs or len(set(signs)) >= ENOUGH
