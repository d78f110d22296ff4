"""Places of digital help: what one finds there, the languages spoken, and since when one is gone."""

import sqlalchemy as sa
from alembic import op


revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("services", "languages"):
        op.add_column(
            "help_place", sa.Column(name, sa.JSON(), nullable=False, server_default="[]")
        )
    op.add_column(
        "help_place", sa.Column("free", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("help_place", sa.Column("gone_since", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("help_place") as batch:
        for name in ("gone_since", "free", "languages", "services"):
            batch.drop_column(name)
