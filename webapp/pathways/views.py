"""The pages of the path: the person’s own, and those of professionals, each by its own rights."""

from flask import Blueprint

from webapp.pathways import concerned_pages, own_pages, own_paper_pages
from webapp.pathways.desk import (
    answer_pages,
    approval_pages,
    committee_pages,
    diagnosis_pages,
    engagement_pages,
    home_page,
    liaison_pages,
    mistake_pages,
    renewal_pages,
    work_pages,
)

bp = Blueprint("pathways", __name__, url_prefix="/parcours")
for part in (
    concerned_pages,
    own_pages,
    own_paper_pages,
    answer_pages,
    home_page,
    engagement_pages,
    approval_pages,
    committee_pages,
    diagnosis_pages,
    liaison_pages,
    mistake_pages,
    renewal_pages,
    work_pages,
):
    bp.register_blueprint(part.bp)
