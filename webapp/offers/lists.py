"""The page of results as it was sent, kept while all that it was made of stays the same."""

import time
from collections.abc import Callable, Hashable
from typing import NamedTuple

from flask import Response, current_app, make_response, request

from webapp import changes, front
from webapp.assets import style_hashes, use_style_hashes
from webapp.clock import today
from webapp.htmx import wants_fragment
from webapp.offers.results import Results
from webapp.reading import reading
from webapp.shelf import Shelf

CARDS_A_PAGE = 20  # a page weighs as much as so many cards
LASTS = 10  # seconds: what stands around the offers, such as the word on the demonstration, follows


class Sent(NamedTuple):
    """An answer: its bytes, what it varies by, and the hashes of its styles."""

    body: bytes
    vary: str
    hashes: tuple[str, ...]


def answer(find: Callable[[], Results], write: Callable[[Results], Response]) -> Response:
    """Return the page of the results that `find` gives: as it was sent, or written now.

    A page is kept under all that it is made of, so that once an offer has changed its page is
    another. Where the database tells of its commits, the door may keep the whole answer as well.
    A visitor who has a cookie gets a page of their own, so that nothing of theirs is kept.
    """
    if request.cookies:
        return write(find())
    if changes.state() is not None:
        front.share()
    results, pages = find(), shelf()
    key = (*this_request(), made_of(results))
    sent = pages.get(key)
    if sent is None:
        response = write(results)
        pages.put(key, as_sent(response))
        return response
    return again(sent)


def this_request() -> tuple[Hashable, ...]:
    """Return what tells two pages apart when the offers are the same."""
    turn = int(time.monotonic() / LASTS)
    seen = wants_fragment(), reading(), today(), turn
    return request.script_root, request.query_string, *seen


def made_of(results: Results) -> Hashable:
    """Return what a page tells: each offer with the version of its card, structures to call."""
    finding = results.finding
    found = (
        finding.hits,
        finding.nearest,
        finding.near_in_kind,
        finding.near_in_place,
        finding.newest,
    )
    return (*map(tuple, found), tuple(results.to_call))


def as_sent(response: Response) -> Sent:
    """Return what is kept of an answer."""
    return Sent(response.get_data(), response.headers.get("Vary", ""), style_hashes())


def again(sent: Sent) -> Response:
    """Return an answer as it was sent before."""
    use_style_hashes(*sent.hashes)
    response = make_response(sent.body)
    response.headers["Vary"] = sent.vary
    return response


def shelf() -> Shelf[Sent]:
    """Return the shelf of this application."""
    here = current_app.extensions
    if "offer_lists" not in here:
        here.setdefault("offer_lists", Shelf(current_app.config["CARD_CACHE"] // CARDS_A_PAGE))
    found: Shelf[Sent] = here["offer_lists"]
    return found
