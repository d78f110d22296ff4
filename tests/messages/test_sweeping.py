"""The sweeper: each message leaves once, at an hour that suits, or says why it did not."""

from datetime import timedelta
from itertools import pairwise

import pytest

from tests.messages.conftest import NUMBER
from webapp.extensions import db
from webapp.messages import actions, queries
from webapp.messages.enums import Kind
from webapp.messages.gateways import NotTaken, Report, Unclear
from webapp.messages.models import Message

pytestmark = pytest.mark.usefixtures("database")
BUSY = NotTaken("busy", again=True)


def only() -> Message:
    """The only message to the usual number."""
    (message,) = queries.outbox(NUMBER)
    return message


def test_a_message_that_is_due_leaves(outbox, provider):
    outbox.queue()

    assert outbox.sweep().sent == 1
    assert [sent.to for sent in provider.taken] == [NUMBER]
    assert (only().status, only().gateway, only().tries) == ("sent", "memory", 1)
    assert outbox.sweep().sent == 0


def test_a_message_is_marked_as_being_sent_before_it_is_handed_over(outbox, provider, app):
    seen = []

    def look(_message: object) -> None:
        with db.get_engine("reader").connect() as other:
            seen.append(other.exec_driver_sql("SELECT status FROM message").scalar())

    provider.during = look
    outbox.queue()
    outbox.sweep()

    assert seen == ["sending"]


def test_the_code_is_emptied_once_it_has_left(outbox, provider):
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()

    assert provider.taken[0].text == "123 456"
    assert only().text == ""


def test_what_someone_waits_for_goes_first(outbox, provider):
    for number in range(5):
        outbox.queue(to=f"+3363998000{number}")
    outbox.queue(to="+33639980009", kind=Kind.CODE, text="123 456")
    outbox.sweep()

    assert provider.taken[0].to == "+33639980009"
    assert len(provider.taken) == 6


def test_what_falls_in_the_night_waits_for_the_morning_and_a_code_does_not(outbox, provider):
    outbox.later(hours=11)
    outbox.queue()
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()
    assert outbox.statuses() == ["queued", "sent"]

    outbox.later(hours=12)
    outbox.sweep()
    assert outbox.statuses() == ["sent", "sent"]


def test_a_reminder_of_the_night_leaves_the_evening_before(outbox, provider):
    message = outbox.queue(send_at=outbox.now + timedelta(hours=12))

    assert message.send_at == outbox.now + timedelta(hours=8.5)  # half past six in Paris


def test_a_fourth_message_waits_for_the_next_day(outbox, provider):
    for _message in range(4):
        outbox.queue()
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()

    assert outbox.statuses() == ["sent", "sent", "sent", "queued", "sent"]
    outbox.later(days=1)
    outbox.sweep()
    assert outbox.statuses()[3] == "sent"


def test_a_person_with_two_numbers_gets_no_more_than_with_one(outbox, provider, person):
    for number in (NUMBER, NUMBER, "+33639980002", "+33639980002"):
        outbox.queue(to=number, person_id=person.id)
    outbox.sweep()

    assert len(provider.taken) == 3


def test_what_came_too_late_is_dropped_with_its_code(outbox, provider):
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.later(minutes=10)
    outbox.sweep()

    assert provider.taken == []
    assert (only().status, only().reason, only().text) == ("dropped", "late", "")


def test_a_clear_refusal_is_tried_again_less_and_less_often_then_given_up(outbox, provider):
    provider.fails = [BUSY] * 20
    outbox.queue()
    tries = []
    while only().status != "failed":
        if outbox.sweep().refused:
            tries.append(outbox.now)
        outbox.later(minutes=1 if len(tries) < 5 else 30)

    gaps = [later - sooner for sooner, later in pairwise(tries)]
    assert (len(tries), gaps) == (8, sorted(gaps))
    assert (only().status, only().reason) == ("failed", "busy")


def test_a_refused_code_is_tried_again_within_seconds(outbox, provider):
    provider.fails = [BUSY]
    outbox.queue(kind=Kind.CODE, text="123 456")

    assert outbox.sweep().again == timedelta(seconds=5)
    outbox.later(seconds=5)
    outbox.sweep()
    assert [sent.text for sent in provider.taken] == ["123 456"]


def test_a_refusal_for_good_is_not_tried_again(outbox, provider):
    provider.fails = [NotTaken("refused", again=False)]
    outbox.queue()
    outbox.sweep()
    outbox.later(days=1)
    outbox.sweep()

    assert (only().status, provider.taken) == ("failed", [])


@pytest.mark.parametrize("trouble", [Unclear("no-answer"), RuntimeError("+33639980001")])
def test_what_may_have_left_is_never_sent_again(outbox, provider, trouble):
    provider.fails = [trouble]
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()
    outbox.later(days=1)
    outbox.sweep()

    assert (only().status, only().text, provider.taken) == ("unknown", "", [])


def test_the_second_provider_takes_what_the_first_refuses(outbox, provider, second):
    provider.fails = [BUSY]
    outbox.queue()
    outbox.sweep()

    assert len(second.taken) == 1
    assert (only().gateway, only().tries) == ("second", 2)


def test_a_code_asked_for_again_takes_the_other_way(outbox, provider, second):
    outbox.queue(kind=Kind.CODE, text="111 222")
    outbox.sweep()
    outbox.later(minutes=1)
    outbox.queue(kind=Kind.CODE, text="333 444")
    outbox.sweep()
    assert [sent.text for sent in second.taken] == ["333 444"]

    outbox.later(hours=2)
    outbox.queue(kind=Kind.CODE, text="555 666")
    outbox.sweep()
    assert [sent.text for sent in provider.taken] == ["111 222", "555 666"]


def test_after_stop_only_codes_leave_until_the_number_takes_it_back(outbox, provider):
    actions.stop(NUMBER, outbox.now)
    outbox.queue()
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()
    assert outbox.statuses() == ["dropped", "sent"]

    actions.resume(NUMBER)
    outbox.queue()
    outbox.sweep()
    assert outbox.statuses()[-1] == "sent"


def report(outbox: object, *, delivered: bool) -> None:
    """Tell what became of the last message, as its provider does."""
    message = queries.outbox(NUMBER)[-1]
    actions.note_report(
        "memory", Report(delivered=delivered, provider_id=message.provider_id), outbox.now
    )
    db.session.commit()


def test_a_number_that_failed_three_times_in_a_row_gets_no_more(outbox, provider):
    for delivered in (False, False, True, False, False, False):
        outbox.later(days=1)
        outbox.queue(kind=Kind.CODE, text="123 456")
        outbox.sweep()
        report(outbox, delivered=delivered)
        report(outbox, delivered=delivered)  # told twice, it counts once
    outbox.queue()
    outbox.sweep()
    message = queries.outbox(NUMBER)[-1]
    assert (message.status, message.reason) == ("dropped", "dead")

    outbox.queue(kind=Kind.CODE, text="123 456")  # someone holds this phone again
    outbox.sweep()
    report(outbox, delivered=True)
    outbox.queue()
    outbox.sweep()
    assert outbox.statuses()[-3:] == ["dropped", "delivered", "sent"]


def test_a_send_that_was_cut_is_counted_apart_and_never_sent_again(outbox, provider):
    message = outbox.queue(kind=Kind.CODE, text="123 456")
    message.status, message.tried_at, message.tries = "sending", outbox.now, 1
    db.session.commit()

    outbox.later(minutes=1)
    assert outbox.sweep().cut == 0  # it may still be on its way
    outbox.later(minutes=2)
    assert outbox.sweep().cut == 1
    assert (only().status, only().reason, only().text) == ("unknown", "cut", "")
    outbox.later(days=2)
    outbox.sweep()
    assert provider.taken == []


def test_an_unknown_message_counts_for_the_caps(outbox, provider):
    provider.fails = [Unclear("no-answer")] * 3
    for _message in range(4):
        outbox.queue()
    outbox.sweep()

    assert outbox.statuses() == ["unknown", "unknown", "unknown", "queued"]


def test_a_person_erased_while_their_message_leaves_stops_nothing(outbox, provider, person):
    outbox.queue(person_id=person.id)
    outbox.queue(to="+33639980002")

    def erase(_message: object) -> None:
        with db.get_engine("default").begin() as other:
            other.exec_driver_sql("DELETE FROM message WHERE recipient = '+33639980001'")

    provider.during = erase

    assert outbox.sweep().sent == 1
    assert outbox.statuses("+33639980002") == ["sent"]


def test_a_long_sweep_lets_the_process_look_up(outbox, provider):
    from webapp.messages import sweeping

    for number in range(3):
        outbox.queue(to=f"+3363998000{number}")

    assert sweeping.turn(lambda: outbox.now, longest=0).more
    assert len(provider.taken) == 1


def test_messages_are_forgotten_after_six_months(outbox, provider):
    outbox.queue()
    outbox.later(days=183)
    outbox.queue()

    assert actions.forget_old(outbox.now) == 0
    outbox.later(days=1)
    assert actions.forget_old(outbox.now) == 1
    assert len(queries.outbox(NUMBER)) == 1
