"""Words received: each is kept first, then offered to the features' handlers until one answers."""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from flask import current_app
from sqlalchemy.exc import IntegrityError

from webapp import phones
from webapp.extensions import db
from webapp.messages import actions, gateways, queries, texts, waking, words
from webapp.messages.enums import Kind, Word
from webapp.messages.gateways import Received
from webapp.messages.models import Inbound

Handler = Callable[[Inbound], str | None]
HANDLERS: dict[Word, list[Handler]] = defaultdict(list)
LAST: dict[Word, list[Handler]] = defaultdict(list)  # asked when no other knows the message
MACHINE = "machine"  # read as no word: a short number or a name, never answered
DAY = timedelta(days=1)
NUL = "\0"  # PostgreSQL keeps none
LONGEST_NAME, LONGEST_SENDER = 80, 16
WHOLE = 9  # digits, from which on a number may be one with its country
REPLIES_A_DAY = 20  # to one number: two machines never talk to each other for long


def on(word: Word) -> Callable[[Handler], Handler]:
    """Return a decorator that registers a handler of this word.

    A handler gets the received row (`sender` is an E.164 number) and returns the words to answer,
    or None when the message is not for it: the next handler is asked. It never commits.
    """

    def register(handler: Handler) -> Handler:
        HANDLERS[word].append(handler)
        return handler

    return register


def last(word: Word) -> Callable[[Handler], Handler]:
    """Return a decorator as `on` does, for a handler that is asked after those of all features."""

    def register(handler: Handler) -> Handler:
        LAST[word].append(handler)
        return handler

    return register


def store(received: Received, gateway: str, now: datetime) -> Inbound:
    """Keep a message that someone sent us; told twice by its provider, it is kept once."""
    name = f"{gateway}:{received.provider_id}"
    if kept(name, LONGEST_NAME) != name:
        name = f"{gateway}:{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()}"
    known = queries.inbound_named(name)
    if known:
        return known
    row = Inbound(
        provider_id=name,
        sender=kept(received.sender, LONGEST_SENDER),
        text=kept(received.text, words.LONGEST),
        understood="",
        at=now,
    )
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        known = queries.inbound_named(name)
        if known is None:
            raise
        return known
    waking.after_commit()
    return row


def kept(text: str, longest: int) -> str:
    """Return a text as both databases can keep it: without half signs and zeros."""
    return text.encode("utf-8", "ignore").decode().replace(NUL, "")[:longest]


def receive(sender: str, text: str, now: datetime) -> Inbound:
    """Keep a message and answer it at once, as the task process does: for developers and tests."""
    row = store(Received(uuid4().hex, sender, text), "console", now)
    handle(row, now)
    return row


def handle(row: Inbound, now: datetime) -> None:
    """Read a message, let the features act on it, and queue the reply."""
    try:
        row.sender = phones.read(international(row.sender)).e164
    except phones.BadPhone:
        row.understood = MACHINE
        return
    word = words.read(row.text)
    row.understood = word
    actions.revive(row.sender)
    reply = answer(word, row)
    if reply is None:
        reply = kind_words(word, row, now)
    left = REPLIES_A_DAY - queries.replies_since(row.sender, now - DAY)
    if reply and left > 0:
        said = reply if left > 1 else texts.with_last(reply, help_line())
        actions.queue(kind=Kind.REPLY, to=row.sender, text=said, key=f"reply-{row.id}", now=now)


def international(sender: str) -> str:
    """Return a number with its plus sign, which some providers leave out."""
    bare = sender.strip()
    is_whole = bare.isdecimal() and len(bare) >= WHOLE and not bare.startswith("0")
    return f"+{bare}" if is_whole else bare


def fetch(provider_id: str) -> Received:
    """Return the whole of a message that was only announced: it is asked of its provider.

    Raise NotTaken or Unclear when it cannot be had now.
    """
    gateway, _, name = provider_id.partition(":")
    return gateways.find(gateway).fetch(name)


def answer(word: Word, received: Inbound) -> str | None:
    """Return what the first handler that knows this message answers; None when none does."""
    for handler in (*HANDLERS[word], *LAST[word]):
        reply = handler(received)
        if reply is not None:
            return reply
    return None


def kind_words(word: Word, row: Inbound, now: datetime) -> str:
    """Return what to say to words that no feature waited for: once a day, then nothing."""
    if word not in texts.UNKNOWN or queries.heard_before(row, word, now - DAY):
        return ""
    return texts.with_help(texts.UNKNOWN[word], help_line())


def help_line() -> str:
    """Return the number of the human who helps, as people write it."""
    return phones.Phone(current_app.config["HELP_LINE"]).shown
