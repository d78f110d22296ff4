"""Posts to come: said in three presses, seen by advisers alone, made an offer when it is time."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_contact, make_offer, make_organisation, sign_in
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.forecasts import actions, rules
from webapp.forecasts.models import Forecast
from webapp.messages.queries import outbox
from webapp.offers.models import Offer

NOVEMBER = datetime(2026, 11, 30, 9, tzinfo=PARIS)
MARCH = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def november(app, at):
    """The last day of November."""
    at(NOVEMBER)


@pytest.fixture
def employer(client):
    """A browser in which someone who hires has entered."""
    account = make_account("employer")
    make_contact(organisation=account.organisation)
    sign_in(client, account)
    return account


def said() -> list[Forecast]:
    return list(db.session.scalars(select(Forecast).order_by(Forecast.id)))


def test_the_months_follow_one_another_over_the_year():
    assert rules.months(date(2026, 11, 30))[:2] == [date(2026, 12, 1), date(2027, 1, 1)]
    assert rules.later(date(2027, 1, 1), -1) == date(2026, 12, 1)
    assert rules.later(date(2026, 12, 1), 12) == date(2027, 12, 1)


def test_three_presses_say_three_posts_in_march(client, employer):
    make_offer(organisation=employer.organisation, contact=employer.organisation.contacts[0])

    page = client.get("/employeur/besoins/")
    page = client.get(page.links()["Ménage dans des bureaux"])
    page = client.get(page.links()["3"])
    assert page.one("button[value='2027-03-01']").text() == "Mars 2027"
    sent = {"metier": "office-cleaning", "nombre": "3", "mois": "2027-03-01"}
    page = client.post("/employeur/besoins/", data=sent, follow_redirects=True)
    client.post("/employeur/besoins/", data=sent | {"nombre": "4"})

    assert "Seuls les conseillers" in page.words
    assert [(one.job, one.count, one.month) for one in said()] == [("office-cleaning", 4, MARCH)]


def test_a_first_job_is_found_by_its_picture(client, employer):
    page = client.get("/employeur/besoins/")
    page = client.get(page.links()["Ménage"])

    assert "/employeur/besoins/?metier=school-cleaning" in page.text


@pytest.mark.parametrize(
    "wrong",
    [{"metier": "king"}, {"nombre": "7"}, {"mois": "2026-11-01"}, {"mois": "soon"}],
)
def test_what_no_press_says_is_refused(client, employer, wrong):
    sent = {"metier": "office-cleaning", "nombre": "3", "mois": "2027-03-01"}

    assert client.post("/employeur/besoins/", data=sent | wrong).status_code == 400
    assert said() == []


def test_advisers_of_the_territory_read_it_by_month_and_nobody_else_does(client, employer):
    actions.say("bricklayer", 2, MARCH, employer, now())
    actions.say("bricklayer", 5, date(2026, 12, 1), employer, now())
    db.session.commit()
    organisation = employer.organisation
    for path in ("/", "/offres?ou=Vaulx-en-Velin", "/api/v1/organisations", "/api/v1/offers"):
        assert "Maçon" not in client.get(path).text
        assert "bricklayer" not in client.get(path).text.replace("metier=", "")
    client.post("/connexion/pro/sortir")
    sign_in(client, make_account("adviser"))

    page = client.get("/conseiller/besoins/")

    months = [title.text() for title in page.all("main h2")]
    assert months == ["Décembre 2026", "Mars 2027"]
    assert "2 postes" in page.words
    assert organisation.name in page.words
    far = make_organisation(kind="ccas", insee="33063", lat=44.84, lon=-0.58)
    sign_in(client, make_account("adviser", organisation=far))
    assert organisation.name not in client.get("/conseiller/besoins/").words


def test_when_the_month_comes_those_who_hire_are_asked_once(employer, at):
    actions.say("office-cleaning", 3, MARCH, employer, now())
    db.session.commit()

    for day in (date(2027, 2, 28), MARCH, date(2027, 3, 2)):
        at(datetime(day.year, day.month, day.day, 9, tzinfo=PARIS))
        actions.ask(day, now())
        db.session.commit()

    (mail,) = outbox(employer.email)
    assert "3 postes en mars" in mail.text
    assert mail.created_at.astimezone(PARIS).date() == MARCH
    assert mail.text.count("/employeur/besoins/") == 1


def test_one_press_makes_it_an_offer_like_the_last_one(client, employer, at):
    contact = employer.organisation.contacts[0]
    before = make_offer(organisation=employer.organisation, contact=contact, positions=1)
    forecast = actions.say("office-cleaning", 3, MARCH, employer, now())
    db.session.commit()
    at(datetime(2027, 3, 1, 9, tzinfo=PARIS))
    sign_in(client, employer)
    page = client.get("/employeur/")
    assert "Vous aviez prévu" in page.words

    address = f"/employeur/besoins/{forecast.public_id}/offre"
    page = client.post(address, follow_redirects=True)

    made = db.session.scalars(select(Offer).where(Offer.id != before.id)).one()
    assert (made.status, made.positions, made.address) == ("draft", 3, before.address)
    assert "puis publiez-la" in page.words
    assert "Vous aviez prévu" not in client.get("/employeur/").words


def test_a_job_never_offered_begins_an_offer(client, employer):
    forecast = actions.say("bricklayer", 2, MARCH, employer, now())
    db.session.commit()

    client.post(f"/employeur/besoins/{forecast.public_id}/offre")

    made = db.session.scalars(select(Offer)).one()
    assert (made.job, made.positions, made.status) == ("bricklayer", 2, "draft")


def test_what_is_needed_no_more_goes_and_old_months_are_forgotten(client, employer):
    forecast = actions.say("bricklayer", 2, MARCH, employer, now())
    db.session.commit()

    page = client.post(f"/employeur/besoins/{forecast.public_id}/fini", follow_redirects=True)

    assert "Ce que vous avez prévu" not in page.words
    actions.forget_old(MARCH + timedelta(days=80))
    assert len(said()) == 1
    actions.forget_old(MARCH + timedelta(days=95))
    assert said() == []
