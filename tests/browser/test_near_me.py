"""The place of the phone: asked for on one press, sent roughly, and never needed."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("live")  # the product first, then the browser
VAULX = {"latitude": 45.7812345, "longitude": 4.9212345}


@pytest.fixture
def phone(browser, open_phone):
    """A phone that says where it is."""
    return open_phone(browser, geolocation=VAULX, permissions=["geolocation"])


def test_near_me_then_a_picture_gives_offers_around(phone):
    phone.goto("/")
    phone.get_by_role("button", name="Près de moi").click()
    expect(phone.get_by_role("status")).to_contain_text("C’est fait")

    phone.get_by_role("button", name="Ménage").click()

    asked = parse_qs(urlsplit(phone.url).query)
    assert asked["lat"] == ["45.781"]
    assert asked["lon"] == ["4.921"]
    assert asked["metier"] == ["cleaning"]
    expect(phone.locator(".offer").first).to_be_visible()


def test_near_me_after_a_word_searches_at_once(phone):
    phone.goto("/")
    phone.get_by_label("Un mot").fill("menaje")
    phone.get_by_role("button", name="Près de moi").click()

    phone.wait_for_url("**/offres?*")
    assert parse_qs(urlsplit(phone.url).query)["mot"] == ["menaje"]


def test_a_town_written_afterwards_takes_the_place_of_the_position(phone):
    phone.goto("/")
    phone.get_by_role("button", name="Près de moi").click()
    expect(phone.get_by_role("status")).to_contain_text("C’est fait")

    phone.get_by_label("Ville").fill("Valence")
    phone.get_by_role("button", name="Chercher").click()

    assert set(parse_qs(urlsplit(phone.url).query)) == {"ou"}


def test_a_phone_that_does_not_say_where_it_is_leads_to_the_town(browser, open_phone):
    phone = open_phone(browser, permissions=[])
    phone.goto("/")
    phone.get_by_role("button", name="Près de moi").click()

    expect(phone.get_by_role("status")).to_contain_text("Écrivez votre ville")
    expect(phone.get_by_label("Ville")).to_be_focused()


def test_without_scripts_nobody_sees_a_press_that_does_nothing(browser, open_phone):
    phone = open_phone(browser, java_script_enabled=False)
    phone.goto("/")
    expect(phone.get_by_text("Près de moi")).to_be_hidden()

    phone.get_by_label("Ville").fill("Vaulx-en-Velin")
    phone.get_by_role("button", name="Ménage").click()

    expect(phone.locator(".offer").first).to_be_visible()


def test_six_pictures_of_work_are_seen_at_once(browser, open_phone):
    phone = open_phone(browser)
    phone.goto("/")

    for tile in phone.locator(".tile").all()[:6]:
        box = tile.bounding_box()
        assert box["y"] + box["height"] <= 640
