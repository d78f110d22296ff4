"""Tables of loaded timetables: a few bytes a run, so that a whole network stays small."""

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.extensions import Base


class GtfsNetwork(Base):
    """A transport network, as its last loaded file told it."""

    __tablename__ = "gtfs_network"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    timezone: Mapped[str] = mapped_column(String(40))
    first_day: Mapped[date]  # of the services
    last_day: Mapped[date]
    loaded_on: Mapped[date]


class GtfsStop(Base):
    """A place where lines of a network call."""

    __tablename__ = "gtfs_stop"
    __table_args__ = (Index("ix_gtfs_stop_lat_lon", "lat", "lon"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_network.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(120))
    lat: Mapped[float]
    lon: Mapped[float]


class GtfsService(Base):
    """The days on which runs are made: one byte a day, 1 or 0, from the network's first day."""

    __tablename__ = "gtfs_service"

    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_network.id", ondelete="CASCADE"), index=True
    )
    days: Mapped[bytes] = mapped_column(LargeBinary)


class GtfsPattern(Base):
    """A line through an ordered list of stops: their ids, four bytes each, low byte first."""

    __tablename__ = "gtfs_pattern"

    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_network.id", ondelete="CASCADE"), index=True
    )
    line: Mapped[str] = mapped_column(String(60))
    mode: Mapped[str] = mapped_column(String(8))
    stops: Mapped[bytes] = mapped_column(LargeBinary)


class GtfsCall(Base):
    """That a pattern calls at a stop: to find the lines of a stop."""

    __tablename__ = "gtfs_call"

    stop_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_stop.id", ondelete="CASCADE"), primary_key=True
    )
    pattern_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_pattern.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class GtfsRuns(Base):
    """The runs of a pattern on the days of a service.

    `times` holds, for each run and each stop, arrival and departure in minutes since midnight,
    two bytes each, low byte first; 65535 where one cannot leave or board.
    """

    __tablename__ = "gtfs_runs"

    pattern_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_pattern.id", ondelete="CASCADE"), primary_key=True
    )
    service_id: Mapped[int] = mapped_column(
        ForeignKey("gtfs_service.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    times: Mapped[bytes] = mapped_column(LargeBinary)
