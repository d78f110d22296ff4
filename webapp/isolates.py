"""Words of another language or direction inside a sentence, kept apart from those around them.

In plain text Unicode's own invisible signs do it; on a page they become elements, which also tell a
voice that the words are French.
"""

import re

from markupsafe import Markup

FRENCH, ANY, CLOSED = "\u2066", "\u2068", "\u2069"
SIGNS = (FRENCH.encode(), ANY.encode())  # as a page is sent
FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic…
OPENED = {FRENCH: '<bdi lang="fr">', ANY: "<bdi>", CLOSED: "</bdi>"}
# What holds no element, and what is no text: there the signs stay, and do their work as they are.
WHOLE = re.compile(
    r"<(title|textarea|option|script|style)\b.*?</\1>|<[^>]*>|[\u2066\u2068\u2069]", re.DOTALL
)


def isolated(value: object) -> object:
    """Return a value whose direction changes nothing around it, in a line that runs from the right.

    A mere number is left alone, else the two parts of 9:30 would change places; so are words of
    such a language, which run as the line does, and what stands apart already.
    """
    text = str(value)
    if text.isdecimal() or isinstance(value, float) or FROM_THE_RIGHT.search(text):
        return value
    if text.startswith((FRENCH, ANY)) and text.find(CLOSED) == len(text) - 1:
        return value
    if hasattr(value, "__html__"):
        return Markup("{}{}{}").format(ANY, value, CLOSED)
    return f"{ANY}{value}{CLOSED}"


def start(text: str) -> int:
    """Return where the first sign that shows stands."""
    return len(text) - len(text.lstrip(FRENCH + ANY))


def marked(html: str) -> str:
    """Return a page with elements in the place of the signs."""
    return WHOLE.sub(lambda found: OPENED.get(found[0], found[0]), html)
