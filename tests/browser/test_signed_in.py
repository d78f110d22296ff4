"""The pages of someone who is in, as they are seen and used on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.pages import LANGUAGES, SIGNED_IN
from tests.browser.signed_in import come_in
from tests.browser.test_looks import NARROW, ZOOMED, looks

every_page = pytest.mark.parametrize("name", SIGNED_IN)


def ways(name: str) -> list[str]:
    """The addresses of a page: people read theirs in simple French too, professionals do not."""
    who, path = SIGNED_IN[name]
    prefixes = LANGUAGES.values() if who == "person" else [""]
    return [prefix + path for prefix in prefixes]


@every_page
def test_nobody_is_shut_out_by_how_it_looks(live: Live, page: Page, name: str) -> None:
    come_in(live, page, SIGNED_IN[name][0])
    faults = {}
    for address in ways(name):
        page.goto(address)
        assert page.url == live.url + address, "signed in for it"
        small = measure.small_targets(page)
        measure.unfold(page)
        for look in looks(page):
            found = measure.axe(page, contrast=look != "forced colours")
            faults[look] = found + measure.low_contrasts(page) + small

    assert not any(faults.values()), faults
    assert not measure.small_targets(page)
    assert measure.tel_links(page) >= 1


@every_page
def test_the_keyboard_reaches_everything_and_the_focus_is_seen(live, page, name):
    come_in(live, page, SIGNED_IN[name][0])
    page.goto(ways(name)[0])

    assert not measure.walk_by_keyboard(page)


@every_page
def test_nothing_is_cut_on_narrow_screens_with_zoom_or_large_text(
    live: Live,
    browser: Browser,
    large_text_browser: Browser,
    open_phone: Callable[..., Page],
    name: str,
) -> None:
    for used, settings in ((browser, NARROW), (browser, ZOOMED), (large_text_browser, {})):
        page = open_phone(used, **settings)
        come_in(live, page, SIGNED_IN[name][0])
        for address in ways(name):
            page.goto(address)
            assert not measure.overflows(page), settings
            if settings is not NARROW:
                assert not measure.fixed_parts(page), settings
    assert not measure.broken_words(page)
