"""Check a text: the rules with what is known of French words."""

from collections.abc import Collection
from dataclasses import replace

from webapp.plainfrench import dictionary
from webapp.plainfrench.rules import Report, check

LONGEST = 5_000  # characters that a page reads of one text


def report(text: str, apart: Collection[str] = ()) -> Report:
    """Say how hard a text is, with the full word lists: for commands, tests and tasks.

    What is `apart` is not looked at: names that the page knows, words that somebody else wrote.
    """
    names = frozenset(one.lower() for one in apart if one)
    return check(text, replace(dictionary.full(), apart=names))


def quick_report(text: str) -> Report:
    """Say how hard a text is, with the small files: for a page that answers while one types."""
    return check(text[:LONGEST], dictionary.small())
