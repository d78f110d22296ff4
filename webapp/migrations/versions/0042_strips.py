"""Strips of latitude: an index of them holds together the offers of a box, and those alone."""

import sqlalchemy as sa
from alembic import op


revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

WORK = {"family": ["family"], "rome": ["rome"]}
TOLD = ["load", "id", "flags"]


def upgrade() -> None:
    op.add_column(
        "offer_search", sa.Column("strip", sa.Integer(), nullable=False, server_default="0")
    )
    op.execute("UPDATE offer_search SET strip = CAST(floor(lat * 20) AS INTEGER)")
    replace({"lat_lon": []} | WORK, {"place": []} | WORK, ["strip", "lon", "lat"])


def downgrade() -> None:
    replace({"place": []} | WORK, {"lat_lon": []} | WORK, ["lat", "lon"])
    op.drop_column("offer_search", "strip")


def replace(old: dict[str, list[str]], new: dict[str, list[str]], place: list[str]) -> None:
    for name in old:
        op.drop_index(f"ix_offer_search_{name}", "offer_search")
    for name, work in new.items():
        op.create_index(f"ix_offer_search_{name}", "offer_search", [*work, *place, *TOLD])
