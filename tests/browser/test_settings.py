"""What someone chose to read better, in a real browser: everything works, whole and legible."""

import pytest

from tests.browser import measure

PAGES = {
    "home": "/",
    "results": "/offres?ou=Vaulx-en-Velin",
    "offer": "/offres/{offer}",
    "three ways": "/offres/{offer}/interesse",
    "settings": "/reglages",
}
CONTRASTS = ("light", "dark", "high")
LARGEST = {"taille": "larger", "espace": "wide"}
every_page = pytest.mark.parametrize("name", PAGES)


def choose(page, **choices: str) -> None:
    """Press these choices in the form of the settings, and keep them."""
    page.goto("/reglages")
    for name, value in choices.items():
        page.locator(f"input[name={name}][value='{value}']").check()
    page.get_by_role("button", name="Garder mes choix").click()
    page.get_by_role("status").first.wait_for()


def test_the_choices_are_kept_and_put_back_with_presses_alone(live, page):
    page.goto("/")
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")

    choose(page, taille="large", couleurs="dark")

    assert page.evaluate("getComputedStyle(document.body.parentNode).backgroundColor") == (
        "rgb(23, 25, 26)"
    )
    page.goto("/")
    large = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert large == pytest.approx(before * 137.5 / 112.5, abs=0.1)

    page.goto("/reglages")
    page.get_by_role("button", name="Tout remettre comme avant").click()
    page.get_by_role("status").first.wait_for()
    assert page.evaluate("document.documentElement.className") == ""
    assert not page.context.cookies()


@every_page
@pytest.mark.parametrize("contrast", CONTRASTS)
def test_nobody_is_shut_out_in_any_colours(live, page, name, contrast):
    page.emulate_media(color_scheme="dark" if contrast == "light" else "light")
    choose(page, couleurs=contrast, regle="on")
    page.goto(live.path(PAGES[name]))
    measure.unfold(page)

    assert not measure.axe(page, contrast=True)
    assert not measure.low_contrasts(page)


@every_page
@pytest.mark.parametrize("letters", ["", "andika", "dyslexic"])
def test_nothing_is_cut_with_the_largest_text_and_the_widest_spaces(live, page, name, letters):
    choose(page, **LARGEST, lettres=letters)
    page.goto(live.path(PAGES[name]))
    page.evaluate("document.fonts.ready")

    assert not measure.overflows(page)
    assert not measure.fixed_parts(page)
    assert not measure.small_targets(page)


def test_letters_come_once_they_are_chosen_and_are_the_ones_shown(live, page):
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url))
    page.goto("/reglages")
    assert not [url for url in fetched if "woff2" in url]

    choose(page, lettres="atkinson")
    page.evaluate("document.fonts.ready")

    assert {url.rpartition("/")[2].partition(".")[0] for url in fetched if "woff2" in url} <= {
        "atkinson-latin-400",
        "atkinson-latin-700",
    }
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")


def test_the_ruler_follows_the_focus_and_stops_no_press(live, page):
    choose(page, regle="on")
    page.goto("/")
    field = page.get_by_label("Ville ou code postal")

    field.tap()

    assert page.evaluate("document.activeElement.name") == "ou"
    ruler, line = page.locator(".ruler").bounding_box(), field.bounding_box()
    assert abs(ruler["y"] + ruler["height"] / 2 - line["y"] - line["height"] / 2) < 30
