"""The house's rules that a machine can check, so that people can read for the meaning."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from scripts import catalogues
from webapp.config import ROOT

LONGEST_FUNCTION = 25  # lines
LONGEST_FILE = 300
FEATURES = sorted(path.parent for path in (ROOT / "webapp").glob("*/__init__.py"))
MODULES = sorted((ROOT / "webapp").rglob("*.py"))
CODE = [
    path
    for path in sorted(ROOT.glob("*/**/*.py"))
    if path.relative_to(ROOT).parts[0] in ("webapp", "tests", "scripts", "bench")
    and "node_modules" not in path.parts
    and "versions" not in path.parts  # migrations are written once, by a machine at first
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))


def short(path: Path) -> str:
    """The name of a file in the project."""
    return str(path.relative_to(ROOT))


def each(paths: list[Path]) -> pytest.MarkDecorator:
    """Run a test on each file."""
    return pytest.mark.parametrize("path", paths, ids=short)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a module, methods too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@each(FEATURES)
def test_a_feature_says_what_it_is_and_the_readme_repeats_it(path):
    sentence = ast.get_docstring(parsed(path / "__init__.py")) or ""

    assert re.fullmatch(r"[A-ZÀ-Ý][^\n]*\.", sentence), f"{path.name}: one sentence, one line"
    line = rf"`?{re.escape(path.name)}/?`?.*{re.escape(sentence)}"
    assert re.search(line, (ROOT / "README.md").read_text(encoding="utf-8")), sentence


def test_functions_stay_small():
    long = [
        f"{short(path)}, {node.name}: {lines}"
        for path in CODE
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not long, "split what has grown: " + ", ".join(long)


def test_files_stay_small():
    code = [path for path in CODE if not is_data(path)]
    long = [
        f"{short(path)}: {lines}"
        for path in code + TEMPLATES + STYLES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]

    assert not long, "split what has grown: " + ", ".join(long)


def is_data(path: Path) -> bool:
    """Whether a module holds nothing but values: a table may be as long as its facts."""
    return not any(functions(path))


@each([path for path in MODULES if path.name == "rules.py"])
def test_rules_use_the_standard_library_alone(path):
    seen: set[Path] = set()
    waiting = [path]
    while waiting:
        module = waiting.pop()
        seen.add(module)
        for name in imported(module):
            own = source_of(name)
            if own:
                waiting += [own] if own not in seen else []
            else:
                assert name.partition(".")[0] in sys.stdlib_module_names, f"{short(module)}: {name}"


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports; `from webapp.jobs import words` names the last."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{name.name}" for name in node.names]
            yield from [name for name in inner if source_of(name)] or [node.module]


def source_of(module: str) -> Path | None:
    """The file of one of our modules."""
    path = ROOT / Path(*module.split("."))
    found = [one for one in (path.with_suffix(".py"), path / "__init__.py") if one.exists()]
    return found[0] if found else None


@each([path for path in MODULES if path.name in ("actions.py", "queries.py", "rules.py")])
def test_actions_queries_and_rules_never_commit(path):
    assert "commit" not in set(called(parsed(path)))


@each([path for path in MODULES if path.name in ("views.py", "cli.py")])
def test_a_view_or_a_command_commits_at_most_once(path):
    for node in functions(path):
        assert list(called(node)).count("commit") <= 1, node.name


def called(tree: ast.AST) -> Iterator[str]:
    """The names of the methods that a piece of code calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


TAG = re.compile(r"<[a-z][^<>]*>", re.DOTALL)
BLOCK = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
FROM = re.compile(r"\{%-?\s*from\s+[\"'][^\"']+[\"']\s+import\s+(.*?)-?%\}", re.DOTALL)


@each(TEMPLATES)
def test_what_htmx_asks_for_has_a_plain_twin(path):
    for tag in TAG.findall(BLOCK.sub("x", path.read_text(encoding="utf-8"))):
        assert not re.search(r"\shx-", tag), f"write data-hx-: {tag}"
        if re.search(r"\sdata-hx-(get|post|put|patch|delete)=", tag):
            assert re.search(r"\s(href|action|formaction)=", tag), f"no plain twin: {tag}"


@each(TEMPLATES)
def test_a_template_imports_only_macros_that_it_uses(path):
    text = path.read_text(encoding="utf-8")
    for names in FROM.findall(text):
        for name in re.sub(r"\bwith(out)? context\b", "", names).split(","):
            local = name.split(" as ")[-1].strip()
            used = re.findall(rf"\b{local}\b", FROM.sub("", text))
            assert used, f"{local} is imported and not used"


@each([path for path in TEMPLATES if path.parent.name == "components"])
def test_a_component_is_one_macro_in_a_file_of_its_name(path):
    macros = re.findall(r"\{%-?\s*macro\s+(\w+)", path.read_text(encoding="utf-8"))

    assert macros == [path.stem]


OURS = {"À", "deux", "pas", "Aa"}  # the product's name and its sign for reading, in any language
WORD = re.compile(r"[^\W\d_]{2,}")
SAID = re.compile(r"\s(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")


@each([path for path in TEMPLATES if path.name != "patterns.html"])
def test_every_word_of_a_template_can_be_translated(path):
    text = re.sub(r"<(style|script|svg)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = BLOCK.sub("", text.replace("{% block robots %}noindex{% endblock %}", ""))
    without_tags = TAG.sub(" ", re.sub(r"&\w+;|<!\w+[^>]*>|</\w+>", " ", text))
    shown = set(WORD.findall(without_tags))
    for tag in TAG.findall(text):
        for value in SAID.findall(tag):
            shown |= set(WORD.findall(value))

    assert shown <= OURS, f"outside _(): {sorted(shown - OURS)}"


# What a browser of 2020 does not know, and what does not turn round in a right-to-left page.
TOO_NEW = r"(?:margin|padding)-(?:inline|block)\s*:|inset[a-z-]*\s*:|:(?:has|is|where)\("
CORNERED = r"(?:^|[;{\s])(?:left|right)\s*:(?!\s*0\s*[;}])"
ONE_SIDED = (
    r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)


@each(STYLES)
def test_styles_work_on_old_phones_and_in_both_directions(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = text.replace("top: 0; right: 0; bottom: 0; left: 0", "")  # all four turn round alike

    assert not re.findall(rf"{TOO_NEW}|{ONE_SIDED}|{CORNERED}", text)


@pytest.mark.parametrize(("locale", "domain"), catalogues.CATALOGUES)
def test_a_catalogue_holds_every_sentence_and_no_other(locale, domain, tmp_path):
    path = catalogues.path_of(locale, domain)
    wanted = {message.id for message in catalogues.templates()[domain] if message.id}
    kept = {message.id for message in catalogues.load(locale, domain) if message.id}

    assert path.exists()
    assert kept == wanted, "run scripts/catalogues.py update"


@pytest.mark.parametrize(("locale", "domain"), catalogues.CATALOGUES)
def test_a_translation_keeps_the_placeholders_and_is_not_a_guess(locale, domain):
    with catalogues.path_of(locale, domain).open("rb") as file:
        messages = [message for message in read_po(file, locale="fr") if message.id]

    for message in messages:
        assert not message.fuzzy, message.id
        ids, strings = in_numbers(message.id), in_numbers(message.string)
        for said, string in zip(ids, strings, strict=True):
            wanted = {*placeholders(said), *(placeholders(ids[-1]) if len(ids) > 1 else ())}
            assert set(placeholders(string)) <= wanted, message.id
            assert len(ids) > 1 or not string or set(placeholders(string)) == wanted, message.id


def in_numbers(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A sentence in each grammatical number that it has."""
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> list[str]:
    """What is filled in later."""
    return re.findall(r"%\((\w+)\)", text)


def test_every_public_sentence_has_its_twin_in_simple_french():
    twins = catalogues.load("fr@simple", "messages")

    missing = [
        catalogues.singular(message)
        for message in twins
        if message.id and not catalogues.is_filled(message)
    ]

    assert not missing


def test_each_dependency_has_a_reason_and_an_exact_version():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    pinned = {
        re.split(r"\[|==", line)[0].lower()
        for name in ("requirements.txt", "requirements-test.txt")
        for line in (ROOT / name).read_text().splitlines()
    }

    for wanted in project["project"]["dependencies"] + project["dependency-groups"]["test"]:
        assert re.split(r"[\[><=]", wanted)[0] in pinned, f"{wanted} is in no requirements file"
        assert re.search(rf'"{re.escape(wanted)}",\s*# \w', text), f"{wanted}: why?"


def test_what_is_installed_names_no_host():
    for name in ("requirements.txt", "requirements-test.txt", "tests/tools/package-lock.json"):
        assert not re.search(r"https?://", (ROOT / name).read_text()), name


def test_every_page_that_a_template_or_a_view_links_to_exists(app):
    known = set(app.view_functions) | {"static"}
    sources = [*TEMPLATES, *(ROOT / "webapp").rglob("*.py")]
    linked = {
        name: path
        for path in sources
        for name in re.findall(r"url_for\(\s*\"([\w.]+)\"", path.read_text(encoding="utf-8"))
        if not name.startswith(".")
    }

    assert not {name: str(path) for name, path in linked.items() if name not in known}
