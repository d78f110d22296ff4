"""What committees decided, found by who is to do it: the page of a day read everyone to find none."""

from alembic import op


revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_committee_case_owner_id", "committee_case", ["owner_id"])


def downgrade() -> None:
    op.drop_index("ix_committee_case_owner_id", "committee_case")
