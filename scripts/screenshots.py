"""Shows the product as a phone does, for the README: `python scripts/screenshots.py [LANGUAGE …]`.

Writes docs/home-LANGUAGE.png, docs/results-LANGUAGE.png and docs/offer-LANGUAGE.png, by default for
simple French and Arabic; a language that is not complete is named and left out.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
SHOWN = ("home", "results", "offer")
USUAL = ("simple", "ar")
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True}


def show(browser: Browser, url: str, target: Path) -> None:
    """Write what a phone shows of a page before any scrolling."""
    context = browser.new_context(**PHONE, color_scheme="light")
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=target)
    context.close()


def main(wanted: list[str]) -> int:
    """Write the pictures; an answer of 1 says that a language was left out."""
    from bench.served import served
    from webapp.i18n import LANGUAGES

    known = [prefix for prefix in wanted or USUAL if prefix in LANGUAGES]
    left = sorted(set(wanted or USUAL) - set(known))
    program = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    with served() as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for prefix in known:
            for name in SHOWN:
                address = running.address(name).replace(running.url, f"{running.url}/{prefix}")
                show(browser, address, ROOT / "docs" / f"{name}-{prefix}.png")
        browser.close()
    if left:
        print(f"not complete, left out: {', '.join(left)}", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
