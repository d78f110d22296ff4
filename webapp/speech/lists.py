"""What the player gets: the sentences of a page, where each can be heard, and its weight."""

from collections.abc import Iterable
from typing import Any

from flask import current_app, request

from webapp.i18n import language
from webapp.speech import own_pages, queries, seals, sounds
from webapp.speech.queries import Sentence
from webapp.speech.rules import ended, weights


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
            own = to_all is not None and one.spoken not in to_all
            row["u"] = seals.seal(seals.Said(one.language, own, one.spoken), secret)
        answer.append(row)
    return answer


def answer_of(found: list[Sentence], to_all: frozenset[str] | None) -> dict[str, Any]:
    """Return everything the player needs of a page."""
    heard = [one.spoken for one in found if sounds.speaks(one.language)]
    return {"said": rows(found, to_all), "bytes": weights(heard)}
