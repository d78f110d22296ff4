"""The whole search with the arrows and OK of a remote control, on a television."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from webapp.offers.links import qr_code

WIDE = {
    "viewport": {"width": 1280, "height": 720},
    "device_scale_factor": 1,
    "is_mobile": False,
    "has_touch": False,
}
MANY = 60  # presses after which someone would have given up


@pytest.fixture
def tv(open_phone, browser) -> Page:
    """A television with a remote control: no mouse, no touch."""
    return open_phone(browser, **WIDE)


def focused(page: Page) -> str:
    """The words of what has the focus, or the name of its field."""
    said: str = page.evaluate(
        "(one => (one.innerText || one.ariaLabel || one.name || '').trim())(document.activeElement)"
    )
    return said


def press_until(page: Page, key: str, words: str) -> list[str]:
    """Press one arrow until the focus stands on these words; return where it went by."""
    seen = []
    for _ in range(MANY):
        page.keyboard.press(key)
        seen.append(focused(page))
        if words in seen[-1]:
            return seen
    raise AssertionError(f"{words!r} is not reached by {key}: {seen}")


def outline(page: Page) -> float:
    """How thick the line around the focus is, in pixels; it stands around a whole card."""
    return page.evaluate(
        "Math.max(...['', '::after'].map(part => parseFloat("
        "getComputedStyle(document.activeElement, part || null).outlineWidth) || 0))"
    )


def is_whole_on_screen(page: Page) -> bool:
    """Whether the focus can be seen."""
    return page.evaluate(
        "(({top, bottom}) => top >= 0 && bottom <= innerHeight)"
        "(document.activeElement.getBoundingClientRect())"
    )


def from_home_to_a_list(tv: Page) -> None:
    """Write a town, then choose a picture of work."""
    tv.goto("/?ecran=tele")
    press_until(tv, "ArrowDown", "ou")
    tv.keyboard.type("69120")
    tv.keyboard.press("ArrowDown")
    press_until(tv, "ArrowRight", "Ménage")
    assert outline(tv) >= 6
    assert is_whole_on_screen(tv)
    tv.keyboard.press("Enter")
    tv.wait_for_url("**/offres?*")


def from_a_list_to_the_three_ways(tv: Page) -> None:
    """Open the first offer, then say that it interests."""
    assert "screen-tv" in tv.evaluate("document.documentElement.className")
    press_until(tv, "ArrowDown", tv.locator(".cards h2 a").first.inner_text())
    assert outline(tv) >= 6
    tv.keyboard.press("Enter")
    tv.wait_for_url("**/offres/*")
    press_until(tv, "ArrowDown", "Ça m’intéresse")
    tv.keyboard.press("Enter")
    tv.wait_for_url("**/interesse*")


def test_from_home_to_a_request_with_the_arrows_and_ok_alone(live, tv):
    from_home_to_a_list(tv)
    from_a_list_to_the_three_ways(tv)

    press_until(tv, "ArrowDown", "m’appelle")
    tv.keyboard.press("Enter")
    press_until(tv, "ArrowDown", "first_name")
    tv.keyboard.type("Awa")
    press_until(tv, "ArrowDown", "phone")
    tv.keyboard.type("0639980011")
    press_until(tv, "ArrowDown", "Envoyer à")
    tv.keyboard.press("Enter")
    tv.wait_for_url("**/demande/*")

    assert "C’est envoyé" in tv.locator("h1").inner_text()


def test_the_arrows_go_on_in_the_order_of_reading_and_back(live, tv):
    tv.goto("/?ecran=tele")
    tv.locator(".tiles .tile").first.focus()

    there = [focused(tv)]
    for _ in range(4):
        tv.keyboard.press("ArrowRight")
        there.append(focused(tv))
    back = [focused(tv)]
    for _ in range(4):
        tv.keyboard.press("ArrowLeft")
        back.append(focused(tv))

    assert there == tv.locator(".tiles .tile").all_inner_texts()[:5]
    assert back == there[::-1]


def test_one_row_down_then_up_comes_back(live, tv):
    tv.goto("/?ecran=tele")
    tv.locator(".tiles .tile").nth(1).focus()
    start = focused(tv)
    left = tv.evaluate("document.activeElement.getBoundingClientRect().left")

    tv.keyboard.press("ArrowDown")
    assert tv.evaluate("document.activeElement.getBoundingClientRect().left") == left
    assert focused(tv) != start
    tv.keyboard.press("ArrowUp")

    assert focused(tv) == start


def test_words_between_two_presses_are_shown_rather_than_jumped_over(live, tv):
    tv.goto("/confidentialite?ecran=tele")

    tops = []
    for _ in range(12):
        tv.keyboard.press("ArrowDown")
        tops.append(tv.evaluate("scrollY"))

    steps = [below - above for above, below in pairwise(tops)]
    assert max(steps) <= 720
    assert tops[-1] > 0


def test_a_phone_takes_the_page_over_by_a_code(live, tv):
    tv.goto("/offres?metier=cleaning&ou=69120&ecran=tele")

    code = tv.locator(".phone-on .qr")
    code.scroll_into_view_if_needed()
    tv.wait_for_function("document.querySelector('.phone-on .qr').naturalWidth > 0")
    assert code.bounding_box()["width"] >= 120
    drawn = tv.request.get(code.get_attribute("src")).text()
    wanted = str(qr_code(f"{live.url}/offres?metier=cleaning&ou=69120"))
    assert drawn.partition("<path")[2] == wanted.partition("<path")[2]


def test_a_wide_screen_without_touch_obeys_the_arrows_without_being_asked(
    live, open_phone, browser
):
    page = open_phone(browser, **WIDE)
    page.add_init_script(
        "const ask = matchMedia; matchMedia = (query) => query.includes('hover: none')"
        " ? { matches: true } : ask(query)"  # this browser always has a mouse
    )
    page.goto("/")

    page.keyboard.press("ArrowDown")

    assert focused(page)
    assert not page.locator(".phone-on").count()


def test_on_a_phone_the_arrows_are_left_alone(live, page):
    page.goto("/")
    before = page.evaluate("document.activeElement.tagName")

    page.keyboard.press("ArrowDown")

    assert page.evaluate("document.activeElement.tagName") == before
