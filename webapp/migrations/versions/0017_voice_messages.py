"""Voice messages of requests, sealed, and the pieces of those on their way."""

import sqlalchemy as sa
from alembic import op


revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voice_message",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.String(length=8), nullable=False, unique=True),
        sa.Column(
            "application_id",
            sa.Integer(),
            sa.ForeignKey("application.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("print", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("refusal", sa.String(length=8), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_voice_message_application_id", "voice_message", ["application_id"])
    op.create_index("ix_voice_message_created_at", "voice_message", ["created_at"])
    op.create_table(
        "voice_piece",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "message_id",
            sa.Integer(),
            sa.ForeignKey("voice_message.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("message_id", "begin", name="uq_voice_piece_message_id_begin"),
    )


def downgrade() -> None:
    op.drop_table("voice_piece")
    op.drop_table("voice_message")
