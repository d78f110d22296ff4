"""With whom someone chose a moment to meet, on the phone."""

import sqlalchemy as sa
from alembic import op


revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting") as meeting:
        meeting.add_column(sa.Column("chosen_with_id", sa.Integer(), nullable=True))
        meeting.create_foreign_key(
            op.f("fk_meeting_chosen_with_id_account"),
            "account",
            ["chosen_with_id"],
            ["id"],
            ondelete="SET NULL",
        )
        meeting.create_index("ix_meeting_chosen_with_id", ["chosen_with_id"])


def downgrade() -> None:
    with op.batch_alter_table("meeting") as meeting:
        meeting.drop_index("ix_meeting_chosen_with_id")
        meeting.drop_constraint(op.f("fk_meeting_chosen_with_id_account"), type_="foreignkey")
        meeting.drop_column("chosen_with_id")
