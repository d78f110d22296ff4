"""Questions that wait on a number, whatever feature asked: OUI and NON answer the latest one.

Several may wait on one number: the latest is answered, and the reply says that another waits.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from webapp.messages import texts
from webapp.messages.enums import Word
from webapp.messages.inbound import on
from webapp.messages.models import Inbound


@dataclass(frozen=True)
class Question:
    """What waits on a number: when it was asked, and what a yes or a no does and answers."""

    asked_at: datetime
    yes: Callable[[], str]
    no: Callable[[], str]
    waits: bool = True  # False where nobody waits: someone may still object by a NON


Source = Callable[[Inbound], Iterable[Question]]
SOURCES: list[Source] = []


def waiting(source: Source) -> Source:
    """Register where a feature finds its open questions for the number that wrote; a decorator."""
    SOURCES.append(source)
    return source


@on(Word.YES)
def yes(received: Inbound) -> str | None:
    """Do what a yes to the latest question does."""
    return answered(received, lambda question: question.yes())


@on(Word.NO)
def no(received: Inbound) -> str | None:
    """Do what a no to the latest question does."""
    return answered(received, lambda question: question.no())


def answered(received: Inbound, act: Callable[[Question], str]) -> str | None:
    """Answer the latest question of this number; None when none waits."""
    found = [question for source in SOURCES for question in source(received)]
    if not found:
        return None
    latest = max(found, key=lambda one: one.asked_at)
    more = any(one.waits for one in found if one is not latest)
    return texts.with_more(act(latest), more=more)
