"""Reads of the families of work, of the everyday jobs and of the words for them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from flask import current_app, has_app_context

from webapp.jobs.lexicon import Entry, names, refused, written
from webapp.jobs.ranking import MOST_CODES, Answer, Ranking
from webapp.jobs.refusals import wanted
from webapp.jobs.rome import official
from webapp.jobs.rules import (
    LONGEST,
    bare,
    names_no_work_in_particular,
    plain,
    words,
    work_words,
)
from webapp.jobs.stems import stem
from webapp.jobs.words import FAMILIES, JOBS, Family, Job

MOST_JOBS = 5
REMEMBERED = 2048  # queries
KNOWN = 0.6  # how sure the written lexicon must be for the official words not to be asked
CLEARER = 0.15  # how much surer these must be to come first

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Match:
    """What a query means: ROME codes, everyday jobs and families, the best of each first."""

    codes: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    families: tuple[str, ...] = ()


def match(query: str) -> Match:
    """What a query means, however it is spelled; an empty match when it means no work."""
    folder = Path(current_app.config["DATA_DIR"]) if has_app_context() else None
    return _match(query[:LONGEST], folder)


@lru_cache(maxsize=REMEMBERED)
def _match(query: str, folder: Path | None) -> Match:
    codes = _codes(query, folder)
    found = dict.fromkeys(family for code in codes if (family := family_of(code)))
    return Match(codes, _near_jobs(query, codes), tuple(found))


def _codes(query: str, folder: Path | None) -> tuple[str, ...]:
    """The codes by the written lexicon, and by the official words where it hardly knows."""
    written = ranking().answer(query)
    if written.refused or written.sure >= KNOWN or folder is None:
        return written.codes
    official = official_ranking(folder)
    other = official.answer(query) if official else Answer()
    if other.sure < written.sure + CLEARER:
        return written.codes
    return tuple(dict.fromkeys(other.codes + written.codes))[:MOST_CODES]


def families() -> tuple[Family, ...]:
    """All families of work, in the order of the grid of pictures."""
    return FAMILIES


def family(key: str) -> Family | None:
    """The family with this key, or None."""
    return _families_by_key().get(key)


def jobs(family: str | None = None) -> tuple[Job, ...]:
    """The everyday jobs, all of them or those of one family, in the order of words.py."""
    return JOBS if family is None else _jobs_by_family().get(family, ())


def job(key: str) -> Job | None:
    """The job with this key, or None."""
    return _jobs_by_key().get(key)


def family_of(code: str) -> str | None:
    """The key of the family a ROME v3 code belongs to, or None for an unknown code."""
    return _families_by_code().get(code)


def are_words_of_work(text: str) -> bool:
    """Whether every word of a text frames a search or is of some work, names left out."""
    known = ranking().knows
    return all(known(word) for word in work_words(words(text)))


def names_work(text: str) -> bool:
    """Whether a text holds a word of work as it is written, and means one."""
    spelled = any(ranking().cutter.knows(bare(word)) for word in work_words(words(text)))
    return spelled and bool(match(text).codes)


def is_name(text: str) -> bool:
    """Whether a text is a name of people that we know, or a town's."""
    return plain(text) in ranking().names


def asks_for_any_work(query: str) -> bool:
    """Whether a search only says that someone looks for work, of any kind or of any other."""
    asked = wanted(query)
    return names_no_work_in_particular(asked) or (asked != query and not words(asked))


@cache
def ranking() -> Ranking:
    """The lexicon and the names of the jobs, read once and ready to be looked for."""
    named = (Entry(said(job), job.codes, 0.95) for job in JOBS)
    return Ranking([*written(), *named], names(), refused())


@cache
def official_ranking(folder: Path) -> Ranking | None:
    """The official words that were imported, or None."""
    found = official(folder)
    return Ranking(found) if found else None


def said(job: Job) -> str:
    """The name of a job in French, whatever the language of the page."""
    return str(job.label._args[0])


def _near_jobs(query: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The everyday jobs of these codes, those that share words with the query first."""
    typed = _stems(query)
    near = [job for job in JOBS if job.codes[0] in codes]
    near.sort(key=lambda job: (codes.index(job.codes[0]), -len(typed & _stems(said(job)))))
    return tuple(job.key for job in near[:MOST_JOBS])


@lru_cache(maxsize=REMEMBERED)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(bare(word)) for word in work_words(words(text)))


@cache
def _families_by_key() -> dict[str, Family]:
    return {family.key: family for family in FAMILIES}


@cache
def _jobs_by_key() -> dict[str, Job]:
    return {job.key: job for job in JOBS}


@cache
def _jobs_by_family() -> dict[str, tuple[Job, ...]]:
    return {
        family.key: tuple(job for job in JOBS if job.family == family.key) for family in FAMILIES
    }


@cache
def _families_by_code() -> dict[str, str]:
    lines = (DATA / "families.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return dict(rows[1:])
