"""Every page people open can be read in simple French: no sentence of it lacks its twin."""

import pytest
from babel.support import Translations
from flask_babel import get_locale
from sqlalchemy import select

from tests.browser.pages import PUBLIC, path_of
from webapp.extensions import db
from webapp.offers.models import Offer


@pytest.fixture
def unknown(monkeypatch):
    """The sentences that a page asked for and that its catalogue does not hold."""
    found: set[str] = set()

    def watch(name: str) -> None:
        said = getattr(Translations, name)

        def look(self: Translations, message: str, *rest: object) -> str:
            keys = (message, (message, 0), (message, 1))
            if str(get_locale()) == "fr@simple" and not any(key in self._catalog for key in keys):
                found.add(message)
            text: str = said(self, message, *rest)
            return text

        monkeypatch.setattr(Translations, name, look)

    for name in ("gettext", "ngettext", "ugettext", "ungettext"):
        watch(name)
    return found


@pytest.fixture
def offer(demonstration):
    """The public name of an offer of the demonstration."""
    return db.session.scalars(select(Offer.public_id).filter_by(status="published")).first()


def test_a_page_has_a_twin_for_each_of_its_sentences(client, offer, unknown):
    missing: dict[str, str] = {}
    for name, pattern in PUBLIC.items():
        client.get("/simple" + path_of(pattern, offer))
        missing |= {sentence: name for sentence in unknown if sentence not in missing}

    assert not missing
