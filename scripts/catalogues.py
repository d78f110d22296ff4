"""Keep the catalogues: extract the sentences, update them, merge translations in, compile.

Two catalogues: `messages` holds what the public and the people looking for work read, `pro` what
only professionals read. French is the source: in `fr` each sentence stands for itself.
`fr@simple` rewrites `messages` in simple French.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
CATALOGUES = (("fr", "messages"), ("fr", "pro"), ("fr@simple", "messages"))
PRO = ("templates/employers/", "webapp/employers/", "templates/pages/patterns.html")
SOURCES = ("webapp", "templates")
KEYWORDS = {
    "_": None,
    "_l": None,
    "_n": (1, 2),
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def path_of(locale: str, domain: str, root: Path = LOCALES) -> Path:
    """Return where a catalogue is kept."""
    return root / locale / "LC_MESSAGES" / f"{domain}.po"


Sentence = tuple[str, str | tuple[str, ...], str | None]


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return, for each use, the file, the sentence (in both numbers) and its context."""
    return tuple(sorted(extracted(), key=str))


def extracted() -> Iterator[Sentence]:
    """Yield each use of a sentence in the code and in the templates."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    for source in SOURCES:
        found = extract_from_dir(ROOT / source, methods, options, KEYWORDS)
        for file, _line, sentence, _comments, context in found:
            yield f"{source}/{file}", sentence, context


def templates() -> dict[str, Catalog]:
    """Return every sentence of the product, by catalogue; what both use is the public's."""
    found = {"messages": Catalog(), "pro": Catalog()}
    for file, sentence, context in sentences():
        domain = "pro" if file.startswith(PRO) else "messages"
        found[domain].add(sentence, locations=[(file, None)], context=context)
    for message in list(found["pro"]):
        if message.id and found["messages"].get(message.id, message.context):
            found["pro"].delete(message.id, message.context)
    return found


def load(locale: str, domain: str, root: Path = LOCALES) -> Catalog:
    """Return a catalogue as it is kept, or a new one."""
    path = path_of(locale, domain, root)
    if not path.exists():
        return Catalog(locale="fr", domain=domain)
    with path.open("rb") as file:
        return read_po(file, locale="fr", domain=domain)


def save(catalog: Catalog, path: Path) -> None:
    """Write a catalogue with nothing in it that changes by itself: no date, no line number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = Catalog(locale="fr", domain=catalog.domain, header_comment="#", fuzzy=False)
    for message in sorted(catalog, key=lambda one: (str(one.context or ""), singular(one))):
        if message.id:
            files = sorted({(file, None) for file, _line in message.locations})
            fresh.add(message.id, message.string, files, context=message.context)
    with path.open("wb") as file:
        write_po(file, fresh, width=100, omit_header=False, sort_output=False)
    path.write_text(without_dates(path.read_text(encoding="utf-8")), encoding="utf-8")


def without_dates(text: str) -> str:
    """Return a catalogue's text with a header that says only what compiling needs."""
    header = 'msgid ""\nmsgstr ""\n'
    kept = ("Language:", "Plural-Forms:", "MIME-Version:", "Content-Type:", "Content-Transfer")
    rest = text.partition(header)[2]
    lines, _, messages = rest.partition("\n\n")
    shown = [line for line in lines.split("\n") if line.startswith(tuple(f'"{k}' for k in kept))]
    return header + "\n".join(shown) + "\n\n" + messages


def singular(message: Message) -> str:
    """Return the sentence a message stands under."""
    return message.id if isinstance(message.id, str) else message.id[0]


def update(root: Path = LOCALES) -> None:
    """Write the sentences of the product into each catalogue, keeping their translations."""
    for locale, domain in CATALOGUES:
        kept, wanted = load(locale, domain, root), templates()[domain]
        for message in wanted:
            old = kept.get(message.id, message.context) if message.id else None
            message.string = message.id if locale == "fr" else (old.string if old else "")
            if isinstance(message.id, tuple) and not message.string:
                message.string = ("", "")
        wanted.domain = domain
        save(wanted, path_of(locale, domain, root))


def merge(files: Iterable[Path], root: Path = LOCALES) -> list[str]:
    """Put the twins of these files into `fr@simple`; return those that no page uses."""
    update(root)
    catalog, unused = load("fr@simple", "messages", root), []
    for file in files:
        with file.open("rb") as opened:
            for twin in read_po(opened, locale="fr"):
                if twin.id and not put(catalog, twin):
                    unused.append(f"{file.name}: {singular(twin)}")
    save(catalog, path_of("fr@simple", "messages", root))
    return unused


def put(catalog: Catalog, twin: Message) -> bool:
    """Put one twin into a catalogue; return whether the catalogue knows its sentence."""
    known = catalog.get(twin.id, twin.context)
    if known is None:
        return False
    if is_filled(twin):
        known.string = twin.string
    return True


def is_filled(message: Message) -> bool:
    """Return whether a message says something in its language, in each number."""
    return bool(message.string) and all(message.string)


def compile_all(root: Path = LOCALES) -> None:
    """Compile each catalogue for the product to read."""
    for path in sorted(root.glob("*/LC_MESSAGES/*.po")):
        catalog = load(path.parent.parent.name, path.stem, root)
        unfinished = path.with_suffix(".mo.part")
        with unfinished.open("wb") as file:
            write_mo(file, catalog)
        unfinished.replace(path.with_suffix(".mo"))


def main(arguments: list[str]) -> int:
    """Do what the command line asks; `missing` answers 1 when a sentence has no twin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=("update", "merge", "compile", "missing"))
    parser.add_argument("files", nargs="*", type=Path, help="catalogues to merge in")
    given = parser.parse_args(arguments)
    if given.action == "update":
        update()
    elif given.action == "merge":
        for line in merge(given.files):
            print(f"not used: {line}", file=sys.stderr)
    elif given.action == "missing":
        return tell_missing()
    compile_all()
    return 0


def tell_missing() -> int:
    """Print the sentences that have no twin yet, and return whether there are any."""
    kept = load("fr@simple", "messages")
    lines = []
    for message in templates()["messages"]:
        old = kept.get(message.id, message.context) if message.id else None
        if message.id and not (old and is_filled(old)):
            lines.append(singular(message))
    print("\n".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
