"""What the demonstration shows of answers: to an employer, to a person, to an adviser."""

from sqlalchemy import select

from tests.factories import sign_in
from webapp.accounts.models import Account
from webapp.applications import rates
from webapp.clock import now
from webapp.demonstration import paths, team
from webapp.extensions import db
from webapp.offers.models import Offer


def account(email: str) -> Account:
    return db.session.scalars(select(Account).where(Account.email == email)).one()


def test_the_employer_has_a_meeting_today_answers_given_and_someone_presented(
    client, demonstration
):
    employer = account(paths.EMPLOYER)
    sign_in(client, employer)
    words = client.get("/employeur/").words.replace("\u00a0", " ")

    assert "1 personne vous attend" in words
    assert "Nadia présente cette personne" in words
    assert "1 personne choisit un moment" in words
    assert "Fait : 1 réponse" in words
    rate = rates.of_employer(employer.organisation_id, now())
    assert rate is not None
    assert rate.asked >= rates.ENOUGH


def test_fatou_has_a_meeting_to_choose_and_an_offer_shows_how_its_employer_answers(
    client, demonstration
):
    fatou = team.people()[0]
    sign_in(client, fatou)
    assert "Choisissez un moment pour voir Karim" in client.get("/suivi").words

    here = account(paths.EMPLOYER).organisation_id
    offer = db.session.scalars(
        select(Offer).where(Offer.organisation_id == here, Offer.status == "published")
    ).first()
    assert "Cet employeur a répondu à" in client.get(f"/offres/{offer.public_id}").words


def test_the_adviser_has_an_offer_to_read_and_a_rhythm_to_agree(client, demonstration):
    sign_in(client, account(team.ADVISER))
    words = client.get("/conseiller/").words

    assert "Offre à relire" in words
    assert "convenez d’un rythme" in words
