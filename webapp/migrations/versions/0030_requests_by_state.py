"""The requests of an offer by where they stand, for an employer with thousands of them."""

from alembic import op


revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_application_offer_id_status", "application", ["offer_id", "status"])


def downgrade() -> None:
    op.drop_index("ix_application_offer_id_status", "application")
