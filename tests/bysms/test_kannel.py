"""Looking for work without internet, through a real Kannel with its fake operator."""

import json
import subprocess
import sys

import pytest

from tests.messages.test_kannel import ALONE, logs, may_be_alone
from webapp.config import ROOT

pytestmark = pytest.mark.process


@pytest.mark.skipif(not may_be_alone(), reason="this machine gives no network of one's own")
def test_a_phone_without_internet_finds_offers_and_asks_for_a_call(sqlite, tmp_path):
    program = [sys.executable, "-m", "tests.bysms.kannel_talk", str(tmp_path)]
    done = subprocess.run(
        [*ALONE, *program], capture_output=True, text=True, timeout=300, check=False, cwd=ROOT
    )

    assert done.returncode == 0, done.stderr[-2000:] + logs(tmp_path)
    happened = json.loads(done.stdout)
    assert happened["asked"] == [["Fatou", "+33639980007", "they_call", 45.8086]]
    heard = "\n".join(happened["got"])
    assert "Près de Vaulx-en-Velin" in heard
    assert heard.count("nage dans des bureaux") >= 4
