"""The employer's first page: who waits, then the offers."""

from datetime import date, datetime, timedelta

import pytest

from tests.employers.conftest import enter
from tests.factories import make_application, make_offer
from webapp.clock import PARIS, now, today
from webapp.extensions import db

TODAY = date(2026, 11, 24)


@pytest.fixture
def offer(structure):
    return make_offer(organisation=structure)


def test_who_waits_comes_first_with_all_that_is_needed_to_call(client, structure, offer, at):
    at(datetime(2026, 11, 24, 9, 5, tzinfo=PARIS))
    employer = enter(client, structure)
    make_application(
        offer=offer,
        first_name="Awa",
        phone="+33639981234",
        moment="morning",
        answer_by=TODAY + timedelta(days=1),
        created_at=now(),
    )

    page = employer.get("/employeur/")

    assert page.h1 == "1 personne attend"
    assert page.one("main a[href='tel:+33639981234']")
    for words in (
        "Awa",
        "Ménage dans des bureaux",
        "le matin",
        "mercredi 25 novembre",
        "Demandé mardi 24 novembre à 9 h 05",
    ):
        assert words in page.words


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "En retard"), (0, "Aujourd’hui : dernier jour promis"), (1, "au plus tard")],
)
def test_says_how_urgent_a_call_is(employer, offer, days, words):
    make_application(offer=offer, answer_by=today() + timedelta(days=days))

    assert words in employer.get("/employeur/").words


def test_the_most_urgent_comes_first(employer, offer):
    for name, days in (("Tard", 5), ("Tôt", -2), ("Moyen", 1)):
        make_application(offer=offer, first_name=name, answer_by=today() + timedelta(days=days))

    names = [node.text() for node in employer.get("/employeur/").all("main h2 bdi")]

    assert names == ["Tôt", "Moyen", "Tard"]


def test_says_who_wrote_for_someone_and_who_comes(employer, offer):
    make_application(offer=offer, way="i_visit", for_someone=True, helper_name="Claire")

    words = employer.get("/employeur/").words

    assert "Demande écrite par Claire" in words
    assert "Passe vous voir" in words


@pytest.mark.usefixtures("database")
def test_one_press_notes_the_call_and_another_takes_it_back(employer, offer):
    asked = make_application(offer=offer, first_name="Awa")
    address = f"/employeur/demandes/{asked.public_id}"

    done = employer.post(f"{address}/appele", follow_redirects=True)
    assert done.h1 == "Personne n’attend"
    assert "vous avez appelé Awa" in done.words
    assert "Et ensuite ? 1 personne" in done.words.replace("\u00a0", " ")

    undone = employer.post(f"{address}/a-rappeler", follow_redirects=True)
    assert undone.h1 == "1 personne attend"
    db.session.refresh(asked)
    assert asked.called_at is None


def test_who_was_called_stays_listed_until_there_is_an_answer(employer, offer):
    asked = make_application(
        offer=offer, first_name="Awa", status="seen", called_at=now() - timedelta(days=8)
    )
    assert "Awa" in employer.get("/employeur/").words

    employer.post(f"/employeur/demandes/{asked.public_id}/embauche")

    assert "Fait : 1 réponse" in employer.get("/employeur/").words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("status", "state", "act"),
    [
        ("draft", "Brouillon", "Continuer"),
        ("published", "En ligne", "Mettre en pause"),
        ("paused", "En pause", "Remettre en ligne"),
        ("closed", "Finie", "Voir"),
    ],
)
def test_each_offer_says_its_state_and_its_act(employer, structure, status, state, act):
    make_offer(organisation=structure, status=status)

    words = employer.get("/employeur/").words

    assert state in words
    assert act in words


def test_a_draft_goes_on_where_it_stopped(employer, structure):
    draft = make_offer("draft", organisation=structure, contract=None, pay_cents=None)

    links = employer.get("/employeur/").links()

    assert any(href.endswith(f"{draft.public_id}/contrat") for href in links.values())


def test_pause_and_back_on_line(employer, offer):
    address = f"/employeur/offres/{offer.public_id}"

    employer.post(f"{address}/pause")
    assert employer.get(f"/offres/{offer.public_id}").status_code == 410

    employer.post(f"{address}/publier")
    assert employer.get(f"/offres/{offer.public_id}").status_code == 200


def test_an_offer_that_found_someone_is_over_until_put_back(employer, offer):
    address = f"/employeur/offres/{offer.public_id}"

    employer.post(f"{address}/pourvue")
    assert "1 offre finie" in employer.get("/employeur/").words
    assert employer.post(f"{address}/lieu", data={"mode": "here"}).status_code == 409

    employer.post(f"{address}/publier")
    db.session.refresh(offer)
    assert offer.is_published


@pytest.mark.parametrize("act", ["pause", "pourvue"])
def test_a_draft_is_neither_paused_nor_filled(employer, structure, act):
    draft = make_offer("draft", organisation=structure)

    employer.post(f"/employeur/offres/{draft.public_id}/{act}")

    db.session.refresh(draft)
    assert draft.status == "draft"


@pytest.mark.parametrize("waits", [True, False])
def test_a_new_offer_is_begun_right_under_the_title(employer, offer, waits):
    if waits:
        make_application(offer=offer)

    page = employer.get("/employeur/")

    assert page.words.index("Nouvelle offre") < page.words.index("Qui répond")
    first = next(node for node in page.all("main :is(a, button)") if "btn" in node.html)
    assert first.attributes["href"] == "/employeur/offres/nouvelle"


def test_the_foot_of_a_french_only_page_offers_neither_a_language_nor_a_persons_page(employer):
    links = employer.get("/employeur/").links()

    assert "Aide près de chez vous" in links
    assert "English" not in links
    assert "Mon suivi" not in links


def test_a_hiring_says_how_long_it_can_be_taken_back(employer, offer):
    asked = make_application(offer=offer, first_name="Awa")

    done = employer.post(f"/employeur/demandes/{asked.public_id}/embauche", follow_redirects=True)

    assert "dans un quart d’heure" in done.words
    assert "revenez sur cette réponse" in done.words
