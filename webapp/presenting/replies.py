"""NON by SMS to a presentation: it is undone, and the adviser knows; OUI changes nothing."""

from webapp.applications import telling
from webapp.clock import now
from webapp.messages.models import Inbound
from webapp.messages.questions import Question, waiting
from webapp.presenting import actions, queries, rules, texts
from webapp.presenting.models import Presentation


@waiting
def presented(received: Inbound) -> list[Question]:
    """Return the presentations to which this number may say no."""
    since = received.at - rules.MAY_REFUSE
    return [about(one) for one in queries.refusable_by(received.sender, since)]


def about(made: Presentation) -> Question:
    """Return the question of one presentation."""

    def agree() -> str:
        contact = telling.contact_of(made.application, now())
        return texts.agreed(contact.first_name if contact else "L'employeur")

    def refuse() -> str:
        actions.refuse(made, now())
        return texts.refused(made.by)

    return Question(made.made_at, agree, refuse)
