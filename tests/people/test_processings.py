"""The register says what the code does."""

from datetime import timedelta

from webapp.accounts import rules as accounts
from webapp.alerts import rules as alerts
from webapp.applications import rules as applications
from webapp.gatherings import rules as gatherings
from webapp.helping import rules as helping
from webapp.messages import rules as messages
from webapp.operations import backup
from webapp.people import rules, staying
from webapp.people.processings import CONTROLLERS, GROUNDS, PROCESSINGS
from webapp.scams import actions as reports
from webapp.scams import told

OBEYED = {
    "requests": applications.RETENTIONS[-1].at_most,
    "voice": applications.RETENTIONS[-1].at_most,  # it goes with its request
    "help": helping.AT_MOST,
    "page": rules.INACTIVE,
    "codes": accounts.KEPT,
    "journal": rules.JOURNAL,
    "messages": messages.KEPT,
    "alerts": alerts.KEPT,
    "seats": gatherings.KEPT,
    "reports": reports.KEPT,
    "told": told.KEPT,
    "copies": backup.OLDEST,
}


def test_each_length_of_the_register_is_the_one_that_is_obeyed():
    said = {one.key: one.kept for one in PROCESSINGS if one.kept is not None}

    assert said == OBEYED
    assert staying.COPIES == backup.OLDEST
    assert applications.RETENTIONS[-1].after_closing == timedelta(days=183)
    assert timedelta(days=183) == helping.AFTER_CLOSING


def test_each_line_says_everything_once():
    assert len({one.key for one in PROCESSINGS}) == len(PROCESSINGS)
    for one in PROCESSINGS:
        assert one.ground in GROUNDS
        assert one.controller in CONTROLLERS


def test_the_page_shows_every_line(client):
    page = client.get("/confidentialite")

    for one in PROCESSINGS:
        for said in (one.title, one.what, one.kept_text):
            assert " ".join(str(said).split()) in page.words
    assert "CNIL" in page.words
    assert page.links()["Ouvrir ma page : qui voit quoi"] == "/moi/donnees"
