"""An adviser presents someone who agreed: told by SMS, who may say no; a quota, a rhythm."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_offer,
    make_person,
    sign_in,
)
from webapp.applications import answers
from webapp.applications.enums import Reason
from webapp.applications.models import Application
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.models import TimelineEvent
from webapp.messages import inbound, rules
from webapp.messages import queries as outbox
from webapp.people import erasing, exporting
from webapp.people.journal import read_by
from webapp.presenting import actions, followup, queries, refusals
from webapp.presenting.models import Presentation

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=PARIS)
AWA = "+33639981234"
SAID = "Awa nettoie depuis 3 ans et arrive toujours à l’heure."


@pytest.fixture
def nadia(client, at):
    at(TUESDAY)
    account = make_account("adviser", first_name="Nadia")
    sign_in(client, account)
    return account


@pytest.fixture
def awa(nadia):
    """Awa, who lets Nadia's structure accompany her."""
    person = make_person(first_name="Awa", phone=AWA)
    make_consent(person, nadia)
    return person


@pytest.fixture
def offer(nadia):
    offer = make_offer()
    offer.contact.phone = "+33639980001"
    db.session.commit()
    return offer


def present(client, person, offer, sentence=SAID):
    data = {"offer": offer.public_id, "sentence": sentence}
    return client.post(f"/conseiller/personnes/{person.public_id}/presenter", data=data)


def made() -> Presentation:
    return db.session.scalars(select(Presentation)).one()


def write(text: str) -> str:
    inbound.receive(AWA, text, now())
    db.session.commit()
    return outbox.outbox(AWA)[-1].text


def test_one_sentence_and_one_press_make_a_request_that_both_sides_read(client, nadia, awa, offer):
    assert "Ménage dans des bureaux" in client.get(
        f"/conseiller/personnes/{awa.public_id}/presenter?mot=menage"
    ).words.replace("\u00a0", " ")

    present(client, awa, offer)

    asked = made().application
    assert (asked.person_id, asked.phone, asked.status) == (awa.id, AWA, "sent")
    (told,) = [one.text for one in outbox.outbox(AWA)]
    assert told.startswith("Nadia vous présente à Les Ateliers du Canal")
    assert "Répondez NON" in told
    assert rules.parts(told) == 1
    assert "Awa" in outbox.outbox(offer.contact.phone)[0].text
    assert read_by(awa)[0].about == {"kind": "presentation"}
    kinds = db.session.scalars(select(TimelineEvent.kind).order_by(TimelineEvent.id)).all()
    assert kinds == ["request-presented"]

    sign_in(client, make_account("employer", organisation=offer.organisation))
    page = client.get("/employeur/").words
    assert "Nadia présente cette personne" in page
    assert SAID in page
    sign_in(client, awa)
    assert "Nadia vous présente à l’employeur" in client.get("/suivi").words


def test_pressed_twice_someone_is_presented_once(client, awa, offer):
    present(client, awa, offer)
    present(client, awa, offer)

    assert made().sentence == SAID
    assert len(db.session.scalars(select(Application)).all()) == 1


def test_without_an_agreement_nobody_is_presented(client, nadia, offer):
    person = make_person(first_name="Awa", registered_by_id=nadia.id)

    page = client.get(f"/conseiller/personnes/{person.public_id}/presenter")
    assert "Il faut d’abord l’accord" in page.words
    assert "Présenter" not in [node.text() for node in page.all("main summary")]
    assert present(client, person, offer).status_code == 403
    assert db.session.scalars(select(Application)).all() == []


def test_a_no_undoes_it_and_they_are_not_presented_there_again(client, awa, offer):
    present(client, awa, offer)

    assert "ne voit plus votre nom" in write("NON")
    asked = made().application
    assert (asked.status, made().refused_at is not None) == ("withdrawn", True)
    assert present(client, awa, offer).status_code == 409
    assert "La personne a dit non" in present(client, awa, offer).words


def test_a_yes_changes_nothing_and_once_answered_a_no_is_no_longer_about_it(client, awa, offer):
    present(client, awa, offer)
    assert "Karim vous appelle" in write("oui")
    assert made().application.status == "sent"

    answers.call(made().application, now())
    db.session.commit()
    write("NON")
    assert made().refused_at is None


@pytest.mark.parametrize(
    ("sentence", "said"),
    [("", "Écrivez une phrase"), ("On cherche une femme", "dites ce que la personne sait faire")],
)
def test_says_what_is_wrong_with_the_sentence(client, awa, offer, sentence, said):
    page = present(client, awa, offer, sentence)

    assert page.status_code == 422
    assert said in page.words


def order(offer, wanted, per_week=2):
    made = actions.want(offer, wanted, now())
    if per_week:
        actions.confirm(offer, make_account("adviser"), per_week, now())
    db.session.commit()
    return made


def test_an_offer_with_enough_people_says_so_and_a_no_opens_a_place(client, nadia, awa, offer):
    asked = make_application(offer=offer)
    near = make_offer(organisation=offer.organisation, lat=45.779)
    order(offer, 1)

    page = client.get(f"/conseiller/personnes/{awa.public_id}/presenter")
    assert "assez de personnes à voir" in page.words
    assert len(page.all("main li.card")) == 2, near.public_id
    assert present(client, awa, offer).status_code == 409
    assert "Déjà beaucoup de demandes" in client.get(f"/offres/{offer.public_id}").words

    answers.decline(asked, Reason.FILLED, now())
    db.session.commit()
    assert "Déjà beaucoup" not in client.get(f"/offres/{offer.public_id}").words
    assert present(client, awa, offer).status_code == 303


def test_a_quota_never_limits_one_s_own_request(client, offer):
    make_application(offer=offer)
    order(offer, 1)

    client.post(
        f"/offres/{offer.public_id}/interesse",
        data={"first_name": "Ali", "phone": "06 39 98 12 35", "moment": "any"},
    )

    assert queries.held(offer) == 2


def test_past_the_rhythm_of_the_week_someone_waits_for_the_next(client, nadia, awa, offer, at):
    order(offer, 5, per_week=1)
    other = make_person(first_name="Ali", phone="+33639981235")
    make_consent(other, nadia)
    present(client, other, offer)

    assert "Le rythme de la semaine" in present(client, awa, offer).words
    at(TUESDAY + timedelta(days=7, minutes=1))
    sign_in(client, nadia)
    assert present(client, awa, offer).status_code == 303


def test_a_referent_agrees_on_the_rhythm_with_the_employer(app, client, nadia, awa, offer):
    order(offer, 4, per_week=None)
    with app.test_request_context():
        (due,) = followup.orders_to_confirm(nadia, now(), everyone=False)
    assert "veut voir 4 personnes" in due.title
    assert (
        "convient d’abord du rythme"
        in client.get(f"/conseiller/offres/{offer.public_id}/presenter").words
        or present(client, awa, offer).status_code == 409
    )

    page = client.get(f"/conseiller/offres/{offer.public_id}/rythme")
    assert "Appelez Karim" in page.words
    agreed = {"per_week": "2", "shown_in": ["help-places", "elsewhere"]}
    client.post(f"/conseiller/offres/{offer.public_id}/rythme", data=agreed)
    db.session.expire_all()
    assert queries.order_of(offer).per_week == 2
    again = client.get(f"/conseiller/offres/{offer.public_id}/rythme")
    assert "Montrée aussi : affichée dans les lieux d’aide." in again.words
    assert f"/offres/{offer.public_id}/imprimer" in again.links().values()
    with app.test_request_context():
        assert followup.orders_to_confirm(nadia, now(), everyone=False) == []


def test_a_rhythm_that_nobody_agreed_holds_nobody_back_after_two_days(
    client, nadia, awa, offer, at
):
    order(offer, 4, per_week=None)
    at(TUESDAY + timedelta(days=6))
    sign_in(client, nadia)

    assert present(client, awa, offer).status_code == 303


def test_an_employer_says_how_many_and_reads_what_was_agreed(client, offer, at):
    at(TUESDAY)
    sign_in(client, make_account("employer", organisation=offer.organisation))
    address = f"/employeur/offres/{offer.public_id}/rencontrer"

    assert client.post(address, data={"wanted": "40"}).status_code == 422
    client.post(address, data={"wanted": "5"})
    nadia = make_account("adviser", first_name="Nadia")
    actions.confirm(offer, nadia, 2, now(), ["meetings", "partners"])
    db.session.commit()

    page = client.get(address).words
    assert "Montrée aussi : dite en réunion d’information, envoyée aux partenaires." in page
    assert "0 personne à voir, sur 5 voulues" in page
    assert "2 par semaine au plus" in page
    assert "Avec Nadia" in page
    assert address in client.get(f"/employeur/offres/{offer.public_id}").links().values()
    client.post(address, data={"wanted": "0"})
    assert queries.order_of(offer) is None


def test_from_the_offer_an_adviser_presents_one_of_their_people(client, nadia, awa, offer):
    caseloads.follow(awa, nadia, by=None, now=now())
    db.session.commit()
    address = f"/conseiller/offres/{offer.public_id}/presenter"
    assert "Awa" in client.get(address).words

    client.post(address, data={"person": awa.public_id, "sentence": SAID})

    assert made().application.offer_id == offer.id
    assert "Déjà demandé" in client.get(address).words


def test_what_was_said_of_someone_is_theirs_to_read_and_goes_with_them(client, awa, offer):
    present(client, awa, offer)
    assert exporting.everything(awa, now())["presentations"][0]["sentence"] == SAID

    erasing.erase(awa, now())
    db.session.commit()
    assert db.session.scalars(select(Presentation)).all() == []


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [({"phone": None}, refusals.NoPhone), ({}, refusals.AskedAlready)],
)
def test_someone_without_a_phone_or_who_asked_already_is_not_presented(
    nadia, awa, offer, facts, refusal
):
    make_application(offer=offer, person_id=awa.id)
    for name, value in facts.items():
        setattr(awa, name, value)
    db.session.commit()

    with pytest.raises(refusal):
        actions.present(awa, offer, nadia, SAID, now())
