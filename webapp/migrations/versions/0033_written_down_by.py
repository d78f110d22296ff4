"""Whom a structure wrote down, read from an index alone: its list of people looks at no other."""

from alembic import op


revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_person_registered_by_id_id", "person", ["registered_by_id", "id"])
    op.drop_index("ix_person_registered_by_id", "person")


def downgrade() -> None:
    op.create_index("ix_person_registered_by_id", "person", ["registered_by_id"])
    op.drop_index("ix_person_registered_by_id_id", "person")
