"""The place on the phone's screen: offered where something was just sent, never after a no."""

import pytest

from tests.factories import make_application


@pytest.fixture
def path():
    """The page of a request that was just sent."""
    return f"/demande/{make_application().public_id}"


def test_it_is_offered_in_words_where_a_request_was_just_sent(client, path):
    page = client.get(path)

    assert page.one("section.on-screen [data-install] a").attributes["href"] == "/installer"
    assert "Set-Cookie" not in page.headers
    steps = client.get("/installer")
    assert all(f"<h2>{phone}</h2>" in steps.text for phone in ("Téléphone Android", "iPhone"))
    assert len(steps.all("ol svg")) == 6  # one picture a step


def test_after_no_thank_you_this_phone_is_never_asked_again(client, path):
    answer = client.post("/installer", data={"retour": path})

    assert answer.location == path
    for _request in range(2):
        assert not client.get(path).all("section.on-screen")
        path = f"/demande/{make_application().public_id}"


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_no_leads_to_no_other_site(client, elsewhere):
    assert client.post("/installer", data={"retour": elsewhere}).location == "/"


def test_a_television_is_not_asked(client, path):
    client.get("/?ecran=tele")

    assert not client.get(path).all("section.on-screen")


def test_in_another_language_no_leads_back_in_it(client, path):
    field = client.get(f"/ar{path}").one("section.on-screen [name=retour]").attributes["value"]

    assert client.post("/ar/installer", data={"retour": field}).location == f"/ar{path}"
