"""An adviser of the territory reads a new employer's first offer, and what people reported."""

import pytest

from tests.factories import make_account, make_offer, make_organisation, sign_in
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import due
from webapp.messages.queries import outbox
from webapp.offers import actions
from webapp.scams.actions import Problem
from webapp.scams.actions import report as tell


@pytest.fixture
def recruiter(app):
    """Who recruits for a structure that nobody knows yet."""
    return make_account("employer", organisation=make_organisation(kind="ei", known_since=None))


@pytest.fixture
def draft(recruiter):
    """Its first offer, whole."""
    return make_offer("draft", organisation=recruiter.organisation)


@pytest.fixture
def adviser(client):
    """A browser in which an adviser of the same town has entered."""
    sign_in(client, make_account("adviser"))
    return client


def publish(app, recruiter, offer):
    """Publish as the employer does; return the page that follows."""
    browser = app.test_client()
    sign_in(browser, recruiter)
    address = f"/employeur/offres/{offer.public_id}/publier"
    page = browser.post(address, follow_redirects=True)
    db.session.refresh(offer)
    return page


def read(offer, act=""):
    """The address of an offer to read, or of an act on it."""
    return f"/conseiller/offres/{offer.public_id}{act}"


def test_the_first_offer_of_a_new_employer_waits_and_the_next_does_not(
    app, database, recruiter, draft, adviser
):
    page = publish(app, recruiter, draft)
    assert "Quelqu’un relit votre offre" in page.words
    assert draft.status == "in_review"
    assert app.test_client().get(f"/offres/{draft.public_id}").status_code == 404
    assert adviser.get("/conseiller/offres/").h1 == "1 offre à relire"

    adviser.post(read(draft, "/publier"))

    db.session.refresh(draft)
    assert draft.is_published
    assert "est en ligne" in outbox(recruiter.email)[0].text
    second = make_offer("draft", organisation=recruiter.organisation)
    publish(app, recruiter, second)
    assert second.is_published
    assert adviser.get("/conseiller/offres/").h1 == "Aucune offre à relire"


def test_what_lacks_something_is_said_before_anyone_reads_it(app, recruiter, draft):
    draft.backup_id = None
    db.session.commit()

    page = publish(app, recruiter, draft)

    assert page.status_code == 422
    assert draft.status == "draft"


def test_the_page_shows_what_people_would_see_and_whom_to_call(app, recruiter, draft, adviser):
    publish(app, recruiter, draft)

    page = adviser.get(read(draft))

    assert "Première offre de cette structure" in page.words
    assert "poubelles" in page.words
    assert page.all(f"main a[href='tel:{draft.contact.phone}']")


def test_a_refusal_is_read_by_the_employer_on_the_page_and_by_mail(app, recruiter, draft, adviser):
    publish(app, recruiter, draft)

    missed = adviser.post(read(draft, "/refuser"), data={})
    assert missed.status_code == 422
    assert "Touchez une raison" in missed.words
    adviser.post(read(draft, "/refuser"), data={"reason": "facts", "more": "Quel bus ?"})

    db.session.refresh(draft)
    assert draft.status == "refused"
    assert draft.refusal == "Il manque des faits utiles aux personnes. Quel bus ?"
    assert draft.refusal in outbox(recruiter.email)[0].text
    page = publish(app, recruiter, draft)
    assert "Quelqu’un relit" in page.words


def test_a_reason_of_ones_own_must_be_written(app, recruiter, draft, adviser):
    publish(app, recruiter, draft)

    missed = adviser.post(read(draft, "/refuser"), data={"reason": "other", "more": " "})

    assert missed.status_code == 422
    assert "Écrivez la raison" in missed.words


def test_an_adviser_far_away_neither_sees_nor_decides(app, client, recruiter, draft):
    publish(app, recruiter, draft)
    far = make_organisation(kind="ccas", insee="33063", lat=44.84, lon=-0.58)
    sign_in(client, make_account("adviser", organisation=far))

    assert client.get("/conseiller/offres/").h1 == "Aucune offre à relire"
    assert client.post(read(draft, "/publier")).status_code == 404
    db.session.refresh(draft)
    assert draft.status == "in_review"


def reported(offer):
    """An offer that three networks reported."""
    for last in range(3):
        problem = Problem("money", "Il demande 50 euros", f"192.0.{last}.7")
        tell(offer, problem, "s" * 32, now())
    db.session.commit()
    return offer


def test_a_reported_offer_shows_its_reports_and_comes_back_once_read(adviser):
    offer = reported(make_offer())
    assert offer.status == "paused"
    page = adviser.get(read(offer))
    assert "Il demande 50 euros" in page.words

    adviser.post(read(offer, "/publier"))

    db.session.refresh(offer)
    assert offer.is_published


def test_a_reported_offer_that_is_refused_comes_back_only_once_read_again(adviser):
    offer = reported(make_offer())

    adviser.post(read(offer, "/refuser"), data={"reason": "trap"})

    db.session.refresh(offer)
    assert offer.status == "refused"
    actions.publish(offer, now())
    assert offer.status == "in_review"
    db.session.commit()


def test_an_offer_on_line_may_be_looked_at_after_and_taken_off(adviser):
    offer = make_offer()
    assert "Mises en ligne ces 7 derniers jours" in adviser.get("/conseiller/offres/").words

    adviser.post(read(offer, "/refuser"), data={"reason": "fake"})

    db.session.refresh(offer)
    assert offer.status == "refused"


def test_an_offer_that_lacks_something_meanwhile_is_not_let_through(app, recruiter, draft, adviser):
    publish(app, recruiter, draft)
    draft.backup_id = None
    db.session.commit()

    page = adviser.post(read(draft, "/publier"))

    assert page.status_code == 422
    assert "Il manque encore quelque chose" in page.words


def test_offers_to_read_are_among_what_waits_for_an_adviser(app, recruiter, draft):
    publish(app, recruiter, draft)
    adviser = make_account("adviser")

    with app.test_request_context():
        waiting = due.waiting(adviser, now())
        titles = [one.title for one in waiting if one.kind == "offer-to-read"]

    assert titles == [
        "Offre à relire\N{NO-BREAK SPACE}: Ménage dans des bureaux, Les Ateliers du Canal"
    ]
