"""The command line of the catalogues: `python scripts/catalogues.py --help`."""

import argparse
import sys
from pathlib import Path

from scripts import catalogues, translating


def main(arguments: list[str]) -> int:
    """Do what the command line asks; an answer of 1 says that something is left to do."""
    parser = argparse.ArgumentParser(description=catalogues.__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("update", help="write the sentences of the product into each catalogue")
    actions.add_parser("compile", help="compile the catalogues for the product")
    merged = actions.add_parser("merge", help="put twins in simple French into fr@simple")
    merged.add_argument("files", nargs="*", type=Path)
    missing = actions.add_parser("missing", help="print the sentences that have no translation")
    missing.add_argument("locale", nargs="?", default="fr@simple")
    translating.add_arguments(actions)
    given = parser.parse_args(arguments)
    return DOES.get(given.action, translating.run)(given)


def do_update(_given: argparse.Namespace) -> int:
    """Update and compile."""
    with catalogues.alone():
        catalogues.update()
        catalogues.compile_all()
    return 0


def do_compile(_given: argparse.Namespace) -> int:
    """Compile."""
    catalogues.compile_all()
    return 0


def do_merge(given: argparse.Namespace) -> int:
    """Merge and compile, naming what no page uses."""
    with catalogues.alone():
        for line in catalogues.merge(given.files):
            print(f"not used: {line}", file=sys.stderr)
        catalogues.compile_all()
    return 0


def tell_missing(given: argparse.Namespace) -> int:
    """Print the sentences that have no translation yet, and return whether there are any."""
    kept = catalogues.load(given.locale, "messages")
    lines = []
    for message in catalogues.templates()["messages"]:
        old = kept.get(message.id, message.context) if message.id else None
        if message.id and not (old and catalogues.is_filled(old) and not old.fuzzy):
            lines.append(catalogues.singular(message))
    print("\n".join(lines))
    return 1 if lines else 0


DOES = {
    "update": do_update,
    "compile": do_compile,
    "merge": do_merge,
    "missing": tell_missing,
}
