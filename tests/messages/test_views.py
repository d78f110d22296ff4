"""The doors of providers: a secret opens them, and what is told twice counts once."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.messages.conftest import NUMBER
from webapp.extensions import db
from webapp.messages import queries
from webapp.messages.enums import Kind
from webapp.messages.models import Inbound

pytestmark = pytest.mark.usefixtures("database")
SECRET = "s" * 40
RECEIVED, STATUS = "/sms/recu/memory", "/sms/etat/memory"


@pytest.fixture
def machine(app, provider) -> FlaskClient:
    """A provider that calls: it says no origin, as machines do."""
    return FlaskClient(app)


def tell(machine: FlaskClient, path: str, method: str = "POST", **fields: str) -> Any:
    """Call as a provider does, with our secret."""
    answer = machine.open(path, method=method, query_string={"secret": SECRET, **fields})
    db.session.expire_all()
    return answer


def count() -> int:
    """How many messages were received."""
    return db.session.scalar(select(func.count()).select_from(Inbound)) or 0


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_message_received_is_kept_once_and_answered_by_the_task_process(
    machine, outbox, provider, method
):
    fields = {"id": "mo-1", "from": NUMBER, "text": "AIDE"}
    for _time in range(3):
        answer = tell(machine, RECEIVED, method, **fields)
        assert (answer.status_code, answer.data) == (200, b"")

    assert count() == 1
    assert queries.outbox(NUMBER) == []
    assert outbox.sweep().answered == 1
    (reply,) = queries.outbox(NUMBER)
    assert (reply.kind, reply.status) == (Kind.REPLY, "sent")
    assert "04 65 71 00 00" in provider.taken[0].text
    assert outbox.sweep().answered == 0


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], "é" * 40])
@pytest.mark.parametrize("path", [RECEIVED, STATUS])
def test_whoever_lacks_the_secret_finds_nothing(machine, outbox, secret, path):
    answer = machine.post(path, query_string={"secret": secret, "id": "1", "status": "ok"})

    assert answer.status_code == 404
    assert count() == 0


def test_without_a_secret_in_the_settings_nobody_may_tell_us_anything(app, machine, provider):
    from tests.messages.memory import install

    install(app, provider)

    assert machine.post(RECEIVED, query_string={"secret": ""}).status_code == 404


@pytest.mark.parametrize("gateway", ["console", "ovh", "nobody"])
def test_a_provider_that_is_not_ours_finds_nothing(machine, gateway):
    answer = tell(machine, f"/sms/recu/{gateway}", id="1", text="STOP")

    assert answer.status_code == 404


def test_fields_may_come_in_a_form_or_in_json(machine):
    where = {"query_string": {"secret": SECRET}}
    form = {"id": "mo-1", "from": NUMBER, "text": "OUI"}
    assert machine.post(RECEIVED, data=form, **where).status_code == 200
    assert machine.post(RECEIVED, json=form | {"id": 2}, **where).status_code == 200

    assert sorted(db.session.scalars(select(Inbound.provider_id))) == ["memory:2", "memory:mo-1"]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("x" * 10_000, "other"),
        ("a\0b", "other"),
        ("%00", "other"),
        ("<script>", "search"),  # “script” is a trade: we ask where
        ("😀" * 500, "other"),
    ],
)
def test_any_text_is_kept(machine, outbox, text, understood):
    answer = tell(machine, RECEIVED, id="mo\0" + "i" * 500, **{"from": NUMBER}, text=text)

    assert answer.status_code == 200
    assert count() == 1
    outbox.sweep()
    assert db.session.scalars(select(Inbound.understood)).one() == understood


def test_half_a_sign_in_json_is_left_out(machine, outbox):
    body = b'{"id": "mo-\\ud83d", "from": "+33639980001", "text": "STOP \\ud83d"}'
    answer = machine.post(RECEIVED, data=body, query_string={"secret": SECRET})

    assert answer.status_code == 200
    assert db.session.scalars(select(Inbound.text)).one() == "STOP "


def test_a_report_settles_a_message_once(machine, outbox, provider):
    outbox.queue(kind=Kind.CODE, text="123 456")
    outbox.sweep()
    named = queries.outbox(NUMBER)[0].provider_id
    for status in ("ok", "ok", "bad"):
        assert tell(machine, STATUS, id=named, status=status).status_code == 200

    assert outbox.statuses() == ["delivered"]


def test_a_report_of_a_message_that_we_do_not_know_changes_nothing(machine, outbox):
    assert tell(machine, STATUS, id="unknown", status="ok").status_code == 200


def test_the_figures_tell_what_waits_and_what_left(app, machine, outbox, provider, at):
    at(outbox.now)
    outbox.queue()
    outbox.later(minutes=5)
    at(outbox.now)
    before = machine.get("/metrics").text
    outbox.sweep()
    after = machine.get("/metrics").text

    assert "a_deux_pas_messages_waiting 1.0" in before
    assert "a_deux_pas_messages_oldest_seconds 300.0" in before
    assert "a_deux_pas_messages_waiting 0.0" in after
    line = 'a_deux_pas_messages_last_day{channel="sms",kind="new-device",status="sent"} 1.0'
    assert line in after
    assert NUMBER not in after
