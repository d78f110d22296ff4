"""What a phone of 2020 reads (Chromium 80): scripts by their tools, styles by what it ignores."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from webapp.config import ROOT

TOOLS = ROOT / "tests" / "tools"
SMALL = sorted((ROOT / "static" / "small").glob("*.js"))
SOURCES = sorted((ROOT / "static" / "js").glob("*.js"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
# Layout that Chromium 80 does not know, besides what tests/test_house_rules.py refuses. What waits
# to be drawn (content-visibility: auto) stands where it would: an old phone only draws it sooner.
UNKNOWN = (
    r"aspect-ratio\s*:|\d[dsl]v[hw]\b|@layer|@container|@scope|color-mix\(|overflow\s*:\s*clip"
    r"|content-visibility(?!\s*:\s*auto)|subgrid|(?:^|[;{\s])(?:translate|scale|rotate)\s*:"
    r"|(?<!\w)&\s*[.:#>\s]"
    r"|inline-size\s*:\s*fit-content|place-items\s*:\s*anchor|border-(?:start|end)-\w+-radius"
)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def run(*names: str) -> list[str]:
    """What the tool for scripts has to say of these files."""
    command = ["node", str(TOOLS / "old_phones.mjs"), *names]
    done = subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_every_script_is_written_as_an_old_phone_reads_it():
    assert run(*map(str, SMALL)) == []


def test_every_script_asks_the_phone_for_what_it_has():
    found = run("--names", *map(str, SOURCES))

    assert [one for one in found if "AppBadge" not in one] == []  # badges: only where they are
    assert all("worker.js" in one for one in found)


NEWER_SYNTAX = {
    "let a = b ?? c;": "Unexpected token",
    "class A { #x = 1 }": "Unexpected character",
    "a ||= 1;": "Unexpected token",
    "const a = b?.c;": "Unexpected token",
}
NEWER_NAMES = ("structuredClone({});", "Promise.any([]);", "new WeakRef({});")


def scripts(folder: Path, texts: Iterable[str]) -> list[str]:
    """The paths of new scripts, one for each text."""
    paths = [folder / f"{number}.js" for number, _text in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_the_tool_sees_newer_syntax(tmp_path):
    paths = scripts(tmp_path, NEWER_SYNTAX)

    found = run(*paths)

    for said, path, fault in zip(found, paths, NEWER_SYNTAX.values(), strict=True):
        assert said.startswith(f"{path} {fault}")


def test_the_tool_sees_newer_names(tmp_path):
    paths = scripts(tmp_path, NEWER_NAMES)

    found = run("--names", *paths)

    assert [one.partition(":")[0] for one in found] == paths


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_no_layout_depends_on_what_an_old_phone_ignores(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert not re.findall(UNKNOWN, text)
    for selector, rule in RULE.findall(text):
        if re.search(r"(?:^|[;\s])(?:row-|column-)?gap\s*:", rule):
            assert "grid" in rule or "columns" in rule or is_grid(selector, text), selector


def is_grid(selector: str, text: str) -> bool:
    """Whether another rule of this file makes a grid of what this one spaces."""
    wanted = {one.strip() for one in selector.split(",")}
    grids = [
        names for names, rule in RULE.findall(text) if re.search(r"display\s*:\s*\S*grid", rule)
    ]
    return wanted <= {one.strip() for names in grids for one in names.split(",")}


@pytest.mark.parametrize("rule", ["display: flex; gap: 8px", "display: flex; column-gap: 1rem"])
def test_the_check_sees_gaps_that_an_old_phone_ignores(rule):
    assert not is_grid(".a", f".a {{ {rule} }}")
