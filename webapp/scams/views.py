"""Pages against traps: look at a message and keep nothing of it, learn, report an offer."""

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_limiter.util import get_remote_address
from werkzeug.exceptions import RequestEntityTooLarge

from webapp import clock
from webapp.access import public
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.offers.display import Page
from webapp.offers.models import Offer
from webapp.offers.queries import offer_for_public
from webapp.pwa.once import once
from webapp.scams import actions, pictures_of_text, told
from webapp.scams.display import ALWAYS, answer
from webapp.scams.forms import NOTHING, CheckForm, ReportForm, ShareForm, TellForm
from webapp.scams.lessons import ANSWERS, BY_SLUG, LESSONS, Lesson, after
from webapp.scams.words import ALREADY_GIVEN, CONTACTS, Contact

bp = Blueprint("scams", __name__)
LARGEST_MESSAGE = 1024 * 1024  # bytes: the picture of a screen that the phone could not shrink
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.before_request
def take_pictures() -> None:
    """Let a message come with the picture of a screen."""
    if request.endpoint in ("scams.check", "scams.share"):
        request.max_content_length = LARGEST_MESSAGE


@bp.after_request
def keep_nowhere(response: Response) -> Response:
    """Keep what was sent, and the answer to it, out of what a shared phone remembers."""
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@bp.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say what to do with a picture that is too heavy."""
    return render("scams/too_large.html"), 413


@bp.route("/arnaques", methods=["GET", "POST"])
@public
@from_one_address
def check() -> ResponseReturnValue:
    """Ask for a message, then say what to think of it."""
    form = CheckForm()
    return answered(form) if form.validate_on_submit() else asked(form)


@bp.post("/arnaques/partage")
@public
@from_one_address
def share() -> ResponseReturnValue:
    """Say what to think of what another application of the phone shares."""
    return answered(ShareForm())


@bp.get("/arnaques/partage")
@public
def shared() -> ResponseReturnValue:
    """Lead who opens the address of a share to the page where a message is pasted."""
    return redirect(url_for(".check"))


def answered(form: CheckForm) -> ResponseReturnValue:
    """Show the answer about what was sent; ask again, kindly, when nothing can be read in it."""
    try:
        words = form.words_of_picture()
    except pictures_of_text.NotRead as problem:
        return asked(form, problem.reason)
    text = "\n".join(part for part in (form.said(), words) if part)
    if not text:
        return asked(form, NOTHING)
    return render(
        "scams/answer.html",
        answer=answer(text, from_picture=bool(words)),
        telling=TellForm(formdata=None, data={"text": text[: told.LONGEST]}),
        always=ALWAYS,
        already_given=ALREADY_GIVEN,
        police=CONTACTS[Contact.POLICE],
        victims=CONTACTS[Contact.VICTIMS],
        cyber=CONTACTS[Contact.CYBER],
    )


@bp.post("/arnaques/signaler")
@public
@limiter.limit("10 per minute; 40 per day")
def tell() -> ResponseReturnValue:
    """Keep a message that its reader reports, so that others are warned."""
    told.tell(TellForm().text.data or "", clock.now())
    db.session.commit()
    return redirect(url_for(".thanked"), 303)


@bp.get("/arnaques/signaler")
@public
def thanked() -> ResponseReturnValue:
    """Thank who reported a message; lead who comes by the address alone to the check."""
    return render("scams/thanked.html")


def asked(form: CheckForm, problem: str = "") -> ResponseReturnValue:
    """Show the page that asks for a message; 422 with what is missing in what was sent."""
    blank = CheckForm(formdata=None, data={"text": form.said()})
    if problem:
        blank.tell(problem)
    page = render("scams/check.html", form=blank, reads_pictures=pictures_of_text.can_read())
    return page, 422 if problem else 200


@bp.get("/arnaques/apprendre")
@public
def learn() -> ResponseReturnValue:
    """List the lessons."""
    return render("scams/learn.html", lessons=LESSONS)


@bp.get("/arnaques/apprendre/<slug>")
@public
def lesson(slug: str) -> ResponseReturnValue:
    """Show one lesson and its question, with both answers folded."""
    found = lesson_or_404(slug)
    number = LESSONS.index(found) + 1
    return render("scams/lesson.html", lesson=found, number=number, next=after(found))


@bp.get("/arnaques/apprendre/<slug>/<said>")
@public
def tried(slug: str, said: str) -> ResponseReturnValue:
    """Say kindly whether the answer was the right one, and why: at the address of former pages."""
    found = lesson_or_404(slug)
    if said not in ANSWERS:
        abort(404)
    right = ANSWERS[said] == found.is_true
    return render("scams/tried.html", lesson=found, right=right, next=after(found))


def lesson_or_404(slug: str) -> Lesson:
    """Return a lesson by its name in the address."""
    return BY_SLUG.get(slug) or abort(404)


@bp.route("/offres/<public_id>/signaler", methods=["GET", "POST"])
@public
@limiter.limit("10 per minute; 40 per day", methods=["POST"])
@once
def report(public_id: str) -> ResponseReturnValue:
    """Tell that something is wrong with an offer."""
    offer = open_offer(public_id)
    form = ReportForm()
    page = Page(offer, clock.today())
    if not form.validate_on_submit():
        return render("scams/report.html", form=form, page=page), 422 if form.errors else 200
    problem = actions.Problem(form.reason.data, form.words.data, get_remote_address())
    actions.report(offer, problem, current_app.config["SECRET_KEY"], clock.now())
    db.session.commit()
    return redirect(url_for(".reported", public_id=offer.public_id), 303)


@bp.get("/offres/<public_id>/signaler/merci")
@public
def reported(public_id: str) -> ResponseReturnValue:
    """Thank who reported, and say what happens next."""
    offer = offer_for_public(public_id.lower()) or abort(404)
    return render("scams/reported.html", page=Page(offer, clock.today()))


def open_offer(public_id: str) -> Offer:
    """Return an offer that people see; answer the page of an offer that is over, or 404."""
    offer = offer_for_public(public_id.lower())
    if offer is None:
        abort(404)
    if not offer.is_published:
        over = render("offers/over.html", page=Page(offer, clock.today()))
        over.status_code = 410
        abort(over)
    return offer
