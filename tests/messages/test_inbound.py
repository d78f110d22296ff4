"""Words received: what people meant is done, and two machines never talk to each other for long."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from tests.messages.conftest import NUMBER, Outbox
from webapp.extensions import db
from webapp.messages import actions, inbound, queries, texts
from webapp.messages.enums import Kind, Word
from webapp.messages.gateways import NotTaken, Received, Unclear
from webapp.messages.models import Inbound, NumberState
from webapp.messages.rules import gsm


@pytest.fixture
def write(outbox: Outbox, provider):
    """A function that writes to us, and returns what is answered."""

    def write_us(text: str, sender: str = NUMBER) -> str:
        before = len(provider.taken)
        inbound.store(Received(f"mo-{outbox.queued}", sender, text), "memory", outbox.now)
        outbox.queued += 1
        db.session.commit()
        outbox.sweep()
        return provider.taken[before].text if len(provider.taken) > before else ""

    return write_us


@pytest.fixture
def handlers() -> Iterator[None]:
    """Let a test register handlers of its own."""
    kept = {word: list(all_of) for word, all_of in inbound.HANDLERS.items()}
    yield
    inbound.HANDLERS.clear()
    inbound.HANDLERS.update(kept)


def test_stop_is_done_and_said_and_can_be_taken_back(write, outbox, provider, database):
    assert write("stpo svp") == gsm(texts.STOPPED)
    outbox.queue()
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()
    assert outbox.statuses()[1:] == ["dropped", "sent"]

    assert write("reprendre") == gsm(texts.RESUMED)
    outbox.queue()
    outbox.sweep()
    assert outbox.statuses()[-1] == "sent"


def test_help_is_answered_even_after_stop_and_at_night(write, outbox):
    write("STOP")
    outbox.later(hours=13)

    assert "04 65 71 00 00" in write("aide")


def test_words_that_nobody_understands_are_answered_once_a_day(write, outbox):
    assert write("Bonjour, je cherche du travail").startswith("A deux pas : nous n'avons pas")
    assert write("Quoi donc ?") == ""
    outbox.later(days=1, minutes=1)
    assert write("Bonsoir") != ""


def test_a_code_sent_back_is_kept_from_us(write):
    assert "ne nous envoyez pas votre code" in write("123 456")


def test_two_machines_do_not_talk_for_long(write):
    answers = [write(text) for text in ("AIDE", "STOP", "START") * 8]
    last = inbound.REPLIES_A_DAY

    assert sum(bool(answer) for answer in answers) == last
    told = [at for at, answer in enumerate(answers, 1) if "notre dernier SMS" in answer]
    assert told == [last]  # said once, in the last one, with whom to call
    assert answers[last - 1].endswith("jusqu'à demain. Pour parler à quelqu'un : 04 65 71 00 00.")
    assert db.session.get_one(NumberState, NUMBER).stopped_at is None  # the last word was START


@pytest.mark.parametrize("sender", ["38001", "FreeMobile", "+3212345", "+32470123456", "", "?"])
def test_short_numbers_and_names_are_never_answered(write, sender, outbox):
    assert write("STOP", sender or "0") == ""


@pytest.mark.parametrize("sender", ["33639980001", "0033639980001", "+33639980001", "0639980001"])
def test_a_number_is_known_however_its_provider_writes_it(write, sender, outbox):
    write("STOP", sender)

    assert db.session.get(NumberState, NUMBER) is not None


def test_a_feature_answers_first_and_may_let_the_next_one(write, handlers):
    heard = []

    @inbound.on(Word.YES)
    def not_for_me(received: Inbound) -> None:
        heard.append(received.sender)

    @inbound.on(Word.YES)
    def mine(_received: Inbound) -> str:
        return "Merci Fatou."

    assert write("oui merci") == "Merci Fatou."
    assert heard == [NUMBER]


def test_a_yes_that_nobody_waits_for_is_answered_kindly(write, handlers):
    inbound.HANDLERS[Word.YES].clear()

    assert "Merci" in write("oui").replace("merci", "Merci")


def test_a_handler_that_fails_loses_no_message_and_holds_nobody_back(write, handlers, outbox):
    @inbound.on(Word.NO)
    def fail(_received: Inbound) -> str:
        db.session.add(NumberState(phone=NUMBER, failures=99))
        raise RuntimeError(NUMBER)

    inbound.HANDLERS[Word.NO].insert(0, inbound.HANDLERS[Word.NO].pop())
    write("non")
    assert write("aide") != ""

    kept = db.session.scalars(select(Inbound).order_by(Inbound.id)).all()
    assert [(row.understood, row.text) for row in kept] == [("error", "non"), ("help", "aide")]
    state = db.session.get(NumberState, NUMBER)
    assert state is None or state.failures == 0


def test_who_writes_to_us_holds_that_phone_again(write, outbox):
    for _failure in range(3):
        actions.count_failure(NUMBER, outbox.now)
    db.session.commit()
    write("bonjour")

    assert db.session.get_one(NumberState, NUMBER).dead_at is None


def test_what_is_only_announced_is_fetched_outside_any_lock(outbox, provider, database):
    provider.inbox = {"7": Received("7", NUMBER, "STOP")}
    inbound.store(Received("7"), "memory", outbox.now)
    db.session.commit()

    assert outbox.sweep().answered == 1
    assert db.session.get_one(NumberState, NUMBER).stopped_at is not None


@pytest.mark.parametrize(
    ("trouble", "later"),
    [
        (Unclear("no-answer"), "stop"),
        (NotTaken("busy", again=True), "stop"),
        (NotTaken("refused", again=False), "error"),
    ],
)
def test_what_cannot_be_fetched_now_waits_and_holds_nobody_back(outbox, provider, trouble, later):
    fetch, troubles = provider.fetch, [trouble]
    provider.inbox = {"7": Received("7", NUMBER, "STOP")}

    def falter(provider_id: str) -> Received:
        if troubles:
            raise troubles.pop()
        return fetch(provider_id)

    provider.fetch = falter
    inbound.store(Received("7"), "memory", outbox.now)
    inbound.store(Received("8", "+33639980002", "AIDE"), "memory", outbox.now)
    db.session.commit()

    assert outbox.sweep().answered == 1
    outbox.sweep()
    understood = db.session.scalars(select(Inbound.understood).order_by(Inbound.id)).all()
    assert understood == [later, "help"]


def test_a_reply_waits_for_nobody_and_is_not_sent_late(write, outbox, provider):
    provider.fails = [NotTaken("busy", again=True)]
    write("AIDE")
    outbox.later(hours=2)
    outbox.sweep()

    (reply,) = queries.outbox(NUMBER)
    assert (reply.status, reply.reason) == ("dropped", "late")
