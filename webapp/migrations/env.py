"""How Alembic reaches the database: through the application's writing engine."""

from alembic import context

import webapp.models  # noqa: F401  every table, so that Alembic compares them all
from webapp.extensions import Base, db


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Return whether a model describes this part of the schema: the text index has none."""
    if kind == "column":
        return name != "document"
    return not (name or "").startswith(("offer_fts", "ix_offer_search_document"))


def run() -> None:
    """Run the migrations in one transaction."""
    with db.get_engine("default").connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            include_name=is_ours,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
