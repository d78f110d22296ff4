"""Who may open what: every address, as every role, compared with one table."""

from collections.abc import Callable

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories import make_application, make_offer, make_organisation
from webapp.applications.models import Application
from webapp.clock import now
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.organisations import actions
from webapp.organisations.models import Organisation

ANYONE, EMPLOYER = "anyone", "the employer"
WHO_OPENS = {
    "api.description": ANYONE,
    "api.families": ANYONE,
    "api.index": ANYONE,
    "api.nothing": ANYONE,
    "api.offer": ANYONE,
    "api.offers": ANYONE,
    "api.organisations": ANYONE,
    "api.towns": ANYONE,
    "applications.after_call": ANYONE,
    "applications.call": ANYONE,
    "applications.cancel": ANYONE,
    "applications.card": ANYONE,
    "applications.interested": ANYONE,
    "applications.sent": ANYONE,
    "applications.visit": ANYONE,
    "embed.atom": ANYONE,
    "embed.index": ANYONE,
    "embed.offers": ANYONE,
    "employers.absences.begin": EMPLOYER,
    "employers.absences.end": EMPLOYER,
    "employers.begin": EMPLOYER,
    "employers.called": EMPLOYER,
    "employers.choose": EMPLOYER,
    "employers.closed": ANYONE,
    "employers.enter": ANYONE,
    "employers.filled": EMPLOYER,
    "employers.home": EMPLOYER,
    "employers.invitation": ANYONE,
    "employers.leave": EMPLOYER,
    "employers.not_called": EMPLOYER,
    "employers.offer": EMPLOYER,
    "employers.pause": EMPLOYER,
    "employers.publish": EMPLOYER,
    "employers.save": EMPLOYER,
    "employers.step": EMPLOYER,
    "offers.index": ANYONE,
    "offers.printed": ANYONE,
    "offers.short": ANYONE,
    "offers.show": ANYONE,
    "operations.figures": ANYONE,
    "operations.healthz": ANYONE,
    "pages.accessibility": ANYONE,
    "pages.help_near": ANYONE,
    "pages.home": ANYONE,
    "pages.legal": ANYONE,
    "pages.patterns": ANYONE,
    "pages.privacy": ANYONE,
    "pages.settings": ANYONE,
    "pwa.manifest": ANYONE,
    "scams.check": ANYONE,
    "scams.learn": ANYONE,
    "scams.lesson": ANYONE,
    "scams.report": ANYONE,
    "scams.reported": ANYONE,
    "scams.share": ANYONE,
    "scams.shared": ANYONE,
    "scams.tell": ANYONE,
    "scams.thanked": ANYONE,
    "scams.tried": ANYONE,
    "plainfrench.glossary": ANYONE,
    "static": ANYONE,
}
CLOSED = "/employeur/fermee"


@pytest.fixture
def offer(app: Flask) -> Offer:
    """An offer of an employer."""
    return make_offer()


@pytest.fixture
def application(offer: Offer) -> Application:
    """A request made to that employer."""
    return make_application(offer=offer)


@pytest.fixture
def enter(app: Flask) -> Callable[[Organisation], FlaskClient]:
    """A function that lets a structure's people in, as their invitation does."""

    def enter_as(structure: Organisation) -> FlaskClient:
        token = actions.invite(structure, now())
        db.session.commit()
        browser = new_browser(app)
        browser.post(f"/employeur/invitation/{token}", base_url="https://localhost")
        return browser

    return enter_as


def new_browser(app: Flask) -> FlaskClient:
    """A browser on the product's own pages; it checks nothing of them."""
    browser = FlaskClient(app)
    browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return browser


def addresses(app: Flask, offer: Offer, application: Application) -> list[tuple[Rule, str, str]]:
    """Each route with a way to ask for it and an address of it that exists."""
    found = []
    for rule in app.url_map.iter_rules():
        public_id = named_by(rule.rule, offer, application)
        values = {"public_id": public_id, "token": "x" * 43, "filename": "js/near.js"}
        given = {name: values.get(name, "taches") for name in rule.arguments}
        with app.test_request_context():
            path = url_for(rule.endpoint, **given)
        found += [(rule, method, path) for method in {"GET", "POST"} & (rule.methods or set())]
    db.session.commit()
    return sorted(found, key=lambda one: (one[2].endswith("sortir"), one[2]))  # leave last


def named_by(rule: str, offer: Offer, application: Application) -> str:
    """The public name that an address asks for: a request's, a person's, else an offer's."""
    if rule.startswith(("/demande/", "/employeur/demandes/")):
        return application.public_id
    if rule.startswith("/employeur/contacts/") and offer.contact:
        return offer.contact.public_id
    return offer.public_id


def is_open(answer: TestResponse) -> bool:
    """Whether the door opened, whatever lay behind it."""
    return answer.status_code not in (401, 403) and answer.location != CLOSED


def test_the_table_names_every_address(app):
    assert set(WHO_OPENS) == set(app.view_functions)


def test_anyone_opens_what_is_public_and_nothing_else(app, offer, application):
    browser = new_browser(app)

    for rule, method, path in addresses(app, offer, application):
        answer = browser.open(path, method=method, buffered=True)

        assert is_open(answer) == (WHO_OPENS[rule.endpoint] == ANYONE), f"{method} {path}"


def test_an_employer_opens_everything_of_their_own(app, enter, offer, application):
    listed = addresses(app, offer, application)
    browser = enter(offer.organisation)

    for rule, method, path in listed:
        answer = browser.open(path, method=method, base_url="https://localhost", buffered=True)

        assert is_open(answer) or rule.endpoint == "employers.leave", f"{method} {path}"

    gone = browser.get("/employeur/", base_url="https://localhost")
    assert gone.location == CLOSED, "the last address is the one by which an employer leaves"


def test_another_employer_finds_nothing_of_this_one(app, enter, offer, application):
    listed = addresses(app, offer, application)
    browser = enter(make_organisation())

    for rule, method, path in listed:
        if WHO_OPENS[rule.endpoint] == EMPLOYER and "public_id" in rule.arguments:
            answer = browser.open(path, method=method, base_url="https://localhost", buffered=True)

            assert answer.status_code == 404, f"{method} {path}"


def test_a_view_that_declares_nothing_opens_for_nobody(app, enter, offer):
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")

    for browser in (new_browser(app), enter(offer.organisation)):
        assert browser.get("/forgotten", base_url="https://localhost").status_code == 403
