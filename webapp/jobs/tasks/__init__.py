"""What one does at work: the tasks that offers are built from, each with words and a picture."""

from itertools import chain

from webapp.jobs.tasks import (
    building,
    care,
    children,
    cleaning,
    driving,
    factory,
    farm,
    green,
    kitchen,
    office,
    recycling,
    repair,
    security,
    shop,
    textile,
    warehouse,
)
from webapp.jobs.tasks.task import Task

__all__ = ["TASKS", "Task", "task", "tasks_for"]

_MODULES = (
    cleaning,
    kitchen,
    green,
    building,
    warehouse,
    driving,
    care,
    children,
    shop,
    textile,
    factory,
    repair,
    security,
    farm,
    recycling,
    office,
)

TASKS: dict[str, Task] = {
    one.key: one for one in chain.from_iterable(module.TASKS for module in _MODULES)
}


def tasks_for(family: str) -> tuple[Task, ...]:
    """Return the tasks of a family: its own first, then those it shares; none if unknown."""
    shown = (one for one in TASKS.values() if family in one.families)
    return tuple(sorted(shown, key=lambda one: one.families[0] != family))


def task(key: str) -> Task | None:
    """Return the task with this key, or None when there is none (an older offer may name one)."""
    return TASKS.get(key)
