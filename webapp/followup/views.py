"""The adviser's own pages, and the person's window on their follow-up; each part has a file."""

from flask import Blueprint

from webapp.followup import day, desk, lead_pages, note_pages, own_pages, task_pages, together_pages

bp = Blueprint("followup", __name__)
for part in (day, desk, note_pages, task_pages, lead_pages, own_pages, together_pages):
    bp.register_blueprint(part.bp)
