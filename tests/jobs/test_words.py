"""The families, the jobs and the lexicon hold together."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from webapp.jobs import lexicon, queries
from webapp.jobs.rules import bare, plain, words, work_words

ROOT = Path(__file__).parent.parent.parent
CODES = ROOT.parent / "shared" / "data" / "rome_codes.csv"
PICTURES = ROOT / "static" / "pictures"


@pytest.fixture
def known():
    """The ROME v3 codes, when the official list is beside the project."""
    if not CODES.exists():
        pytest.skip("the official list of codes is not beside the project")
    with CODES.open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file)}


def test_every_family_has_jobs_and_every_job_a_family():
    families = {family.key for family in queries.families()}

    assert {job.family for job in queries.jobs()} == families
    assert all(len(queries.jobs(family)) >= 5 for family in families)


def test_keys_are_used_once():
    keys = Counter(job.key for job in queries.jobs())

    assert [key for key, count in keys.items() if count > 1] == []


def test_at_least_250_jobs_have_codes_that_exist(known):
    assert len(queries.jobs()) >= 250
    assert {code for job in queries.jobs() for code in job.codes} <= known


def test_every_code_has_a_family(known):
    families = {family.key for family in queries.families()}

    assert {queries.family_of(code) for code in known} == families
    assert queries.family_of("Z9999") is None


def test_every_family_has_its_picture(app):
    from webapp import pictures

    for family in queries.families():
        assert pictures.geometry(family.picture), family.key


def test_the_lexicon_names_codes_that_exist(known):
    for entry in lexicon.written():
        assert entry.codes, entry.text
        assert set(entry.codes) <= known | {lexicon.NO_WORK, lexicon.NEVER_WORK}, entry.text


def test_every_code_has_three_everyday_words_at_least(known):
    named = Counter(code for entry in lexicon.written() for code in set(entry.codes))

    assert [code for code in sorted(known) if named[code] < 3] == []


def test_the_lexicon_holds_thousands_of_words_each_said_once_a_line():
    said = [(plain(entry.text), entry.codes) for entry in lexicon.written()]

    assert len({text for text, _ in said}) >= 2000
    assert all(text for text, _ in said)


@pytest.mark.parametrize("job", queries.jobs(), ids=lambda job: job.key)
def test_the_name_of_each_job_finds_one_of_its_codes(job):
    found = queries.match(queries.said(job)).codes

    assert set(found[:3]) & set(job.codes)


def test_words_that_mean_no_work_silence_no_work():
    works: set[frozenset[str]] = set()
    others: dict[frozenset[str], str] = {}
    for entry in lexicon.written():
        key = frozenset(map(bare, work_words(words(entry.text))))
        if entry.codes[0] in (lexicon.NO_WORK, lexicon.NEVER_WORK):
            others[key] = entry.text
        else:
            works.add(key)

    assert [text for key, text in others.items() if key and key in works] == []
