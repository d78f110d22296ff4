"""The answer about a message, as it is seen on a phone; a heavy picture is made light."""

import pytest
from playwright.sync_api import expect

from tests.browser import measure
from tests.browser.test_looks import NARROW, ZOOMED, looks
from tests.scams.test_views import DOUBT, HONEST, TRAP
from webapp.scams import pictures_of_text

pytestmark = pytest.mark.usefixtures("live")  # the product first, then the browser
MESSAGES = {"stop": TRAP, "check": DOUBT, "none": HONEST}
every_answer = pytest.mark.parametrize("level", MESSAGES)
# A screen with words and with noise, which weighs much: drawn by the browser itself.
HEAVY = """<body style="margin:0;font:30px sans-serif"><p style="margin:50px">Payez 50 € de
frais de dossier par coupon PCS.</p><canvas width="1000" height="700"></canvas>"""
NOISE = """() => { const ink = document.querySelector("canvas").getContext("2d");
const dots = ink.createImageData(1000, 700); let seed = 7;
for (let at = 0; at < dots.data.length; at += 1) {
  seed = (seed * 16807) % 2147483647; dots.data[at] = seed % 256; }
ink.putImageData(dots, 0, 0); }"""


def ask(page, level, language=""):
    """Paste a message and press the one button."""
    page.goto(f"{language}/arnaques")
    page.locator("#text").fill(MESSAGES[level])
    page.locator("main form button").click()
    expect(page.locator(".said h1")).to_be_visible()


@every_answer
@pytest.mark.parametrize("language", ["", "/simple"])
def test_nobody_is_shut_out_by_how_an_answer_looks(page, level, language):
    ask(page, level, language)
    assert not measure.small_targets(page)
    measure.unfold(page)

    faults = {}
    for look in looks(page):
        found = measure.axe(page, contrast=look != "forced colours")
        faults[look] = found + measure.low_contrasts(page)

    assert not any(faults.values()), faults
    assert not measure.small_targets(page)


@every_answer
@pytest.mark.parametrize("size", [NARROW, ZOOMED], ids=["narrow", "zoomed"])
def test_nothing_of_an_answer_is_cut(browser, open_phone, level, size):
    page = open_phone(browser, **size)
    ask(page, level)

    assert not measure.overflows(page)
    assert not measure.walk_by_keyboard(page)


def test_a_stop_keeps_a_human_at_the_thumb(page):
    ask(page, "stop")

    call = page.locator(".bar a[href^='tel:']")
    expect(call).to_be_in_viewport()
    expect(page.get_by_role("link", name="Transférer au 33700")).to_be_visible()


@pytest.mark.skipif(
    not pictures_of_text.can_read(), reason="tesseract or its French model is not installed"
)
def test_a_heavy_picture_is_made_light_on_the_phone(browser, open_phone):
    drawing = browser.new_page(viewport={"width": 1000, "height": 900})
    drawing.set_content(HEAVY)
    drawing.evaluate(NOISE)
    heavy = drawing.screenshot()
    drawing.close()
    assert len(heavy) > 1024 * 1024  # more than the server takes
    page = open_phone(browser)
    page.goto("/arnaques")
    page.locator("#picture").set_input_files(
        {"name": "ecran.png", "mimeType": "image/png", "buffer": heavy}
    )

    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name="Regarder").click()
    expect(page.locator(".said h1")).to_be_visible(timeout=20_000)

    assert 0 < sent.value.sizes()["requestBodySize"] < 300 * 1024
    assert "coupon PCS" in page.locator("#text").input_value()


def test_a_heavy_picture_without_scripts_is_answered_kindly(browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    page.goto("/arnaques")
    page.locator("#picture").set_input_files(
        {"name": "ecran.png", "mimeType": "image/png", "buffer": b"\x89PNG" + b"0" * 1_500_000}
    )

    page.get_by_role("button", name="Regarder").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cette photo est trop lourde")
