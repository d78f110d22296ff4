"""The night of the law, from 21 h to 6 h, in what offers are filtered by; it was 22 h to 5 h."""

from collections.abc import Callable, Iterator

import sqlalchemy as sa
from alembic import op


revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

NO_NIGHT = 128
BATCH = 5_000

searched = sa.table("offer_search", sa.column("id", sa.Integer), sa.column("flags", sa.Integer))
offer = sa.table("offer", sa.column("id", sa.Integer), sa.column("week", sa.JSON))


def upgrade() -> None:
    change(lambda week: not touches(week, 21, 6))


def downgrade() -> None:
    change(lambda week: not touches(week, 22, 5))


def touches(week: list[list[int]], evening: int, morning: int) -> bool:
    return any(begin < morning * 60 or end > evening * 60 for _day, begin, end in week)


def change(is_free: Callable[[list[list[int]]], bool]) -> None:
    """Tell again which offers have no hour of the night, by the thousand."""
    for rows in batches():
        for free, flags in ((True, searched.c.flags.bitwise_or(NO_NIGHT)), (False, without())):
            ids = [number for number, week in rows if is_free(week) is free]
            op.execute(sa.update(searched).where(searched.c.id.in_(ids)).values(flags=flags))


def without() -> sa.ColumnElement[int]:
    return searched.c.flags.bitwise_and(~NO_NIGHT)


def batches() -> Iterator[list[tuple[int, list[list[int]]]]]:
    last = 0
    while rows := following(last):
        yield rows
        last = rows[-1][0]


def following(last: int) -> list[tuple[int, list[list[int]]]]:
    query = sa.select(offer.c.id, offer.c.week).join(searched, searched.c.id == offer.c.id)
    query = query.where(offer.c.id > last).order_by(offer.c.id).limit(BATCH)
    return [(number, week or []) for number, week in op.get_bind().execute(query)]
