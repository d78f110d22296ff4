"""Requests for help, their steps, and who answers for what."""

import sqlalchemy as sa
from alembic import op


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_request",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.String(length=8), nullable=False, unique=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id", ondelete="SET NULL")),
        sa.Column("need", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("asked_by", sa.String(length=8), nullable=False),
        sa.Column("first_name", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id", ondelete="SET NULL")),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("idempotency_key", sa.String(length=64), nullable=False, unique=True),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_help_request_person_id", "help_request", ["person_id"])
    op.create_index("ix_help_request_phone", "help_request", ["phone"])
    op.create_index("ix_help_request_organisation_id_status", "help_request", ["organisation_id", "status"])
    op.create_index("ix_help_request_status_due_on", "help_request", ["status", "due_on"])
    op.create_table(
        "help_step",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("help_request_id", sa.Integer(), sa.ForeignKey("help_request.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id", ondelete="SET NULL")),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_help_step_help_request_id", "help_step", ["help_request_id"])
    op.create_table(
        "responsibility",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("organisation_id", sa.Integer(), sa.ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False),
        sa.Column("need", sa.String(length=12), nullable=False),
        sa.Column("reach", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id", ondelete="SET NULL")),
        sa.UniqueConstraint("organisation_id", "need"),
    )
    op.create_index("ix_responsibility_need", "responsibility", ["need"])


def downgrade() -> None:
    op.drop_table("responsibility")
    op.drop_table("help_step")
    op.drop_table("help_request")
