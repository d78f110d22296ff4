"""Keep the catalogues: extract the sentences, update them, merge translations in, compile.

Two catalogues: `messages` holds what the public and the people looking for work read, `pro` what
only professionals read. French is the source: in `fr` each sentence stands for itself.
`fr@simple` rewrites `messages` in simple French; the other languages translate it. A sentence whose
French has changed keeps its former translation, marked as fuzzy beside the former French, until
someone has looked at it again; a language that lacks a sentence is not offered to readers.
"""

import fcntl
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher
from functools import cache
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
CATALOGUES = (("fr", "messages"), ("fr", "pro"), ("fr@simple", "messages"))
TRANSLATED = ("ar", "en", "es", "pt", "tr", "uk")  # the languages of `messages`, beside French
# Unicode's six forms of Arabic in Unicode's order: 11 to 99 come before whole hundreds.
COUNTING = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5);"
}
ALIKE = 0.7  # how much of its former French a sentence keeps for its translation to be proposed
# The beginnings of the names of files whose sentences only professionals read, one a line.
PRO = tuple(Path(__file__).with_name("professional_pages.txt").read_text().split())
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
    spoken = locale.partition("@")[0]  # fr@simple counts as French does
    if not path.exists():
        return Catalog(locale=spoken, domain=domain, fuzzy=False)
    text = path.read_text(encoding="utf-8")
    catalog = read_po(StringIO(text), locale=spoken, domain=domain)
    for block in text.split("\n\n") if "\n#| " in text else ():
        remember(block, catalog)
    return catalog


def remember(block: str, catalog: Catalog) -> None:
    """Give a sentence back its former French, which Babel writes and does not read."""
    lines = block.split("\n")
    former = [line[3:] for line in lines if line.startswith("#| ")]
    if former:
        plural = any(line.startswith("msgid_plural") for line in former)
        said = [*former, 'msgstr[0] ""' if plural else 'msgstr ""']
        old, now = (
            next(one for one in read_po(StringIO("\n".join(part))) if one.id)
            for part in (said, [line for line in lines if line[:1] != "#"])
        )
        known = catalog.get(now.id, now.context)
        if known is not None:
            known.previous_id = list(in_numbers(old.id))


def save(catalog: Catalog, path: Path) -> None:
    """Write a catalogue with nothing in it that changes by itself: no date, no line number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = Catalog(locale=catalog.locale, domain=catalog.domain, header_comment="#", fuzzy=False)
    for message in sorted(catalog, key=lambda one: (str(one.context or ""), singular(one))):
        if message.id:
            files = sorted({(file, None) for file, _line in message.locations})
            fresh.add(
                message.id,
                message.string,
                files,
                flags=message.flags,
                previous_id=message.previous_id,
                context=message.context,
            )
    draft = path.with_suffix(".po.part")
    with draft.open("wb") as file:
        write_po(file, fresh, width=100, sort_output=False, include_previous=True)
    draft.write_text(without_dates(draft.read_text(encoding="utf-8"), fresh), encoding="utf-8")
    draft.replace(path)


def without_dates(text: str, catalog: Catalog) -> str:
    """Return a catalogue's text with a header that says only what compiling needs."""
    header = (
        f"Language: {catalog.locale_identifier}",
        f"Plural-Forms: {COUNTING.get(str(catalog.locale), catalog.plural_forms)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    lines = "".join(f'"{line}\\n"\n' for line in header)
    return f'msgid ""\nmsgstr ""\n{lines}\n{text.partition(chr(10) * 2)[2]}'


def singular(message: Message) -> str:
    """Return the sentence a message stands under."""
    return in_numbers(message.id)[0]


def in_numbers(text: str | Iterable[str]) -> tuple[str, ...]:
    """Return a sentence in each grammatical number that it has."""
    return (text,) if isinstance(text, str) else tuple(text)


def update(root: Path = LOCALES) -> None:
    """Write the sentences of the product into each catalogue, keeping their translations."""
    for locale, domain in (*CATALOGUES, *((locale, "messages") for locale in TRANSLATED)):
        kept, wanted = load(locale, domain, root), templates()[domain]
        wanted.domain, wanted.locale = domain, kept.locale
        for message in wanted:
            if message.id and locale == "fr":
                message.string = message.id
            elif message.id:
                carry(kept.get(message.id, message.context), message, kept.num_plurals)
        if locale in TRANSLATED:
            propose(kept, wanted)
        save(wanted, path_of(locale, domain, root))


def carry(old: Message | None, new: Message, forms: int) -> None:
    """Give a sentence what is kept of it: its translation, and whether it must be looked at."""
    new.string = ("",) * forms if isinstance(new.id, tuple) else ""
    if old is not None and old.string:
        new.string, new.previous_id = old.string, old.previous_id
        new.flags |= old.flags & {"fuzzy"}


def propose(kept: Catalog, wanted: Catalog) -> None:
    """Give a sentence whose French has changed its former translation, to be looked at again."""
    gone = [one for one in kept if one.id and not wanted.get(one.id, one.context)]
    gone = [one for one in gone if is_filled(one)]
    for message in wanted:
        if message.id and not is_filled(message):
            former = closest(message, gone)
            if former is not None:
                message.string, message.previous_id = former.string, in_numbers(former.id)
                message.flags |= {"fuzzy"}


def closest(message: Message, gone: Iterable[Message]) -> Message | None:
    """Return the sentence that this one most likely replaces; None where it is new."""
    matcher, found, best = SequenceMatcher(autojunk=False), None, ALIKE
    matcher.set_seq2(singular(message))
    for old in gone:
        matcher.set_seq1(singular(old))
        same_kind = isinstance(old.id, str) == isinstance(message.id, str)
        if same_kind and matcher.quick_ratio() >= best and matcher.ratio() >= best:
            found, best = old, matcher.ratio()
    return found


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


def is_complete(catalog: Catalog) -> bool:
    """Return whether each sentence is said, and none waits to be looked at again."""
    return all(is_filled(one) and not one.fuzzy for one in catalog if one.id)


def compile_all(root: Path = LOCALES) -> None:
    """Compile each catalogue for the product to read, and list the languages it may offer."""
    complete = []
    for path in sorted(root.glob("*/LC_MESSAGES/*.po")):
        locale = path.parent.parent.name
        catalog = load(locale, path.stem, root)
        unfinished = path.with_suffix(".mo.part")
        with unfinished.open("wb") as file:
            write_mo(file, catalog)
        unfinished.replace(path.with_suffix(".mo"))
        if locale in TRANSLATED and is_complete(catalog):
            complete.append(locale)
    draft = root / "complete.json.part"
    draft.write_text(json.dumps(complete) + "\n", encoding="utf-8")
    draft.replace(root / "complete.json")


def is_compiled(root: Path = LOCALES) -> bool:
    """Return whether no catalogue has changed since all were compiled."""
    last = root / "complete.json"
    return last.exists() and all(
        path.with_suffix(".mo").exists() and path.stat().st_mtime < last.stat().st_mtime
        for path in root.glob("*/LC_MESSAGES/*.po")
    )


@contextmanager
def alone() -> Iterator[None]:
    """Let one hand at a time write the catalogues, so that no work is lost."""
    with (LOCALES / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from scripts import catalogue_commands

    sys.exit(catalogue_commands.main(sys.argv[1:]))
