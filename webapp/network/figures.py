"""The figures of an organisation in words: tables of counts with their total, or masked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from webapp.helping.enums import HelpStatus
from webapp.i18n import gettext as _
from webapp.i18n import ngettext as _n
from webapp.i18n import number
from webapp.network import queries, rules, words
from webapp.network.rules import Quarter
from webapp.organisations.models import Organisation


@dataclass(frozen=True)
class Row:
    """One count with its words; `hidden` outside, where it would tell of too few people."""

    key: str
    label: str
    count: int
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """Counts that make up their total, and what else is said of them."""

    key: str
    title: str
    rows: Sequence[Row]
    told: bool = True  # False outside, where even the total would tell too much
    notes: Sequence[str] = field(default=())
    whole: int | None = None  # the total, where hidden counts are not known here

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self.whole if self.whole is not None else sum(row.count for row in self.rows)

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((row.count for row in self.rows if not row.hidden), default=0) or 1


def table(key: str, labels: Mapping[Any, object], counts: Mapping[str, int], *notes: str) -> Table:
    """Return a table with its lines in the order of their labels."""
    rows = [Row(one, str(label), counts.get(one, 0)) for one, label in labels.items()]
    return Table(key, str(words.TITLES[key]), rows, notes=notes)


def inside(organisation: Organisation, quarter: Quarter) -> list[Table]:
    """Return every figure of a quarter, for the organisation itself."""
    found = [acts(organisation, quarter)]
    if organisation.what.accompanies:
        found += [*followed(organisation, quarter), *asked_by_followed(organisation, quarter)]
        found.append(helps(organisation, quarter))
    if organisation.what.hires:
        found += [received(organisation, quarter), answered(organisation, quarter)]
    if organisation.what.is_siae:
        found += exits(organisation, quarter)
    return found


def outside(organisation: Organisation, quarter: Quarter, before: int | None) -> list[Table]:
    """Return what others may read of a quarter, to publish it: small counts cannot be computed.

    `before` is how many people were followed in the quarter before, as it was published.

    Those that tell the same things in other words (how long an answer took, who is still followed
    at the end) are left out: compared, they would give away what is hidden.
    """
    found: list[Table] = []
    if organisation.what.accompanies:
        found += followed_outside(organisation, quarter, before)
    if organisation.what.hires:
        found += masked([received(organisation, quarter)])
    return found


def masked(tables: Sequence[Table]) -> list[Table]:
    """Return tables of one total with their small counts hidden."""
    hidden = rules.mask_together([[row.count for row in one.rows] for one in tables])
    if hidden is None:
        return [Table(one.key, one.title, (), told=False) for one in tables]
    return [
        Table(
            one.key,
            one.title,
            [Row(row.key, row.label, row.count, at in away) for at, row in enumerate(one.rows)],
        )
        for one, away in zip(tables, hidden, strict=True)
    ]


def followed(organisation: Organisation, quarter: Quarter) -> list[Table]:
    """Return the people followed: who is new, and who is no longer followed."""
    people = queries.followed(organisation.id, quarter)
    new, ended = sum(one for one, _end in people), sum(end for _new, end in people)
    return [
        table("followed", words.BEGINNINGS, {"new": new, "before": len(people) - new}),
        table("ends", words.ENDS, {"goes-on": len(people) - ended, "ended": ended}),
    ]


def followed_outside(
    organisation: Organisation, quarter: Quarter, before: int | None
) -> list[Table]:
    """Return the people followed as others read them: what two quarters together tell is hidden."""
    found = followed(organisation, quarter)[0]
    whole, still = masked([found]), found.rows[-1].count
    if before is None or not rules.tells_of_before(before, still):
        return whole
    return [replace(one, rows=[replace(row, hidden=True) for row in one.rows]) for one in whole]


def exits(organisation: Organisation, quarter: Quarter) -> list[Table]:
    """Return who left an SIAE in a quarter: what they do at the exit, 3 and 6 months later."""
    found = queries.exits(organisation.id, quarter)
    return [
        table("exits", words.EXITS, found[0]),
        table("three-months", words.EXITS, found[3]),
        table("half-a-year", words.EXITS, found[6]),
    ]


def asked_by_followed(organisation: Organisation, quarter: Quarter) -> list[Table]:
    """Return what came of the requests of the people followed."""
    counts = queries.outcomes(queries.of_followed(organisation.id), quarter)
    return [table("asked", words.OUTCOMES, counts)]


def received(organisation: Organisation, quarter: Quarter) -> Table:
    """Return what came of the requests that were made to an employer."""
    counts = queries.outcomes(queries.of_offers(organisation.id), quarter)
    return table("received", words.OUTCOMES, counts)


def answered(organisation: Organisation, quarter: Quarter) -> Table:
    """Return how long people waited for a first answer, with the middle of it."""
    days = queries.delays(organisation, quarter)
    counts: dict[str, int] = {}
    for made, answer in days:
        key = rules.delay(made, answer)
        counts[key] = counts.get(key, 0) + 1
    middle = rules.median([(answer - made).days for made, answer in days if answer])
    notes = [] if middle is None else [middle_of(middle)]
    return table("delays", words.DELAYS, counts, *notes)


def middle_of(days: float) -> str:
    """Say that half of the people waited so long at most; one day and a half is singular."""
    return _n(
        "Au milieu : %(days)s jour.",
        "Au milieu : %(days)s jours.",
        int(days),
        days=number(days),
    )


def helps(organisation: Organisation, quarter: Quarter) -> Table:
    """Return what came of the requests for help."""
    counts = queries.helps(organisation.id, quarter)
    note = _("Remontées au responsable : %(count)s.", count=counts["raised"])
    kept = {key: count for key, count in counts.items() if key in set(HelpStatus)}
    return table("helps", words.HELPS, kept, note)


def acts(organisation: Organisation, quarter: Quarter) -> Table:
    """Return the collective acts, by their kinds."""
    return table("acts", words.ACTS, queries.acts_in(organisation.id, quarter))


def lines(tables: Sequence[Table]) -> list[list[str]]:
    """Return tables as the lines of a CSV; a hidden count says so."""
    found = [[_("tableau"), _("ligne"), _("nombre")]]
    for one in tables:
        if not one.told:
            found.append([one.title, _("total"), words.HIDDEN_CELL])
            continue
        cells = [
            [one.title, row.label, words.HIDDEN_CELL if row.hidden else str(row.count)]
            for row in one.rows
        ]
        found += [*cells, [one.title, _("total"), str(one.total)]]
    return found


@dataclass(frozen=True)
class Served:
    """An article, with what each structure did for it; a count that is hidden is not there."""

    name: str
    lines: Sequence[tuple[str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Summary:
    """One organisation among others: what it shows outside, on one line."""

    name: str
    kind: str
    cells: Sequence[str]


def summary(organisation: Organisation, tables: Sequence[Table], held: int) -> Summary:
    """Return the people followed, the requests received, the hires and the collective acts."""
    known = {one.key: one for one in tables}
    cells = [
        total_text(known.get("followed")),
        total_text(known.get("received")),
        count_text(known.get("received"), rules.HIRED),
        str(held),  # of acts, not of people
    ]
    return Summary(organisation.name, words.kind_name(organisation), cells)


def lines_of_network(found: Sequence[Summary]) -> list[list[str]]:
    """Return what each organisation shows as the lines of a CSV."""
    head = [_("structure"), _("sorte"), *map(str, words.COLUMNS)]
    return [head, *([one.name, one.kind, *one.cells] for one in found)]


def lines_by_article(found: Sequence[Served]) -> list[list[str]]:
    """Return acts by article as the lines of a CSV: one structure a line."""
    names = ("acts", "people", "staff", "partnerships", "hires", "late")
    lines = [[str(one) for one in words.BY_ARTICLE]]
    for article in found:
        for structure, counts in article.lines:
            cells = [str(counts.get(name, words.HIDDEN_CELL)) for name in names]
            lines.append([article.name, structure, *cells])
    return lines


def total_text(one: Table | None) -> str:
    """Return a total; a dash where there is no such table."""
    if one is None:
        return words.NOTHING
    return str(one.total) if one.told else words.HIDDEN_CELL


def count_text(one: Table | None, key: str) -> str:
    """Return one count of a table."""
    if one is None:
        return words.NOTHING
    row = next((row for row in one.rows if row.key == key), None)
    return words.HIDDEN_CELL if row is None or row.hidden else str(row.count)


def is_open(quarter: Quarter, on: date) -> bool:
    """Return whether a quarter still changes."""
    return not quarter.is_over(on)
