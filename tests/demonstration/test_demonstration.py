"""The demonstration territory: whole, marked, gone in one command."""

import math
from collections import Counter
from datetime import timedelta
from itertools import combinations

import pytest
from sqlalchemy import func, select

from tests.factories import make_account, make_offer
from webapp.accounts.models import Account, Device, EmailLink
from webapp.clock import now, today
from webapp.demonstration import actions, paths, team
from webapp.extensions import db
from webapp.followup import due, sharing
from webapp.jobs.tasks import task
from webapp.messages.models import Message
from webapp.network.acts import is_late
from webapp.network.models import CollectiveAct
from webapp.offers.models import Offer, OfferSearch
from webapp.organisations.models import Contact, Organisation
from webapp.pathways import exit_reviews
from webapp.pathways.liaison_models import LiaisonForm
from webapp.pathways.work_models import ExitReview
from webapp.people.consents import may_see
from webapp.people.models import Consent, JournalEntry, Person, SensitiveFact
from webapp.phones import FICTION


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_loads_at_least_sixty_offers_of_twelve_structures_in_three_regions(runner):
    result = runner.invoke(args=["demonstration", "load"])

    assert result.exit_code == 0, result.output
    assert count(Offer) - 1 == count(OfferSearch) >= 60  # one waits to be read
    assert count(Organisation) >= 12
    regions = Counter(insee[:2] for insee in db.session.scalars(select(Offer.insee)))
    assert {"69", "26", "2A"} == set(regions)
    assert len(set(db.session.scalars(select(Offer.family)))) >= 13


def test_calls_nobody_real(demonstration):
    phones = list(db.session.scalars(select(Contact.phone)))

    assert phones
    assert all(phone.startswith(FICTION) for phone in phones)


def test_a_short_list_shows_structures_to_call(demonstration, client):
    page = client.get("/offres?metier=security&ou=26000")

    assert "22 rue des Mariniers, Valence" in page.words
    numbers = db.session.scalars(
        select(Organisation.phone).where(Organisation.feed_id.is_not(None))
    )
    assert all(number.startswith(FICTION) for number in numbers)
    assert page.all('a[href="tel:+33465713063"]')


@pytest.fixture
def offers(demonstration):
    """The offers of the demonstration."""
    return db.session.scalars(select(Offer).order_by(Offer.id)).all()


def test_every_offer_says_how_to_get_there(offers):
    assert [offer.job for offer in offers if not offer.way] == []
    zones = [offer for offer in offers if offer.zone_km]
    assert zones
    assert all("Rendez-vous à l’agence" in offer.way[-1] for offer in zones)


def test_a_structure_that_works_at_its_customers_has_sites_apart(offers):
    sites = [one for one in offers if one.organisation.name == "Les Ateliers du Canal"]

    far = [
        round(math.hypot((one.lat - two.lat) * 111_195, (one.lon - two.lon) * 77_600))
        for one, two in combinations(sites, 2)
    ]

    assert len(sites) >= 6
    assert min(far) >= 300
    assert max(far) <= 2500
    assert len({(one.place_name, one.address) for one in sites}) == len(sites)


def test_the_weeks_are_those_that_employers_may_sign(offers):
    for offer in offers:
        stretches = [end - begin for _day, begin, end in offer.week]
        assert max(stretches, default=0) <= 6 * 60, offer.job
        assert sum(stretches) <= 35 * 60, offer.job
        if offer.contract == "cddi":
            assert offer.weekly_minutes >= 20 * 60, offer.job


def test_the_tasks_are_of_the_family_or_of_the_same_house(offers):
    strange = {
        (offer.job, key)
        for offer in offers
        for key in offer.tasks
        if offer.family == "driving" and "driving" not in task(key).families
    }

    assert {job for job, _key in strange} <= {"parcel-delivery", "removal-driver"}
    assert not [one for one in offers if one.job == "home-cook"]


def test_promises_differ_from_one_offer_to_another(offers):
    assert {offer.promised_days for offer in offers} == {1, 2, 3, 4, 5}


def test_an_immersion_is_no_contract(offers, client):
    [immersion] = [offer for offer in offers if offer.kind == "immersion"]

    page = client.get(f"/offres/{immersion.public_id}")

    assert immersion.contract is None
    assert "Une immersion n’est pas un contrat de travail." in page.words
    assert "CDD" not in page.words


def test_loading_twice_adds_nothing(runner):
    runner.invoke(args=["demonstration", "load"])
    before = count(Offer)

    runner.invoke(args=["demonstration", "load"])

    assert count(Offer) == before


def test_every_page_says_that_it_is_a_demonstration_until_it_is_removed(runner, client):
    real = make_offer()
    runner.invoke(args=["demonstration", "load"])
    assert "offres inventées" in client.get("/").text
    assert "offres inventées" in client.get("/offres?ou=Valence").text

    result = runner.invoke(args=["demonstration", "remove"])

    assert result.exit_code == 0, result.output
    assert "offres inventées" not in client.get("/").text
    assert [offer.id for offer in db.session.scalars(select(Offer))] == [real.id]


@pytest.fixture
def printed(demonstration, runner):
    """The links that a start prints, by the line."""
    return runner.invoke(args=["demonstration", "links"]).stderr.splitlines()


def path_in(line):
    """The path of the address in a line."""
    return line[line.index("/connexion") :]


ROLES = [
    ("employer of Les Ateliers du Canal", "/employeur/"),
    ("lead of Les Ateliers du Canal", "/structure/"),
    ("adviser of Maison de l’emploi des Berges", "/conseiller/"),
    ("lead of Maison de l’emploi des Berges", "/structure/"),
    ("adviser of Plan emploi de l’Est lyonnais", "/conseiller/"),
    ("network of Fédération des Ateliers du Rhône", "/reseau/"),
    ("lead of Fédération des Ateliers du Rhône", "/structure/"),
]


@pytest.mark.parametrize(("role", "home"), ROLES)
def test_a_link_of_each_role_enters_many_times_without_a_key(printed, app, role, home):
    [line] = [line for line in printed if role in line]

    for _turn in range(2):
        browser = app.test_client()
        assert browser.get(path_in(line)).status_code == 200
        assert browser.post(path_in(line)).location == home
        assert browser.get(home).status_code == 200


def test_a_person_is_told_how_to_enter_too(printed):
    assert any(
        "/connexion with 06 39 98 21 01; the code is at http://localhost" in line
        for line in printed
    )


def test_the_links_of_a_start_die_at_the_next(printed, runner, client):
    again = runner.invoke(args=["demonstration", "links"]).stderr.splitlines()

    assert client.get(path_in(printed[0])).status_code == 404
    assert client.get(path_in(again[0])).status_code == 200
    assert len(again) == len(printed) == 8


def test_the_links_of_a_start_die_after_a_day(printed, client, at):
    at(now() + timedelta(hours=24, seconds=1))

    assert client.post(path_in(printed[0])).status_code == 404


def test_a_link_of_the_demonstration_asks_for_a_key_where_people_come(printed, app, client):
    app.config["PUBLIC_URL"] = "https://localhost"
    line = printed[0]

    assert client.post(path_in(line), base_url="https://localhost").location == (
        "/connexion/pro/cle"
    )
    assert client.post(path_in(line), base_url="https://localhost").status_code == 404


def test_a_demonstration_of_before_gets_its_people_at_the_next_start(runner):
    actions.load(now())
    db.session.commit()

    lines = runner.invoke(args=["demonstration", "links"]).stderr.splitlines()

    assert len(lines) == 8
    assert count(Person) == 3


def test_no_link_is_printed_without_a_demonstration(runner):
    assert runner.invoke(args=["demonstration", "links"]).output == ""


def test_nobody_invented_has_a_number_or_an_address_of_someone_real(printed):
    accounts = db.session.scalars(select(Account)).all()
    people = db.session.scalars(select(Person)).all()

    assert all((one.phone or "").startswith(FICTION) for one in [*accounts, *people])
    assert all(one.email.endswith(".example") for one in accounts)
    assert all(one.demonstration for one in [*accounts, *people])


def test_who_follows_whom_is_agreed_by_two_and_asked_of_the_third(printed):
    adviser = db.session.scalar(select(Account).where(Account.role == "adviser"))
    agreed = [person.first_name for person in team.people() if may_see(adviser, person, today())]

    assert agreed[:2] == ["Fatou", "Joseph"]
    here = Consent.organisation_id == adviser.organisation_id
    waiting = select(Consent).where(Consent.given_at.is_(None), here)
    assert {one.person.first_name for one in db.session.scalars(waiting)} == {"Irina"}


def test_it_shows_acts_a_sealed_fact_and_an_exit_review_in_both_states(printed):
    acts = db.session.scalars(select(CollectiveAct)).all()
    assert len({one.article for one in acts}) >= 4
    assert [one for one in acts if one.evidence and one.followed]
    assert len([one for one in acts if is_late(one)]) == 1
    assert count(SensitiveFact) == 1
    form = db.session.scalars(select(LiaisonForm)).one()
    assert all(form.last(part) for part in (1, 2, 3))
    reviews = db.session.scalars(select(ExitReview).order_by(ExitReview.id)).all()
    assert [exit_reviews.is_frozen(one, now()) for one in reviews] == [False, True]
    assert [exit_reviews.waits(one) for one in reviews] == [True, False]


def test_removing_takes_out_every_invented_person_and_message(database, runner, client):
    runner.invoke(args=["demonstration", "load"])
    real = make_account("lead")
    links = runner.invoke(args=["demonstration", "links"]).stderr.splitlines()
    client.post(path_in(links[0]))

    runner.invoke(args=["demonstration", "remove"])

    for table in (Person, Consent, JournalEntry, Message, EmailLink, Device):
        assert count(table) == 0, table
    assert [one.id for one in db.session.scalars(select(Account))] == [real.id]
    assert count(Organisation) == 1


def test_a_siae_follows_one_person_and_waits_for_the_answer_of_another(runner, app):
    runner.invoke(args=["demonstration", "load"])
    fatou, joseph = team.people()[:2]
    karim = next(one for one in team.accounts() if one.email == paths.EMPLOYER)

    with app.test_request_context():
        kinds = {(one.kind, one.person) for one in due.waiting(karim, now()) if one.person}

    assert sharing.of(fatou, karim, today()).told
    assert not sharing.of(joseph, karim, today()).opened
    assert ("agreement-unanswered", joseph) in kinds
    assert ("task", fatou) in kinds
