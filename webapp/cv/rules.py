"""The questions of a CV in their order, and what an answer may hold so that it stays one page."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

STEPS = ("familles", "metiers", "taches", "pratique")
MOST_FAMILIES, MOST_JOBS, MOST_TASKS = 4, 6, 16
Answers = Mapping[str, Any]


def next_step(step: str) -> str | None:
    """Return the question after this one; None after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def kept(chosen: Iterable[str], offered: Collection[str]) -> list[str]:
    """Return what was chosen and is still offered."""
    return [key for key in chosen if key in offered]


def is_empty(answers: Answers) -> bool:
    """Return whether there is nothing yet to make a page of."""
    return not (answers.get("jobs") or answers.get("tasks"))


def with_families(answers: Answers, families: list[str]) -> dict[str, Any]:
    """Return the answers with these families of work."""
    return {**answers, "families": families}


def with_jobs(answers: Answers, jobs: list[str]) -> dict[str, Any]:
    """Return the answers with these jobs; how long each was done stays known."""
    before = answers.get("jobs", {})
    return {**answers, "jobs": {key: before.get(key, "") for key in jobs}}
