"""The place on the phone's screen, on a phone: once, and by the phone itself where it can."""

from playwright.sync_api import Page, expect

from tests.browser import measure
from tests.browser.live import Live
from tests.factories import make_application

ASKS = """() => {
  window.asked = 0;
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = () => { window.asked += 1; };
  window.dispatchEvent(event);
  return event.defaultPrevented;
}"""


def sent(live: Live, page: Page) -> str:
    """Open the page of a request that was just sent; return its path."""
    path = live.ask(lambda: f"/demande/{make_application().public_id}")
    page.goto(path)
    return path


def test_it_is_offered_on_one_page_alone(live, page):
    first = sent(live, page)
    expect(page.locator(".on-screen")).to_be_visible()
    assert not measure.axe(page)
    assert not measure.small_targets(page)

    sent(live, page)
    expect(page.locator(".on-screen")).to_be_hidden()
    page.goto(first)
    expect(page.locator(".on-screen")).to_be_visible()
    page.get_by_role("button", name="Non merci").tap()
    expect(page.locator(".on-screen")).to_have_count(0)
    assert page.url.endswith(first)


def test_where_the_phone_can_do_it_itself_the_press_asks_it(live, page):
    path = sent(live, page)
    assert page.evaluate(ASKS) is True  # the browser's own banner stays away

    page.get_by_role("link", name="Mettre À deux pas sur mon écran").tap()

    assert page.evaluate("window.asked") == 1
    assert page.url.endswith(path)
