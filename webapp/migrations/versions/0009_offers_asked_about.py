"""Since when the contact of an offer is asked whether it is still open."""

import sqlalchemy as sa
from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offer", sa.Column("asked_on", sa.Date(), nullable=True))
    op.create_index("ix_offer_asked_on", "offer", ["asked_on"])


def downgrade() -> None:
    op.drop_index("ix_offer_asked_on", table_name="offer")
    op.drop_column("offer", "asked_on")
