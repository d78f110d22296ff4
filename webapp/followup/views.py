"""The adviser's own pages, and the person's window on their follow-up; each part has a file."""

from flask import Blueprint

from webapp.followup import (
    day,
    desk,
    digest_pages,
    lead_pages,
    note_pages,
    own_pages,
    reading_pages,
    sealed_pages,
    since_pages,
    task_pages,
    together_pages,
)

bp = Blueprint("followup", __name__)
PARTS = (
    *(day, desk, note_pages, task_pages, reading_pages, sealed_pages, since_pages),
    *(digest_pages, lead_pages, own_pages, together_pages),
)
for part in PARTS:
    bp.register_blueprint(part.bp)
