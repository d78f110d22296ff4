"""Where a change may come from, and what every answer says to the browser."""

from dataclasses import replace

import pytest
from flask import request
from werkzeug.test import TestResponse

from tests.factories import make_offer
from tests.support import databases
from tests.support.client import InspectingClient
from webapp import create_app

ASK = {"first_name": "Awa", "phone": "0639983101", "moment": "any"}


def post(client: InspectingClient, **headers: str) -> TestResponse:
    offer = make_offer()
    return client.open(
        f"/offres/{offer.public_id}/interesse", method="POST", data=ASK, headers=headers
    )


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "http://localhost"}, 303),
        ({"Sec-Fetch-Site": "", "Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "null"}, 403),
    ],
)
def test_a_change_comes_from_our_own_pages_only(client, headers, status):
    assert post(client, **headers).status_code == status


def test_an_old_browser_that_says_nothing_confirms_and_loses_nothing(client):
    page = post(client, **{"Sec-Fetch-Site": ""})

    assert page.status_code == 400
    assert 'value="Awa"' in page.text
    assert 'name="csrf_token"' in page.text


def test_every_answer_carries_the_headers(client):
    headers = client.get("/").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_other_names_of_the_host_are_refused(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_behind_a_proxy_limits_see_the_visitor(sqlite, tmp_path):
    config = replace(databases.make_config(sqlite, tmp_path), TRUSTED_PROXIES=1)
    app = create_app(config)
    seen = []
    app.before_request(lambda: seen.append(request.remote_addr))

    with databases.running(app):
        app.test_client().get("/healthz", headers={"X-Forwarded-For": "9.9.9.9, 192.0.2.7"})

    assert seen == ["192.0.2.7"]
