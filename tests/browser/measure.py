"""What a page is measured for: our own rules where axe-core has none, or sees too little."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from webapp.config import ROOT

AXE = ROOT / "tests" / "tools" / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": STANDARDS},
    "resultTypes": ["violations"],
}
CONTRASTS = ("color-contrast", "color-contrast-enhanced")
TEXT = 7.0  # contrast of text on its ground
EDGE = 3.0  # contrast of what shows where one can press
TARGET = 48.0  # CSS pixels
APART = 8.0
MOST_STOPS = 150  # of the keyboard on one page


@cache
def source(path: Path) -> str:
    """Return a script's text."""
    return path.read_text(encoding="utf-8")


def ask(page: Page, question: str, *arguments: Any) -> Any:
    """Run one of the functions of measure.js in a page."""
    script = source(Path(__file__).with_name("measure.js"))
    said = ", ".join(json.dumps(argument) for argument in arguments)
    return page.evaluate(f"(() => {{ {script}\n return {question}({said}); }})()")


def axe(page: Page, *, contrast: bool = True) -> list[str]:
    """Return axe-core's violations, each with the first elements it is about.

    Without its contrasts in forced colours: it reads there the colours that are not shown.
    """
    assert AXE.exists(), "axe-core is missing: bin/test installs it"
    rules = {rule: {"enabled": contrast} for rule in CONTRASTS}
    page.evaluate(source(AXE))
    found = page.evaluate("o => axe.run(document, o)", {**AXE_OPTIONS, "rules": rules})
    return [
        f"{rule['id']}: {[node['html'][:160] for node in rule['nodes'][:3]]}"
        for rule in found["violations"]
    ]


def unfold(page: Page) -> None:
    """Open what is folded, so that it is measured too."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def low_contrasts(page: Page) -> list[str]:
    """Return the texts and the edges of controls that do not stand out enough."""
    return [*ask(page, "textContrasts", TEXT), *ask(page, "edgeContrasts", EDGE)]


def small_targets(page: Page) -> list[str]:
    """Return what is too small to press, or too near to something else, on the whole page.

    The window is made as high as the page, so that what sticks to its bottom stands in its place.
    """
    size = page.viewport_size
    assert size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    faults: list[str] = ask(page, "targets", TARGET, APART)
    page.set_viewport_size(size)
    return faults


def overflows(page: Page) -> list[str]:
    """Return what makes the page scroll sideways, and text that is cut."""
    faults: list[str] = ask(page, "overflows")
    return faults


def broken_words(page: Page) -> list[str]:
    """Return the words of titles that are cut in two lines."""
    faults: list[str] = ask(page, "brokenWords")
    return faults


def cut_words(page: Page) -> list[str]:
    """Return the words of the page, whatever they stand in, that are cut in two lines."""
    faults: list[str] = ask(page, "brokenWords", "main, footer")
    return faults


def fixed_parts(page: Page) -> list[str]:
    """Return the parts that stay on the screen while the page scrolls."""
    faults: list[str] = ask(page, "fixedParts")
    return faults


def walk_by_keyboard(page: Page) -> list[str]:
    """Press Tab through the page; return each stop that cannot be seen, or where focus is lost."""
    faults, seen, last = [], set(), None
    wanted = ask(page, "reachable")
    page.evaluate("document.activeElement.blur()")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = settled_focus(page)
        if stop is not None and stop["place"] == last:
            continue  # a date has a stop for its day, its month and its year
        if stop is None or stop["place"] in seen:
            break
        last = stop["place"]
        seen.add(last)
        faults += stop["faults"]
    missed = [place for place in wanted if place not in seen]
    return faults + [f"the keyboard does not reach {place}" for place in missed]


def settled_focus(page: Page, tries: int = 8) -> Any:
    """Return where the focus is, once the browser has scrolled to it."""
    stop = ask(page, "focusState")
    while stop and stop["faults"] and tries:
        page.wait_for_timeout(50)
        stop, tries = ask(page, "focusState"), tries - 1
    return stop


def tel_links(page: Page) -> int:
    """Return how many links dial a number."""
    return page.locator("a[href^='tel:']").count()
