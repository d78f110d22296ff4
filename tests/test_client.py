"""The inspecting client itself: each fault that it must see, made on purpose."""

import re

import pytest
from flask import Flask, redirect, request

from tests.factories import make_organisation
from tests.support import client as support
from webapp.access import public
from webapp.extensions import db
from webapp.organisations.models import Organisation

GOOD = """<!doctype html>
<html lang="fr" dir="ltr"><head><title>Bonjour · À deux pas</title></head><body>
<main><h1>Bonjour</h1>
<form action="/offres"><label for="ou">Ville</label><input id="ou" name="ou"></form>
<a href="/aide">Aide</a> <a href="tel:+33465710000">Appeler</a></main></body></html>"""


@pytest.fixture
def show(app: Flask, client, monkeypatch, tmp_path):
    """A function that opens a page made of this HTML."""
    monkeypatch.setattr(support, "KEPT", tmp_path / "pages")
    pages: list[str] = []

    @app.route("/page")
    @public
    def page() -> str:
        return pages[-1]

    def show_one(html: str) -> object:
        pages.append(html)
        return client.get("/page")

    return show_one


def test_a_good_page_passes_and_is_kept_in_both_languages(show, tmp_path):
    page = show(GOOD)

    assert page.h1 == "Bonjour"
    assert page.links() == {"Aide": "/aide", "Appeler": "tel:+33465710000"}
    assert len(list((tmp_path / "pages").rglob("*.html"))) == 2


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("<!doctype html>\n", "", "doctype"),
        ('lang="fr"', 'lang="en"', "lang and dir"),
        (' dir="ltr"', "", "lang and dir"),
        ("<h1>Bonjour</h1>", "", "0 h1"),
        ("<h1>Bonjour</h1>", "<h1>Bonjour</h1><h1>Bis</h1>", "2 h1"),
        ("<title>Bonjour", "<title>Bonsoir", "does not start with the h1"),
        ("<h1>", '<h1 id="ou">', "2 times"),
        ('for="ou"', 'for="la"', "points to no element"),
        ('<label for="ou">Ville</label>', "", "no label"),
        ('name="ou"', 'name="ou" aria-describedby="hint"', "points to no element"),
        ('action="/offres"', 'action="/nulle-part"', "leads nowhere"),
        ('action="/offres"', 'action="/aide" method="post"', "leads nowhere (405)"),
        ('href="/aide"', 'href="/nulle-part"', "leads nowhere"),
        ('href="/aide"', 'href="/static/none.css"', "no file"),
        ('href="/aide"', 'href="#"', "leads nowhere"),
        ('href="tel:+33465710000"', 'href="/"', "no tel: link"),
        (">Aide<", "><svg></svg><", "no name"),
        ("<h1>", '<h1 style="color: red">', "style="),
        ("<h1>", '<h1 onclick="x()">', "onclick="),
        ("</main>", "<script>x()</script></main>", "inline script"),
        ("</main>", '<img src="https://example.org/x.png" alt=""></main>', "another site"),
        ('name="ou"', 'name="ou" maxlength="None"', "maxlength='None'"),
        ('name="ou"', 'name="ou" max="50"', "max="),
        ('href="/aide"', 'href="/aide" data-hx-get="/offres"', "no plain twin"),
    ],
)
def test_a_faulty_page_is_refused(show, good, bad, fault):
    assert good in GOOD

    with pytest.raises(AssertionError, match=re.escape(fault)):
        show(GOOD.replace(good, bad, 1))


def test_a_part_of_a_page_is_inspected_too(app, client, monkeypatch, tmp_path):
    app.add_url_rule("/part", view_func=public(lambda: '<a href="/nulle-part">Là</a>'))

    with pytest.raises(AssertionError, match="leads nowhere"):
        client.get("/part", headers={"HX-Request": "true"})


@pytest.mark.parametrize("how", ["row", "statement"])
def test_a_view_that_forgets_to_commit_is_refused(app, client, how):
    make_organisation(name="Avant")

    @app.post("/forget")
    @public
    def forget() -> object:
        if how == "row":
            db.session.query(Organisation).first().name = "Après"
            db.session.flush()
        else:
            db.session.query(Organisation).update({"name": "Après"})
        if "commit" in request.args:
            db.session.commit()
        return redirect("/", 303)

    assert client.post("/forget?commit=1").status_code == 303
    with pytest.raises(AssertionError, match="uncommitted"):
        client.post("/forget")
