"""A process keeps what it loads: a web worker loads little, and gives back what it freed."""

import ctypes
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from webapp import locales
from webapp.config import ROOT
from webapp.operations import memory


def test_it_goes_back_where_the_c_library_knows_how(monkeypatch: pytest.MonkeyPatch):
    assert memory.give_back() is hasattr(ctypes.CDLL(None), "malloc_trim")

    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: object())

    assert not memory.give_back()


# In a process of its own: what the tests load would else stand there.
WORKER = """
import json, os, sys
from babel import localedata
from bench.memory import of_process
from webapp.operations.serving import load
from webapp import locales
from webapp.speech.counting import in_words
load()
print(json.dumps({
    "resident": of_process(os.getpid())[0],
    "words": [in_words(21, "fr"), in_words(21, "fr", "ordinal"), in_words(7, "tr")],
    "loaded": sorted({name.partition(".")[0] for name in sys.modules}),
    "numbers": sorted(name for name in sys.modules if name.startswith("num2words.lang_")),
    "kept": {name: sorted(localedata.load(name)) for name in ("fr", "en_001", "pt_PT", "root")},
}))
"""
NEVER = {"rich", "pygments", "redis", "weasyprint", "wordfreq", "simplemma", "av", "pywebpush"}
LEAST_PAGES_ADD = 20  # MB: a worker begins so far below its limit of 150, at least


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    own = {"DATA_DIR": str(tmp_path_factory.mktemp("worker")), "MALLOC_ARENA_MAX": "2"}
    said = subprocess.run(
        [sys.executable, "-c", WORKER],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **own, "PUBLIC_URL": "", "DATABASE_URL": ""},
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


@pytest.mark.process
def test_a_worker_loads_no_part_of_a_library_that_no_page_uses(worker):
    assert not NEVER.intersection(worker["loaded"])
    assert worker["words"] == ["vingt et un", "vingt et unième", "yedi"]
    languages = {"num2words.lang_EU", "num2words.lang_FR", "num2words.lang_TR"}
    assert set(worker["numbers"]) == languages


@pytest.mark.process
def test_a_worker_keeps_of_each_language_what_days_and_numbers_are_made_with(worker):
    for kept in worker["kept"].values():
        assert {"days", "months", "date_formats", "decimal_formats"} <= set(kept) <= locales.SAID


@pytest.mark.process
def test_a_worker_begins_well_below_its_limit(worker):
    assert worker["resident"] < 150 - LEAST_PAGES_ADD
