"""On paper, and in a browser that runs no script."""

import re

import pytest
from sqlalchemy import select

from webapp.extensions import db
from webapp.offers.models import Offer

PRINTED = {"offer": "/offres/{offer}/imprimer", "card": "/offres/{offer}/interesse/carte"}


@pytest.mark.parametrize("name", PRINTED)
def test_fits_one_a4_page(live, browser, open_phone, name):
    page = open_phone(browser, viewport={"width": 794, "height": 1123}, is_mobile=False)
    page.goto(live.path(PRINTED[name]))

    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "1cm"))

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_every_offer_fits_one_a4_page(live, browser, open_phone):
    page = open_phone(browser, viewport={"width": 794, "height": 1123}, is_mobile=False)
    longest = select(Offer.public_id).filter_by(status="published")
    names = live.ask(lambda: db.session.scalars(longest.order_by(Offer.id)).all())

    tall = {}
    for name in names:
        page.goto(f"/offres/{name}/imprimer")
        paper = page.pdf(format="A4")
        tall[name] = len(re.findall(rb"/Type\s*/Page\b", paper))

    assert {name: pages for name, pages in tall.items() if pages != 1} == {}


def test_words_of_the_foot_are_found_before_it_is_drawn(live, browser, open_phone):
    page = open_phone(browser)
    page.goto("/offres?ou=69120")

    assert page.evaluate("window.find('Mentions légales')")
    assert page.evaluate("scrollY") > 0  # the page went there


def test_a_press_prints_where_scripts_run(live, browser, open_phone):
    for name in PRINTED.values():
        page = open_phone(browser)
        page.add_init_script("window.print = () => { document.title = 'on paper'; }")
        page.goto(live.path(name))

        page.get_by_role("button", name="Imprimer").tap()

        assert page.title() == "on paper"


def test_without_scripts_no_button_promises_to_print(live, browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    page.goto(live.path(PRINTED["offer"]))

    assert not page.get_by_role("button", name="Imprimer").is_visible()


def test_the_first_offer_is_whole_on_the_first_screen(live, page):
    page.goto("/offres?ou=Vaulx-en-Velin")

    box = page.locator("main .offer").first.bounding_box()

    assert box
    assert box["y"] + box["height"] <= 640


def test_without_scripts_a_search_by_word_finds_offers(live, browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    page.goto("/")

    page.get_by_label(re.compile("mot")).fill("ménage")
    page.get_by_label(re.compile("Ville")).fill("Vaulx-en-Velin")
    page.get_by_role("button", name="Chercher").tap()

    page.wait_for_url("**/offres?*")
    assert page.locator("main .offer").count() >= 3


def test_without_scripts_a_search_by_picture_finds_offers(live, browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    page.goto("/")

    page.get_by_label(re.compile("Ville")).fill("Vaulx-en-Velin")
    page.get_by_role("button", name="Ménage").tap()

    page.wait_for_url("**/offres?*")
    assert page.locator("main .offer").count() >= 1
