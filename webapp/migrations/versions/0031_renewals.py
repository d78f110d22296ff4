"""The monthly renewal at France Travail, asked about once a month."""

import sqlalchemy as sa
from alembic import op


revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jobseeker_renewal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("once", sa.String(length=16), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_jobseeker_renewal_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobseeker_renewal")),
        sa.UniqueConstraint("public_id", name=op.f("uq_jobseeker_renewal_public_id")),
        sa.UniqueConstraint("once", name=op.f("uq_jobseeker_renewal_once")),
    )
    op.create_index("ix_jobseeker_renewal_month", "jobseeker_renewal", ["month"])
    op.create_index("ix_jobseeker_renewal_both", "jobseeker_renewal", ["person_id", "month"])


def downgrade() -> None:
    op.drop_table("jobseeker_renewal")
