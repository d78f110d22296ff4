"""A page of paper from anywhere in the product: `pdf` makes it, `available` says whether it can."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from flask import Response

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l
from webapp.logger import log

# Isolated: neither the folder it is run from nor the settings of a user change what it loads.
PRESS = (sys.executable, "-I", str(Path(__file__).parent / "press.py"))
TIME = 20.0  # seconds for one document; a page takes one or two
MOST_AT_ONCE = 2  # documents that one process of ours has made at a time
TURN = 10.0  # seconds to wait for one of these places
making = BoundedSemaphore(MOST_AT_ONCE)


class NoPaper(Refused):
    """No PDF can be made here or now: the page itself can still be printed."""

    title = _l("Le PDF ne peut pas se faire ici")
    advice = _l("Revenez en arrière et imprimez la page elle-même.")
    code = 503


@cache
def available() -> bool:
    """Return whether this machine has what makes a PDF (Pango); asked once, it takes a second."""
    asked = (*PRESS, "--exists")
    try:
        found = subprocess.run(asked, capture_output=True, timeout=TIME)  # noqa: S603  our own file
        return found.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def pdf(html: str) -> bytes:
    """Return the tagged PDF of a whole HTML page (templates/paper/page.html); raise NoPaper."""
    if not making.acquire(timeout=TURN):
        raise Refused.for_status(503)
    try:
        made = subprocess.run(  # noqa: S603  our own file
            PRESS, input=html.encode(), capture_output=True, timeout=TIME, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.error("paper", kind=type(error).__name__)  # its words may hold those of the page
        raise NoPaper from None
    finally:
        making.release()
    return made.stdout


def answer(document: bytes, name: str) -> Response:
    """Return the answer that opens a PDF in the browser, named for whoever keeps it."""
    response = Response(document, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "no-store, private"
    return response
