"""The employer's pages: enter, call people back, see one's offers and bring them on or off line."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only, public
from webapp.accounts import staff_links
from webapp.clock import now, today
from webapp.employers import absences, actions, answering, following, rules, still_open, words
from webapp.employers.entry import EntryForm
from webapp.employers.fields import StepForm
from webapp.employers.home import render_home
from webapp.employers.steps import (
    BY_KEY,
    BY_SLUG,
    Step,
    address_of,
    after,
    family_form,
    lacking,
    resume,
)
from webapp.employers.summary import summary
from webapp.errors import Refused
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.jobs.queries import families
from webapp.offers import queries as offer_queries
from webapp.offers.display import Page, job_name
from webapp.offers.models import Offer
from webapp.organisations import members
from webapp.organisations import queries as organisations
from webapp.organisations.models import Invitation
from webapp.organisations.rules import hash_of, opens

bp = Blueprint("employers", __name__, url_prefix="/employeur")
for part in (absences, answering, following, still_open):
    bp.register_blueprint(part.bp)
from_one_address = limiter.limit("20 per minute; 60 per hour", methods=["POST"])


@bp.after_request
def keep_nowhere(response: Response) -> Response:
    """Keep names and numbers out of what a shared phone remembers."""
    response.cache_control.no_store = True
    return response


@bp.get("/invitation/<token>")
@public
def invitation(token: str) -> ResponseReturnValue:
    """Show to which structure a link opens, and ask who comes; looking at it lets nobody in."""
    found = open_invitation(token)
    if found is None:
        return render("employers/closed.html"), 404
    return render("employers/invitation.html", organisation=found.organisation, form=EntryForm())


@bp.post("/invitation/<token>")
@public
@from_one_address
def enter(token: str) -> ResponseReturnValue:
    """Open an account, and mail the link by which it is entered: the mailbox is the proof."""
    found, form = open_invitation(token), EntryForm()
    if found is None:
        return render("employers/closed.html"), 404
    if not form.validate():
        here = found.organisation
        return render("employers/invitation.html", organisation=here, form=form), 422
    member = form.member()
    staff_links.count(member.email, now())  # whoever's it is: the wait tells nothing
    account = members.enter(found.organisation, member, now())
    if account is not None:
        staff_links.mail(account, now())
    db.session.commit()
    return redirect(url_for("accounts.staff.sent"), code=303)


def open_invitation(token: str) -> Invitation | None:
    """Return the invitation of this secret, if it still lets someone enter."""
    found = organisations.invitation_by_hash(hash_of(token))
    if found is None:
        return None
    lasts = opens(expires_at=found.expires_at, revoked_at=found.revoked_at, now=now())
    return found if lasts else None


@bp.get("/")
@employer_only
def home() -> ResponseReturnValue:
    """Show who waits for a call, who answers, then the offers."""
    return render_home()


def offer_or_404(public_id: str) -> Offer:
    """Return an offer of this structure."""
    return offer_queries.offer_of(g.employer.id, public_id) or abort(404)


@bp.get("/offres/nouvelle")
@employer_only
def choose() -> ResponseReturnValue:
    """Begin an offer by the picture of its work."""
    return render_new(family_form(None))


@bp.post("/offres/nouvelle")
@employer_only
def begin() -> ResponseReturnValue:
    """Make the draft, then ask for the job."""
    form = family_form(None)
    if not form.validate():
        return render_new(form), 422
    offer = actions.start(g.employer, form.family.data, now())
    db.session.commit()
    return redirect(address_of(offer, "job"), code=303)


def render_new(form: StepForm) -> Response:
    """Show the first question of an offer that is not there yet."""
    return render(
        "employers/family.html",
        form=form,
        step=BY_KEY["family"],
        families=families(),
        words=words,
        rules=rules,
    )


@bp.get("/offres/<public_id>")
@employer_only
def offer(public_id: str) -> ResponseReturnValue:
    """Show an offer as job seekers see it, with what it still lacks and what can be done."""
    return render_offer(offer_or_404(public_id))


@bp.get("/offres/<public_id>/<slug>")
@employer_only
def step(public_id: str, slug: str) -> ResponseReturnValue:
    """Ask one question of an offer."""
    found, asked = offer_or_404(public_id), step_or_404(slug)
    return render_step(found, asked, asked.make(found))


@bp.post("/offres/<public_id>/<slug>")
@employer_only
def save(public_id: str, slug: str) -> ResponseReturnValue:
    """Keep the answers of one page, and no others; then ask the next question."""
    found, asked = offer_or_404(public_id), step_or_404(slug)
    form = asked.make(found)
    if asked.part and "read" in request.form:  # still being written: nothing is kept
        return render_step(found, asked, form)
    if not form.validate():
        return render_step(found, asked, form), 422
    asked.keep(found, form, now())
    db.session.commit()
    if "see" in request.form:
        return redirect(address_of(found, asked.key) + "#seen", code=303)
    return redirect(after(found, asked.key), code=303)


def step_or_404(slug: str) -> Step:
    """Return the page of this name."""
    return BY_SLUG.get(slug) or abort(404)


def render_step(found: Offer, asked: Step, form: StepForm) -> Response:
    """Show one question, with the way back and how far one is."""
    before = rules.previous_step(asked.key, found.kind)
    return render(
        f"employers/{asked.key}.html",
        asked.part,
        form=form,
        offer=found,
        step=asked,
        families=families(),
        before=address_of(found, before) if before else None,
        words=words,
        rules=rules,
        shown=asked.show(found, form),
    )


def render_offer(found: Offer, refusal: Refused | None = None) -> Response:
    """Show an offer to its employer, with the refusal of what was just asked, if any."""
    gaps = lacking(found)
    return render(
        "employers/offer.html",
        offer=found,
        page=None if gaps else Page(found, today()),
        gaps=[(words.LACKING[key], address_of(found, rules.step_of(key))) for key in gaps],
        rows=[(label, text, address_of(found, key)) for key, label, text in summary(found)],
        refusal=refusal,
        quoted=words.quoted(refusal),
        doubtful=words.doubtful(found),
        resume=resume,
        job_name=job_name,
        words=words,
    )


@bp.post("/offres/<public_id>/publier")
@employer_only
def publish(public_id: str) -> ResponseReturnValue:
    """Bring an offer on line, or let it be read first. Else say kindly why it cannot be."""
    found = offer_or_404(public_id)
    try:
        actions.publish(found, now())
    except Refused as refusal:
        db.session.rollback()
        return render_offer(offer_or_404(public_id), refusal), refusal.code
    db.session.commit()
    flash(words.after_publishing(found.status))
    return redirect(url_for(".offer", public_id=public_id), code=303)


@bp.post("/offres/<public_id>/pause")
@employer_only
def pause(public_id: str) -> ResponseReturnValue:
    """Hide an offer for a while."""
    found = offer_or_404(public_id)
    actions.pause(found, now())
    db.session.commit()
    flash(_("L’offre est en pause : personne ne la voit."))
    return redirect(url_for(".home"), code=303)


@bp.post("/offres/<public_id>/pourvue")
@employer_only
def filled(public_id: str) -> ResponseReturnValue:
    """End an offer: someone was found."""
    found = offer_or_404(public_id)
    actions.fill(found, now())
    db.session.commit()
    flash(_("C’est pourvu : l’offre n’est plus en ligne."))
    return redirect(url_for(".home"), code=303)
