"""Words written as one are cut, and words written in two are joined, where that makes sense."""

from collections.abc import Container, Iterator

from webapp.jobs.rules import FRAME, SHORT, bare
from webapp.jobs.sounds import sounds
from webapp.jobs.stems import stem

SHORTEST_GLUED = 7  # letters of the shortest text to cut
LONGEST_GLUED = 60  # letters of the longest
SHORTEST_PIECE = 3  # letters of the shortest word of work found inside
SHORTEST_CUT = 4  # letters of one of the words found, at least
LONGEST_PIECE = 18  # letters
OTHER_FORM = 0.5  # the worth of a word known in another form only
LINKS = frozenset(("a", "au", "aux", "avec", "chez", "d", "dans", "de", "des", "du", "en", "et"))
LINKS |= {"faire", "j", "je", "l", "la", "le", "les", "pour", "sais", "sur", "un", "une"}
LINKS |= {"cherche", "dispo", "emploi", "job", "poste", "travail", "travailler", "veux", "voudrais"}


class Cutter:
    """Cuts and joins by the words that are known, given by their letters and by their stems."""

    def __init__(self, forms: Container[str], stems: Container[str], heard: Container[str]) -> None:
        """Keep the known words."""
        self.forms = forms
        self.stems = stems
        self.heard = heard

    def knows(self, form: str) -> bool:
        """Whether a plain word is known, as it is or in another form."""
        return form in self.forms or (len(form) > SHORTEST_CUT and stem(form) in self.stems)

    def joined(self, words: list[str]) -> list[str]:
        """The words, two that follow each other made one when only one makes sense."""
        kept: list[str] = []
        for word in words:
            if kept and self.belong(bare(kept[-1]), bare(word)):
                word = kept.pop() + word
            kept.append(word)
        return kept

    def belong(self, first: str, second: str) -> bool:
        """Whether two words are the halves of one: at least one of them says no work alone."""
        if len(first) + len(second) <= SHORTEST_CUT:
            return False
        whole = first + second
        if self.makes_sense(first) and self.makes_sense(second):
            return second in FRAME and len(second) >= SHORTEST_PIECE and whole in self.forms
        return self.knows(whole) or (first not in FRAME and self.is_glued(second, whole))

    def is_glued(self, second: str, whole: str) -> bool:
        """Whether two words that stand together are heard as one, or are several cut amiss."""
        if sounds([whole])[0] in self.heard:
            return True
        return not (self.makes_sense(second) or self.cut(second)) and bool(self.cut(whole))

    def makes_sense(self, form: str) -> bool:
        """Whether a plain word stands alone."""
        return form in FRAME or self.knows(form)

    def cut(self, word: str) -> list[str]:
        """The known words that a glued text is made of, links left out; none when it is not."""
        form = bare(word)
        if not SHORTEST_GLUED <= len(form) <= LONGEST_GLUED:
            return []
        best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(form)
        for start in range(len(form)):
            if best[start]:
                for end, piece, worth in self.pieces(form, start):
                    better(best, start, end, piece, worth)
        found = best[-1][1] if best[-1] else []
        return found if any(len(piece) >= SHORTEST_CUT for piece in found) else []

    def pieces(self, form: str, start: int) -> Iterator[tuple[int, str, float]]:
        """The words that begin here: where each ends, itself unless a link, and its worth."""
        for end in range(start + 1, min(len(form), start + LONGEST_PIECE) + 1):
            piece = form[start:end]
            if piece in LINKS:
                yield end, "", 1.0
            elif len(piece) >= SHORTEST_PIECE and self.knows(piece):
                yield end, piece, 1.0 if piece in self.forms else OTHER_FORM
            elif len(piece) >= SHORTEST_PIECE and SHORT.get(piece) in self.forms:
                yield end, SHORT[piece], OTHER_FORM


def better(
    best: list[tuple[float, list[str]] | None], start: int, end: int, piece: str, worth: float
) -> None:
    """Keep the way to here whose words are the longest and the surest."""
    reached = best[start]
    if reached is None:
        return
    score, pieces = reached
    gained = worth * (end - start) ** 2
    now = best[end]
    if now is None or score + gained > now[0]:
        best[end] = (score + gained, [*pieces, piece] if piece else pieces)
