"""What providers tell us, from their public documentation: delivery reports and messages received.

Kannel: its user's guide on delivery reports. OVHcloud: its FAQ (the callback's `id`, `ptt`, `date`,
`description`). Octopush: the pages "Acknowledge receipt" and "Webhook SMS inbounds" of its API.
"""

import json
from typing import Any

import pytest

from tests.messages.fake_http import serving
from tests.messages.providers import kannel, octopush, ovh
from webapp.messages.gateways import Report


@pytest.mark.parametrize(
    ("fields", "report"),
    [
        ({"ref": "abcd2345", "status": "1"}, Report(delivered=True, ref="abcd2345")),
        ({"ref": "abcd2345", "status": "2"}, Report(delivered=False, ref="abcd2345")),
        ({"ref": "abcd2345", "status": "16"}, Report(delivered=False, ref="abcd2345")),
        ({"ref": "abcd2345", "status": "34"}, Report(delivered=False, ref="abcd2345")),  # expired
        ({"ref": "abcd2345", "status": "4"}, None),
        ({"ref": "abcd2345", "status": "8"}, None),
        ({"ref": "abcd2345", "status": "%d"}, None),
        ({"status": "1"}, None),
        ({}, None),
    ],
)
def test_reports_of_kannel(fields, report):
    assert kannel("http://localhost").parse_dlr(fields) == report


@pytest.mark.parametrize(
    ("fields", "report"),
    [
        (
            {"id": "26929925", "ptt": "4", "date": "20261120100000", "description": "DELIVRD"},
            Report(delivered=True, provider_id="26929925"),
        ),
        ({"id": "26929925", "ptt": "5"}, Report(delivered=False, provider_id="26929925")),
        ({"id": "26929925", "ptt": "999"}, Report(delivered=False, provider_id="26929925")),
        ({"id": "26929925", "ptt": "1"}, None),
        ({"id": "26929925", "ptt": "x"}, None),
        ({"ptt": "4"}, None),
    ],
)
def test_reports_of_ovh(fields, report):
    assert ovh("http://localhost").parse_dlr(fields) == report


def octopush_report(status: str) -> dict[str, str]:
    return {
        "channel": "sms",
        "message_id": "sms_5fa275dbf21dc",
        "number": "+33639980001",
        "status": status,
        "delivery_date": "2026-11-20 10:00:00",
    }


@pytest.mark.parametrize(
    ("status", "delivered"),
    [
        ("DELIVERED", True),
        ("NOT_DELIVERED", False),
        ("NOT_ALLOWED", False),
        ("BAD_DESTINATION", False),
        ("BLACKLISTED_NUMBER", False),
        ("ACK", None),
        ("UNKNOWN_DELIVERY", None),
        ("UNDEFINED", None),
    ],
)
def test_reports_of_octopush(status, delivered):
    report = octopush("http://localhost").parse_dlr(octopush_report(status))

    assert (report.delivered if report else None) is delivered
    assert report is None or report.provider_id == "sms_5fa275dbf21dc"


def test_a_message_received_by_kannel():
    received = kannel("http://localhost").parse_mo(
        {"id": "7f2c1b3a-0000", "from": "+33639980001", "text": "STOP"}
    )

    assert received is not None
    assert (received.provider_id, received.sender, received.text) == (
        "7f2c1b3a-0000",
        "+33639980001",
        "STOP",
    )


def test_a_message_received_by_ovh_is_believed_only_once_it_is_fetched():
    told = {
        "id": 1234567,
        "sender": "+33639980001",
        "message": "OUI",
        "creationDatetime": "2026-11-20T10:00:00+01:00",
        "credits": 0,
        "tag": "",
    }
    with serving((200, json.dumps(told))) as provider:
        gateway = ovh(provider.url)
        announced = gateway.parse_mo({"id": "1234567", "senderid": "+33600000000", "text": "STOP"})
        assert announced is not None
        fetched = gateway.fetch(announced.provider_id)

    assert (announced.sender, announced.text) == ("", "")
    assert (fetched.sender, fetched.text) == ("+33639980001", "OUI")
    assert (provider.asked[0].method, provider.asked[0].path) == (
        "GET",
        "/1.0/sms/sms-ab1-1/incoming/1234567",
    )
    assert gateway.parse_mo({"id": "../users"}) is None


def test_a_message_received_by_octopush_is_known_again_when_told_twice():
    told = {
        "message_id": "sms_5fa275dbf21dc",
        "number": "+33639980001",
        "text": "NON",
        "sim_card_number": "38001",
        "reception_date": "2026-11-20 10:00:00",
    }
    gateway = octopush("http://localhost")
    first, again = gateway.parse_mo(told), gateway.parse_mo(dict(told))
    later: Any = gateway.parse_mo(told | {"reception_date": "2026-11-20 10:00:01"})

    assert first == again
    assert first is not None
    assert (first.sender, first.text) == ("+33639980001", "NON")
    assert later.provider_id != first.provider_id
    assert gateway.parse_mo({"text": "NON"}) is None
