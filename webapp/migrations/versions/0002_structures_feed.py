"""What the public feed of structures last said of each, and since when it is silent.

Columns are added one by one, never in a batch: SQLite would rebuild the table and, its foreign
keys being on, remove with the old one the contacts and offers that belong to it.
"""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("feed_facts", sa.JSON(), nullable=True))
    op.add_column(
        "organisation",
        sa.Column("takes_requests", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.add_column("organisation", sa.Column("gone_since", sa.Date(), nullable=True))
    op.add_column("offer", sa.Column("feed_id", sa.String(length=64), nullable=True))
    op.add_column("offer", sa.Column("feed_facts", sa.JSON(), nullable=True))
    op.add_column("offer", sa.Column("gone_since", sa.Date(), nullable=True))
    op.create_index("ix_offer_feed_id", "offer", ["feed_id"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_offer_feed_id", table_name="offer")
    for column in ("gone_since", "feed_facts", "feed_id"):
        op.drop_column("offer", column)
    for column in ("gone_since", "takes_requests", "feed_facts"):
        op.drop_column("organisation", column)
