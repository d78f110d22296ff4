"""Which words of a note to look at again before it is kept, and what a next step may become."""

import re
import unicodedata

# Health and justice are not written in notes: they are asked again, and nothing is refused. The
# list is closed and short; a word is met at its beginning, without accents.
HEALTH = (
    "addict", "alcool", "aah", "bipolaire", "cancer", "cmp", "depress", "diabet", "drogue",
    "enceinte", "grossesse", "handicap", "hopital", "hospitalis", "malad", "mdph", "medecin",
    "medical", "medicament", "psychiatr", "psychologue", "rqth", "sida", "toxicoman", "traitement",
    "vih",
)  # fmt: skip
JUSTICE = (
    "avocat", "bracelet", "casier", "condamn", "controle judiciaire", "delinquan", "detenu",
    "detention", "ecrou", "garde a vue", "incarcer", "jap", "judiciaire", "juge", "peine",
    "penal", "prison", "probation", "spip", "sursis", "tribunal",
)  # fmt: skip
WHOLE = frozenset({"aah", "cmp", "jap", "spip", "vih", "sida", "mdph", "rqth", "juge", "peine"})


def folded(text: str) -> str:
    """Return a text without accents and capitals, its words apart by one space."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def to_look_at_again(text: str) -> list[str]:
    """Return the words of a text that may tell of health or justice, as the list has them."""
    plain = f" {folded(text)} "
    return [word for word in (*HEALTH, *JUSTICE) if f" {word}{' ' * (word in WHOLE)}" in plain]


ENDED = frozenset({"done", "declined", "dropped"})


def may_become(state: str, new: str) -> bool:
    """Return whether a next step in one state may be brought to another."""
    return new in NEXT.get(state, ())


NEXT = {
    "proposed": ("open", "declined", "dropped"),
    "open": ("done", "declined", "dropped"),
    "declined": ("dropped",),
}
