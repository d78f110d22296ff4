"""The main pages in the languages that the other tests do not open, on phones of several widths."""

import pytest

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.pages import MAIN, OTHER_LANGUAGES, PUBLIC
from tests.browser.test_settings import choose
from webapp import i18n

ARABIC = [prefix for prefix in i18n.LANGUAGES if prefix == "ar"]  # once it is complete
every_page = pytest.mark.parametrize("name", MAIN)
every_language = pytest.mark.parametrize("prefix", OTHER_LANGUAGES)


def address(live: Live, name: str, prefix: str) -> str:
    """Where a page stands in a language."""
    return f"/{prefix}{live.path(PUBLIC[name])}"


@every_language
@every_page
def test_nobody_is_shut_out_in_another_language(live, page, name, prefix):
    page.goto(address(live, name, prefix))
    measure.unfold(page)

    assert not measure.axe(page, contrast=True)
    assert not measure.small_targets(page)


@every_language
@every_page
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_cut_in_another_language(live, browser, open_phone, name, prefix, width):
    page = open_phone(browser, viewport={"width": width, "height": 640})

    page.goto(address(live, name, prefix))

    assert not measure.overflows(page)
    assert width > 320 or not measure.broken_words(page)


@pytest.mark.parametrize("prefix", [*OTHER_LANGUAGES, *ARABIC])
@every_page
def test_the_largest_letters_are_not_cut_in_another_language(live, page, name, prefix):
    choose(page, taille="larger", espace="wide")

    page.goto(address(live, name, prefix))
    measure.unfold(page)

    assert not measure.overflows(page)
