"""The day and the month of birth: read as people write them, never with the year."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from wtforms import StringField

from webapp.i18n import lazy_gettext as _l

MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout"),
    *("septembre", "octobre", "novembre", "decembre"),
)
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # February of the longest years
LONGEST = 60  # signs looked at
SHORTEST_WORD = 3  # letters that tell a month, but for those below
TWO_MONTHS = frozenset({"jui"})  # letters that begin two months


def read(typed: str) -> str | None:
    """Return a day and a month as `14-07`; None when they cannot be told.

    `14/07`, `14 7`, `1407`, `14 juillet`, `le 1er mai 1990` and full-width digits are understood;
    a year is passed over and kept nowhere.
    """
    plain = unicodedata.normalize("NFKD", typed[:LONGEST]).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    numbers = re.findall(r"\d+", re.sub(r"(?<=\d)er\b", "", plain))
    month = next((one for one in map(month_named, re.findall(r"[a-z]+", plain)) if one), None)
    if month:
        return checked(numbers[:1], [str(month)])
    if len(numbers) == 1 and len(numbers[0]) in (4, 8):
        return checked([numbers[0][:2]], [numbers[0][2:4]])
    return checked(numbers[:1], numbers[1:2])


def month_named(word: str) -> int | None:
    """Return the number of the month that a word names or begins; None when it is none."""
    if len(word) < SHORTEST_WORD or word in TWO_MONTHS:
        return None
    return next((at for at, name in enumerate(MONTHS, 1) if name.startswith(word)), None)


def checked(day: list[str], month: list[str]) -> str | None:
    """Return the answer of a day that exists."""
    if not (day and month) or max(len(day[0]), len(month[0])) > 2:
        return None
    at, of = int(day[0]), int(month[0])
    if not (1 <= of <= len(DAYS) and 1 <= at <= DAYS[of - 1]):
        return None
    return f"{at:02d}-{of:02d}"


class BirthdayField(StringField):  # type: ignore[misc]
    """A day and a month of birth: `data` is `14-07`, what was typed is shown again."""

    def __init__(self, *args: Any, required: bool = True, **settings: Any) -> None:
        """Ask for a day, or take none where it is not `required`."""
        settings.setdefault("description", _l("Le jour et le mois. Exemple : 14 07"))
        super().__init__(*args, **settings)
        self.required = required

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the day; say kindly when it cannot be told."""
        typed = valuelist[0] if valuelist else ""
        self.data = read(typed)
        if self.data is None and (self.required or typed.strip()):
            raise ValueError(str(_l("Écrivez le jour et le mois, comme 14 07.")))

    def _value(self) -> str:
        """Return what was typed: the day itself is kept nowhere."""
        return str(self.raw_data[0])[:LONGEST] if self.raw_data else ""
