"""The sentences of a page: as they are written, and as a voice should read them."""

from dataclasses import dataclass
from functools import lru_cache

from webapp.speech import french, other_languages
from webapp.speech.reading import Line, lines
from webapp.speech.rules import MOST, ended, sentences
from webapp.speech.words import FACTS


@dataclass(frozen=True)
class Sentence:
    """One sentence: `text` stands on the page, `spoken` is what a voice reads."""

    text: str
    spoken: str
    language: str


@lru_cache(maxsize=4096)
def spoken(text: str, language: str) -> str:
    """Return a written sentence as a voice should read it."""
    said = french.said(text) if language == "fr" else other_languages.said(text, language)
    return ended(said)


def of_page(html: str, language: str) -> list[Sentence]:
    """Return what the main part of a page says, in the language of the page."""
    found = [sentence for line in lines(html, language) for sentence in of_line(line)]
    return [sentence for sentence in found if len(sentence.spoken) > 1][:MOST]


def of_line(line: Line) -> list[Sentence]:
    """Return the sentences of a line; a number that a picture explains becomes a whole one."""
    if line.picture in FACTS:
        fact = (line.text[:1].lower() + line.text[1:]).rstrip(".")
        whole = str(FACTS[line.picture]) % {"fact": fact}
        return [Sentence(line.text, spoken(whole, line.language), line.language)]
    return [
        Sentence(text, spoken(text, line.language), line.language) for text in sentences(line.text)
    ]
