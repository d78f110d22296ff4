"""Timetables of transport networks, to say which bus goes to an offer."""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gtfs_network",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(length=120), nullable=False, unique=True),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("loaded_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "gtfs_stop",
        sa.Column("id", sa.Integer(), primary_key=True),
        owner("network_id", "gtfs_network"),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
    )
    op.create_index("ix_gtfs_stop_network_id", "gtfs_stop", ["network_id"])
    op.create_index("ix_gtfs_stop_lat_lon", "gtfs_stop", ["lat", "lon"])
    op.create_table(
        "gtfs_service",
        sa.Column("id", sa.Integer(), primary_key=True),
        owner("network_id", "gtfs_network"),
        sa.Column("days", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_gtfs_service_network_id", "gtfs_service", ["network_id"])
    op.create_table(
        "gtfs_pattern",
        sa.Column("id", sa.Integer(), primary_key=True),
        owner("network_id", "gtfs_network"),
        sa.Column("line", sa.String(length=60), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("stops", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_gtfs_pattern_network_id", "gtfs_pattern", ["network_id"])
    op.create_table(
        "gtfs_call",
        owner("stop_id", "gtfs_stop", primary_key=True),
        owner("pattern_id", "gtfs_pattern", primary_key=True),
    )
    op.create_index("ix_gtfs_call_pattern_id", "gtfs_call", ["pattern_id"])
    op.create_table(
        "gtfs_runs",
        owner("pattern_id", "gtfs_pattern", primary_key=True),
        owner("service_id", "gtfs_service", primary_key=True),
        sa.Column("times", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_gtfs_runs_service_id", "gtfs_runs", ["service_id"])


def owner(name: str, table: str, *, primary_key: bool = False) -> sa.Column[int]:
    """A column that names the row this one goes away with."""
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer(), key, primary_key=primary_key, nullable=False)


def downgrade() -> None:
    for table in ("runs", "call", "pattern", "service", "stop", "network"):
        op.drop_table(f"gtfs_{table}")
