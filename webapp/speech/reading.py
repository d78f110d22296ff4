"""What a page says, in the order in which people meet it: its visible words, and their language."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


VOID = words("area base br col embed hr img input link meta source track wbr use path")
NOT_READ = words("script style template svg textarea select noscript audio video")
# What begins and ends a line of its own.
APART = words(
    "address article blockquote button caption dd details div dl dt fieldset figcaption figure "
    "form h1 h2 h3 h4 h5 h6 header label legend li main nav ol option p section summary table td "
    "th tr ul"
)
# Classes of what is a tool, not what the page says.
LEFT_OUT = frozenset({"twin", "way", "print-only", "player", "needs"})
FACT = "fact"  # class of a picture with its words
SPACES = re.compile(r"[ \t\r\n]+")  # those of the markup; others are people's
BEFORE_NUMBER = 3  # characters that may stand before the number of a fact: “À 200 m”


@dataclass(frozen=True)
class Line:
    """One line of a page: its words, their language, and the picture that completes them.

    `picture` is given where a number is said beside it: without it “20 h” says little.
    """

    text: str
    language: str
    picture: str = ""


@dataclass
class Open:
    """An element that is not closed yet."""

    tag: str
    silent: bool  # nothing inside it is read
    language: str
    folded: bool = False  # a <details> that is closed: only its summary is read
    line: bool = False  # it begins and ends a line


class Reader(HTMLParser):
    """Collects the lines of the main part of a page."""

    def __init__(self, language: str) -> None:
        """Begin with the language of the page."""
        super().__init__()
        self.lines: list[Line] = []
        self.path: list[Open] = [Open("", silent=True, language=language)]
        self.words: list[str] = []
        self.spoken = language
        self.picture = self.compared = ""
        self.in_fact = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        known = {name: value or "" for name, value in attrs}
        classes = set(known.get("class", "").split())
        if tag == "use" and self.in_fact:
            self.picture = known.get("href", "").partition("#p-")[2]
        line = begins_line(tag, classes)
        if line:
            self.end_line()
            self.in_fact = FACT in classes
        if tag == "b" and len("".join(self.words).strip()) <= BEFORE_NUMBER:
            self.compared = self.picture
        if tag not in VOID:
            self.path.append(self.opened(tag, known, classes, line=line))

    def opened(self, tag: str, known: dict[str, str], classes: set[str], *, line: bool) -> Open:
        """Return what is known of an element inside the present one."""
        above = self.path[-1]
        silent = (
            (above.silent and tag != "main")
            or (above.folded and tag != "summary")
            or tag in NOT_READ
            or "hidden" in known
            or known.get("aria-hidden") == "true"
            or bool(LEFT_OUT & classes)
        )
        folded = tag == "details" and "open" not in known
        return Open(tag, silent, known.get("lang") or above.language, folded, line)

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element, and of those inside it that were left open."""
        if tag in VOID or not any(one.tag == tag for one in self.path):
            return
        while self.path[-1].tag != tag:
            self.path.pop()
        if self.path.pop().line:
            self.end_line()

    def handle_data(self, data: str) -> None:
        """Take words that people see or that are there for ears."""
        here = self.path[-1]
        if here.silent or not data.strip():
            self.words += [" "] if self.words else []
            return
        if here.language != self.spoken:
            self.end_line(keep=True)
            self.spoken = here.language
        self.words.append(data)

    def end_line(self, *, keep: bool = False) -> None:
        """Keep the words so far as a line; `keep` the fact that they belong to."""
        text = SPACES.sub(" ", "".join(self.words)).strip()
        if text:
            self.lines.append(Line(text, self.spoken, self.compared))
        self.words.clear()
        if not keep:
            self.picture = self.compared = ""


def begins_line(tag: str, classes: set[str]) -> bool:
    """Return whether an element stands on a line of its own; a link with a class is a button."""
    return tag in APART or tag == "br" or (tag == "a" and bool(classes - {"tel"}))


def lines(html: str, language: str) -> list[Line]:
    """Return the lines of the main part of a page."""
    reader = Reader(language)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines
