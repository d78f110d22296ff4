"""What a sentence is filled with, where lines run from the right: numbers, and words of French."""

from gettext import NullTranslations

import pytest

from webapp import i18n, isolates
from webapp.i18n import LANGUAGES


@pytest.fixture
def arabic(app, monkeypatch):
    """Arabic, whose sentences are here as they are written."""
    monkeypatch.setitem(LANGUAGES, "ar", next(one for one in i18n.SPOKEN if one.prefix == "ar"))
    monkeypatch.setitem(i18n.CATALOGUES, "ar", NullTranslations())
    with app.test_request_context("/"), i18n.speaking("ar"):
        yield


@pytest.mark.usefixtures("arabic")
def test_hours_and_minutes_keep_their_order():
    assert i18n.gettext("%(hour)d:%(minutes)s", hour=9, minutes="05") == "9:05"


@pytest.mark.usefixtures("arabic")
def test_phone_numbers_and_amounts_stand_apart():
    said = i18n.gettext("%(phone)s", phone="06 39 98 12 34")

    assert said == "\u206806 39 98 12 34\u2069"


@pytest.mark.usefixtures("arabic")
def test_french_words_of_a_sentence_are_marked_once():
    said = i18n.gettext("%(work)s", work=i18n.french_in("conseillère"))

    assert isolates.marked(said) == '<bdi lang="fr">conseillère</bdi>'


def test_french_words_need_no_mark_in_french(app):
    with app.test_request_context("/"):
        assert i18n.french_in("conseillère") == "conseillère"
