"""The schema that migrations make is the one that the code means, on both databases."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from webapp import models
from webapp.extensions import Base, db
from webapp.operations import migrations

OF_WORDS = {"document", "ix_offer_search_document"}  # of PostgreSQL


def differences() -> list[object]:
    """What is in the tables of the code and not in the database, or the other way round."""
    assert models
    with db.get_engine("default").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": known})
        return list(compare_metadata(context, Base.metadata))


def known(_thing: object, name: str, kind: str, reflected: bool, _other: object) -> bool:
    """Whether to compare it: what a search of words makes for itself is its own."""
    own = reflected and kind in ("table", "column", "index")
    return not (own and (name.startswith("offer_fts") or name in OF_WORDS))


def test_migrations_make_the_tables_that_the_code_means(database, app):
    assert differences() == []


def test_the_last_release_can_be_taken_back_and_brought_again(database, app):
    db.session.close()
    command.downgrade(migrations.settings(), "-1")

    migrations.run()

    assert differences() == []
