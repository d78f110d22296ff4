"""A phone that loses the network: what was read stays, what was pressed leaves once."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_person, new_phone
from webapp.applications.models import Application, CallReport
from webapp.extensions import db

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    found[name] = keys.map((key) => key.url.replace(location.origin, ""));
  }
  return found;
}"""
IS_KEPT = """async () => {
  const root = location.pathname.startsWith("/simple/") ? "/simple" : "";
  const wanted = [location.href.split("#")[0], root + "/sans-reseau"];
  const found = wanted.map((key) => caches.match(key, { ignoreVary: true }));
  return (await Promise.all(found)).every(Boolean);
}"""
WITHOUT = "Sans réseau"


@pytest.fixture
def phone(open_phone: Callable[..., Page], browser: Browser) -> Page:
    """A phone whose browser may have a worker."""
    return open_phone(browser, service_workers="allow")


def visit(page: Page, path: str) -> None:
    """Open a page and wait until the worker has kept it, and the page without network."""
    page.goto(path)
    until(page, lambda: page.evaluate(IS_KEPT))


def kept(page: Page) -> dict[str, list[str]]:
    """What each part of the phone's store holds."""
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


def go_off(page: Page) -> None:
    """Lose the network."""
    page.context.set_offline(True)


def come_back(page: Page) -> None:
    """Find the network again."""
    page.context.set_offline(False)


def requests_of(live: Live, number: str) -> int:
    """How many requests were made with a number."""
    wanted = select(func.count()).select_from(Application).where(Application.phone == number)
    return live.ask(lambda: db.session.scalar(wanted) or 0)


def until(page: Page, wanted: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _turn in range(100):
        if wanted():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came to that")


def ask_without_network(page: Page, offer: str, number: str, name: str = "Awa") -> None:
    """Press “ça m’intéresse” on an offer whose form was never seen here."""
    page.goto(f"/offres/{offer}/interesse")
    page.get_by_label("Votre prénom").fill(name)
    page.get_by_label("Votre numéro de téléphone").fill(number)
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()


def test_what_was_read_stays_readable_with_its_date(live, phone):
    offer = live.offer()
    pages = ("/", "/offres?ou=Vaulx-en-Velin", f"/offres/{offer}?ou=Vaulx-en-Velin", "/arnaques")
    titles = {}
    for path in pages:
        visit(phone, path)
        titles[path] = phone.locator("h1").inner_text()

    go_off(phone)

    for path in pages:
        phone.goto(path)
        assert phone.locator("h1").inner_text() == titles[path]
        expect(phone.get_by_text("Peu ou pas de réseau. Page vue le")).to_be_visible()
    phone.goto(f"/offres/{offer}")  # the same offer, from elsewhere
    assert phone.locator("h1").inner_text() == titles[pages[2]]
    assert phone.locator("a[href^='tel:']").count() > 1


def test_a_page_never_read_is_neither_blank_nor_the_browsers_error(live, phone):
    visit(phone, "/")
    visit(phone, "/arnaques/apprendre")
    go_off(phone)

    phone.goto("/aide")

    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)
    expect(phone.get_by_text("Cette page n’est pas dans votre téléphone.")).to_be_visible()
    assert phone.locator("a[href^='tel:']").count()
    phone.locator("#kept a").first.click()
    phone.wait_for_url("**/arnaques/apprendre")
    phone.goto("/offres?ou=Lyon")  # another search than one that was made
    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)


def test_the_page_without_network_speaks_the_language_that_was_read(live, phone):
    visit(phone, "/simple/")
    go_off(phone)

    phone.goto("/simple/aide")

    assert phone.locator("html").get_attribute("lang") == "fr"
    assert "/simple/" in (phone.locator(".brand").get_attribute("href") or "")
    phone.goto("/simple/")
    expect(phone.get_by_text("Le réseau manque. Vous avez vu cette page le")).to_be_visible()


def test_a_request_pressed_without_network_leaves_once_even_if_the_page_was_closed(live, phone):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, number)
    expect(phone.locator("#list h3")).to_contain_text("Ça m’intéresse")
    context = phone.context
    phone.close()

    context.set_offline(False)
    again = context.new_page()
    again.goto("/")

    until(again, lambda: requests_of(live, number) == 1)
    again.goto("/sans-reseau")
    expect(again.get_by_text("C’est envoyé.")).to_be_visible()
    again.get_by_role("link", name="Ouvrir la page").click()
    again.wait_for_url("**/demande/*")
    again.goto("/")
    assert requests_of(live, number) == 1


def test_a_call_told_without_network_is_told_once(live, phone):
    offer = live.offer()
    count = select(func.count()).select_from(CallReport)
    before = live.ask(lambda: db.session.scalar(count))
    visit(phone, f"/offres/{offer}/interesse/appeler")
    go_off(phone)
    phone.goto(f"/offres/{offer}/interesse/appeler")
    phone.locator("form.after button").first.click()
    expect(phone.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()
    expect(phone.locator("#waiting")).to_be_visible()

    come_back(phone)

    until(phone, lambda: live.ask(lambda: db.session.scalar(count)) == before + 1)
    for _turn in range(2):
        phone.goto("/")
    assert live.ask(lambda: db.session.scalar(count)) == before + 1


def test_what_was_refused_says_so_and_keeps_the_words(live, phone):
    offer = live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, "00 00 00 00 00", name="Fatou")

    come_back(phone)
    phone.goto("/sans-reseau")

    expect(phone.get_by_text("Pas envoyé. Vos mots sont ici.")).to_be_visible()
    expect(phone.get_by_text("Fatou · 00 00 00 00 00")).to_be_visible()
    phone.get_by_role("button", name="Enlever").click()
    expect(phone.get_by_text("Rien n’attend d’être envoyé.")).to_be_visible()


def test_a_form_that_cannot_wait_says_that_nothing_left(live, phone):
    visit(phone, "/reglages")
    go_off(phone)

    phone.get_by_role("button", name="Garder mes choix").click()

    expect(phone.get_by_text("rien n’est parti")).to_be_visible()


def test_online_a_form_goes_through_the_worker_to_its_page(live, phone):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}/interesse")
    phone.get_by_label("Votre prénom", exact=True).fill("Awa")
    phone.get_by_label("Votre numéro de téléphone").fill("12")
    phone.get_by_role("button", name="Envoyer à").click()
    expect(phone.get_by_label("Votre prénom", exact=True)).to_have_value(
        "Awa"
    )  # what is to be mended

    phone.get_by_label("Votre numéro de téléphone").fill(number)
    phone.get_by_role("button", name="Envoyer à").click()

    phone.wait_for_url("**/demande/*")
    assert requests_of(live, number) == 1
    assert not kept(phone).get("waiting")


def come_in(live: Live, page: Page, name: str) -> None:
    """Sign someone new in on this phone."""
    hold(page, live.ask(lambda: cookies_of(make_person(first_name=name), confirmed=True)))


def test_my_follow_up_stays_on_my_phone_until_i_leave_even_without_network(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    go_off(phone)
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Zahra")

    phone.get_by_role("button", name="Sortir").click()
    expect(phone.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)
    assert "Zahra" not in phone.content()

    come_back(phone)
    phone.goto("/suivi")
    assert "/connexion" in phone.url
    assert "Zahra" not in phone.content()


def test_the_next_person_on_this_phone_never_sees_the_former_ones_page(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    come_in(live, phone, "Moussa")
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Moussa")
    until(phone, lambda: kept(phone).get("own") == ["/suivi"])
    go_off(phone)

    phone.goto("/suivi")

    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Moussa")


def test_when_the_session_has_ended_its_pages_go(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    phone.context.clear_cookies()  # as phones do that forget everything at each start
    phone.goto("/")
    until(phone, lambda: not kept(phone).get("own"))
    go_off(phone)

    phone.goto("/suivi")

    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)


def test_one_press_makes_room_and_leaves_what_waits(live, phone):
    visit(phone, "/")
    visit(phone, "/arnaques")
    phone.goto("/sans-reseau")
    expect(phone.locator("#kept a")).to_have_count(2)

    phone.get_by_role("button", name="Faire de la place").click()

    expect(phone.locator("#kept a")).to_have_count(0)
    assert kept(phone)["shell"]


@pytest.fixture
def turned_off(live: Live) -> Iterator[Callable[[], None]]:
    """A function that turns the worker off, until the end of the test."""
    yield lambda: live.app.config.update(OFFLINE=False)
    live.app.config.update(OFFLINE=True)


def test_turned_off_the_worker_leaves_every_phone_and_what_waits_still_leaves(
    live, phone, turned_off
):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, number)
    turned_off()
    phone.evaluate("self.registration_of = () => navigator.serviceWorker.getRegistrations()")
    phone.route("**/interesse", lambda route: route.abort())  # not sent by the worker meanwhile
    come_back(phone)
    phone.evaluate("async () => { for (const one of await registration_of()) await one.update(); }")
    until(phone, lambda: phone.evaluate("async () => !(await registration_of()).length"))
    phone.unroute("**/interesse")

    phone.goto("/sans-reseau")

    assert set(kept(phone)) <= {"waiting", "shell", "own", "pages", "files"}
    if requests_of(live, number) == 0:
        phone.get_by_role("button", name="Envoyer maintenant").click()
        phone.wait_for_url("**/demande/*")
    assert requests_of(live, number) == 1
    assert phone.evaluate("navigator.serviceWorker.controller") is None
