"""Words looked for in offers: one SQL element, asked of FTS5 on SQLite and of GIN on PostgreSQL."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import ColumnElement, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


def plain(text: str) -> str:
    """Return the words of a text without accents, capitals or signs, one space apart."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    kept = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", kept))


class HasWords(ColumnElement[bool]):
    """True for the offers that hold the words, given as the values that `expressions` returns."""

    # It holds no value itself; without both of these a statement is compiled each time it is asked.
    inherit_cache = True
    _cache_key_traversal = []


def expressions(words: Sequence[str], cells: Sequence[str] = ()) -> dict[str, object]:
    """Return what each database is asked: offers whose words begin with each of these.

    Words hold letters and digits only; where grid cells are given the offer is in one of them.
    """
    return {"fts": fts5(words, cells), "tsq": tsquery(words, cells)}


def fts5(words: Sequence[str], cells: Sequence[str]) -> str:
    """Return the FTS5 expression."""
    demands = [f'words : "{word}"*' for word in words]
    if cells:
        demands.append(" OR ".join(f'tokens : "{cell}"' for cell in cells))
    return " AND ".join(f"({demand})" for demand in demands)


def tsquery(words: Sequence[str], cells: Sequence[str]) -> str:
    """Return the tsquery: words carry the weight A, cells B."""
    demands = [f"{word}:*A" for word in words]
    if cells:
        demands.append(" | ".join(f"{cell}:B" for cell in cells))
    return " & ".join(f"({demand})" for demand in demands)


@compiles(HasWords, "sqlite")
def on_sqlite(_element: HasWords, compiler: SQLCompiler, **kwargs: object) -> str:
    """Ask the FTS5 index."""
    match = compiler.process(bindparam("fts", type_=String), **kwargs)
    rows = f"SELECT rowid FROM offer_fts WHERE offer_fts MATCH {match}"  # noqa: S608  a parameter
    return f"offer_search.id IN ({rows})"


@compiles(HasWords, "postgresql")
def on_postgresql(_element: HasWords, compiler: SQLCompiler, **kwargs: object) -> str:
    """Ask the GIN index."""
    query = compiler.process(bindparam("tsq", type_=String), **kwargs)
    return f"offer_search.document @@ to_tsquery('simple', {query})"
