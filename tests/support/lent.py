"""One PostgreSQL database lent to test after test, emptied of what each left.

To make one takes twenty times as long as to empty it. One whose tables a test changed, or in which
it left much, is not lent again.
"""

from collections.abc import Callable
from typing import LiteralString

import psycopg
from psycopg.sql import SQL, Identifier

from tests.support import databases
from tests.support.postgresql import Server

NAME = "lent"
MOST = 1_000  # rows: what is deleted still takes room, and changes how the server looks for others
TABLES: LiteralString = """
    SELECT string_agg(
        format('SELECT %L WHERE EXISTS (SELECT FROM %I)', relname, relname), ' UNION '
    )
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname <> 'alembic_version'"""
DELETE = SQL("DELETE FROM {}")
SHAPE: LiteralString = """
    SELECT count(*), max(oid), (SELECT count(*) FROM pg_attribute),
        (SELECT max(version_num) FROM alembic_version) FROM pg_class"""
OTHERS: LiteralString = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
NUMBERS: LiteralString = """
    SELECT setval(seqrelid, seqstart, false) FROM pg_sequence
    WHERE pg_sequence_last_value(seqrelid) IS NOT NULL"""


class Lent:
    """The database of this process of tests, when one has been made."""

    def __init__(self, server: Server, make: Callable[[str], str]) -> None:
        """Make databases on this server, by this function."""
        self.server, self.make = server, make
        self.connection: psycopg.Connection[tuple[object, ...]] | None = None
        self.shape: object = None
        self.filled = ""

    def lend(self) -> str:
        """Return the address of a database as if it were new."""
        if self.connection is None:
            self.make(NAME)
            self.connection = psycopg.connect(self.server.conninfo(NAME), autocommit=True)
            self.connection.execute("SET session_replication_role = replica")  # in any order
            [self.filled] = self.connection.execute(TABLES).fetchone() or [""]
            self.shape = self.connection.execute(SHAPE).fetchone()
        return self.server.url(NAME)

    def take_back(self) -> None:
        """Empty the database, or remove it."""
        try:
            emptied = self.connection is not None and self.empty(self.connection)
        except psycopg.Error:
            emptied = False
        if not emptied:
            self.close()
            databases.drop(self.server, self.server.url(NAME))

    def close(self) -> None:
        """Let go of the database."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def empty(self, connection: psycopg.Connection[tuple[object, ...]]) -> bool:
        """Delete every row; return whether the database is then as it was made."""
        connection.execute(OTHERS)
        if connection.execute(SHAPE).fetchone() != self.shape:
            return False
        deleted = 0
        for (name,) in connection.execute(self.filled.encode()).fetchall():
            deleted += connection.execute(DELETE.format(Identifier(str(name)))).rowcount
        connection.execute(NUMBERS)
        return deleted <= MOST
