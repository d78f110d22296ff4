"""Indexes that tell all by which offers are ordered: only those that come first are read."""

from alembic import op


revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

PLACES = {
    "ix_offer_search_lat_lon": ["lat", "lon", "load"],
    "ix_offer_search_family": ["family", "lat", "lon", "load"],
    "ix_offer_search_rome": ["rome", "lat", "lon", "load"],
}


def upgrade() -> None:
    for name, columns in PLACES.items():
        op.drop_index(name, "offer_search")
        op.create_index(name, "offer_search", [*columns, "id", "flags"])


def downgrade() -> None:
    for name, columns in PLACES.items():
        op.drop_index(name, "offer_search")
        op.create_index(name, "offer_search", columns)
