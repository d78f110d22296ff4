"""Every page, in each language, as it is seen and used on a phone of 360 × 640."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.pages import LANGUAGES, PUBLIC

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "high contrast": {"color_scheme": "light", "contrast": "more"},
    "high contrast, dark": {"color_scheme": "dark", "contrast": "more"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
every_page = pytest.mark.parametrize("name", PUBLIC)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def address(live: Live, name: str, language: str) -> str:
    return LANGUAGES[language] + live.path(PUBLIC[name])


def looks(page: Page) -> Iterator[str]:
    """Show the page in each of its looks."""
    for look, media in LOOKS.items():
        page.emulate_media(**{"contrast": "null", "forced_colors": "none", **media})
        yield look


@every_language
@every_page
def test_nobody_is_shut_out_by_how_it_looks(live, page, name, language):
    page.goto(address(live, name, language))
    measure.unfold(page)

    faults = {}
    for look in looks(page):
        found = measure.axe(page, contrast=look != "forced colours")
        faults[look] = found + measure.low_contrasts(page)

    assert not any(faults.values()), faults
    assert measure.tel_links(page) >= 1


@every_language
@every_page
def test_what_is_pressed_is_large_and_apart(live, page, name, language):
    page.goto(address(live, name, language))

    assert not measure.small_targets(page)
    measure.unfold(page)
    assert not measure.small_targets(page)


@every_page
def test_the_keyboard_reaches_everything_and_the_focus_is_seen(live, page, name):
    page.goto(address(live, name, "French"))

    assert not measure.walk_by_keyboard(page)


SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; " + (
    "word-spacing: .16em !important } p { margin-block-end: 2em !important }"
)
NARROW = {"viewport": {"width": 320, "height": 640}}
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4, "is_mobile": False}


@every_language
@every_page
def test_nothing_is_cut_on_a_narrow_screen(live, browser, open_phone, name, language):
    page = open_phone(browser, **NARROW)
    page.goto(address(live, name, language))
    assert not measure.overflows(page)

    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); "
        "document.adoptedStyleSheets = [sheet]; }",
        SPACED,
    )
    assert not measure.overflows(page), "with more space between letters, words and lines"


@every_page
def test_nothing_is_cut_nor_fixed_at_four_times_the_size(live, browser, open_phone, name):
    page = open_phone(browser, **ZOOMED)
    page.goto(address(live, name, "French"))

    assert not measure.overflows(page)
    assert not measure.fixed_parts(page)
    assert not measure.walk_by_keyboard(page)


@every_page
def test_nothing_is_cut_nor_fixed_with_large_text(
    live: Live, large_text_browser: Browser, open_phone: Callable[..., Page], name: str
) -> None:
    page = open_phone(large_text_browser)
    page.goto(address(live, name, "French"))

    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
    assert not measure.overflows(page)
    assert not measure.broken_words(page)
    assert not measure.fixed_parts(page)


@every_page
def test_without_styles_the_page_still_reads_in_order(live, page, name):
    page.goto(address(live, name, "French"))
    page.evaluate(
        "document.querySelectorAll('style, link[rel=stylesheet]').forEach(s => s.remove())"
    )

    tall = page.evaluate(
        "[...document.querySelectorAll('svg, img')].map(picture => [picture.outerHTML.slice(0, 90),"
        " picture.getBoundingClientRect().width]).filter(([, width]) => width > 160)"
    )

    assert not tall, "pictures need a size of their own"
    assert not measure.overflows(page)
    assert page.locator("h1").is_visible()
