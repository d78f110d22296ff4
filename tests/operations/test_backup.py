import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from webapp.operations.backup import KEPT, back_up

NIGHT = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)


def make_database(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE offer (title TEXT)")
    connection.execute("INSERT INTO offer VALUES ('Ménage à Vaulx')")
    connection.commit()
    return connection


def test_copies_what_is_committed_while_another_writes(tmp_path):
    writer = make_database(tmp_path / "app.db")
    writer.execute("INSERT INTO offer VALUES ('not committed')")

    copy = back_up(tmp_path / "app.db", tmp_path / "backups", "daily", NIGHT)

    assert sqlite3.connect(copy).execute("SELECT title FROM offer").fetchall() == [
        ("Ménage à Vaulx",)
    ]
    assert copy.stat().st_mode & 0o077 == 0


def test_keeps_the_last_five_of_a_kind(tmp_path):
    make_database(tmp_path / "app.db")
    folder = tmp_path / "backups"
    back_up(tmp_path / "app.db", folder, "before-upgrade", NIGHT)

    for day in range(KEPT + 2):
        back_up(tmp_path / "app.db", folder, "daily", NIGHT + timedelta(days=day))

    kept = sorted(path.name for path in folder.iterdir())
    assert kept == [
        "before-upgrade-20260301T030000.db",
        *(f"daily-202603{day:02d}T030000.db" for day in range(3, 3 + KEPT)),
    ]
