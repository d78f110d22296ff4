"""What each language says: our sentences in it and its own words for days and numbers, kept small.

A process reads each language once and keeps it. Of what Unicode knows of a language, the names of
every currency, unit, language and time zone, our pages say next to nothing: eight languages would
take 10 MB more.
"""

from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Any

from babel import localedata
from babel.core import get_global
from babel.support import Translations

from webapp.config import ROOT

LOCALES = ROOT / "locales"
DOMAINS = ("messages", "pro")
# What is kept of a locale: all that its dates, its numbers and its way of counting are made with.
SAID = {
    *("days", "months", "eras", "quarters", "day_periods", "day_period_rules", "week_data"),
    *("date_formats", "time_formats", "datetime_formats", "plural_form", "ordinal_form"),
    *("decimal_formats", "percent_formats", "number_symbols", "default_numbering_system"),
    *("numbering_systems", "character_order", "locale_id"),
}
# What is known of the world's locales together, and no page asks for.
UNSAID = (
    *("likely_subtags", "territory_languages", "territory_currencies", "territory_zones"),
    *("zone_territories", "meta_zones"),
)
CATALOGUES: dict[str, NullTranslations] = {}  # by locale, read once in the life of the process


class Sentences(Translations):
    """Sentences by those of French: French says each as it is, and all languages share its own."""

    def _parse(self, fp: Any) -> None:
        super()._parse(fp)
        known: Any = CATALOGUES.get("fr", self)
        self._catalog = dict(shared(self._catalog, known._catalog))


def shared(said: Mapping[Any, str], french: Mapping[Any, str]) -> Iterator[tuple[Any, str]]:
    """Return what is said, with the words of French in the place of equal ones."""
    for key, words in said.items():
        known = french.get(key)
        yield (known if known == key else key), (known if known == words else words)


def catalogue(locale: str) -> NullTranslations:
    """Return the sentences of a locale; those of French are read first."""
    if locale not in CATALOGUES:
        for name in ("fr", locale):
            CATALOGUES.setdefault(name, read(name))
        forget_unsaid(locale)
    return CATALOGUES[locale]


def read(locale: str) -> NullTranslations:
    """Read the sentences of a language: the public's, and the professionals' where it has them."""
    found, *others = (Sentences.load(LOCALES, [locale], domain) for domain in DOMAINS)
    for part in others:  # the first one's way of counting is the language's
        if isinstance(found, Translations) and isinstance(part, Translations):
            found.merge(part)
    return found


def forget_unsaid(locale: str) -> None:
    """Load what is known of a locale, and of those that it completes; keep what is said."""
    for name in UNSAID:
        everywhere: Any = get_global(name)  # type: ignore[arg-type]
        everywhere.clear()
    for known in [localedata.load(name) for name in completed(locale)]:
        for name in known.keys() - SAID:
            del known[name]


def completed(locale: str) -> Iterator[str]:
    """Return a locale, then each that it completes: `en_GB`, `en_001`, `en`, `root`."""
    name = locale.partition("@")[0]
    while name != "root":
        yield name
        name = get_global("parent_exceptions").get(name) or name.rpartition("_")[0] or "root"
    yield name
