"""Pages of results are sent again while nothing was committed, and never once something was."""

from contextlib import contextmanager

import pytest
from flask import request, request_started
from werkzeug.test import Client

from tests.factories import make_offer
from webapp.clock import now
from webapp.extensions import db
from webapp.offers import actions
from webapp.shelf import Shelf

LIST = "/offres?metier=cleaning&ou=69120"
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def offer(client):
    """An offer whose page is already kept."""
    made = make_offer()
    assert f"/offres/{made.public_id}" in client.get(LIST).text
    return made


def test_a_page_is_sent_again_while_nothing_changes(client, app):
    with counted(app) as asked:
        assert client.get(LIST).status_code == 200

    assert asked == ([] if tells_of_commits() else [LIST])


def test_a_page_shows_a_new_offer_and_loses_one_that_is_over(client):
    new = make_offer()
    assert f"/offres/{new.public_id}" in client.get(LIST).text

    actions.close(new, "filled", now())
    db.session.commit()

    assert f"/offres/{new.public_id}" not in client.get(LIST).text


def test_who_asks_for_less_data_neither_gets_nor_leaves_the_page_of_the_others(app):
    phone, less = Client(app), {"Save-Data": "on"}
    needed = f"{LIST}&besoin=ecole"  # only there does htmx serve
    assert "vendor/htmx" in phone.get(needed).text

    for _turn in range(2):
        assert "vendor/htmx" not in phone.get(needed, headers=less).text
        assert "vendor/htmx" in phone.get(needed).text


def test_a_kept_page_is_sent_with_the_same_headers(client):
    first, again = client.get(LIST), client.get(LIST)

    assert first.data == again.data
    for name in ("ETag", "Vary", "Content-Type", "Content-Security-Policy", "Cache-Control"):
        assert first.headers[name] == again.headers[name]
    assert client.get(LIST, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_a_visitor_with_a_cookie_leaves_no_page_to_others(client, app):
    client.set_cookie("anything", "of theirs")
    with counted(app) as asked:
        client.get(LIST)

    assert asked == [LIST]


def test_pages_and_cards_may_be_kept_nowhere(client, app):
    shelves = app.extensions
    shelves.update(front=Shelf(0), offer_cards=Shelf(0))
    client.get(LIST)
    with counted(app) as asked:
        client.get(LIST)

    assert asked == [LIST]


def test_a_page_is_kept_as_small_as_it_was_sent(app):
    phone, asked = Client(app), {"Accept-Encoding": "br"}
    first = phone.get(LIST, headers=asked)
    with counted(app) as reached:
        again = phone.get(LIST, headers=asked)

    assert reached == ([] if tells_of_commits() else [LIST])
    assert again.headers["Content-Encoding"] == "br"
    assert len(again.data) < len(phone.get(LIST).data) / 2
    assert again.data == first.data


def test_a_language_that_was_just_chosen_is_remembered_though_its_page_is_kept(client):
    client.get(f"/simple{LIST}")
    pressed = {"Sec-Fetch-Site": "same-origin", "Referer": f"http://localhost{LIST}"}

    assert "Set-Cookie" in client.get(f"/simple{LIST}", headers=pressed).headers
    client.delete_cookie("__Host-reading")
    assert "Set-Cookie" not in client.get(f"/simple{LIST}").headers


def tells_of_commits():
    """Whether the database says that something was committed: else no answer is kept."""
    return db.engine.dialect.name == "sqlite"


@contextmanager
def counted(app):
    """The addresses for which the application is asked meanwhile, behind its door."""
    asked = []

    def note(_app, **_sent: object) -> None:
        if not request.script_root:  # the client looks at each page in simple French as well
            asked.append(request.full_path)

    with request_started.connected_to(note, app):
        yield asked
