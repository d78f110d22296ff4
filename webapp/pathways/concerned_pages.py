"""The page “is it for me?”: answered at once, nothing written anywhere."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from webapp.access import public
from webapp.employers.fields import Boxes
from webapp.extensions import limiter
from webapp.forms import PublicForm
from webapp.htmx import render
from webapp.i18n import lazy_gettext as _l
from webapp.pathways import concerned

bp = Blueprint("concerned", __name__)


class ConcernedForm(PublicForm):
    """What is true of someone, among eight pictures."""

    signs = Boxes(
        _l("Touchez ce qui est vrai pour vous."),
        choices=[SelectChoice(one, text) for one, text in concerned.SENTENCES.items()],
    )


@bp.route("/suis-je-concerne", methods=["GET", "POST"])
@public
@limiter.limit("60 per minute", methods=["POST"])
def ask() -> ResponseReturnValue:
    """Ask with pictures; say what is likely and whom to call. Nothing is kept."""
    form = ConcernedForm()
    answered = form.validate_on_submit()
    answer = render(
        "pathways/concerned.html",
        form=form,
        answered=answered,
        likely=answered and concerned.is_likely(form.signs.data),
        sentences=concerned.SENTENCES,
        pictures=concerned.PICTURES,
    )
    if request.method == "POST":
        answer.cache_control.no_store = True
    return answer
