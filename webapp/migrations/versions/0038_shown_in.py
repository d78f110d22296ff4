"""Where an offer is shown besides the site, as a referent agreed with its employer."""

import sqlalchemy as sa
from alembic import op


revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kept = sa.Column("shown_in", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("presentation_order", kept)


def downgrade() -> None:
    op.drop_column("presentation_order", "shown_in")
