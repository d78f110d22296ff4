"""OUI and NON of a number to which a next step was proposed."""

from datetime import datetime, timedelta

from webapp.clock import now
from webapp.followup import proposing, tasks, texts
from webapp.followup.enums import TaskState
from webapp.followup.models import Task
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting

AGAIN = timedelta(days=3)


@waiting
def proposed(received: Inbound) -> list[Question]:
    """Return the steps that wait for an answer from the number that sent this.

    Where none does any more, the last one answered takes a word sent twice: a second NON is no
    answer to an older question.
    """
    asked = proposing.asked(received.sender, received.at)
    still = [question(*one) for one in asked if one[0].state == TaskState.PROPOSED]
    return still or [settled(*one) for one in asked[-1:] if received.at < one[1] + AGAIN]


def settled(task: Task, asked_at: datetime) -> Question:
    """Return what is said to a word about a step that is already answered."""

    def same() -> str:
        return texts.answered(task, texts.ALREADY)

    return Question(asked_at, same, same, waits=False)


def question(task: Task, asked_at: datetime) -> Question:
    """Return the question of a step: the person answers, as on their page."""

    def accept() -> str:
        tasks.settle(task, task.version, TaskState.OPEN, now(), by=None)
        return texts.answered(task, texts.ACCEPTED)

    def decline() -> str:
        tasks.settle(task, task.version, TaskState.DECLINED, now(), by=None)
        return texts.answered(task, texts.DECLINED)

    return Question(asked_at, accept, decline)
