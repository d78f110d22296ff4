"""What happened to people, and who follows whom: whoever wrote someone down follows them."""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WHO = "INSERT INTO following (person_id, organisation_id, account_id, by_id, since) "
WROTE = (
    "SELECT person.id, account.organisation_id, account.id, account.id, person.created_at "
    "FROM person JOIN account ON account.id = person.registered_by_id "
    "WHERE person.merged_into_id IS NULL ORDER BY person.id"
)


def upgrade() -> None:
    op.create_table(
        "timeline_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("readers", sa.String(length=12), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        *keys("timeline_event", person_id="CASCADE", account_id="SET NULL"),
        *keys("timeline_event", organisation_id="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeline_event")),
        sa.UniqueConstraint("public_id", name=op.f("uq_timeline_event_public_id")),
    )
    op.create_index("ix_timeline_event_person_id_at", "timeline_event", ["person_id", "at", "id"])
    op.create_table(
        "following",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        *keys("following", person_id="CASCADE", organisation_id="CASCADE"),
        *keys("following", account_id="SET NULL", by_id="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_following")),
    )
    op.create_index("ix_following_account_id", "following", ["account_id", "ended_at", "person_id"])
    op.create_index(
        "ix_following_person_id", "following", ["person_id", "organisation_id", "ended_at"]
    )
    op.execute(WHO + WROTE)


def keys(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    """The columns that point at other tables, each with what becomes of it when those go."""
    return [
        sa.ForeignKeyConstraint(
            [name],
            [f"{'account' if name == 'by_id' else name.removesuffix('_id')}.id"],
            name=op.f(f"fk_{table}_{name}"),
            ondelete=ends,
        )
        for name, ends in columns.items()
    ]


def downgrade() -> None:
    op.drop_table("following")
    op.drop_table("timeline_event")
