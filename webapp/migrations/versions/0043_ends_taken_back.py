"""Early ends of a contract that were noted by mistake: who took each back, when and why."""

import sqlalchemy as sa
from alembic import op


revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kept = sa.Column("mistakes", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("work_contract", kept)


def downgrade() -> None:
    op.drop_column("work_contract", "mistakes")
