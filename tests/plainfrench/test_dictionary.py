"""What is known of French words, in full and in the small files that pages use."""

import re
import secrets
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts import catalogues
from webapp.config import ROOT
from webapp.jobs.tasks import TASKS
from webapp.jobs.words import JOBS
from webapp.plainfrench import dictionary, tables
from webapp.plainfrench.checking import quick_report, report
from webapp.plainfrench.dictionary import SmallFile
from webapp.plainfrench.rules import COMMON


@pytest.mark.parametrize(
    ("word", "hard"),
    [
        ("travaillerez", False),
        ("chevaux", False),
        ("prescripteur", True),
        ("susmentionné", True),
        ("aujourd’hui", False),
        ("rendez-vous", False),
    ],
)
def test_full_and_small_lists_tell_the_same_of_a_word(word, hard):
    assert bool(report(word).hard_words) is hard
    assert bool(quick_report(word).hard_words) is hard


@pytest.mark.long
def test_the_small_files_tell_the_same_as_the_full_lists_of_every_sentence_we_say():
    for locale in ("fr", "fr@simple"):
        for message in catalogues.load(locale, "messages"):
            for text in sentences_of(message.string):
                full, quick = report(text), quick_report(text)
                assert quick.hard_words == full.hard_words, text
                assert quick.heavy == full.heavy, text


def sentences_of(said: object) -> tuple[str, ...]:
    """A message in each grammatical number."""
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said or ""),)


def test_every_word_excused_as_a_trade_is_said_of_a_task_or_job_and_would_be_hard():
    french = dictionary.full()
    said = " ".join(
        [f"{one.label} {one.sentence}" for one in TASKS.values()] + [str(job.label) for job in JOBS]
    )
    twins = catalogues.load("fr@simple", "messages")
    said += " ".join(
        twin
        for message in twins
        if any("webapp/jobs/" in place for place, _line in message.locations)
        for twin in sentences_of(message.string)
    )
    forms = set(re.findall(r"[^\W\d_]+", said.lower()))
    known = forms | {french.lemma(form) for form in forms}

    for trade in tables.trades():
        assert trade in known, f"{trade} is shown with no picture"
        best = max(french.frequency(trade), french.frequency(french.lemma(trade)))
        assert best < COMMON, f"{trade} needs no excuse"


@given(
    st.sets(st.text("abcé'-", min_size=1, max_size=6)), st.text("abcé'-", min_size=1, max_size=6)
)
def test_the_small_file_knows_its_words_and_no_other(words, asked):
    small = SmallFile("\n".join(sorted(words, key=str.encode)).encode())

    assert all(small.frequency(word) == COMMON for word in words)
    assert (small.frequency(asked) > 0) == (asked in words)


@pytest.mark.process
def test_a_web_worker_loads_no_word_list(tmp_path):
    code = (
        "import sys; from webapp import create_app; create_app();"
        "from webapp.plainfrench.checking import quick_report; quick_report('Vous triez.');"
        "print([name for name in ('wordfreq', 'simplemma') if name in sys.modules])"
    )
    environ = {
        "SECRET_KEY": secrets.token_hex(),
        "DATA_DIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }

    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
