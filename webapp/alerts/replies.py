"""OUI and NON of a number that someone gave for an alert."""

from webapp.alerts import actions, queries, rules, texts
from webapp.clock import now
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting


@waiting
def wanted(received: Inbound) -> list[Question]:
    """Return whether this number wants to be told: one question for all that was asked."""
    asked = queries.unanswered(received.sender, received.at - rules.ANSWER_WITHIN)
    if not asked:
        return []

    def accept() -> str:
        actions.confirm(asked, now())
        return texts.DONE

    def refuse() -> str:
        actions.end(asked)
        return texts.REFUSED

    return [Question(asked[0].created_at, accept, refuse)]
