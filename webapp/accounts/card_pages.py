"""Pages of the paper card: open with it, make one's own, end it.

The square on the paper holds the code after a `#`: browsers keep that part to themselves, so the
code stands in no log, no proxy and no referrer. A script writes it into the form and takes it out
of the address; without scripts the person types it from the paper.
"""

from datetime import timedelta

from flask import Blueprint, Response, current_app, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp import phones
from webapp.access import person_only, public
from webapp.accounts import cards, coming_back, devices
from webapp.accounts.card_forms import OWN, CardForm, MakeCardForm
from webapp.accounts.enums import SignInWay
from webapp.accounts.paper import Paper
from webapp.clock import PARIS, now
from webapp.extensions import db, limiter
from webapp.followup import timeline
from webapp.followup.enums import Happened, Readers
from webapp.htmx import render
from webapp.i18n import gettext as _

bp = Blueprint("cards", __name__)
# Forty people behind one address press without being stopped; a machine is.
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.get("/c")
@public
def short() -> ResponseReturnValue:
    """Open from the square on the paper: the same page, at an address short enough to type."""
    return ask(CardForm(), status=200)


@bp.route("/connexion/carte", methods=["GET", "POST"])
@public
@from_one_address
def enter() -> ResponseReturnValue:
    """Open with a card: its code, the first name and the day of birth, on one page."""
    form = CardForm()
    if not form.validate_on_submit():
        return ask(form, status=422 if form.errors else 200)
    moment = now()
    wait = cards.wait(form.shown.code, moment)
    if wait is not None:
        return ask(form, status=429, wait=wait)
    person = cards.shown_by(form.shown, moment)
    if person is None:
        db.session.commit()
        return ask(form, status=422, wrong=True)
    shared, after = form.whose.data != OWN, coming_back.after_entering()
    devices.open_for_person(person, way=SignInWay.CARD, shared=shared, confirmed=True, now=moment)
    cards.tell_use(person, help_line(), moment)
    db.session.commit()
    return redirect(after, code=303)


def ask(
    form: CardForm, *, status: int, wrong: bool = False, wait: timedelta | None = None
) -> Response:
    """Ask for the card; the words are the same whatever is wrong."""
    answer = render("accounts/card_enter.html", form=form, wrong=wrong, hours=hours(wait))
    answer.status_code = status
    if request.method == "POST":
        answer.cache_control.no_store = True
    return answer


def hours(wait: timedelta | None) -> int:
    """Return a waiting time in hours begun; 0 for none."""
    return 0 if wait is None else int(wait.total_seconds() // 3600) + 1


def help_line() -> phones.Phone:
    """Return the number that people call when something is wrong."""
    return phones.Phone(current_app.config["HELP_LINE"])


@bp.get("/moi/carte")
@person_only
def mine() -> ResponseReturnValue:
    """Say whether a card opens for me; make one, or end it."""
    return render_mine(MakeCardForm())


@bp.post("/moi/carte")
@person_only
def make() -> ResponseReturnValue:
    """Make my card and show it, this once: asking again makes another and ends this one."""
    form = MakeCardForm()
    if cards.needs_birthday(g.person):
        if not form.validate():
            answer = render_mine(form)
            answer.status_code = 422
            return answer
        cards.learn_birthday(g.person, str(form.birthday.data))
    code = cards.make(g.person, None, now())
    timeline.record(g.person, Happened.CARD, now(), readers=Readers.PERSON)
    db.session.commit()
    return render("accounts/card_paper.html", paper=Paper.of(code, None))


@bp.post("/moi/carte/arreter")
@person_only
def end() -> ResponseReturnValue:
    """End my card at once."""
    cards.revoke(g.person, None, now())
    db.session.commit()
    flash(_("La carte est arrêtée : elle n’ouvre plus rien."))
    return redirect(url_for(".mine"), code=303)


def render_mine(form: MakeCardForm) -> Response:
    """Show the state of my card."""
    card = cards.current(g.person)
    return render(
        "accounts/card_mine.html",
        card=card,
        made_on=card.created_at.astimezone(PARIS).date() if card else None,
        form=form,
        ask_birthday=cards.needs_birthday(g.person),
    )
