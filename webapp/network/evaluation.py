"""An evaluation of a convention: the acts of a period by article, read from what was noted.

It adds nothing: each act says when it was written, and which of its facts were changed long after.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from webapp.clock import PARIS
from webapp.i18n import gettext as _
from webapp.network import acts, queries, rules, words
from webapp.network.enums import ActKind
from webapp.network.models import CollectiveAct

OF_PEOPLE = frozenset({"people", "staff", "hires"})
FACTS = frozenset({"kind", "held_on", "place", "article", "people", "staff"})


@dataclass(frozen=True)
class Line:
    """One act, with what a reader must know of when it was written."""

    act: CollectiveAct
    marks: Sequence[str]


@dataclass(frozen=True)
class Article:
    """The acts that serve one article of the convention, the first held first."""

    key: str
    lines: Sequence[Line]

    @property
    def name(self) -> str:
        """What it is called."""
        return named(self.key)

    @property
    def totals(self) -> Mapping[str, int]:
        """What they come to, and how many were written long after."""
        counted = ("people", "staff", "partnerships", "hires")
        found = {name: sum(getattr(one.act, name) for one in self.lines) for name in counted}
        late = sum(acts.is_late(one.act) for one in self.lines)
        return {**found, "acts": len(self.lines), "late": late}


def articles(organisation_id: int, begin: date, end: date) -> list[Article]:
    """Return the acts of a period by article, in the order of articles; those of none are last."""
    found: dict[str, list[CollectiveAct]] = {}
    for one in queries.acts_between(organisation_id, begin, end):
        found.setdefault(rules.article_key(one.article), []).append(one)
    return [
        Article(key, [Line(one, marks(one)) for one in found[key]])
        for key in sorted(found, key=rules.article_order)
    ]


def outside(organisation_id: int, begin: date, end: date) -> list[dict[str, Any]]:
    """Return what others read of the acts of a period by article: no small count."""
    return [shown(one) for one in articles(organisation_id, begin, end)]


def shown(article: Article) -> dict[str, Any]:
    """Return what others read of an article; a small count of people is left out."""
    told = {
        name: count
        for name, count in article.totals.items()
        if name not in OF_PEOPLE or count >= rules.SMALL
    }
    return {"article": article.key, **told}


def named(key: str) -> str:
    """Return what an article is called."""
    if not key:
        return _("Sans article")
    return _("Article %(name)s", name=key) if key[0].isdigit() else key


def marks(act: CollectiveAct) -> list[str]:
    """Return what was written long after an act was held."""
    found = []
    if acts.is_late(act):
        found.append(_("écrite après coup, le %(day)s", day=words.day(act.created_at)))
    changed = [
        one
        for one in act.versions
        if FACTS & set(one.before) and rules.is_late(act.held_on, one.at.astimezone(PARIS).date())
    ]
    if changed:
        found.append(_("changée après coup, le %(day)s", day=words.day(changed[-1].at)))
    return found


def csv_lines(found: Sequence[Article]) -> list[list[str]]:
    """Return an evaluation as the lines of a CSV: one act a line."""
    lines = [[str(one) for one in words.EVALUATED]]
    for article in found:
        for line in article.lines:
            act = line.act
            lines.append(
                [
                    article.name,
                    f"{act.held_on:%d/%m/%Y}",
                    str(words.ACTS[ActKind(act.kind)]),
                    act.place,
                    str(act.people),
                    str(act.staff),
                    str(act.partnerships),
                    str(act.hires),
                    act.about,
                    act.evidence,
                    str(len(act.files)),
                    act.followed,
                    f"{act.created_at.astimezone(PARIS):%d/%m/%Y %H:%M}",  # as spreadsheets read it
                    ", ".join(line.marks),
                ]
            )
    return lines
