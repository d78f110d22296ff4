"""The words of the glossary: all of them, and those that a sentence holds."""

from flask_babel import get_locale

from webapp.plainfrench.glossary import EXPRESSIONS, TERMS, Term
from webapp.plainfrench.rules import explained_places
from webapp.plainfrench.tables import folded


def terms() -> list[Term]:
    """Return every word of the glossary, in the order of the alphabet of the page's language."""
    return sorted(TERMS, key=lambda term: folded(str(term.label)))


def terms_in(text: object) -> list[Term]:
    """Return the words of the glossary that a text holds, in its order, each once.

    French text is searched for every way to write them, other languages for their labels.
    """
    said = str(text)
    places = sorted(explained_places(said, EXPRESSIONS))
    found = [term for start, end in places if (term := known(said[start:end]))]
    if str(getattr(get_locale(), "language", "fr")) != "fr":
        found += [term for term in TERMS if str(term.label).lower() in said.lower()]
    return list(dict.fromkeys(found))


def known(written: str) -> Term | None:
    """Return the term written so, in the singular or the plural."""
    bare = " ".join(_singular(written).split())
    for term in TERMS:
        if bare in map(_singular, term.written):
            return term
    return None


def _singular(written: str) -> str:
    words = written.lower().replace("'", "’").split()
    return " ".join(word.rstrip("sx") for word in words)
