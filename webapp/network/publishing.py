"""Quarters as others read them: published once, a month after their end, and the same for good."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import exists, select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.network import evaluation, figures, rules, words
from webapp.network.figures import Row, Served, Summary, Table
from webapp.network.models import PublishedQuarter
from webapp.network.rules import Quarter
from webapp.organisations.models import Organisation

DAY = timedelta(days=1)
KEPT = 6  # quarters that a page offers
LABELS: Mapping[str, Mapping[Any, object]] = {
    "followed": words.BEGINNINGS,
    "received": words.OUTCOMES,
}
Counts = Mapping[str, Any]


def publishers() -> Sequence[Organisation]:
    """Return the organisations that hire or accompany, and in which someone works here."""
    works = exists().where(Account.organisation_id == Organisation.id)
    found = db.session.scalars(
        select(Organisation)
        .where(Organisation.gone_since.is_(None), works)
        .order_by(Organisation.id)
    )
    return [one for one in found if one.what.hires or one.what.accompanies]


def publish_due(organisation: Organisation, on: date, now: datetime) -> int:
    """Publish an organisation's quarters whose day has come, the oldest first; return how many."""
    known = of(organisation)
    due = [one for one in sorted(rules.last_published(on, KEPT)) if one not in known]
    for quarter in due:
        known[quarter] = publish(organisation, quarter, known.get(quarter.before), now)
    return len(due)


def publish(
    organisation: Organisation, quarter: Quarter, before: PublishedQuarter | None, now: datetime
) -> PublishedQuarter:
    """Write down what others read of a quarter; a count that is hidden is written nowhere."""
    tables = figures.outside(organisation, quarter, followed_in(before))
    made = PublishedQuarter(
        organisation_id=organisation.id,
        year=quarter.year,
        number=quarter.number,
        tables=[plain(one) for one in tables],
        acts=figures.acts(organisation, quarter).total,
        articles=evaluation.outside(organisation.id, quarter.begin, quarter.end - DAY),
        at=now,
    )
    db.session.add(made)
    db.session.flush()
    return made


def followed_in(before: PublishedQuarter | None) -> int | None:
    """Return how many people others read as followed in a quarter; None where they read none."""
    known = {one["key"]: one for one in before.tables} if before else {}
    found = known.get("followed")
    return found["total"] if found and found["told"] else None


def plain(one: Table) -> dict[str, Any]:
    """Return a table as it is kept."""
    return {
        "key": one.key,
        "told": one.told,
        "total": one.total if one.told else None,
        "rows": [[row.key, None if row.hidden else row.count] for row in one.rows],
    }


def of(organisation: Organisation) -> dict[Quarter, PublishedQuarter]:
    """Return what was published of an organisation."""
    found = db.session.scalars(
        select(PublishedQuarter)
        .where(PublishedQuarter.organisation_id == organisation.id)
        .order_by(PublishedQuarter.year, PublishedQuarter.number)
    )
    return {Quarter(one.year, one.number): one for one in found}


def tables(organisation: Organisation, quarter: Quarter) -> list[Table] | None:
    """Return what others read of a quarter; None while it is not published."""
    found = of(organisation).get(quarter)
    return [table(one) for one in found.tables] if found else None


def table(kept: Mapping[str, Any]) -> Table:
    """Return a table with its words; one whose total is hidden too has no line."""
    labels = LABELS[kept["key"]]
    rows = [
        Row(key, str(labels[key]), count or 0, hidden=count is None) for key, count in kept["rows"]
    ]
    title = str(words.TITLES[kept["key"]])
    return Table(kept["key"], title, rows, told=kept["told"], whole=kept["total"])


def summaries(organisations: Sequence[Organisation], quarter: Quarter) -> list[Summary]:
    """Return one line for each organisation of which this quarter is published.

    No total of all is given: it would tell what is hidden.
    """
    known = published_of(organisations, quarter)
    return [
        figures.summary(one, [table(kept) for kept in found.tables], found.acts)
        for one in organisations
        if (found := known.get(one.id)) is not None
    ]


def published_of(
    organisations: Sequence[Organisation], quarter: Quarter
) -> Mapping[int, PublishedQuarter]:
    """Return what is published of this quarter, by the number of its organisation."""
    rows = db.session.scalars(
        select(PublishedQuarter)
        .where(PublishedQuarter.organisation_id.in_([one.id for one in organisations]))
        .where(PublishedQuarter.year == quarter.year, PublishedQuarter.number == quarter.number)
    )
    return {one.organisation_id: one for one in rows}


def by_article(organisations: Sequence[Organisation], quarter: Quarter) -> list[Served]:
    """Return the acts of a published quarter by article, each structure's on a line of its own.

    No total of all is given: it would tell what is hidden.
    """
    known, found = published_of(organisations, quarter), dict[str, list[tuple[str, Counts]]]()
    for one in organisations:
        for counts in known[one.id].articles if one.id in known else ():
            found.setdefault(counts["article"], []).append((one.name, counts))
    ordered = sorted(found, key=rules.article_order)
    return [Served(evaluation.named(key), found[key]) for key in ordered]
