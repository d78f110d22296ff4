"""Since when the offers of a structure go on line without an adviser having read the first."""

import sqlalchemy as sa
from alembic import op


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KNOWN = (
    "UPDATE organisation SET known_since = (SELECT min(published_at) FROM offer "
    "WHERE offer.organisation_id = organisation.id)"
)


def upgrade() -> None:
    op.add_column("organisation", sa.Column("known_since", sa.DateTime(), nullable=True))
    op.execute(KNOWN)


def downgrade() -> None:
    op.drop_column("organisation", "known_since")
