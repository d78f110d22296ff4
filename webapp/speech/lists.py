"""What the player gets: the sentences of a page, where each can be heard, and its weight."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from flask import current_app, request

from webapp.i18n import language
from webapp.speech import own_pages, queries, seals, sounds
from webapp.speech.queries import Sentence
from webapp.speech.rules import ended, weights

LONGEST_PART = 500  # characters: half a minute of speech


def of_address(address: str) -> list[Sentence] | None:
    """Return what a page of ours says to whoever asks; None where there is no such page."""
    html = own_pages.html_of(address, cookies=True)
    return None if html is None else queries.of_page(html, language().html)


def said_to_all(address: str) -> frozenset[str] | None:
    """Return what the page says to a browser that nobody knows; None when this one is unknown."""
    if not request.cookies:
        return None
    html = own_pages.html_of(address, cookies=False)
    return frozenset(one.spoken for one in queries.of_page(html or "", language().html))


def rows(found: Iterable[Sentence], to_all: frozenset[str] | None) -> list[dict[str, str]]:
    """Return each sentence as the player reads it, short names for a small answer.

    t: as written; s: as spoken, if otherwise; l: its language, if not the page's; u: its sound.
    What the page says to this person alone is sealed so: its sound is kept apart, for an hour.
    """
    page, secret = language().html, current_app.config["SECRET_KEY"]
    answer = []
    for one in found:
        row = {"t": one.text}
        if one.spoken != ended(" ".join(one.text.split())):
            row["s"] = one.spoken
        if one.language != page:
            row["l"] = one.language
        if sounds.speaks(one.language):
            said = seals.Said(one.language, is_own(one, to_all), one.spoken)
            row["u"] = seals.seal(said, secret)
        answer.append(row)
    return answer


def parts(found: Iterable[Sentence], to_all: frozenset[str] | None) -> list[dict[str, Any]]:
    """Return the sentences in parts, each with one sound, for a page without scripts.

    A sound for each sentence would be a hundred stops of the keyboard.
    """
    secret = current_app.config["SECRET_KEY"]
    answer = []
    for (language_, own), text in grouped(found, to_all):
        said = " ".join(one.spoken for one in text)
        part = {"language": language_, "texts": [one.text for one in text]}
        if sounds.speaks(language_):
            part["sound"] = seals.seal(seals.Said(language_, own, said), secret)
        answer.append(part)
    return answer


def grouped(
    found: Iterable[Sentence], to_all: frozenset[str] | None
) -> Iterator[tuple[tuple[str, bool], list[Sentence]]]:
    """Yield sentences that follow each other and may be one sound, with language and owner."""
    for kind, run in groupby(found, lambda one: (one.language, is_own(one, to_all))):
        part: list[Sentence] = []
        for one in run:
            if part and sum(len(other.spoken) for other in part) + len(one.spoken) > LONGEST_PART:
                yield kind, part
                part = []
            part.append(one)
        yield kind, part


def is_own(one: Sentence, to_all: frozenset[str] | None) -> bool:
    """Return whether a sentence is said to this person alone."""
    return to_all is not None and one.spoken not in to_all


def answer_of(found: list[Sentence], to_all: frozenset[str] | None) -> dict[str, Any]:
    """Return everything the player needs of a page."""
    return {"said": rows(found, to_all), "bytes": size(found)}


def size(found: Iterable[Sentence]) -> dict[str, int]:
    """Return about how many bytes the server's sound of these sentences takes, by kind."""
    return weights([one.spoken for one in found if sounds.speaks(one.language)])
