"""Who was presented to whom, and how many people an employer wants to meet."""

import sqlalchemy as sa
from alembic import op


revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "presentation_order",
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("per_week", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        key("presentation_order", "offer_id", "offer", "CASCADE"),
        key("presentation_order", "confirmed_by_id", "account", "SET NULL"),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_presentation_order")),
    )
    for name in ("due_on", "confirmed_by_id"):
        op.create_index(f"ix_presentation_order_{name}", "presentation_order", [name])
    op.create_table(
        "presentation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=8), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("sentence", sa.String(length=160), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("refused_at", sa.DateTime(), nullable=True),
        key("presentation", "application_id", "application", "CASCADE"),
        key("presentation", "person_id", "person", "CASCADE"),
        key("presentation", "account_id", "account", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presentation")),
        sa.UniqueConstraint("public_id", name=op.f("uq_presentation_public_id")),
        sa.UniqueConstraint("application_id", name=op.f("uq_presentation_application_id")),
    )
    for name in ("person_id", "account_id"):
        op.create_index(f"ix_presentation_{name}", "presentation", [name])


def key(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    """Return a foreign key with its usual name."""
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def downgrade() -> None:
    op.drop_table("presentation")
    op.drop_table("presentation_order")
