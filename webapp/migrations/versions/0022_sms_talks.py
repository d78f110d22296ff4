"""What a number last looked for by SMS."""

import sqlalchemy as sa
from alembic import op


revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sms_talk",
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("work", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=5), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("asked_for", sa.Integer(), nullable=True),
        sa.Column("first_name", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("phone", name=op.f("pk_sms_talk")),
    )
    op.create_index("ix_sms_talk_at", "sms_talk", ["at"])


def downgrade() -> None:
    op.drop_table("sms_talk")
