"""Lines as a CSV that spreadsheets open."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from flask import Response

FORMULA = re.compile(r"[=+@\t]|-.")  # what a spreadsheet would compute; a lone dash is none


def csv_of(lines: Sequence[Sequence[str]], name: str) -> Response:
    """Return lines as a CSV that spreadsheets open; no cell begins a formula."""
    text = StringIO()
    safe = [[f"'{cell}" if FORMULA.match(cell) else cell for cell in line] for line in lines]
    csv.writer(text, delimiter=";").writerows(safe)
    answer = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
