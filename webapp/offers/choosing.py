"""What people here may need of a work, one press each."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from webapp.i18n import lazy_gettext as _l

NEEDS = {  # those that keep most people here from a work come first
    "sans-permis": (_l("Sans permis"), "car-off"),
    "temps-partiel": (_l("Temps partiel"), "clock"),
    "ecole": (_l("Aux heures d’école"), "school"),
    "debutant": (_l("Je débute"), "book-learn"),
    "peu-de-francais": (_l("Peu de français"), "speech"),
    "sans-voiture": (_l("Sans voiture"), "bus"),
    "pas-de-nuit": (_l("Pas la nuit"), "moon"),
    "bientot": (_l("Bientôt"), "calendar"),
    "assis": (_l("Assis"), "chair"),
    "debout": (_l("Debout"), "standing"),
    "emploi": (_l("Avec un salaire"), "coin-euro"),
    "immersion": (_l("Immersion"), "footprints"),
    "stage": (_l("Stage"), "learner"),
    "formation": (_l("Formation"), "board"),
}
KINDS = frozenset({"emploi", "immersion", "stage", "formation"})  # an offer is one of them alone


class Need(NamedTuple):
    """A need to press: words, picture, whether it is on, and what its press adds to the address."""

    key: str
    text: str
    picture: str
    on: bool
    added: str


def names_of(needs: Iterable[str]) -> list[str]:
    """Return needs in words."""
    return [str(NEEDS[need][0]) for need in needs if need in NEEDS]


@lru_cache(maxsize=1024)
def choices_of(chosen: tuple[str, ...], _locale: str) -> tuple[Need, ...]:
    """Return each need, in the language that is spoken; those chosen come first."""
    rows = []
    for key, (text, picture) in NEEDS.items():
        others = KINDS if key in KINDS else {key}
        then = [need for need in chosen if need not in others] + ([] if key in chosen else [key])
        added = "".join(f"&besoin={need}" for need in then)
        rows.append(Need(key, str(text), picture, key in chosen, added))
    return tuple(sorted(rows, key=lambda need: not need.on))
