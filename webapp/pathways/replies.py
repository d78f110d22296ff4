"""What became of someone after their contract: the OUI or NON that they send back."""

from webapp.clock import now
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.pathways import asking, texts
from webapp.pathways.work_models import Outcome

WORKS, SEEKS = "works", "seeks"


@waiting
def open_questions(received: Inbound) -> list[Question]:
    """Return what this number is asked about the time after a contract."""
    return [about(one) for one in asking.waiting_on(received.sender, received.at)]


def about(question: Outcome) -> Question:
    """Return a question with what a yes and a no write down."""

    def yes() -> str:
        question.answer, question.answered_at = WORKS, now()
        return texts.THANKS_YES

    def no() -> str:
        question.answer, question.answered_at = SEEKS, now()
        return texts.THANKS_NO

    return Question(question.asked_at, yes, no)
