"""The usual page of results, where offers were found near a town: written once for all alike."""

from typing import Any

from flask import Response, make_response, request
from markupsafe import Markup

from webapp.holes import hole
from webapp.htmx import by_asker, render, wants_fragment
from webapp.jobs.queries import families
from webapp.offers.results import Results
from webapp.pieces import page

PAGE = "offers/index.html"
# What a page has of its own, and the hole that is left for it: letters alone.
OWN = {
    "here": "cards",
    "title": "title",
    "for_typed": "typed",
    "in_words": "near",
    "said_word": "word",
    "said_where": "where",
    "without_needs": "search",
    "query": "query",
    "feed_url": "feed",
    "next_url": "next",
    "previous_url": "previous",
    "elsewhere": "elsewhere",
}
# What tells two usual pages apart.
FACTS = ("what_short", "chosen_needs", "needs", "is_personal", "family", "radius")
# What is the same on each of them: see `is_usual`.
ALIKE = (
    *("is_located", "understood", "unknown_place", "doubted_places", "needs_more"),
    *("needless", "in_kind", "in_place", "without_place", "to_call"),
)


class Alike:
    """Stands for the results of all pages that are alike: what they have of their own is a hole."""

    def __init__(self, results: Results) -> None:
        """Take those of one of them."""
        self.results = results

    def __getattr__(self, name: str) -> Any:
        """Return a hole, or what is the same for all; raise AttributeError for anything else."""
        found = getattr(self.results, name)
        if name in OWN:
            shown = Markup(hole(OWN[name]))  # noqa: S704 - no tag in it
            return ([shown] if name == "here" else shown) if found else found
        if name not in (*FACTS, *ALIKE):
            raise AttributeError(name)
        return found


def write(results: Results) -> Response:
    """Write a page of results: from what was written once, where it says no more than most."""
    if request.cookies or wants_fragment() or not is_usual(results):
        return render(PAGE, "offers/_results.html", results=results, families=families())
    own = {hole: getattr(results, name) for name, hole in OWN.items()}
    facts = [getattr(results, name) for name in FACTS]
    key = (*facts, *map(bool, own.values()))
    own["cards"] = Markup("".join(results.here))  # noqa: S704 - each is escaped
    html = page(PAGE, key, own, results=lambda: Alike(results), families=families)
    return by_asker(make_response(html))


def is_usual(results: Results) -> bool:
    """Return whether a page says no more than most: several offers, near a town that is clear."""
    finding = results.finding
    found = bool(finding.here) and finding.understood and not finding.is_short
    return found and finding.spot is not None and not results.doubted_places
