"""What someone needs of a work they want to be told about."""

import sqlalchemy as sa
from alembic import op


revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kept = sa.Column("needs", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("alert", kept)


def downgrade() -> None:
    op.drop_column("alert", "needs")
