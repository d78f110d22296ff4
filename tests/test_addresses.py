"""Addresses made from the names of views."""

import pytest
from flask import request, url_for

from webapp.addresses import quoted_here


@pytest.mark.parametrize("prefix", ["", "/simple", "/ar"])
def test_a_view_that_takes_nothing_has_one_address_in_each_language(app, prefix):
    for _turn in range(2):  # written, then kept
        with app.test_request_context("/aide", environ_overrides={"SCRIPT_NAME": prefix}):
            assert url_for("offers.index") == f"{prefix}/offres"


def test_an_address_is_carried_by_another_as_url_for_writes_it(app):
    with app.test_request_context("/offres?ou=L%E2%80%99Ha%C3%BF-les-Roses%20(94)&mot=a%26b"):
        carried = url_for("speech.listen", page=request.full_path)

        assert f"{url_for('speech.listen')}?page={quoted_here()}" == carried
