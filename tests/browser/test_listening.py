"""Hearing a page: by the phone's own voice, by the site's, and without scripts."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import measure
from tests.browser.listening import (
    FRENCH,
    heard,
    marked,
    open_player,
    phone_with,
    sounds_asked,
    until,
)
from tests.browser.offline import go_off, visit
from tests.speech.speaking import speaking

OFFER = "/offres/{offer}"


@pytest.fixture(scope="session")
def spoken(live):
    """The product with its speech process."""
    with speaking(live.app.config["DATA_DIR"]):
        yield live


@pytest.fixture
def phone(browser, open_phone):
    """A function that opens a phone with these voices."""

    def with_voices(voices: list[list[Any]], **settings: Any) -> Page:
        return phone_with(open_phone, browser, voices, **settings)

    return with_voices


def test_the_phone_reads_a_whole_page_and_shows_each_sentence(live, phone):
    page = phone(FRENCH)
    asked = sounds_asked(page)
    page.goto(live.path(OFFER))
    title = page.locator("h1").inner_text()

    open_player(page)
    expect(page.get_by_role("button", name="Écouter")).to_be_visible(timeout=20_000)

    said = heard(page)
    assert said[0]["text"] == title
    assert said[0]["mark"] == title
    assert all(one["voice"] == "Amélie" and one["lang"] == "fr-FR" for one in said)
    texts = [one["text"] for one in said]
    assert any(
        "heures par semaine" in text and text.startswith("Vous travaillez") for text in texts
    )
    assert any(text.startswith("Vous gagnez") and "euros" in text for text in texts)
    assert texts[-1] == "Ça m’intéresse"
    assert all(one["mark"] for one in said)
    assert not marked(page)
    assert not asked


def test_what_is_on_the_page_is_not_changed_by_reading_it(live, phone):
    page = phone(FRENCH)
    page.goto(live.path(OFFER))
    before = page.locator("main").inner_html()

    open_player(page)
    until(page, "window.heard.length > 20")
    page.get_by_role("button", name="Stop").click()

    assert page.locator("main").inner_html() == before
    assert page.evaluate("document.activeElement.id") == "listen"
    expect(page.locator(".player")).to_have_count(0)


def test_back_next_slower_and_another_voice(live, phone):
    page = phone(FRENCH, takes=60_000)
    page.goto(live.path(OFFER))
    open_player(page)
    until(page, "window.heard.length == 1")

    page.get_by_role("button", name="Après").click()
    until(page, "window.heard.length == 2")
    page.get_by_role("button", name="Avant").click()
    until(page, "window.heard.length == 3")
    page.get_by_role("button", name="Moins vite").click()
    until(page, "window.heard.length == 4")
    page.get_by_role("button", name="Autre voix").click()
    until(page, "window.heard.length == 5")

    said = heard(page)
    assert said[2]["text"] == said[0]["text"] != said[1]["text"]
    assert said[3]["rate"] < said[2]["rate"]
    assert [one["voice"] for one in said[3:]] == ["Amélie", "Thomas"]
    page.goto("/aide")
    open_player(page)
    until(page, "window.heard.length == 1")
    assert heard(page)[0]["voice"] == "Thomas"
    assert heard(page)[0]["rate"] == said[3]["rate"]


def test_pause_then_go_on_with_the_same_sentence(live, phone):
    page = phone(FRENCH, takes=60_000)
    page.goto(live.path(OFFER))
    open_player(page)
    page.get_by_role("button", name="Après").click()
    until(page, "window.heard.length == 2")

    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Écouter").click()
    until(page, "window.heard.length == 3")

    assert heard(page)[2]["text"] == heard(page)[1]["text"]


def test_voices_that_come_late_are_waited_for(live, phone):
    page = phone(FRENCH, late=800)
    page.goto(live.path(OFFER))

    open_player(page)

    until(page, "window.heard.length > 0")
    assert heard(page)[0]["voice"] == "Amélie"


@pytest.mark.parametrize(
    ("voices", "settings"),
    [
        ([], {}),
        ([["en-US", "Sam", True]], {}),
        ([["fr-FR", "Google français", False]], {}),
        (FRENCH, {"fails": "synthesis-failed"}),
        (FRENCH, {"silent": True}),
    ],
    ids=["none", "English only", "far away only", "fails", "never ends"],
)
def test_without_a_good_voice_in_the_phone_the_site_speaks(spoken, phone, voices, settings):
    page = phone(voices, **settings)
    page.goto(spoken.path(OFFER))

    with page.expect_response("**/son/*") as answer:
        open_player(page)
        if not settings:
            page.get_by_role("button", name="Écouter").click()

    assert answer.value.status in (200, 206)
    expect(page.locator(".player .where")).to_contain_text("voix du site")
    until(page, "document.querySelector('#listen').audio.currentTime > 0")
    assert marked(page)


def test_the_size_is_said_before_the_sound_is_asked_for(spoken, page):
    asked = sounds_asked(page)
    page.goto(spoken.path(OFFER))

    open_player(page)

    expect(page.locator(".player .where")).to_contain_text(re.compile(r"environ \d+.Ko"))
    page.wait_for_timeout(500)
    assert not asked


def test_the_site_reads_on_from_sentence_to_sentence_while_the_page_scrolls(spoken, page):
    asked = sounds_asked(page)
    page.goto(spoken.path(OFFER))
    open_player(page)
    page.get_by_role("button", name="Écouter").click()
    until(page, "document.querySelector('mark')")
    first = marked(page)

    page.mouse.move(180, 500)
    page.mouse.wheel(0, 1500)
    until(page, "scrollY > 800")
    where = page.evaluate("scrollY")
    until(page, f"document.querySelector('mark').textContent !== {json.dumps(first)}")

    until(page, "document.querySelector('#listen').audio.currentTime > 0")
    assert len(set(asked)) >= 2
    assert abs(page.evaluate("scrollY") - where) < 5
    expect(page.get_by_role("button", name="Pause")).to_be_in_viewport()
    page.get_by_role("button", name="Après").click()
    until(page, "document.querySelector('#listen').audio.currentTime > 0")
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"
    assert page.evaluate("navigator.mediaSession.metadata.title") == page.locator("h1").inner_text()


def test_a_sound_that_was_heard_is_heard_again_without_network(spoken, browser, open_phone):
    page = open_phone(browser, service_workers="allow")
    visit(page, spoken.path(OFFER))
    page.reload()
    open_player(page)
    page.get_by_role("button", name="Écouter").click()
    until(page, "document.querySelector('#listen').audio.currentTime > 0.2")
    first = page.evaluate("document.querySelector('#listen').audio.src")
    until(page, f"caches.match({json.dumps(first)}).then(Boolean)")

    go_off(page)
    page.reload()
    open_player(page)
    page.get_by_role("button", name="Écouter").click()

    until(page, "document.querySelector('#listen').audio.currentTime > 0.2")
    assert page.evaluate("document.querySelector('#listen').audio.src") == first


def test_nothing_is_fetched_in_advance_on_mobile_data(spoken, browser, open_phone):
    page = open_phone(browser)
    asked = sounds_asked(page)
    page.goto(spoken.path(OFFER))
    open_player(page)

    page.get_by_role("button", name="Écouter").click()
    until(page, "document.querySelector('#listen').audio.currentTime > 0.2")

    assert len(set(asked)) == 1


def test_what_was_chosen_in_the_settings_is_kept_to(live, phone):
    page = phone(FRENCH, takes=60_000)
    page.goto("/reglages")
    page.locator("[name=voix][value=slow]").check()
    page.get_by_role("button", name="Garder mes choix").click()
    page.goto(live.path(OFFER))
    open_player(page)

    until(page, "window.heard.length == 1")
    assert heard(page)[0]["rate"] < 1


def test_the_player_goes_when_the_page_changes_under_it(live, phone):
    page = phone(FRENCH, takes=60_000)
    page.goto("/offres?ou=Vaulx-en-Velin&besoin=temps-partiel")
    until(page, "Boolean(window.htmx)")
    open_player(page)

    page.get_by_role("link", name="Sans permis").click()

    expect(page.locator(".player")).to_have_count(0)
    open_player(page)
    until(page, "window.heard.length > 1")


def test_an_answer_to_what_was_sent_is_read_too(live, phone):
    page = phone(FRENCH)
    page.goto("/arnaques")
    page.locator("textarea").first.fill("Envoyez 50 € par coupon PCS pour garder la place.")
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    title = page.locator("h1").inner_text()

    open_player(page)

    until(page, "window.heard.length > 1")
    assert title.startswith(heard(page)[0]["text"])


def test_without_scripts_the_page_can_be_heard_in_parts(spoken, browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    page.goto(spoken.path(OFFER))

    page.get_by_role("link", name="Écouter", exact=True).click()

    assert "/ecouter?page=" in page.url
    expect(page.locator("audio").first).to_be_visible()
    page.get_by_role("link", name="Revenir à la page").click()
    assert page.url.endswith(spoken.path(OFFER))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/simple"])
def test_the_open_player_shuts_nobody_out(live, phone, scheme, prefix):
    page = phone(FRENCH, takes=60_000)
    page.emulate_media(color_scheme=scheme)
    page.goto(prefix + live.path(OFFER))
    page.locator("#listen").click()
    page.wait_for_selector("mark")

    assert not measure.axe(page)
    assert not measure.low_contrasts(page)
    assert not measure.small_targets(page)
    assert not measure.overflows(page)


def test_the_player_does_not_hide_a_small_screen(live, browser, phone):
    page = phone(FRENCH, takes=60_000)
    page.set_viewport_size({"width": 640, "height": 320})
    page.goto(live.path(OFFER))
    page.locator("#listen").click()
    page.wait_for_selector("mark")

    assert page.evaluate("getComputedStyle(document.querySelector('.player')).position") == "static"
