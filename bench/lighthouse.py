"""Run Lighthouse, as on a phone, on the main pages: `python -m bench.lighthouse [PAGE …]`.

Each page is looked at in French, in simple French and in Arabic.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.served import PAGES, line, served, table
from webapp.config import ROOT

TOOLS = ROOT / "bench" / "tools"
PROGRAM = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
ASKED = ("performance", "accessibility", "best-practices", "seo")
LANGUAGES = {"fr": "", "fr@simple": "/simple", "ar": "/ar"}
GOOD = 0.9  # an audit below it is named
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
ENVIRONMENT = {
    **os.environ,
    "PUPPETEER_SKIP_DOWNLOAD": "1",
    "CHROME_PATH": os.environ.get("CHROMIUM_PATH") or shutil.which("chromium") or "",
}


def install() -> None:
    """Install Lighthouse, at the version of the lock, once."""
    if not PROGRAM.exists():
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=TOOLS, env=ENVIRONMENT, check=True, capture_output=True)


def report(url: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        asked = ["--output=json", f"--output-path={path}", f"--only-categories={','.join(ASKED)}"]
        command = ["node", str(PROGRAM), url, "--quiet", f"--chrome-flags={FLAGS}", *asked]
        subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
        found: dict[str, Any] = json.loads(path.read_text())
    return found


def shortfalls(found: dict[str, Any]) -> str:
    """Return the audits that cost points."""
    refs = [ref for name in ASKED for ref in found["categories"][name]["auditRefs"]]
    scores = {ref["id"]: found["audits"][ref["id"]]["score"] for ref in refs if ref["weight"]}
    low = [name for name, score in scores.items() if score is not None and score < GOOD]
    return ", ".join(sorted(low)) or "none"


def main() -> None:
    """Print the table, line by line: a run takes minutes."""
    install()
    print(table(["page", "read in", *ASKED, "short of"], []), flush=True)
    with served() as running:
        for name in sys.argv[1:] or PAGES:
            for language, prefix in LANGUAGES.items():
                path = running.address(name).removeprefix(running.url)
                found = report(running.url + prefix + path)
                scores = [round(found["categories"][one]["score"] * 100) for one in ASKED]
                print(line([name, language, *scores, shortfalls(found)]), flush=True)


if __name__ == "__main__":
    main()
