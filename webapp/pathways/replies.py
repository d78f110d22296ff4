"""What people in or out of a contract send back: OUI, NON, or what they do now in a few words."""

from webapp.clock import now
from webapp.messages.enums import Word
from webapp.messages.inbound import on
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.pathways import asking, exit_words, renewals, texts
from webapp.pathways.enums import After, Renewed
from webapp.pathways.work_models import Outcome, Renewal


@waiting
def open_questions(received: Inbound) -> list[Question]:
    """Return what this number is asked: the renewal of the month, the time after a contract."""
    renewed = [about_renewal(one) for one in renewals.waiting_on(received.sender, received.at)]
    after = asking.waiting_on(received.sender, received.at)
    return [*renewed, *(about(one, received.text) for one in after)]


def about_renewal(asked: Renewal) -> Question:
    """Return the question of a renewal, with what a yes and a no write down."""

    def yes() -> str:
        renewals.settle(asked, Renewed.DONE, now())
        return texts.RENEWED

    def no() -> str:
        renewals.settle(asked, Renewed.OUT, now())
        return texts.OUT

    return Question(asked.asked_at, yes, no)


def about(question: Outcome, text: str) -> Question:
    """Return a question with what a yes, which may say more, and a no write down."""

    def yes() -> str:
        return keep(question, exit_words.read(text) or After.WORKS)

    def no() -> str:
        return keep(question, After.SEEKS)

    return Question(question.asked_at, yes, no)


@on(Word.OTHER)
@on(Word.HIRED)
def other(received: Inbound) -> str | None:
    """Keep what someone does now, in their words; after a bare OUI too, or to put it right."""
    said = exit_words.read(received.text)
    sender, at = received.sender, received.at
    asked = [*asking.waiting_on(sender, at), *asking.waiting_on(sender, at, After.WORKS)]
    if not asked and exit_words.corrects(received.text):
        asked = asking.answered_since(sender, at - asking.CORRECTED)
    return keep(asked[0], said) if said is not None and asked else None


def keep(question: Outcome, said: After) -> str:
    """Write down what someone does now, and return what to answer."""
    question.answer, question.answered_at = said, now()
    if said is After.WORKS:
        return texts.WHICH_WORK
    return texts.THANKS_NO if said is After.SEEKS else texts.THANKS_YES
