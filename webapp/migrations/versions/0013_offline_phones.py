"""What phones sent once, and which phones take notifications."""

import sqlalchemy as sa
from alembic import op


revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sent_once",
        sa.Column("key", sa.String(length=64), primary_key=True),
        sa.Column("to", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_sent_once_at", "sent_once", ["at"])
    op.create_table(
        "push_subscription",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "person_id", sa.Integer(), sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column(
            "device_id", sa.Integer(), sa.ForeignKey("device.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("endpoint", sa.String(length=700), nullable=False, unique=True),
        sa.Column("p256dh", sa.String(length=120), nullable=False),
        sa.Column("auth", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_push_subscription_person_id", "push_subscription", ["person_id"])
    op.create_index("ix_push_subscription_device_id", "push_subscription", ["device_id"])


def downgrade() -> None:
    op.drop_table("push_subscription")
    op.drop_table("sent_once")
