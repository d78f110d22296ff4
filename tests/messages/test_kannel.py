"""A real Kannel with its fake operator: a code out, its report back, a word in, a reply out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from webapp.config import ROOT

pytestmark = pytest.mark.process

# A network of its own, in which the fake operator may listen on every address: as root it needs
# nothing more, else one becomes root of that network alone.
ALONE = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]


def may_be_alone() -> bool:
    """Whether this machine gives a network of one's own to those who are not root."""
    return os.geteuid() == 0 or subprocess.run([*ALONE, "true"], check=False).returncode == 0


@pytest.mark.skipif(not may_be_alone(), reason="this machine gives no network of one's own")
def test_a_code_a_report_a_word_and_a_reply_through_a_real_kannel(sqlite, tmp_path):
    program = [sys.executable, "-m", "tests.messages.kannel_journey", str(tmp_path)]
    done = subprocess.run(
        [*ALONE, *program], capture_output=True, text=True, timeout=300, check=False, cwd=ROOT
    )

    assert done.returncode == 0, done.stderr[-2000:] + logs(tmp_path)
    happened = json.loads(done.stdout)
    phone = happened["phone"]
    assert "38001 +33639980001 text 123 456 est votre code pour A deux pas." in phone
    assert re.search(r"<@localhost #123456>", phone)
    assert "04 65 71 00 00" in phone  # the reply to "Adie svp"
    assert [kind for kind, _text in happened["kept"]].count("reply") == 1
    assert [text for kind, text in happened["kept"] if kind == "code"] == ["", ""]
    assert happened["seconds"] < 10
    print("seconds from the commit to the phone:", happened["seconds"])


def logs(folder: Path) -> str:
    """The last words of each program, for the eye."""
    return "".join(
        f"\n== {path.name}\n{path.read_text('utf-8', 'replace')[-1500:]}"
        for path in sorted(folder.glob("*.log"))
    )
