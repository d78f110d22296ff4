"""Jobs of the public feed: drafts for their employer, paused once they disappear."""

import pytest

from tests.organisations.feed_pages import a_job, a_page, a_structure
from tests.organisations.feed_rows import complete, count, job, structure
from webapp import clock
from webapp.offers import actions as offers
from webapp.offers.models import Offer, OfferSearch


def test_an_open_job_becomes_a_draft_that_nobody_sees(database, bring_in):
    said = bring_in(a_page(a_structure(postes=[a_job()])))

    offer = job()
    assert (offer.status, offer.published_at, offer.contact) == ("draft", None, None)
    assert (offer.rome, offer.family) == ("K2204", "cleaning")
    assert (offer.contract, offer.positions) == ("cddi", 2)
    assert offer.words == "Vous nettoyez des bureaux."
    assert (offer.insee, offer.address) == ("69256", "8 rue de la Rize")
    assert count(OfferSearch) == 0
    assert "1 new drafts" in said


def test_a_draft_of_the_feed_cannot_be_published_as_it_is(bring_in):
    bring_in(a_page(a_structure(postes=[a_job()])))

    with pytest.raises(offers.NotReady) as refusal:
        offers.publish(job(), clock.now())

    assert {"contact", "backup", "week", "pay", "tasks"} <= set(refusal.value.missing)


def test_a_job_elsewhere_is_placed_where_it_is(bring_in):
    place = {"nom": "Villeurbanne", "departement": "69", "code_postaux": ["69100"]}
    bring_in(
        a_page(
            a_structure(
                postes=[a_job(1, lieu=place), a_job(2, lieu=place | {"code_insee": "69029"})]
            )
        )
    )

    assert [job(number).insee for number in (1, 2)] == ["69266", "69029"]
    assert job().address == ""


@pytest.mark.parametrize("facts", [{"recrutement_ouvert": "False"}, {"nombre_postes_ouverts": 0}])
def test_a_job_that_is_closed_makes_no_draft(bring_in, facts):
    bring_in(a_page(a_structure(postes=[a_job(**facts)])))

    assert count(Offer) == 0


def test_a_title_chooses_among_the_jobs_of_one_code(bring_in):
    garage = a_job(
        rome="Mécanique automobile et entretien de véhicules (I1604)",
        appellation_modifiee="Mécanicien / Mécanicienne de garage automobile",
    )
    bring_in(a_page(a_structure(postes=[garage])))

    assert job().family == "repair"


def test_a_published_offer_belongs_to_its_employer(bring_in):
    bring_in(a_page(a_structure(postes=[a_job()])))
    complete(job())

    bring_in(a_page(a_structure(postes=[a_job(description="Autre chose.", rome="(A1203)")])))

    assert (job().status, job().rome) == ("published", "K2204")
    assert job().words == "Vous nettoyez des bureaux."


def test_a_job_that_disappears_is_paused_and_never_deleted(database, bring_in):
    bring_in(a_page(a_structure(postes=[a_job(1), a_job(2)])))
    complete(job(1))

    said = bring_in(a_page(a_structure(postes=[])))

    assert [job(number).status for number in (1, 2)] == ["paused", "paused"]
    assert count(OfferSearch) == 0
    assert "2 paused" in said


def test_a_job_that_closes_is_paused_once(bring_in):
    bring_in(a_page(a_structure(postes=[a_job()])))
    complete(job())
    closed = a_page(a_structure(postes=[a_job(recrutement_ouvert="False")]))
    bring_in(closed)
    assert job().status == "paused"
    offers.publish(job(), clock.now())

    bring_in(closed)

    assert job().status == "published", "its employer opened it again"


def test_a_job_that_comes_back_is_a_draft_again_unless_it_was_published(bring_in):
    full = a_page(a_structure(postes=[a_job(1), a_job(2)]))
    bring_in(full)
    complete(job(1))
    bring_in(a_page(a_structure()))

    bring_in(full)

    assert [job(number).status for number in (1, 2)] == ["paused", "draft"]
    assert count(Offer) == 2


def test_a_structure_that_takes_no_requests_shows_no_job_of_the_feed(bring_in):
    bring_in(a_page(a_structure(1, postes=[a_job()])))
    complete(job())

    bring_in(a_page(a_structure(1, bloque_candidatures=True, postes=[a_job(1), a_job(2)])))

    assert not structure().takes_requests
    assert job().status == "paused"
    assert count(Offer) == 1
    bring_in(a_page(a_structure(1, postes=[a_job(1)])))
    assert structure().takes_requests
