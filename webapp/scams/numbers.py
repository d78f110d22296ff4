"""Numbers written in words, turned into digits."""

import re
from collections.abc import Callable

SMALL: dict[str, int] = {
    word: value
    for value, words in {
        0: "zero cero",
        1: "un une one uno",
        2: "deux two dos dois",
        3: "trois three tres",
        4: "quatre four cuatro",
        5: "cinq five cinco",
        6: "six",
        7: "sept seven siete",
        8: "huit eight ocho oito",
        9: "neuf nine nueve nove",
        10: "dix ten diez",
        11: "onze eleven",
        12: "douze twelve",
        13: "treize",
        14: "quatorze",
        15: "quinze fifteen",
        16: "seize",
        20: "vingt vingts twenty veinte",
        30: "trente thirty treinta",
        40: "quarante forty cuarenta",
        50: "cinquante fifty cincuenta cinquenta",
        60: "soixante sixty sesenta",
        70: "septante seventy",
        80: "quatrevingt huitante octante eighty",
        90: "nonante ninety",
    }.items()
    for word in words.split()
}
HUNDRED = frozenset({"cent", "cents", "hundred", "cien"})
THOUSAND = frozenset({"mille", "thousand", "mil"})
ALONE = frozenset({"un", "une", "one", "uno", "dos", "tres", "six", "neuf", "mil", "nove"})
_NUMBER = "|".join(sorted((*SMALL, *HUNDRED, *THOUSAND), key=len, reverse=True))
FOUR_TWENTY = re.compile(r"(?<!\w)quatre[ -]?vingts?(?!\w)")
RUN = re.compile(rf"(?<!\w)(?:{_NUMBER})(?:[ -](?:et[ -])?(?:{_NUMBER})(?!\w)){{0,12}}(?!\w)")
Replace = Callable[[re.Pattern[str], Callable[[re.Match[str]], str]], None]


def digits_of(replace: Replace) -> None:
    """Turn number words into digits, through the given way to replace."""
    replace(FOUR_TWENTY, lambda match: "quatrevingt")
    replace(RUN, lambda match: spelled(match[0]))


def spelled(run: str) -> str:
    """The digits of a run of number words: "deux cents" is "200", "zero huit" is "0 8"."""
    words = [word for word in re.split(r"[ -]", run) if word != "et"]
    if len(words) == 1 and words[0] in ALONE:
        return run
    groups: list[int] = []
    total, part, room = 0, 0, -1  # -1: no number is open yet
    for word in words:
        total, part, room, closed = _add(word, total, part, room)
        groups += closed
    return " ".join(str(group) for group in (*groups, total + part))


def _add(word: str, total: int, part: int, room: int) -> tuple[int, int, int, list[int]]:
    """Add one word to the number being read; `room` is what may still be added below."""
    if word in THOUSAND:
        return (part or 1) * 1000 + total, 0, 1000, []
    if word in HUNDRED:
        return total, (part or 1) * 100 if part < 10 else part + 100, 100, []
    value = SMALL[word]
    if value == 0 or value >= max(room, 1):
        closed = [total + part] if room >= 0 else []
        return 0, value, _room(value), closed
    return total, part + value, _room(value), []


def _room(value: int) -> int:
    """How much may follow: 20 to 90 take a unit, 60 and 80 take up to 19, ten takes 7 to 9."""
    if value in (60, 80):
        return 20
    return 10 if value >= 10 and value % 10 == 0 else 0
