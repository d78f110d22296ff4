"""Notes and next steps of the shared follow-up, and the words by which people are found."""

import sqlalchemy as sa
from alembic import op

from webapp.people.finding import words_of


revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WORD = sa.String(60).with_variant(sa.String(60, "C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("readers", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=True),
        *keys("note", person_id="person", organisation_id="organisation"),
        *keys("note", "SET NULL", account_id="account", changed_by_id="account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("public_id", name=op.f("uq_note_public_id")),
    )
    op.create_index("ix_note_person_id", "note", ["person_id"])
    tasks()
    words()


def tasks() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("of_person", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("readers", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=True),
        *keys("task", person_id="person", organisation_id="organisation"),
        *keys("task", "SET NULL", account_id="account", owner_id="account"),
        *keys("task", "SET NULL", changed_by_id="account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("public_id", name=op.f("uq_task_public_id")),
    )
    op.create_index("ix_task_person_id_state", "task", ["person_id", "state"])
    op.create_index("ix_task_owner_id_state", "task", ["owner_id", "state", "due_on"])
    op.create_index("ix_task_account_id_state", "task", ["account_id", "state"])


def words() -> None:
    table = op.create_table(
        "person_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("word", WORD, nullable=False),
        *keys("person_word", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_word")),
    )
    people = op.get_bind().execute(sa.text("SELECT id, first_name, last_name, phone FROM person"))
    rows = [
        {"person_id": one.id, "word": word}
        for one in people
        for word in sorted(words_of(one.first_name, one.last_name, one.phone))
    ]
    op.bulk_insert(table, rows)
    op.create_index("ix_person_word_person_id", "person_word", ["person_id"])
    op.create_index("ix_person_word_word_person_id", "person_word", ["word", "person_id"])
    op.create_index("ix_person_registered_by_id", "person", ["registered_by_id"])


def keys(table: str, ends: str = "CASCADE", **columns: str) -> list[sa.ForeignKeyConstraint]:
    """The columns that point at other tables, with what becomes of a row when those go."""
    return [
        sa.ForeignKeyConstraint(
            [name], [f"{target}.id"], name=op.f(f"fk_{table}_{name}"), ondelete=ends
        )
        for name, target in columns.items()
    ]


def downgrade() -> None:
    op.drop_index("ix_person_registered_by_id", "person")
    for name in ("person_word", "task", "note"):
        op.drop_table(name)
