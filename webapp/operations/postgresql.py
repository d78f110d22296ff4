"""PostgreSQL's own tools, found where Debian puts them: dump, restore, a database to prepare in."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import URL

if TYPE_CHECKING:
    import psycopg

DEBIAN = Path("/usr/lib/postgresql")
PATIENCE = 60.0  # seconds for the requests under way to end, before the data are replaced
QUIET = ("--no-owner", "--no-privileges")


class NoTool(Exception):
    """A program of PostgreSQL is not installed here; the message names it."""


class Failed(Exception):
    """A program of PostgreSQL, or the server, refused; the message is its own."""


def program(name: str) -> str:
    """Return where a program is: Debian's newest release, else the one of the path."""
    found = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    path = str(found[-1]) if found else shutil.which(name)
    if path is None:
        raise NoTool(f"{name} is not installed here: apt-get install postgresql-client")
    return path


def dump(url: URL, target: Path) -> None:
    """Write a whole database to a file, as it stands at one moment."""
    run([program("pg_dump"), "--format=custom", *QUIET, "--file", str(target)], url)


def restore(url: URL, source: Path) -> None:
    """Fill an empty database from a dump."""
    options = ["--single-transaction", "--exit-on-error", *QUIET]
    run([program("pg_restore"), *options, "--dbname", str(url.database), str(source)], url)


def replace(url: URL, source: Path) -> None:
    """Replace what a database that serves holds by a dump: all of it, or nothing.

    Every table is locked first, each within less time than PostgreSQL waits before it looks for
    deadlocks: requests under way wait, and none of them fails. Raise Failed when the tables are
    not free within a minute.
    """
    script = source.with_suffix(".sql")
    script.touch(mode=0o600)
    command = [program("psql"), "--no-psqlrc", "--quiet", "--single-transaction"]
    command += ["--set=ON_ERROR_STOP=1", f"--command={LOCK}", f"--file={script}"]
    try:
        whole = ["--clean", "--if-exists", *QUIET, "--file", str(script), str(source)]
        run([program("pg_restore"), *whole], url)
        until_free(lambda: run(command, url))
    finally:
        script.unlink()


LOCK = """
SET LOCAL lock_timeout = '300ms';
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname = current_schema() ORDER BY tablename
  LOOP EXECUTE 'LOCK TABLE ' || name || ' IN ACCESS EXCLUSIVE MODE'; END LOOP;
END $$;
"""


def until_free(act: Callable[[], None]) -> None:
    """Act once the tables are free; raise Failed when they are not within a minute."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except Failed as failure:
            if "lock timeout" not in str(failure) or time.monotonic() > deadline:
                raise
        time.sleep(random.uniform(0.05, 0.5))  # noqa: S311  so as not to come at the same moments


def run(command: list[str], url: URL) -> None:
    """Run a program on a database; what opens it is in the environment, unseen by `ps`."""
    done = subprocess.run(  # noqa: S603  PostgreSQL's own programs
        command, env={**os.environ, **environment(url)}, capture_output=True, text=True
    )
    if done.returncode:
        raise Failed(done.stderr.strip() or f"{Path(command[0]).name} ended with no word")


def environment(url: URL) -> dict[str, str]:
    """Return the address of a database as libpq reads it from the environment."""
    host = url.host or url.query.get("host") or ""
    told = {
        "PGHOST": str(host),
        "PGPORT": str(url.port or url.query.get("port") or ""),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    return {name: value for name, value in told.items() if value}


@contextmanager
def spare_database(url: URL) -> Iterator[URL]:
    """Make an empty database beside one, and remove it at the end."""
    from psycopg import errors, sql

    name = f"restore_{uuid4().hex}"
    with administering(url) as connection:
        try:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except errors.InsufficientPrivilege:
            raise Failed(f"give the right to prepare: ALTER ROLE {url.username} CREATEDB") from None
    try:
        yield url.set(database=name)
    finally:
        with administering(url) as connection:
            gone = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(gone)


def administering(url: URL) -> "psycopg.Connection[tuple[object, ...]]":
    """Return a connection on which each statement stands alone."""
    import psycopg  # 9 MB, which a page never uses where the database is a file

    told = {name: value for name, value in conninfo(url).items() if value}
    return psycopg.connect(autocommit=True, **told)  # type: ignore[arg-type]


def conninfo(url: URL) -> dict[str, object]:
    """Return the address of a database as psycopg takes it."""
    known = environment(url)
    return {
        "host": known.get("PGHOST"),
        "port": known.get("PGPORT"),
        "user": known.get("PGUSER"),
        "password": known.get("PGPASSWORD"),
        "dbname": known.get("PGDATABASE"),
    }
