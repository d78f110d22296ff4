"""What every test may ask for: an application on its own database, a client, the time."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from babel import localedata
from flask import Flask
from hypothesis import HealthCheck, settings

from scripts import catalogues
from tests.support import databases, postgresql
from tests.support.client import KEPT, InspectingClient, IsolatedRunner, looking
from tests.support.lent import NAME, Lent
from tests.support.pool import LinkedPool, Pool
from webapp import clock
from webapp.paper import printing

# Looked at seldom, garbage takes a tenth less of the processor, and a third less to find the tests.
gc.set_threshold(50_000)

# What a rule takes on a busy machine says nothing of the rule.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile what changed; forget the pages of an earlier run, unless this one checks them."""
    if hasattr(session.config, "workerinput"):
        return
    if not catalogues.is_compiled():
        catalogues.compile_all()
    keeps = "browser" in (session.config.option.markexpr or "").replace("not browser", "")
    if not keeps:
        shutil.rmtree(KEPT, ignore_errors=True)


def pytest_collection_finish() -> None:
    """Let the garbage collector no longer look at modules and tests, which stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database, to copy."""
    return databases.sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def demonstration_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database that holds the demonstration territory, to copy."""
    folder = tmp_path_factory.mktemp("demonstration")
    return databases.demonstration_template(sqlite_template, folder)


@pytest.fixture
def demonstration(app: Flask, demonstration_template: Path, tmp_path: Path) -> None:
    """The demonstration territory in the database of this test, as the command loads it."""
    databases.copy_of(demonstration_template, tmp_path)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server of this run."""
    with postgresql.serving() as server:
        yield server


@pytest.fixture(scope="session")
def make_postgresql(
    postgresql_server: postgresql.Server, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., str]:
    """A function that makes migrated PostgreSQL databases."""
    return databases.postgresql_maker(postgresql_server, tmp_path_factory.mktemp("postgresql"))


@pytest.fixture
def sqlite(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database of this test's own."""
    return databases.copy_of(sqlite_template, tmp_path)


@pytest.fixture(scope="session")
def lent_postgresql(
    make_postgresql: Callable[..., str], postgresql_server: postgresql.Server
) -> Iterator[Lent]:
    """The PostgreSQL database lent to each test in turn."""
    with closing(Lent(postgresql_server, make_postgresql)) as lent:
        yield lent


@pytest.fixture
def postgres(lent_postgresql: Lent) -> Iterator[str]:
    """The address of a migrated PostgreSQL database of this test's own."""
    yield lent_postgresql.lend()
    lent_postgresql.take_back()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of a database: a test that asks for it runs on both kinds."""
    name = "sqlite" if request.param == "sqlite" else "postgres"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
def app(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    """The application on a database of its own, with a context pushed for factories."""
    asked = [name for name in ("database", "postgres") if name in request.fixturenames]
    url = request.getfixturevalue(asked[0] if asked else "sqlite")
    with lent(request, url, tmp_path) as app, app.app_context():
        app.test_client_class = InspectingClient
        app.test_cli_runner_class = IsolatedRunner
        monkeypatch.setattr(app, "test_request_context", looking(app))
        yield app


def lent(request: pytest.FixtureRequest, url: str, data_dir: Path) -> AbstractContextManager[Flask]:
    """An application on this database: that of the pool of its kind."""
    name = "pool" if url.startswith("sqlite") else "postgresql_pool"
    pool: Pool = request.getfixturevalue(name)
    return pool.lend(data_dir)


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Pool:
    """The application lent to each test in turn."""
    return LinkedPool(tmp_path_factory.mktemp("pool"))


@pytest.fixture(scope="session")
def postgresql_pool(
    postgresql_server: postgresql.Server, tmp_path_factory: pytest.TempPathFactory
) -> Pool:
    """The application lent to each test on PostgreSQL in turn."""
    return Pool(tmp_path_factory.mktemp("pool"), postgresql_server.url(NAME))


@pytest.fixture
def client(app: Flask) -> InspectingClient:
    """A browser without scripts that inspects each page it opens."""
    client: InspectingClient = app.test_client()
    return client


@pytest.fixture
def runner(app: Flask) -> IsolatedRunner:
    """A terminal to run commands in."""
    runner: IsolatedRunner = app.test_cli_runner()
    return runner


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """A function that sets the time; a moment without zone is meant in Paris."""

    def set_time(moment: datetime) -> None:
        here = moment if moment.tzinfo else moment.replace(tzinfo=clock.PARIS)

        class Stopped(datetime):
            """A clock that stands still."""

            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:
                return here.astimezone(tz or UTC)

        monkeypatch.setattr(clock, "datetime", Stopped)

    return set_time


@pytest.fixture
def one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first PDF in the place of the others: to make one takes a second, and some only ask who
    may have it.
    """
    make, made = printing.pdf, dict[str, bytes]()

    def first_made(html: str) -> bytes:
        return made.get("first") or made.setdefault("first", make(html))

    monkeypatch.setattr(printing, "pdf", first_made)


@pytest.fixture
def whole_locales(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that Babel knows of languages, which pages forget: the head of a catalogue names it."""
    monkeypatch.setattr(localedata, "_cache", {})


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test reach further than this machine."""
    import socket

    connect = socket.socket.connect

    def nearby(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        assert host in ("localhost", "127.0.0.1", "::1"), f"a test calls {host}"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", nearby)
