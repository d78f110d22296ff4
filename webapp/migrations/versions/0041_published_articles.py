"""Collective acts by article in what is published of a quarter: a network reads them."""

import sqlalchemy as sa
from alembic import op


revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kept = sa.Column("articles", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("published_quarter", kept)


def downgrade() -> None:
    op.drop_column("published_quarter", "articles")
