"""Who may open what: every view, as every visitor, compared with the table of who_opens.py."""

from collections.abc import Callable
from contextvars import Context
from datetime import timedelta
from functools import wraps
from typing import Any

import pytest
from flask import Flask, current_app, url_for
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories import (
    make_account,
    make_application,
    make_contact,
    make_help_request,
    make_offer,
    make_organisation,
    make_person,
    saved,
    sign_in,
)
from tests.followup.making import make_note, make_task
from tests.path_factories import (
    make_approval,
    make_case,
    make_committee,
    make_contract,
    make_liaison,
    make_suspension,
    make_work_event,
)
from tests.support.client import end_own_transaction
from tests.who_opens import ANYONE, OBJECTS, WHO_OPENS
from webapp.access import access_of
from webapp.accounts.models import Account, Device, Passkey
from webapp.clock import now, today
from webapp.organisations.models import Site
from webapp.pathways.models import Approval
from webapp.people.models import Consent, Person

Owner = Person | Account
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
    with app.test_request_context():
        return url_for(rule.endpoint, **given)


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
    page = visitor(app, "employer").get("/conseiller/")

    assert page.status_code == 403
    assert "Demandez à votre responsable." in page.text


def test_every_personal_answer_is_kept_nowhere(app, opened):
    for name in ("person", "lead", "network"):
        browser = visitor(app, name)
        for rule in app.url_map.iter_rules():
            if access_of(rule.endpoint) != "public" and "GET" in ways(rule):
                answer = browser.get(path_of(app, rule))

                assert "no-store" in answer.headers["Cache-Control"], rule.rule


def key_of(**owner: int) -> Passkey:
    """A key that someone keeps."""
    moment = now()
    name = str(moment.timestamp()).encode()
    return saved(Passkey(credential_id=name, public_key=b"", created_at=moment, **owner))


def key_of_person(person: Person) -> Passkey:
    return key_of(person_id=person.id)


def key_of_account(account: Account) -> Passkey:
    key_of(account_id=account.id)  # the last one stays
    return key_of(account_id=account.id)


def device_of(owner: Owner) -> Device:
    return sign_in(FlaskClient(current_app), owner)


def agreement(person: Person, **facts: object) -> Consent:
    """A question put to a person by an organisation, which waits unless facts answer it."""
    usual = {"purpose": "followup", "way": "code", "days": 31, "asked_at": now()}
    usual["organisation_id"] = facts.pop("organisation_id", None) or make_organisation().id
    return saved(Consent(person_id=person.id, **usual | facts))


def followed_by(account: Account) -> Person:
    """Someone who lets an organisation see them."""
    person = make_person()
    until = today() + timedelta(days=31)
    agreement(person, organisation_id=account.organisation_id, given_at=now(), until=until)
    return person


def site_of(account: Account) -> Site:
    there = {"insee": "69256", "lat": 45.77, "lon": 4.92}
    return saved(Site(organisation_id=account.organisation_id, name="Le dépôt", **there))


def offer_far_away(account: Account) -> object:
    """An offer of the area of this account, whose structure moves where no other adviser is."""
    for name, value in FAR.items():
        setattr(account.organisation, name, value)
    return make_offer(organisation=account.organisation, **FAR)


FAR = {"insee": "33063", "lat": 44.84, "lon": -0.58}


def approval_of(account: Account) -> Approval:
    return make_approval(person=followed_by(account))


MAKERS: dict[str, Callable[..., object]] = {
    "key of a person": key_of_person,
    "key of a professional": key_of_account,
    "device of a person": device_of,
    "device of a professional": device_of,
    "person": followed_by,
    "agreement": agreement,
    "note": lambda account: make_note(followed_by(account), account),
    "step": lambda account: make_task(followed_by(account), account),
    "step of a person": lambda person: make_task(person, make_account("adviser"), owner=None),
    "contact": lambda account: make_contact(organisation=account.organisation),
    "request": lambda account: make_application(
        offer=make_offer(organisation=account.organisation)
    ),
    "request of a person": lambda person: make_application(person_id=person.id),
    "offer to read": offer_far_away,
    "offer": lambda account: make_offer(organisation=account.organisation),
    "colleague": lambda account: make_account("employer", organisation=account.organisation),
    "site": site_of,
    "approval": approval_of,
    "liaison form": lambda account: make_liaison(followed_by(account), account),
    "contract": lambda account: make_contract(followed_by(account)),
    "event of a contract": lambda account: make_work_event(make_contract(followed_by(account))),
    "committee": make_committee,
    "case": lambda account: make_case(make_committee(account), followed_by(account)),
    "suspension": lambda account: make_suspension(approval=approval_of(account)),
    "help request": lambda account: make_help_request(organisation=account.organisation),
}


def owned(app: Flask) -> list[tuple[Rule, str]]:
    """The rules about an object that is not for everyone, each with what its name names."""
    found = []
    for rule in app.url_map.iter_rules():
        if "public_id" in rule.arguments and access_of(rule.endpoint) != "public":
            begins = [begin for begin in OBJECTS if rule.rule.startswith(begin)]
            assert begins, f"who_opens.py: which object does {rule.rule} name?"
            found.append((rule, OBJECTS[begins[0]]))
    return found


def owner_for(rule: Rule) -> Owner:
    """Someone who opens these pages."""
    who = WHO_OPENS[rule.endpoint]
    if "person" in who:
        return make_person()
    role = "adviser" if "adviser" in who else "employer" if "employer" in who else "lead"
    return make_account(role)


def test_the_objects_of_others_are_not_there_and_ones_own_are(app):
    faults = []

    for rule, kind in owned(app):
        for method in ways(rule):
            owner = owner_for(rule)
            things = [MAKERS[kind](owner) for _ in range(2)]
            path = path_of(app, rule, *(thing.public_id for thing in things))
            answers = []
            for one in (owner_for(rule), owner):
                browser = new_browser(app)
                sign_in(browser, one)
                answers.append(browser.open(path, method=method).status_code)
            if answers[0] != 404 or answers[1] in (404, 500):
                faults.append(f"{method} {rule.rule}: others {answers[0]}, owner {answers[1]}")

    assert not faults, "\n".join(faults)
