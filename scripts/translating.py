"""Hand sentences out to translators as lines of JSON, and take their translations in."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from scripts import catalogues, translation_rules

FRENCH, CLOSED = "\u2066", "\u2069"  # around words left in French: the page gives them lang="fr"
NUMBERS = {  # how many things each form of a sentence that counts is said of
    "ar": ("0", "1", "2", "3–10", "11–99", "100, 101, 102"),
    "en": ("1", "0, 2–"),
    "es": ("1", "0, 2–"),
    "pt": ("1", "0, 2–"),
    "tr": ("0–",),
    "uk": ("1, 21, 31", "2–4, 22–24", "0, 5–20, 25–30"),
}


def add_arguments(actions: Any) -> None:
    """Add the actions of translators to the command line."""
    for name, told in (
        ("export", "write what is left to translate into FOLDER, some sentences a file"),
        ("import", "take translated lines in; those that break a rule are named and left out"),
        ("stale", "print the sentences whose French has changed since they were translated"),
        ("check", "print the translations that break a rule"),
    ):
        action = actions.add_parser(name, help=told)
        action.add_argument("locale", choices=catalogues.TRANSLATED)
        if name == "export":
            action.add_argument("folder", type=Path)
            action.add_argument("--size", type=int, default=100, help="sentences in each file")
        if name == "import":
            action.add_argument("files", nargs="+", type=Path)


def run(given: argparse.Namespace) -> int:
    """Do one of these actions; an answer of 1 says that something is left to do."""
    actions = {"export": export, "import": take_in, "stale": stale, "check": check}
    return actions[given.action](given)


def export(given: argparse.Namespace) -> int:
    """Write what is left to translate, page by page, in files of a given size."""
    catalog, simple = load(given.locale), load("fr@simple")
    waiting = [one for one in catalog if one.id and not is_done(one)]
    waiting.sort(
        key=lambda one: (sorted(file for file, _ in one.locations), catalogues.singular(one))
    )
    given.folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(waiting), given.size):
        lines = [line(one, simple, given.locale) for one in waiting[start : start + given.size]]
        target = given.folder / f"{given.locale}-{start // given.size + 1:02d}.jsonl"
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)
        target.write_text(text, encoding="utf-8")
        print(f"{target}: {len(lines)}")
    return 0


def line(message: Message, simple: Catalog, locale: str) -> dict[str, object]:
    """Return what a translator is told of a sentence."""
    twin = simple.get(message.id, message.context)
    told: dict[str, object] = {"id": name(message), "msgid": message.id}
    if message.context:
        told["context"] = message.context
    told["where"] = sorted({file for file, _line in message.locations})[:3]
    told["fr_simple"] = twin.string if twin else ""
    if message.fuzzy:
        told["former_french"] = message.previous_id
        told["former_translation"] = shown(message.string)
    if not isinstance(message.id, str):
        told["forms"] = NUMBERS[locale]
    told["translation"] = "" if isinstance(message.id, str) else [""] * len(NUMBERS[locale])
    return told


def name(message: Message) -> str:
    """Return a short name for a sentence: no one has to copy its spaces that do not break."""
    said = "\n".join((*catalogues.in_numbers(message.id), message.context or ""))
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def shown(text: str | Iterable[str]) -> str | list[str]:
    """Return a translation as translators write it: French words between `[[` and `]]`."""
    if isinstance(text, str):
        return text.replace(FRENCH, "[[").replace(CLOSED, "]]")
    return [str(shown(one)) for one in text]


def kept(text: str | list[str]) -> str | tuple[str, ...]:
    """Return a translation as catalogues keep it."""
    if isinstance(text, str):
        return text.replace("[[", FRENCH).replace("]]", CLOSED)
    return tuple(str(kept(one)) for one in text)


def take_in(given: argparse.Namespace) -> int:
    """Put translated lines into their catalogue, and name those that break a rule."""
    wrong = 0
    with catalogues.alone():
        catalog = load(given.locale)
        for file in given.files:
            for number, faults in refused(file, catalog, given.locale):
                wrong += 1
                print(f"{file.name}:{number}: {'; '.join(faults)}", file=sys.stderr)
        catalogues.save(catalog, catalogues.path_of(given.locale, "messages"))
    left = sum(1 for one in catalog if one.id and not is_done(one))
    print(f"{wrong} refused, {left} left to translate", file=sys.stderr)
    return 1 if wrong else 0


def refused(file: Path, catalog: Catalog, locale: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the faults of each line that is not taken in."""
    known = {name(message): message for message in catalog if message.id}
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        told = json.loads(text) if text.strip() else {}
        if told.get("translation") and any(told["translation"]):
            faults = take(told, known.get(told["id"]), locale, catalog.num_plurals)
            if faults:
                yield number, faults


def take(told: dict[str, Any], message: Message | None, locale: str, forms: int) -> list[str]:
    """Give a sentence its translation, or return why not."""
    if message is None:
        return ["no page says this sentence any more"]
    said = kept(told["translation"])
    faults = translation_rules.faults(message.id, said, locale, forms)
    if not faults:
        message.string, message.previous_id = said, []
        message.flags.discard("fuzzy")
    return faults


def stale(given: argparse.Namespace) -> int:
    """Print each sentence to look at again: the former French, today's, and its translation."""
    found = [one for one in load(given.locale) if one.id and one.fuzzy]
    for message in found:
        print(f"- {' / '.join(catalogues.in_numbers(message.previous_id))}")
        print(f"+ {' / '.join(catalogues.in_numbers(message.id))}")
        print(f"  {' / '.join(catalogues.in_numbers(shown(message.string)))}\n")
    return 1 if found else 0


def check(given: argparse.Namespace) -> int:
    """Print each translation that breaks a rule."""
    found = dict(broken(given.locale))
    for said, faults in found.items():
        print(f"{said}: {'; '.join(faults)}")
    return 1 if found else 0


def broken(locale: str, root: Path = catalogues.LOCALES) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence whose translation breaks a rule, with what is wrong."""
    catalog = load(locale, root)
    for message in catalog:
        if message.id and is_done(message):
            faults = translation_rules.faults(
                message.id, message.string, locale, catalog.num_plurals
            )
            if faults:
                yield catalogues.singular(message), faults


def is_done(message: Message) -> bool:
    """Return whether a sentence is translated, and not to be looked at again."""
    return catalogues.is_filled(message) and not message.fuzzy


def load(locale: str, root: Path = catalogues.LOCALES) -> Catalog:
    """Return the public's catalogue of a language."""
    return catalogues.load(locale, "messages", root)
