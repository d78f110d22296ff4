"""What was signed of an exit review before its words changed stays as it was signed."""

import sqlalchemy as sa
from alembic import op


revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("exit_review", sa.Column("former", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("exit_review", "former")
