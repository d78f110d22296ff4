"""The strips of latitude that a box crosses: one SQL element, whose list each database unfolds."""

from sqlalchemy import ARRAY, JSON, ColumnElement, Integer, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class InStrips(ColumnElement[bool]):
    """True for the offers that lie in one of the strips, given as a list of numbers, `strips`."""

    # It holds no value itself; without both of these a statement is compiled each time it is asked.
    inherit_cache = True
    _cache_key_traversal = []


@compiles(InStrips, "sqlite")
def on_sqlite(_element: InStrips, compiler: SQLCompiler, **kwargs: object) -> str:
    """Unfold JSON: however many strips there are, the statement is the same and stays prepared."""
    strips = compiler.process(bindparam("strips", type_=JSON), **kwargs)
    return f"offer_search.strip IN (SELECT value FROM json_each({strips}))"  # noqa: S608  a parameter


@compiles(InStrips, "postgresql")
def on_postgresql(_element: InStrips, compiler: SQLCompiler, **kwargs: object) -> str:
    """Unfold an array, whose length the planner must not see: it would plan at each question."""
    strips = compiler.process(bindparam("strips", type_=ARRAY(Integer)), **kwargs)
    return f"offer_search.strip = ANY (ARRAY(SELECT unnest({strips})))"
