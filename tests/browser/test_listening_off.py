"""Hearing a page without network, by the phone's own voice, though it was never heard before."""

from tests.browser.listening import FRENCH, heard, open_player, phone_with, until
from tests.browser.offline import go_off, visit

OFFER = "/offres/{offer}"


def test_without_network_the_phones_own_voice_reads_what_shows(live, browser, open_phone):
    page = phone_with(open_phone, browser, FRENCH, service_workers="allow")
    visit(page, live.path(OFFER))
    title = page.locator("h1").inner_text()
    go_off(page)

    for path, first in ((live.path(OFFER), "Peu ou pas de réseau."), ("/aide", "Sans réseau")):
        page.goto(path)
        open_player(page)
        until(page, "window.heard.length > 3")
        said = heard(page)
        assert said[0]["text"].startswith(first)
        assert title in [one["text"] for one in said] or path == "/aide"
        assert said[0]["mark"] == said[0]["text"]
