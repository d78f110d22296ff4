"""From a draft to an offer on line, and changes to one that is there."""

import pytest

from tests.factories import make_offer
from webapp.extensions import db
from webapp.offers.models import OfferSearch


@pytest.fixture
def online(structure):
    return make_offer(organisation=structure, tasks=["vacuum", "wash-floors"])


def address(offer, page=""):
    """Return the address of a page of an offer."""
    return f"/employeur/offres/{offer.public_id}{page}"


def test_a_whole_offer_is_shown_as_people_will_see_it(employer, draft):
    page = employer.get(address(draft))

    assert "Vous passez l’aspirateur." in page.words
    assert "Publier" in page.words
    assert not page.all(".note:not(.safe)")


def test_what_is_missing_leads_to_its_page(employer, draft):
    draft.backup = draft.pay_cents = None
    db.session.commit()

    page = employer.get(address(draft))
    links = page.links()

    assert links["Continuer"] == address(draft, "/salaire")
    assert links["Il manque le salaire."] == address(draft, "/salaire")
    assert links["Il manque le remplaçant du contact."] == address(draft, "/contact")
    assert "Publier" not in page.words.replace("Avant de publier", "")


def test_an_offer_that_lacks_something_does_not_go_on_line(employer, draft):
    draft.pay_cents = None
    db.session.commit()

    page = employer.post(address(draft, "/publier"))

    assert page.status_code == 422
    assert "Il manque le salaire." in page.words
    db.session.refresh(draft)
    assert draft.status == "draft"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Payez 80 € de frais de dossier par mandat cash avant de commencer.", ""),
        ("Femmes uniquement.", "Femmes uniquement"),
    ],
)
def test_harmful_words_stay_off_line_and_lead_to_their_page(employer, draft, words, quote):
    draft.words = words  # as an import may have written it
    db.session.commit()

    page = employer.post(address(draft, "/publier"))

    assert page.status_code == 422
    assert quote in page.words
    assert page.links()["Changer vos mots"] == address(draft, "/mots")
    db.session.refresh(draft)
    assert draft.status == "draft"


def test_publishing_at_once_shows_the_offer_to_everyone(employer, draft):
    page = employer.post(address(draft, "/publier"), follow_redirects=True)

    assert "C’est en ligne" in page.words
    assert employer.get(f"/offres/{draft.public_id}").status_code == 200
    assert db.session.get(OfferSearch, draft.id)


def test_a_change_to_an_offer_on_line_is_found_at_once(employer, online):
    sent = employer.post(address(online, "/lieu"), data={"mode": "home", "home_town": "26100"})

    assert sent.location == address(online)
    row = db.session.get(OfferSearch, online.id)
    db.session.refresh(row)
    assert abs(row.lat - 45.04) < 0.05


def test_an_offer_on_line_that_loses_something_waits_in_pause(employer, online):
    sent = employer.post(address(online, "/famille"), data={"family": "kitchen"})

    assert sent.location == address(online, "/metier")
    db.session.refresh(online)
    assert online.status == "paused"
    assert db.session.get(OfferSearch, online.id, populate_existing=True) is None


def test_a_bad_way_cannot_slip_into_an_offer_on_line(employer, online):
    answers = {"mode": "here", "way": "Femmes uniquement"}

    page = employer.post(address(online, "/lieu"), data=answers)

    assert page.status_code == 422
    assert "s’adresse aux femmes et aux hommes" in page.words
    assert page.fields("main form")["way"].strip() == "Femmes uniquement"
    db.session.refresh(online)
    assert "Femmes uniquement" not in online.way


def test_changing_one_thing_of_a_whole_draft_comes_back_to_it(employer, draft):
    sent = employer.post(address(draft, "/horaires"), data={"mode": "morning"})

    assert sent.location == address(draft)


def test_each_page_of_an_unfinished_draft_leads_to_the_next(employer, draft):
    draft.contact = draft.backup = None
    db.session.commit()

    sent = employer.post(address(draft, "/horaires"), data={"mode": "morning"})

    assert sent.location == address(draft, "/contrat")


def test_the_picture_of_a_family_begins_an_offer(employer, structure):
    sent = employer.post("/employeur/offres/nouvelle", data={"family": "office"})

    assert sent.location.endswith("/metier")
    draft = db.session.query(type(make_offer())).filter_by(family="office").one()
    assert (draft.status, draft.organisation_id) == ("draft", structure.id)
    assert draft.posture == "seated"
    assert employer.post("/employeur/offres/nouvelle", data={"family": "x"}).status_code == 422


def test_the_main_act_on_an_offer_on_line_is_to_see_it(employer, online):
    page = employer.get(address(online))

    assert page.one(".bar a").attributes["href"] == f"/offres/{online.public_id}"
    assert "pause" in page.one(f"main form[action='{address(online, '/pause')}']").text()
    assert not page.all(".bar form")
