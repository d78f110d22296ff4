"""What someone says they do not want, taken out of what they ask for: `tout sauf la plonge`."""

import re
from collections.abc import Sequence

from webapp.jobs.rules import ACCENTS, letters, lines

SAID = {
    name: frozenset(turns.split("|"))
    for name, _, turns in (line.partition("\t") for line in lines("refusals.tsv"))
}
NO = sorted((tuple(turn.split()) for turn in SAID["no"]), key=len, reverse=True)
FIRST = frozenset(turn[0] for turn in NO)
TOKEN = re.compile(r"[a-z0-9]+|[,.;:!?/+]")
LAST_OF = {"week": "end", "temps": "plein"}


def wanted(text: str) -> str:
    """Return a text without what it refuses; the same text where it refuses nothing."""
    said = TOKEN.findall(ACCENTS.sub("", letters(text)))
    if FIRST.isdisjoint(said):
        return text
    kept, at, refused = [], 0, False
    while at < len(said):
        no = refusing(said, at)
        refused = refused or bool(no)
        kept += [] if no else [said[at]]
        at = end_of_refused(said, at + len(no), no) if no else at + 1
    while kept and (kept[0] in SAID["where"] or kept[0] in SAID["links"] or not kept[0].isalnum()):
        kept.pop(0)
    is_all = not kept and said[0] in SAID["half"]
    return text if is_all or not refused else " ".join(kept)


def refusing(said: Sequence[str], at: int) -> tuple[str, ...]:
    """The turn that says no here, or none: `vous avez pas un poste` asks for one."""
    no = next((turn for turn in NO if tuple(said[at : at + len(turn)]) == turn), ())
    after = said[at + len(no)] if at + len(no) < len(said) else ""
    if no == ("pa",):
        return no if after in SAID["led to"] else ()
    if no != ("pas",):
        return no
    asks = at > 0 and said[at - 1] in SAID["asking"]
    return () if asks or after in SAID["not no"] or not after.isalpha() else no


def end_of_refused(said: Sequence[str], at: int, no: tuple[str, ...]) -> int:
    """The place after the last word refused."""
    while at < len(said) and said[at] in SAID["led to"]:
        at += 1
    if at < len(said) and (said[at] in SAID["conditions"] or no[0] in SAID["half"]):
        return end_of_condition(said, at)
    while at < len(said) and not (
        ends(said, at) or (no[-1] == "sauf" and said[at] in SAID["placed"])
    ):
        at += 1
    return at


def end_of_condition(said: Sequence[str], at: int) -> int:
    """The place after a word that goes with a work: `sans permis de conduire`."""
    after = said[at + 1] if at + 1 < len(said) else ""
    if after in ("avec", "de", "d"):
        at += 2
        while at < len(said) and said[at] in SAID["led to"]:
            at += 1
        return min(at + 1, len(said))
    return at + (2 if after == LAST_OF.get(said[at]) else 1)


def ends(said: Sequence[str], at: int) -> bool:
    """Whether what is refused ends before this word."""
    word, after = said[at], said[at + 1] if at + 1 < len(said) else ""
    if word in SAID["where"]:
        return bool(after) and after not in SAID["no town"] | SAID["led to"]
    is_other = word in SAID["links"] and after not in SAID["still"]
    return is_other or word in SAID["ends"] or not word.isalnum() or refusing(said, at) != ()
