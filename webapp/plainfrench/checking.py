"""Check a text: the rules with what is known of French words."""

from webapp.plainfrench import dictionary
from webapp.plainfrench.rules import Report, check

LONGEST = 20_000  # characters read of one text


def report(text: str) -> Report:
    """Say how hard a text is, with the full word lists: for commands, tests and tasks."""
    return check(text[:LONGEST], dictionary.full())


def quick_report(text: str) -> Report:
    """Say how hard a text is, with the small file: for a page that answers while one types."""
    return check(text[:LONGEST], dictionary.small())
