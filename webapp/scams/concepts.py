"""Ideas as patterns: everyday lists of turns of phrase become one pattern an idea."""

import re
from dataclasses import dataclass

from webapp.scams import (
    lexicon_acts,
    lexicon_data,
    lexicon_guards,
    lexicon_money,
    lexicon_more,
    lexicon_work,
)
from webapp.scams.undo import plain

GAP = r"(?:[^\w.!?\n]{1,4}\w{1,30}){0,6}?[^\w.!?\n]{1,4}"
# Finite verbs in -e have two readings: "verse 50 €" asks, "on te verse 50 €" pays.
OTHERS_ACT = re.compile(
    r"(?<!\w)(?<!de )(?<!a )(?<!veuillez )(?<!pouvez )(?<!bien )(?:ils?|elles?|on|qui|nous"
    r"|je|j'|patronn?e?|employeur|entreprise|agence|chef"
    r"|cheffe|client|clients|societe|boite|caf|ca|cela"
    r"|association|mairie|etat|region|departement|opco|structure|magasin|maison"
    r"|france travail|siae|etti|se|quelqu'un|personne|ne)"
    r"(?: (?:ne|n'|te|t'|vous|les?|lui|leur|la|me|m'|va|vont|peut|peuvent|allons|pouvons"
    r"|pourra|doit|doivent|est|sera|deja|en|y|tout|toujours|bien)){0,3}"
    r"[ ']{0,2}$|(?<!\w)(?:pour|de) (?:te|t'|vous) ?$|(?<!\w)(?:la|une|ma|sa|leur|fiches? de"
    r"|jour de|chaque) $|(?:on|nous|je) (?:va|vais|allons|peut|peux) (?:te|t'|vous) ?$"
    r"|(?<!\w)(?:votre|ton) paye $"
)


@dataclass(frozen=True)
class Concept:
    """One idea: its pattern, and whether only the reader may be the one who acts."""

    pattern: re.Pattern[str]
    reader_acts: bool = False

    def holds(self, text: str, match: re.Match[str]) -> bool:
        if not self.reader_acts or match[0].endswith(("ez", "ras", "-moi", "-nous")):
            return True
        return not OTHERS_ACT.search(text[max(0, match.start() - 40) : match.start()])


def pattern_of(lines: str) -> re.Pattern[str]:
    """One pattern from one turn of phrase a line; `*` ends a stem, ` .. ` skips a few words."""
    turns = "|".join(_turn(line.strip()) for line in lines.splitlines() if line.strip())
    return re.compile(rf"(?<!\w)(?=[\w@+])(?:{turns})(?!\w)")


def _turn(line: str) -> str:
    line = line.replace("(?:ez|er|es|e)", "(?:ez|er|es|e|erez|eras|eriez|erais|iez|ant)")
    line = re.sub(r"\\w\*", r"\\w{0,20}", line)
    line = re.sub(r"(?<!\[)é(e?s?)(?!\w)", "\x02\\1", line)
    line = re.sub(r"\[[^\]]*\]", lambda match: match[0].replace(" ", r"\x20"), line)
    line = plain(line).replace("\x02", "[eé]")
    line = (
        line.replace(" .. ", "\x01")
        .replace("'", r"['\s]?")
        .replace(" ?", r"[\s-]{0,3}")
        .replace(" ", r"[\s-]{1,3}")
    )
    line = re.sub(r"^\*", r"\\w{0,6}", line)
    line = re.sub(r"(?<=[\w)\]])\*", r"\\w{0,20}", line)
    return line.replace("\x01", GAP)


_LEXICONS = (
    lexicon_money,
    lexicon_more,
    lexicon_data,
    lexicon_work,
    lexicon_acts,
    lexicon_guards,
)
READER_ACTS: frozenset[str] = frozenset().union(*(lexicon.READER_ACTS for lexicon in _LEXICONS))
# Ideas that are themselves said with a denial: "n'en parle à personne".
HIDE_PROOF: frozenset[str] = frozenset().union(*(lexicon.DENIALS for lexicon in _LEXICONS))
CONCEPTS: dict[str, Concept] = {
    idea: Concept(pattern_of(lines), idea in READER_ACTS)
    for lexicon in _LEXICONS
    for idea, lines in lexicon.IDEAS.items()
}
