"""A page becomes a PDF that a screen reader can read, made in a process of its own."""

import subprocess
import sys

import pytest
from flask import render_template_string

from tests.support.pdf import Pdf
from webapp.errors import Refused
from webapp.paper import printing

PAGE = """{% extends "paper/page.html" %}
{% block title %}Bilan de Zoé à l’œuvre{% endblock %}
{% block main %}<h1>Bilan de Zoé</h1><h2>Ce qui a été fait</h2>
<ul><li>Nettoyer les sols : 12 €</li></ul>
<table><tr><th scope="row">Gül Şahin</th><td>mars</td></tr></table>{% endblock %}"""
BARE = '<!doctype html><html lang="fr"><title>Un</title>%s<p>La suite</p>'


def test_a_page_becomes_a_pdf_that_says_its_language_title_and_parts(app):
    made = Pdf(printing.pdf(render_template_string(PAGE)))

    assert made.is_tagged
    assert made.title == "Bilan de Zoé à l’œuvre"
    assert made.pages == 1
    parts = ["H1", "H2", "L", "LI", "Table", "TH"]
    assert [role for role in made.roles if role in parts] == parts
    for words in ("Bilan de Zoé", "Nettoyer les sols : 12 €", "Gül Şahin"):
        assert words in made.text


def test_reads_nothing_of_this_machine_whatever_the_page_asks_for(app, tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text("p::before { content: 'secret' }")
    asked = (
        f'<link rel="stylesheet" href="file://{secret}"><img src="letters:../icons/icon-192.png">'
    )

    made = Pdf(printing.pdf(BARE % asked))

    assert made.text == "La suite"


def test_a_page_that_takes_too_long_is_given_up_and_leaves_its_place(app, monkeypatch):
    monkeypatch.setattr(printing, "TIME", 0.01)
    for _ in range(printing.MOST_AT_ONCE + 1):
        with pytest.raises(printing.NoPaper):
            printing.pdf(BARE % "")


def test_who_comes_when_every_place_is_taken_is_told_to_come_back(app, monkeypatch):
    monkeypatch.setattr(printing, "TURN", 0)
    taken = [printing.making.acquire(blocking=False) for _ in range(printing.MOST_AT_ONCE)]
    try:
        with pytest.raises(Refused) as refused:
            printing.pdf(BARE % "")
    finally:
        printing.making.release(len(taken))
    assert refused.value.code == 503


def test_where_what_makes_a_pdf_is_missing_it_is_said(app, monkeypatch):
    monkeypatch.setattr(printing, "PRESS", (sys.executable, "-c", "import no_such_library"))
    printing.available.cache_clear()
    try:
        assert not printing.available()
        with pytest.raises(printing.NoPaper):
            printing.pdf(BARE % "")
    finally:
        monkeypatch.undo()
        printing.available.cache_clear()
    assert printing.available()


@pytest.mark.process
def test_the_pages_themselves_never_load_what_makes_a_pdf():
    loads = "import sys, webapp, webapp.paper.printing; print('weasyprint' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"
