"""Lists that a database takes and gives whole: one value is given, and one text is read.

A row at a time, each value is looked at by the library, and each step of SQLite lets go of the
interpreter's lock. A list of numbers is one value too: however many there are, the statement is
the same and stays prepared.
"""

from typing import Any

from sqlalchemy import ARRAY, JSON, ColumnElement, Integer, Select, String, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.visitors import InternalTraversal


class InList(ColumnElement[bool]):
    """True where a number is in the list that is given under this name."""

    inherit_cache = True
    _traverse_internals = [
        ("number", InternalTraversal.dp_clauseelement),
        ("name", InternalTraversal.dp_string),
    ]

    def __init__(self, number: ColumnElement[int], name: str) -> None:
        """Take the number, and the name of the list among the values."""
        self.number = number
        self.name = name


@compiles(InList, "sqlite")
def unfold_json(element: InList, compiler: SQLCompiler, **kwargs: Any) -> str:
    """Unfold JSON."""
    number = compiler.process(element.number, **kwargs)
    numbers = compiler.process(bindparam(element.name, type_=JSON), **kwargs)
    return f"{number} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - a parameter


@compiles(InList, "postgresql")
def unfold_array(element: InList, compiler: SQLCompiler, **kwargs: Any) -> str:
    """Unfold an array, whose length the planner must not see: it would plan at each question."""
    number = compiler.process(element.number, **kwargs)
    numbers = compiler.process(bindparam(element.name, type_=ARRAY(Integer)), **kwargs)
    return f"{number} = ANY (ARRAY(SELECT unnest({numbers})))"


class OneText(FunctionElement[str]):
    """All rows as the text of a JSON array of arrays; days, and what is JSON, are texts in it."""

    name = "one_text"
    type = String()
    inherit_cache = True

    def __init__(self, *columns: ColumnElement[Any]) -> None:
        """Take what a row gives."""
        plain = (one.cast(String) if isinstance(one.type, JSON) else one for one in columns)
        super().__init__(*plain)


@compiles(OneText, "sqlite")
def group_json(element: OneText, compiler: SQLCompiler, **kwargs: Any) -> str:
    """Write the rows as SQLite does."""
    return f"json_group_array(json_array({compiler.process(element.clauses, **kwargs)}))"


@compiles(OneText, "postgresql")
def aggregate_json(element: OneText, compiler: SQLCompiler, **kwargs: Any) -> str:
    """Write the rows as PostgreSQL does; it finds none where there are none."""
    rows = f"json_agg(json_build_array({compiler.process(element.clauses, **kwargs)}))"
    return f"CAST({rows} AS TEXT)"


def in_one_text(rows: Select[Any]) -> Select[str]:
    """Return a query that gives the rows of another as one text, in its order."""
    return select(OneText(*rows.subquery("rows").c))
