"""What was noted by mistake in a contract or on an approval: who took it back, when and why."""

import sqlalchemy as sa
from alembic import op


revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

TABLES = ("work_event", "approval_suspension")


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("withdrawn_at", sa.DateTime(), nullable=True))
            batch.add_column(sa.Column("withdrawn_by_id", sa.Integer(), nullable=True))
            batch.add_column(
                sa.Column("withdrawn_why", sa.String(length=8), nullable=False, server_default="")
            )
            batch.create_foreign_key(
                f"fk_{table}_withdrawn_by_id", "account", ["withdrawn_by_id"], ["id"], ondelete="SET NULL"
            )


def downgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_withdrawn_by_id", type_="foreignkey")
            for name in ("withdrawn_why", "withdrawn_by_id", "withdrawn_at"):
                batch.drop_column(name)
