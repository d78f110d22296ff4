"""Sending by each provider, from their public documentation: what we ask, what we understand.

Kannel: its user's guide on sendsms. OVHcloud: its API SMS cookbook, its guide to signed requests.
Octopush: the page "Send SMS" of its API.
"""

import hashlib
import json
import socket
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.messages.fake_http import serving
from tests.messages.providers import ARABIC, MAKERS, OURS, SMS, kannel, octopush, ovh
from webapp.messages.gateways import NotTaken, Taken, Unclear, http

SENT = {
    "ids": [26929925],
    "creditsRemoved": 1,
    "invalidReceivers": [],
    "validReceivers": ["+33639980001"],
}
TICKET = {"sms_ticket": "sms_5fa275dbf21dc", "number_of_contacts": 1, "total_cost": 0.05}


def test_kannel_is_asked_by_its_sendsms_address():
    with serving((202, "0: Accepted for delivery")) as provider:
        taken = kannel(provider.url, sms_from="38001").send(SMS)

    (asked,) = provider.asked
    assert taken == Taken("abcd2345")
    assert (asked.method, asked.path) == ("GET", "/cgi-bin/sendsms")
    told = asked.query
    report_to = told.pop("dlr-url")
    assert told == {
        "username": "moi",
        "password": "clé@",
        "from": "38001",
        "to": "+33639980001",
        "text": "Bonjour, é à ù",
        "charset": "UTF-8",
        "coding": "0",
        "dlr-mask": "19",
        "validity": "10",
    }
    parts = urlsplit(report_to.replace("%d", "1"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{OURS}/sms/etat/kannel"
    assert parse_qs(parts.query) == {"secret": ["s&cret"], "ref": ["abcd2345"], "status": ["1"]}


def test_kannel_is_told_of_wide_letters():
    with serving((202, "3: Queued for later delivery")) as provider:
        kannel(provider.url).send(ARABIC)

    assert provider.asked[0].query["coding"] == "2"
    assert provider.asked[0].query["text"] == "فاطمة"
    assert "from" not in provider.asked[0].query


AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def sha1(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def test_ovh_is_asked_by_a_signed_job(monkeypatch):
    monkeypatch.setattr("webapp.messages.gateways.ovh.now", lambda: AT)
    with serving((200, json.dumps(SENT))) as provider:
        taken = ovh(provider.url).send(SMS)

    (asked,) = provider.asked
    assert taken == Taken("26929925")
    assert (asked.method, asked.path) == ("POST", "/1.0/sms/sms-ab1-1/jobs")
    assert json.loads(asked.body) == {
        "message": "Bonjour, é à ù",
        "receivers": ["+33639980001"],
        "charset": "UTF-8",
        "coding": "7bit",
        "noStopClause": True,
        "priority": "high",
        "senderForResponse": True,
        "tag": "abcd2345",
        "validityPeriod": 10,
    }
    url = f"{provider.url}/1.0/sms/sms-ab1-1/jobs"
    signed = "+".join(("AS", "CK", "POST", url, asked.body.decode(), str(int(AT.timestamp()))))
    assert asked.headers["x-ovh-application"] == "AK"
    assert asked.headers["x-ovh-consumer"] == "CK"
    assert asked.headers["x-ovh-timestamp"] == str(int(AT.timestamp()))
    assert asked.headers["x-ovh-signature"] == "$1$" + sha1(signed)


def test_ovh_shows_the_senders_name_where_there_is_one():
    with serving((200, json.dumps(SENT))) as provider:
        ovh(provider.url, sms_from="DEUXPAS").send(ARABIC)

    told = json.loads(provider.asked[0].body)
    assert (told["sender"], told["coding"]) == ("DEUXPAS", "8bit")
    assert "senderForResponse" not in told
    assert "validityPeriod" not in told


def test_octopush_is_asked_by_a_campaign_of_one():
    with serving((201, json.dumps(TICKET))) as provider:
        taken = octopush(provider.url).send(SMS)

    (asked,) = provider.asked
    assert taken == Taken("sms_5fa275dbf21dc")
    assert (asked.method, asked.path) == ("POST", "/v1/public/sms-campaign/send")
    assert (asked.headers["api-login"], asked.headers["api-key"]) == ("moi@exemple.fr", "KEY")
    assert json.loads(asked.body) == {
        "text": "Bonjour, é à ù",
        "recipients": [{"phone_number": "+33639980001"}],
        "type": "sms_premium",
        "purpose": "alert",
        "with_replies": True,
        "auto_optimize_text": False,
        "request_id": "abcd2345",
    }


def test_octopush_that_already_took_a_message_took_it():
    told = json.dumps({"message": "A SMS with the same request_id has already been sent"})
    with serving((422, told)) as provider:
        assert octopush(provider.url).send(SMS) == Taken()


ALL = pytest.mark.parametrize("name", MAKERS)
ANSWERS: list[tuple[int, str, bool | None]] = [
    (503, "Temporal failure, try again later.", True),
    (429, "", True),
    (403, "Authorization failed for sendsms", True),
    (401, '{"message": "This credential is not valid"}', True),
    (402, '{"message": "Not enough credits (left: 0.00)"}', True),
    (400, '{"message": "must have less than 14 chars for value sender"}', False),
    (500, '{"message": "Internal server error"}', None),
    (502, "<html>", None),
    (504, "", None),
]


@ALL
@pytest.mark.parametrize(("status", "body", "again"), ANSWERS)
def test_what_an_answer_means(name, status, body, again):
    with serving((status, body)) as provider, pytest.raises((NotTaken, Unclear)) as refused:
        MAKERS[name](provider.url).send(SMS)

    if again is None:
        assert isinstance(refused.value, Unclear)
    else:
        assert isinstance(refused.value, NotTaken)
        assert refused.value.again is again
    assert "+33639980001" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "status", "body"),
    [
        ("kannel", 403, "Not routable. Do not try again."),
        ("ovh", 200, json.dumps(SENT | {"ids": [], "invalidReceivers": ["+33639980001"]})),
        ("octopush", 201, json.dumps(TICKET | {"number_of_contacts": 0})),
    ],
)
def test_a_number_that_cannot_be_reached_is_said_so(name, status, body):
    with serving((status, body)) as provider, pytest.raises(NotTaken) as refused:
        MAKERS[name](provider.url).send(SMS)

    assert (refused.value.reason, refused.value.again) == ("bad-number", False)


@ALL
def test_a_provider_that_nobody_reaches_took_nothing(name):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(NotTaken) as refused:
        MAKERS[name](url).send(SMS)

    assert (refused.value.reason, refused.value.again) == ("unreachable", True)


@ALL
def test_a_provider_that_does_not_answer_may_have_taken_it(name, monkeypatch):
    monkeypatch.setattr(http, "ANSWER", 0.2)
    with serving((202, "")) as provider:
        provider.hangs = True
        with pytest.raises(Unclear):
            MAKERS[name](provider.url).send(SMS)
