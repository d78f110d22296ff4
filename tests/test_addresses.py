"""Addresses made from the names of views."""

import pytest
from flask import url_for
from werkzeug.datastructures import MultiDict

from webapp.addresses import asking

ASKED = {"ou": "L’Haÿ-les-Roses (94)", "mot": "aide à la personne & ménage", "page": "2"}


@pytest.mark.parametrize("prefix", ["", "/simple", "/ar"])
def test_a_view_that_takes_nothing_has_one_address_in_each_language(app, prefix):
    for _turn in range(2):  # written, then kept
        with app.test_request_context("/aide", environ_overrides={"SCRIPT_NAME": prefix}):
            assert url_for("offers.index") == f"{prefix}/offres"


def test_what_is_asked_of_a_view_stands_in_its_address_as_url_for_writes_it(app):
    with app.test_request_context("/aide"):
        assert asking("offers.index", ASKED) == url_for("offers.index", **ASKED)
        assert asking("offers.index", {}) == "/offres"


def test_what_is_asked_several_times_stays_asked_several_times(app):
    asked = MultiDict([("besoin", "assis"), ("besoin", "ecole"), ("ou", "69120")])
    with app.test_request_context("/aide"):
        assert asking("offers.index", asked) == "/offres?besoin=assis&besoin=ecole&ou=69120"
