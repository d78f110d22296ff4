"""Reports of offers by visitors, and the review of an offer before it shows.

Columns are added one by one, never in a batch: SQLite would rebuild the table and, its foreign
keys being on, remove with the old one what belongs to it.
"""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.String(length=8), nullable=False, unique=True),
        sa.Column(
            "offer_id",
            sa.Integer(),
            sa.ForeignKey("offer.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=False),
    )
    op.create_index("ix_report_offer_id", "report", ["offer_id"])
    for name, length in (("reviewed_words", 64), ("refusal", 300)):
        column = sa.Column(name, sa.String(length=length), nullable=False, server_default="")
        op.add_column("offer", column)


def downgrade() -> None:
    for name in ("refusal", "reviewed_words"):
        op.drop_column("offer", name)
    op.drop_table("report")
