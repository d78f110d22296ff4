"""What we answer to words that every number may send: stop, go on, help."""

from webapp.clock import now
from webapp.messages import actions, texts
from webapp.messages.enums import Word
from webapp.messages.inbound import help_line, on
from webapp.messages.models import Inbound


@on(Word.STOP)
def stop(received: Inbound) -> str:
    """Write no more to this number, and say so."""
    actions.stop(received.sender, now())
    return texts.STOPPED


@on(Word.RESUME)
def resume(received: Inbound) -> str:
    """Write again to this number, and say so."""
    actions.resume(received.sender)
    return texts.RESUMED


@on(Word.HELP)
def help_people(_received: Inbound) -> str:
    """Say who we are, whom to call and how to stop."""
    return texts.with_help(texts.HELP, help_line())
