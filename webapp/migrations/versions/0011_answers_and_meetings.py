"""What employers answer, when silence was told, and the meetings to which they invite."""

import sqlalchemy as sa
from alembic import op


revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENTS = (
    "seen_at", "answered_at", "met_at", "ended_at", "person_called_at", "step_since", "look_at",
)


def upgrade() -> None:
    with op.batch_alter_table("application") as application:
        for name in MOMENTS:
            application.add_column(sa.Column(name, sa.DateTime(), nullable=True))
        application.add_column(sa.Column("diagnosis_wanted_on", sa.Date(), nullable=True))
        application.add_column(
            sa.Column("reason", sa.String(length=12), nullable=False, server_default="")
        )
        application.add_column(
            sa.Column("step", sa.String(length=8), nullable=False, server_default="")
        )
        application.create_index("ix_application_look_at", ["look_at"])
    # What was sent before is looked at once; an answer given before counts as one.
    op.execute("UPDATE application SET answered_at = called_at, seen_at = called_at")
    op.execute("UPDATE application SET look_at = created_at WHERE status IN ('sent', 'seen')")
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.String(length=8), nullable=False, unique=True),
        sa.Column(
            "application_id",
            sa.Integer(),
            sa.ForeignKey("application.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "host_id", sa.Integer(), sa.ForeignKey("contact.id", ondelete="SET NULL"), nullable=True
        ),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("chosen_at", sa.DateTime(), nullable=True),
        sa.Column("chosen_by", sa.String(length=8), nullable=False),
        sa.Column("over_at", sa.DateTime(), nullable=True),
        sa.Column("over_by", sa.String(length=8), nullable=False),
    )
    for name in ("application_id", "host_id", "starts_at"):
        op.create_index(f"ix_meeting_{name}", "meeting", [name])
    op.create_table(
        "asked_by_sms",
        sa.Column("phone", sa.String(length=16), primary_key=True),
        sa.Column(
            "application_id",
            sa.Integer(),
            sa.ForeignKey("application.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_asked_by_sms_application_id", "asked_by_sms", ["application_id"])


def downgrade() -> None:
    op.drop_table("asked_by_sms")
    op.drop_table("meeting")
    with op.batch_alter_table("application") as application:
        application.drop_index("ix_application_look_at")
        for name in (*MOMENTS, "diagnosis_wanted_on", "reason", "step"):
            application.drop_column(name)
