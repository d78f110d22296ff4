"""What it costs someone to find work near home and be called back: counted on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import measure
from tests.browser.conftest import PHONE
from tests.browser.journey import Journey
from webapp.applications.models import Application
from webapp.extensions import db

VAULX = {"latitude": 45.7786, "longitude": 4.9206}
HERE = {"geolocation": VAULX, "permissions": ["geolocation"]}
WITH_SCRIPTS, WITHOUT_SCRIPTS, AGAIN = 60_000, 30_000, 15_000  # bytes over the wire

ANDROID = "Mozilla/5.0 (Linux; Android 9; SM-J260F; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
INSIDE = {  # browsers that other apps open links in
    "facebook": f"{ANDROID} Version/4.0 Chrome/80.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/300.0;]",
    "instagram": f"{ANDROID} Version/4.0 Chrome/80.0 Mobile Safari/537.36 Instagram 180.0 Android",
}


def ask_to_be_called(journey: Journey, first_name: str, phone: str) -> None:
    """From an offer's page, ask to be called back."""
    page = journey.page
    journey.tap(page.get_by_role("link", name="Ça m’intéresse"), shows="Ça m’intéresse")
    journey.type(page.get_by_role("textbox", name="Votre prénom", exact=True), first_name)
    journey.type(page.get_by_label("Votre numéro de téléphone"), phone)
    journey.tap(page.get_by_role("button", name=re.compile("^Envoyer à")), shows="C’est envoyé")


def near_me(journey: Journey) -> None:
    """Let the phone say where it is."""
    journey.choose(journey.page.get_by_role("button", name="Près de moi"))
    expect(journey.page.get_by_role("status")).to_contain_text("C’est fait")


def first_offer(page: Page):
    """The first offer of a list."""
    return page.locator(".cards h2 a").first


def sent(live, first_name):
    """Whether one request by this first name is in the database."""
    query = select(Application.phone).where(Application.first_name == first_name)
    return live.ask(lambda: db.session.scalars(query).all())


def test_a_new_person_finds_work_near_home_and_is_called_back(live, open_phone, browser):
    page = open_phone(browser, **HERE)
    journey = Journey(page)
    journey.open("/")
    near_me(journey)
    journey.tap(page.get_by_role("button", name="Ménage"), shows="Ménage")
    name = first_offer(page).inner_text()
    journey.tap(first_offer(page), shows=name)
    ask_to_be_called(journey, "Awenn", "06 39 98 31 01")

    cost = journey.cost()
    assert cost["pages"] <= 5, cost
    assert cost["taps"] <= 7, cost
    assert cost["typed fields"] == 2, cost
    assert cost["bytes"] <= WITH_SCRIPTS, (cost, journey.requests)
    assert sent(live, "Awenn") == ["+33639983101"]


def test_without_scripts_the_same_is_done_by_a_word_and_a_town(live, open_phone, browser):
    page = open_phone(browser, java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Un mot").fill("menage")
    page.get_by_label("Ville ou code postal").fill("vaulx")
    page.get_by_role("button", name="Chercher").tap()
    first_offer(page).tap()
    page.get_by_role("link", name="Ça m’intéresse").tap()
    page.get_by_role("textbox", name="Votre prénom", exact=True).fill("Binta")
    page.get_by_label("Votre numéro de téléphone").fill("0639983102")
    page.get_by_role("button", name=re.compile("^Envoyer à")).tap()

    expect(page.get_by_role("heading", level=1)).to_contain_text("C’est envoyé")
    assert sent(live, "Binta") == ["+33639983102"]


@pytest.mark.parametrize(("app", "number"), [("facebook", "8104"), ("instagram", "8105")])
def test_inside_another_app_which_forgets_at_each_page_the_request_is_sent(
    live, open_phone, browser, app, number
):
    page = open_phone(browser, user_agent=INSIDE[app])  # no worker there
    name = f"Awa {app}"
    for path in ("/", "/offres?ou=69120&metier=cleaning", "/offres/{offer}"):
        page.context.clear_cookies()
        assert page.goto(live.path(path)).ok
    page.context.clear_cookies()
    page.get_by_role("link", name="Ça m’intéresse").tap()
    page.get_by_role("textbox", name="Votre prénom", exact=True).fill(name)
    page.get_by_label("Votre numéro de téléphone").fill(f"06 39 98 {number[:2]} {number[2:]}")
    page.context.clear_cookies()
    page.get_by_role("button", name=re.compile("^Envoyer à")).tap()

    expect(page.get_by_role("heading", level=1)).to_contain_text("C’est envoyé")
    assert sent(live, name) == [f"+3363998{number}"]


@pytest.mark.parametrize("scripts", [True, False])
def test_home_to_a_sent_request_stays_light(live, browser, scripts):
    # Not by open_phone: a browser that is watched keeps nothing of what it has seen.
    page = browser.new_context(**PHONE, base_url=live.url, java_script_enabled=scripts).new_page()
    journey = Journey(page)
    for path in (
        "/",
        "/offres?ou=69120&metier=cleaning",
        "/offres/{offer}",
        "/offres/{offer}/interesse",
    ):
        journey.open(live.path(path))
    first = journey.cost()["bytes"]
    for path in (
        "/",
        "/offres?ou=69120&metier=cleaning",
        "/offres/{offer}",
        "/offres/{offer}/interesse",
    ):
        journey.open(live.path(path))
    again = journey.cost()["bytes"] - first
    page.context.close()

    assert first <= (WITH_SCRIPTS if scripts else WITHOUT_SCRIPTS), journey.requests
    assert again <= AGAIN, journey.requests


def test_three_offers_near_me_take_two_taps_and_one_word(page):
    journey = Journey(page)
    journey.open("/")
    journey.type(page.get_by_label("Ville ou code postal"), "vaulx")
    journey.tap(page.get_by_role("button", name="Chercher"), shows=re.compile("Travail"))

    cost = journey.cost()
    assert (cost["taps"], cost["typed fields"]) == (2, 1)
    assert page.locator(".cards h2 a").count() >= 3


def test_or_three_taps_and_no_typing(open_phone, browser):
    page = open_phone(browser, **HERE)
    journey = Journey(page)
    journey.open("/")
    near_me(journey)
    journey.tap(page.get_by_role("button", name="Ménage"), shows="Ménage")

    assert journey.cost()["taps"] <= 3
    assert page.locator(".cards h2 a").count() >= 3


def test_from_an_offer_two_taps_and_two_words_send_the_request(live, page):
    journey = Journey(page)
    journey.open(live.path("/offres/{offer}"))
    ask_to_be_called(journey, "Chloé", "06 39 98 31 03")

    cost = journey.cost()
    assert cost["taps"] - cost["typed fields"] <= 3, cost
    assert cost["typed fields"] == 2
    assert sent(live, "Chloé") == ["+33639983103"]


@pytest.mark.parametrize(
    "path",
    ["/offres?ou=Vaulx-en-Velin&metier=cleaning", "/offres?ou=69120", "/simple/offres?ou=Valence"],
)
def test_the_first_offer_is_whole_on_the_first_screen(page, path):
    page.goto(path)

    box = page.locator(".cards > li").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= 640, box


def test_each_need_takes_one_press_and_leaves_the_first_offer_in_sight(page):
    page.goto("/offres?ou=Vaulx-en-Velin")

    for needs, chosen in (("Sans permis", 1), ("Pas la nuit", 2)):
        page.get_by_role("link", name=needs).click()
        expect(page.locator(".needs .on")).to_have_count(chosen)
        expect(page.locator(".needs .on", has_text=needs)).to_be_in_viewport(ratio=1)
        box = page.locator(".cards > li").first.bounding_box()
        assert box["y"] + box["height"] <= 640, box
        assert not measure.overflows(page)

    last = page.get_by_role("link", name="Formation", exact=True)
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)
    assert not measure.small_targets(page)


def test_a_need_pressed_by_the_keyboard_keeps_the_focus_and_stays_in_sight(page):
    page.goto("/offres?ou=Vaulx-en-Velin&besoin=sans-permis")
    standing = page.locator("#debout")

    standing.focus()
    for chosen in (2, 1):
        page.keyboard.press("Enter")
        expect(page.locator(".needs .on")).to_have_count(chosen)
        expect(standing).to_be_focused()
        expect(standing).to_be_in_viewport(ratio=1)


def test_pressing_twice_makes_one_request(live, page):
    page.goto(live.path("/offres/{offer}/interesse"))
    page.get_by_role("textbox", name="Votre prénom", exact=True).fill("Djibril")
    page.get_by_label("Votre numéro de téléphone").fill("0639983104")
    page.get_by_role("button", name=re.compile("^Envoyer à")).dblclick()
    page.get_by_role("heading", level=1, name="C’est envoyé").wait_for()

    assert sent(live, "Djibril") == ["+33639983104"]


def test_a_wrong_number_is_explained_and_nothing_typed_is_lost(live, page):
    page.goto(live.path("/offres/{offer}/interesse"))
    page.get_by_role("textbox", name="Votre prénom", exact=True).fill("Elena")
    page.get_by_label("Votre numéro de téléphone").fill("06 12 34")
    page.get_by_role("button", name=re.compile("^Envoyer à")).tap()
    expect(page.locator("main")).to_contain_text("Il manque des chiffres")

    expect(page.get_by_role("textbox", name="Votre prénom", exact=True)).to_have_value("Elena")
    expect(page.get_by_label("Votre numéro de téléphone")).to_have_value("06 12 34")
    assert sent(live, "Elena") == []
