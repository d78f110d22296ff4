"""While an employer writes, hard words are shown with plainer ones, and nothing stops."""

from playwright.sync_api import Browser, Page, expect

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_contact, make_offer, make_organisation
from webapp.extensions import db

HARD = "Vous devez effectuer des missions de manutention au sein de notre équipe."


def writing(page: Page, live: Live) -> None:
    """Open the page of an employer's own words."""

    def made() -> tuple[str, dict[str, str]]:
        structure = make_organisation(kind="aci")
        make_contact(organisation=structure)
        offer = make_offer("draft", organisation=structure, tasks=["vacuum", "wash-floors"])
        db.session.commit()
        recruiter = make_account("employer", organisation=structure)
        cookies = cookies_of(recruiter, confirmed=True)
        return f"/employeur/offres/{offer.public_id}/mots", cookies

    address, cookies = live.ask(made)
    hold(page, cookies)
    page.goto(address)


def test_hints_come_while_one_writes_and_go_when_the_words_are_easy(page, live):
    writing(page, live)
    words = page.get_by_role("textbox")

    words.press_sequentially(HARD)
    expect(page.locator("#hints")).to_contain_text("porter et ranger")
    expect(words).to_have_value(HARD)
    expect(words).to_be_focused()
    assert not measure.axe(page)
    assert not measure.small_targets(page)
    assert not measure.overflows(page)

    words.fill("On porte des cartons.")
    expect(page.locator("#hints")).to_contain_text("faciles à lire")
    words.fill(HARD)
    with page.expect_navigation():
        page.get_by_role("button", name="Continuer").click()
    assert "/mots" not in page.url


def test_without_scripts_a_press_shows_the_hints(browser: Browser, live, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    writing(page, live)

    page.get_by_role("textbox").fill(HARD)
    page.get_by_role("button", name="Est-ce facile à lire").click()

    expect(page.locator("#hints")).to_contain_text("porter et ranger")
    expect(page.get_by_role("textbox")).to_have_value(HARD)
    page.get_by_role("button", name="Continuer").click()
    assert "/mots" not in page.url
