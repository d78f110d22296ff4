"""Make the small lists of French words, that pages use, from the full ones.

    python scripts/build_common_words.py

common.txt.gz: the forms that are common, or whose dictionary form is, or that name a gesture or a
thing of a trade. inflected.tsv.gz: the forms of the words that have a plainer one.
Run it again after a new release of wordfreq or simplemma, or a change of trades.txt or plainer.tsv.
"""

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: E402
from wordfreq import iter_wordlist  # noqa: E402

from webapp.plainfrench import dictionary, tables  # noqa: E402
from webapp.plainfrench.rules import COMMON  # noqa: E402

FORM = re.compile(r"[a-zà-öø-ÿœæ]{2,}(?:['-][a-zà-öø-ÿœæ]+)*")


def forms() -> set[str]:
    """Return every written form that one of the full lists knows."""
    inflected = DefaultDictionaryFactory().get_dictionary("fr")
    known = {*iter_wordlist("fr"), *map(text_of, inflected)}
    return {form for form in known if FORM.fullmatch(form)}


def text_of(word: str | bytes) -> str:
    """Return a word of a list as text."""
    return word.decode() if isinstance(word, bytes) else word


def common(known: Iterable[str]) -> Iterator[str]:
    """Yield the forms that need no explanation."""
    french, trades = dictionary.full(), tables.trades()
    for form in known:
        lemma = french.lemma(form)
        if lemma in trades or max(french.frequency(form), french.frequency(lemma)) >= COMMON:
            yield form


def inflected(known: Iterable[str]) -> Iterator[str]:
    """Yield `form<tab>dictionary form` for each word that has a plainer one."""
    lemma, plainer = dictionary.full().lemma, tables.plainer()
    for form in known:
        if form not in plainer and lemma(form) in plainer:
            yield f"{form}\t{lemma(form)}"


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines sorted by their bytes, so that the same words make the same file."""
    kept = sorted(lines, key=str.encode)
    path.write_bytes(gzip.compress("\n".join(kept).encode(), mtime=0))
    print(f"{path.name}: {len(kept)} lines, {path.stat().st_size} bytes")


def main() -> None:
    """Write both files."""
    known = forms()
    write(dictionary.SMALL, common(known))
    write(dictionary.INFLECTED, inflected(known))


if __name__ == "__main__":
    main()
