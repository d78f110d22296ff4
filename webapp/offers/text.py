"""Words looked for in offers: one SQL element, asked of FTS5 on SQLite and of GIN on PostgreSQL."""

from collections.abc import Sequence

from sqlalchemy import BindParameter, ColumnElement, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class HasWords(ColumnElement[bool]):
    """True for the offers whose words begin with each of these, in one of the cells if any."""

    inherit_cache = False  # two binds that the cache key would not see

    def __init__(self, words: Sequence[str], cells: Sequence[str] = ()) -> None:
        """Take single words, of letters and digits only, and grid cells as alternatives."""
        self.sqlite: BindParameter[str] = bindparam("fts", fts5(words, cells), unique=True)
        self.postgres: BindParameter[str] = bindparam("tsq", tsquery(words, cells), unique=True)


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
def on_sqlite(element: HasWords, compiler: SQLCompiler, **kwargs: object) -> str:
    """Ask the FTS5 index."""
    match = compiler.process(element.sqlite, **kwargs)
    rows = f"SELECT rowid FROM offer_fts WHERE offer_fts MATCH {match}"  # noqa: S608  a parameter
    return f"offer_search.id IN ({rows})"


@compiles(HasWords, "postgresql")
def on_postgresql(element: HasWords, compiler: SQLCompiler, **kwargs: object) -> str:
    """Ask the GIN index."""
    query = compiler.process(element.postgres, **kwargs)
    return f"offer_search.document @@ to_tsquery('simple', {query})"
