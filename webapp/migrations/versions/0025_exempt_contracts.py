"""Contracts that the law lets be shorter, or have fewer hours."""

import sqlalchemy as sa
from alembic import op


revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("work_contract") as contract:
        contract.add_column(
            sa.Column("exempt", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("work_contract") as contract:
        contract.drop_column("exempt")
