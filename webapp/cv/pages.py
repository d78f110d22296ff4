"""What the pages of a CV share: the person's own, and an adviser's beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, redirect, render_template
from flask.typing import ResponseReturnValue

from webapp.accounts.models import Account
from webapp.clock import now
from webapp.cv import actions, queries, rules
from webapp.cv.french import Sheet
from webapp.cv.steps import PAGES
from webapp.extensions import db
from webapp.htmx import render
from webapp.paper import printing
from webapp.people.models import Person


@dataclass(frozen=True)
class Desk:
    """Whose CV it is, on which skeleton, where its pages are, and what to note of a change."""

    person: Person
    skeleton: str
    address: Callable[..., str]  # of the CV, of one of its steps, of its PDF, of its end
    back: tuple[str, str]  # words and address
    changed: Callable[[], object] = lambda: None
    by: Account | None = None  # the adviser beside them

    @property
    def answers(self) -> dict[str, Any]:
        """What was chosen until now."""
        cv = queries.cv_of(self.person)
        return dict(cv.answers) if cv else {}


def show(desk: Desk) -> Response:
    """Show the page as it stands, with what can be changed; the way to begin while it is empty."""
    answers = desk.answers
    return render(
        "cv/cv.html",
        desk=desk,
        sheet=None if rules.is_empty(answers) else Sheet.of(desk.person, answers),
        pages=PAGES,
        makes_pdf=printing.available(),
    )


def ask(desk: Desk, name: str) -> ResponseReturnValue:
    """Ask one page of questions, or keep its answers and go on."""
    step, answers = PAGES[name], desk.answers
    form = step.form(answers)
    if not form.validate_on_submit():
        place = rules.STEPS.index(name) + 1
        return render("cv/step.html", desk=desk, step=step, form=form, name=name, place=place)
    actions.keep(desk.person, step.keep(answers, form), now(), desk.by)
    desk.changed()
    db.session.commit()
    after = rules.next_step(name)
    return redirect(desk.address(after) if after else desk.address(), 303)


def pdf(desk: Desk) -> ResponseReturnValue:
    """Give the page as a PDF; what is empty leads to where it begins."""
    answers = desk.answers
    if rules.is_empty(answers):
        return redirect(desk.address(), 303)
    sheet = Sheet.of(desk.person, answers)
    html = render_template("cv/paper.html", sheet=sheet)
    return printing.answer(printing.pdf(html), "cv")


def forget(desk: Desk) -> ResponseReturnValue:
    """Let nothing of it stay."""
    actions.forget(desk.person)
    desk.changed()
    db.session.commit()
    return redirect(desk.address(), 303)
