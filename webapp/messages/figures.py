"""Figures of the outbox, read from the database when asked for: true whoever sends."""

from collections.abc import Iterator
from datetime import timedelta

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from webapp.clock import now
from webapp.messages import queries

LATELY = timedelta(days=1)


class Outbox(Collector):
    """The messages of the last day by kind and status, and those that wait."""

    def describe(self) -> list[GaugeMetricFamily]:
        """Return nothing: the names are known once they are asked for."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the figures; none where the database does not answer."""
        try:
            counts = queries.counts(now() - LATELY)
            number, oldest = queries.waiting(now())
        except SQLAlchemyError:
            return
        lately = GaugeMetricFamily(
            "a_deux_pas_messages_last_day",
            "Messages that were to leave in the last 24 hours",
            labels=["channel", "kind", "status"],
        )
        for channel, kind, status, count in counts:
            lately.add_metric([channel, kind, status], count)
        yield lately
        yield GaugeMetricFamily(
            "a_deux_pas_messages_waiting", "Messages that should have left by now", value=number
        )
        age = (now() - oldest).total_seconds() if oldest else 0
        yield GaugeMetricFamily(
            "a_deux_pas_messages_oldest_seconds",
            "For how long the oldest of them has waited",
            value=age,
        )
