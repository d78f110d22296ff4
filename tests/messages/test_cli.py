"""The operator's commands on messages."""

import pytest

from tests.messages.conftest import NUMBER
from webapp.messages.gateways import NotTaken

pytestmark = pytest.mark.usefixtures("database")


def test_a_sweep_says_what_it_did(runner, outbox, provider, at):
    at(outbox.now)
    outbox.queue()

    assert runner.invoke(args=["messages", "sweep"]).output.startswith("1 sent, 0 refused")


def test_a_list_counts_without_a_number_or_a_text(runner, outbox, provider):
    outbox.queue()
    outbox.queue()
    outbox.sweep()
    listed = runner.invoke(args=["messages", "list"]).output

    assert listed.split() == ["sms", "new-device", "sent", "2"]


@pytest.mark.parametrize("to", ["06 39 98 00 01", "+33639980001"])
def test_a_test_message_leaves_at_once_and_says_by_whom(runner, provider, to):
    done = runner.invoke(args=["messages", "test-send", to])

    assert done.output == "sent memory\n"
    assert [sent.to for sent in provider.taken] == [NUMBER]


def test_a_test_message_that_is_refused_says_why(runner, provider):
    provider.fails = [NotTaken("our-account", again=False)]

    assert runner.invoke(args=["messages", "test-send", NUMBER]).output == (
        "failed memory our-account\n"
    )


def test_a_test_email_goes_to_the_developers_page_without_a_server(runner, app):
    done = runner.invoke(args=["messages", "test-send", "karim@exemple.fr"])

    assert done.output == "sent console\n"


def test_a_number_that_is_none_is_said_so(runner, provider):
    done = runner.invoke(args=["messages", "test-send", "12"], catch_exceptions=True)

    assert done.exit_code == 1
    assert "no number that can be called" in done.output
