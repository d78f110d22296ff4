"""Words received: each is offered to the handlers of the features, until one answers."""

from collections import defaultdict
from collections.abc import Callable

from webapp.messages.enums import Word
from webapp.messages.models import Inbound

Handler = Callable[[Inbound], str | None]
HANDLERS: dict[Word, list[Handler]] = defaultdict(list)


def on(word: Word) -> Callable[[Handler], Handler]:
    """Return a decorator that registers a handler of this word.

    A handler gets the received row (`sender` is an E.164 number) and returns the words to answer,
    or None when the message is not for it: the next handler is asked. It never commits.
    """

    def register(handler: Handler) -> Handler:
        HANDLERS[word].append(handler)
        return handler

    return register


def answer(word: Word, received: Inbound) -> str | None:
    """Return what the first handler that knows this message answers; None when none does."""
    for handler in HANDLERS[word]:
        reply = handler(received)
        if reply is not None:
            return reply
    return None
