"""Who may open what: every view, as every visitor, compared with the table of who_opens.py."""

from contextvars import Context
from functools import wraps
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories import (
    make_account,
    make_organisation,
    make_person,
    sign_in,
)
from tests.objects import MAKERS, Owner
from tests.support.client import end_own_transaction
from tests.who_opens import ANYONE, OBJECTS, WHO_OPENS
from webapp.access import access_of

VISITORS = sorted(ANYONE)


class Browser(FlaskClient):
    """A browser that checks nothing of the pages, and shares nothing with the test."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request outside the test's own context."""
        end_own_transaction()
        return Context().run(super().open, *args, **kwargs)


def new_browser(app: Flask) -> FlaskClient:
    """A browser on the product's own pages."""
    browser = Browser(app)
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return browser


def visitor(app: Flask, name: str) -> FlaskClient:
    """A browser in which this kind of visitor is."""
    browser = new_browser(app)
    if name.endswith("person"):
        sign_in(browser, make_person(), confirmed=name == "person")
    elif name == "half staff":
        sign_in(browser, make_account("adviser"), confirmed=False)
    elif name != "anyone":
        sign_in(browser, make_account(name))
    return browser


def ways(rule: Rule) -> list[str]:
    """The ways to ask for an address."""
    return sorted({"GET", "POST"} & (rule.methods or set()))


def usual(rule: Rule, name: str) -> str:
    """Something that may stand in an address where it asks for no object."""
    allowed = getattr(rule._converters[name], "items", None)
    return sorted(allowed)[0] if allowed else "taches"


def path_of(app: Flask, rule: Rule, public_id: str = "abcdefgh", other_id: str = "abcdefgj") -> str:
    """An address that a rule means, about these objects."""
    values = {"public_id": public_id, "other_id": other_id, "filename": "js/site.js"}
    given = {name: values.get(name) or usual(rule, name) for name in rule.arguments}
    path: str = app.url_map.bind("localhost").build(rule.endpoint, given)
    return path


@pytest.fixture
def opened(app: Flask) -> list[str]:
    """The views that ran; none of them does anything, so that each door is tried alone."""
    ran: list[str] = []

    def noting(endpoint: str) -> None:
        @wraps(app.view_functions[endpoint])
        def view(**_values: object) -> str:
            ran.append(endpoint)
            return "open"

        app.view_functions[endpoint] = view

    for endpoint in list(app.view_functions):
        noting(endpoint)
    return ran


def test_the_table_names_every_view(app):
    assert set(WHO_OPENS) == set(app.view_functions)


@pytest.mark.parametrize("name", VISITORS)
def test_each_visitor_opens_what_the_table_says_and_nothing_else(app, opened, name):
    browser = visitor(app, name)
    faults = []

    for rule in app.url_map.iter_rules():
        for method in ways(rule):
            opened.clear()
            answer = browser.open(path_of(app, rule), method=method)
            if bool(opened) != (name in WHO_OPENS.get(rule.endpoint, ())):
                faults.append(f"{method} {rule.rule}: {opened} {answer.status}")
            if not opened:
                assert answer.status_code in (303, 403), f"{method} {rule.rule}"

    assert not faults, "\n".join(faults)


def test_a_lead_of_those_who_never_hire_opens_no_page_of_employers(app, opened):
    browser = new_browser(app)
    sign_in(browser, make_account("lead", organisation=make_organisation(kind="support")))

    assert browser.get("/employeur/").status_code == 403
    assert browser.get("/conseiller/").status_code == 200


@pytest.mark.parametrize("name", VISITORS)
def test_a_view_that_declares_nothing_opens_for_nobody(app, name):
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")

    assert visitor(app, name).get("/forgotten").status_code == 403


def test_what_is_refused_says_what_to_do(app):
    page = visitor(app, "employer").get("/conseiller/besoins/")

    assert page.status_code == 403
    assert "Demandez à votre responsable." in page.text


def test_every_personal_answer_is_kept_nowhere(app, opened):
    for name in ("person", "lead", "network"):
        browser = visitor(app, name)
        for rule in app.url_map.iter_rules():
            if access_of(rule.endpoint) != "public" and "GET" in ways(rule):
                answer = browser.get(path_of(app, rule))

                assert "no-store" in answer.headers["Cache-Control"], rule.rule


def owned(app: Flask) -> list[tuple[Rule, str]]:
    """The rules about an object that is not for everyone, each with what its name names."""
    found = []
    for rule in app.url_map.iter_rules():
        if "public_id" in rule.arguments and access_of(rule.endpoint) != "public":
            begins = [begin for begin in OBJECTS if rule.rule.startswith(begin)]
            assert begins, f"who_opens.py: which object does {rule.rule} name?"
            found.append((rule, OBJECTS[begins[0]]))
    return found


def role_for(rule: Rule) -> str:
    """The role of someone who opens these pages."""
    who = WHO_OPENS[rule.endpoint]
    return next((role for role in ("person", "adviser", "employer") if role in who), "lead")


def someone(role: str) -> Owner:
    """Someone who has this role."""
    return make_person() if role == "person" else make_account(role)


def browser_of(app: Flask, owner: Owner) -> FlaskClient:
    """A browser in which they are."""
    browser = new_browser(app)
    sign_in(browser, owner)
    return browser


def test_the_objects_of_others_are_not_there_and_ones_own_are(app, one_document):
    rules = owned(app)
    others = {role: browser_of(app, someone(role)) for role in {role_for(one) for one, _ in rules}}
    faults = []

    for rule, kind in rules:
        for method in ways(rule):
            owner = someone(role_for(rule))
            things = [MAKERS[kind](owner) for _ in range(2)]
            path = path_of(app, rule, *(thing.public_id for thing in things))
            theirs = others[role_for(rule)].open(path, method=method).status_code
            own = browser_of(app, owner).open(path, method=method).status_code
            if theirs != 404 or own in (404, 500):
                faults.append(f"{method} {rule.rule}: others {theirs}, owner {own}")

    assert not faults, "\n".join(faults)
