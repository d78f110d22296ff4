"""The pages of a CV, of the follow-up, of the path, of help and of figures, seen and used.

Each is about something that was said or done before, and is looked at once, on one phone: as the
pages of `test_signed_in.py` are, in fewer ways.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.scenes import SCENES, arrive
from tests.browser.signed_in import hold

OWN = ("my requests and what was proposed", "what I have done", "my CV")


@pytest.mark.parametrize("name", SCENES)
def test_a_page_about_someone_shuts_nobody_out(live: Live, page: Page, name: str) -> None:
    cookies, path, _is_person = live.ask(lambda: arrive(name))
    hold(page, cookies)
    page.goto(path)
    assert page.url == live.url + path, "signed in for it"

    reached = measure.walk_by_keyboard(page)
    measure.unfold(page)

    assert not reached
    assert not measure.axe(page)
    assert not [*measure.low_contrasts(page), *measure.small_targets(page)]
    assert not measure.overflows(page)
    assert measure.tel_links(page) >= 1


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("language", ["", "/simple", "/ar"])
def test_no_word_of_a_person_s_page_is_cut_in_large_text(
    live: Live,
    large_text_browser: Browser,
    open_phone: Callable[..., Page],
    name: str,
    language: str,
) -> None:
    page = open_phone(large_text_browser, viewport={"width": 360, "height": 640})
    cookies, path, _is_person = live.ask(lambda: arrive(name))
    hold(page, cookies)
    page.goto(language + path)

    assert not measure.cut_words(page)
    assert not measure.overflows(page)
