"""How many slips of the hand lie between two words: letters lost, added, swapped, or beside."""

from itertools import pairwise

ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
BESIDE = 0.7  # the price of a key beside the right one
TWIN = 0.5  # the price of a doubled letter too many or too few
VOWEL = 0.6  # the price of a vowel left out
SWAPPED = 0.8  # the price of two letters in each other's place
FIRST = 0.4  # what a slip on the first letter costs more


def neighbours() -> frozenset[str]:
    """The pairs of keys that touch each other on a French keyboard."""
    touching = {row[at : at + 2] for row in ROWS for at in range(len(row) - 1)}
    for upper, lower in pairwise(ROWS):
        touching |= {a + b for at, b in enumerate(lower) for a in upper[max(at - 1, 0) : at + 2]}
    return frozenset(touching | {pair[::-1] for pair in touching})


TOUCHING = neighbours()


def slips(typed: str, meant: str, limit: float) -> float:
    """The price of the slips that turn one word into the other, or any price past the limit."""
    if TWIN * abs(len(typed) - len(meant)) > limit:
        return limit + 1
    before: list[float] = []
    row = [float(at) for at in range(len(meant) + 1)]
    for at in range(len(typed)):
        before, row = row, next_row(before, row, at, typed, meant)
        if min(row) > limit + 1 - SWAPPED:
            return limit + 1
    return row[-1] + (FIRST if typed[0] != meant[0] else 0)


def next_row(before: list[float], row: list[float], at: int, typed: str, meant: str) -> list[float]:
    """One more row of the table of prices, for one more letter typed."""
    letter = typed[at]
    extra = TWIN if at and typed[at - 1] == letter else 1.0
    fresh = [row[0] + 1.0]
    for place, other in enumerate(meant):
        missing = left_out(meant, place)
        changed = 0.0 if letter == other else BESIDE if letter + other in TOUCHING else 1.0
        price = min(row[place] + changed, row[place + 1] + extra, fresh[place] + missing)
        swapped = at and place and letter == meant[place - 1] and typed[at - 1] == other
        fresh.append(min(price, before[place - 1] + SWAPPED) if swapped else price)
    return fresh


def left_out(meant: str, place: int) -> float:
    """The price of a letter left out of a word."""
    if place and meant[place - 1] == meant[place]:
        return TWIN
    return VOWEL if meant[place] in "aeiou" else 1.0
