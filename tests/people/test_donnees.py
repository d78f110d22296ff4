"""A person's own pages: who may see what, who saw what, correct, take away, stop."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_application, make_organisation, make_person, sign_in
from webapp import clock
from webapp.extensions import Base, db
from webapp.people import consents, exporting, journal, sensitive
from webapp.people.enums import Act, ConsentWay, Purpose, Sensitive
from webapp.people.models import Consent, Person


@pytest.fixture
def fatou(client):
    """Someone signed in on this browser."""
    person = make_person(first_name="Fatou", last_name="Diallo")
    sign_in(client, person)
    return person


@pytest.fixture
def sonia():
    """An adviser of a support body."""
    organisation = make_organisation(kind="support", name="Mission locale de Vénissieux")
    facts = {"first_name": "Sonia", "function": "conseillère", "organisation": organisation}
    return make_account("adviser", **facts)


def asked(person, account, days=182):
    now = clock.now()
    consent = consents.ask(person, account.organisation, Purpose.FOLLOWUP, days, account, now)
    db.session.commit()
    return consent


def given(person, account):
    consent = asked(person, account)
    consents.give(consent, ConsentWay.PHONE, clock.now())
    db.session.commit()
    return consent


def test_at_first_nobody_sees_anything(client, fatou):
    page = client.get("/moi/donnees")

    assert "Personne. Rien ne se partage sans votre accord." in page.words
    assert "Personne n’a ouvert votre fiche." in page.words


def test_my_page_leads_to_all_that_is_mine(client, fatou):
    links = client.get("/moi").links()

    assert links["Qui voit quoi"] == "/moi/donnees"
    assert links["Tout ce que nous savons de moi"] == "/moi/donnees/lire"
    assert links["Effacer mes données"] == "/moi/effacer"
    assert links["Mes appareils"] == "/moi/appareils"


def test_a_question_says_who_asks_what_they_will_see_and_for_how_long(client, fatou, sonia):
    consent = asked(fatou, sonia)

    page = client.get(f"/moi/accords/{consent.public_id}")

    assert page.h1 == "Êtes-vous d’accord ?"
    for said in ("Sonia, conseillère", "Mission locale de Vénissieux", "accompagner", "6 mois"):
        assert said in page.words
    assert "vos demandes et leurs réponses" in page.words
    assert "Vous pouvez arrêter quand vous voulez." in page.words


def test_yes_then_stop_are_true_at_once(client, fatou, sonia):
    consent = asked(fatou, sonia)
    assert not consents.may_see(sonia, fatou, clock.today())

    client.post(f"/moi/accords/{consent.public_id}/oui")
    db.session.expire_all()
    assert consents.may_see(sonia, fatou, clock.today())
    assert consent.way == ConsentWay.PHONE
    page = client.get("/moi/donnees")
    assert "Mission locale de Vénissieux" in page.words
    assert "Arrêter : Mission locale de Vénissieux" in page.words

    page = client.post(f"/moi/accords/{consent.public_id}/arreter", follow_redirects=True)
    db.session.expire_all()
    assert not consents.may_see(sonia, fatou, clock.today())
    assert "C’est arrêté. Mission locale de Vénissieux ne voit plus rien." in page.words


def test_who_wrote_me_down_keeps_their_own_record_when_i_stop(client, sonia):
    person = make_person(registered_by_id=sonia.id)
    sign_in(client, person)
    consent = given(person, sonia)
    page = client.get("/moi/donnees")
    assert "Si vous arrêtez, elle garde sa propre fiche." in page.words
    assert len(page.all("main .card h3")) == 1

    page = client.post(f"/moi/accords/{consent.public_id}/arreter", follow_redirects=True)

    assert "Mission locale de Vénissieux garde sa propre fiche." in page.words
    assert consents.may_see(sonia, person, clock.today())


def test_no_shares_nothing_and_can_be_changed(client, fatou, sonia):
    consent = asked(fatou, sonia)

    page = client.post(f"/moi/accords/{consent.public_id}/non", follow_redirects=True)
    db.session.expire_all()
    assert not consents.may_see(sonia, fatou, clock.today())
    assert "Vous avez dit non." in page.words

    client.post(f"/moi/accords/{consent.public_id}/oui")
    db.session.expire_all()
    assert consents.may_see(sonia, fatou, clock.today())


def test_a_question_over_is_answered_kindly(client, fatou, sonia):
    consent = given(fatou, sonia)
    client.post(f"/moi/accords/{consent.public_id}/arreter")

    page = client.post(f"/moi/accords/{consent.public_id}/oui")

    assert page.status_code == 409
    assert page.h1 == "Cette demande est finie"


@pytest.mark.parametrize("act", ["", "/oui", "/non", "/arreter"])
def test_another_s_agreement_is_nowhere(client, fatou, sonia, act):
    consent = asked(make_person(first_name="Joseph"), sonia)
    address = f"/moi/accords/{consent.public_id}{act}"

    page = client.post(address) if act else client.get(address)

    assert page.status_code == 404
    assert "Joseph" not in page.text
    assert db.session.get(Consent, consent.id).given_at is None


def test_who_wrote_me_down_is_named_without_a_stop(client, sonia):
    person = make_person(registered_by_id=sonia.id)
    sign_in(client, person)

    page = client.get("/moi/donnees")

    assert "Cette structure a écrit votre fiche. Elle la garde." in page.words
    assert "Arrêter" not in page.words


def test_who_saw_me_is_told_by_day_with_first_name_function_and_place(client, fatou, sonia, at):
    noon = clock.now().replace(hour=11, minute=2)
    for minutes in (0, 5, 40):
        journal.note(fatou, Act.SEEN, account=sonia, now=noon - timedelta(days=1, minutes=minutes))
    journal.note(fatou, Act.SEEN, account=sonia, now=noon, where=journal.LIST)
    db.session.commit()
    at(noon)
    sign_in(client, fatou)

    page = client.get("/moi/donnees")

    assert [node.text() for node in page.all("h3")] == ["Aujourd’hui", "Hier"]
    today, yesterday = page.all("ul.seen")
    assert "Nom vu dans une liste" in today.text()
    said = " ".join(yesterday.text(separator=" ").split())
    assert said.startswith("Fiche vue Sonia, conseillère Mission locale de Vénissieux 3 fois")
    assert len(yesterday.css("li")) == 1


def test_a_long_journal_is_read_page_by_page(client, fatou, sonia):
    noon = clock.now().replace(hour=12) - timedelta(days=1)  # the same day, summer and winter
    for days in range(70):
        journal.note(fatou, Act.SEEN, account=sonia, now=noon - timedelta(days=days))
    db.session.commit()

    first = client.get("/moi/donnees")
    second = client.get(first.links()["Voir plus ancien"])
    third = client.get(second.links()["Voir plus ancien"])

    assert [len(page.all("ul.seen li")) for page in (first, second, third)] == [30, 30, 10]
    assert "Voir plus ancien" not in third.links()
    assert client.get("/moi/donnees?page=-4").status_code == 200
    assert client.get("/moi/donnees?page=" + "9" * 40).status_code == 200


def test_each_language_is_written_in_its_own(client, fatou):
    page = client.get("/en/moi").text

    assert '<span lang="fr">Français</span>' in page
    assert '<span lang="en">English</span>' in page


def test_i_correct_my_name_and_my_language(client, fatou):
    answer = client.post(
        "/moi", data={"first_name": " Fatoumata ", "last_name": "D.", "language": "simple"}
    )
    db.session.expire_all()

    assert answer.location == "/simple/moi"
    assert (fatou.first_name, fatou.last_name, fatou.language) == ("Fatoumata", "D.", "simple")
    assert [line.act for line in journal.read_by(fatou)] == [Act.CHANGED]


def test_a_name_that_is_none_stays_on_the_screen(client, fatou):
    page = client.post(
        "/moi", data={"first_name": "06 39 98 21 01", "last_name": "", "language": ""}
    )

    assert page.status_code == 422
    assert "Il y a des chiffres ici." in page.words
    assert page.fields()["first_name"] == "06 39 98 21 01"


def test_all_that_is_known_can_be_read_and_taken_away(client, fatou, sonia, app):
    make_application(first_name="Fatou", phone=fatou.phone, person_id=fatou.id)
    given(fatou, sonia)
    sonia.organisation.kind = "france-travail"
    sensitive.write(fatou, Sensitive.HOUSING, "Hébergée chez une amie", sonia, clock.now())
    db.session.commit()

    page = client.get("/moi/donnees/lire")
    assert "Nom : Fatou Diallo" in page.words
    assert "Logement : Hébergée chez une amie" in page.words
    assert "Les Ateliers du Canal" in page.words
    assert "D'accord ? Répondez OUI ou NON." in page.words

    answer = client.post("/moi/donnees/copie")
    told = json.loads(answer.data)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert told["person"]["first_name"] == "Fatou"
    assert told["sensitive"] == {"housing": "Hébergée chez une amie"}
    assert [one["employer"] for one in told["requests"]] == ["Les Ateliers du Canal"]
    assert [one["organisation"] for one in told["agreements"]] == ["Mission locale de Vénissieux"]
    assert told["messages"]
    assert told["journal"][-1]["act"] == Act.EXPORTED
    assert "hash" not in answer.text


def test_each_table_that_points_to_people_is_in_the_copy():
    pointing = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "person"
    }

    assert pointing <= {table.__tablename__ for table in exporting.TOLD}, "say it in exporting.py"


def test_before_erasing_all_that_stays_is_told_with_its_reason_and_date(client, sonia, at):
    person = make_person(registered_by_id=sonia.id)
    at(clock.now().replace(year=2026, month=11, day=21, hour=11))
    sign_in(client, person)

    page = client.get("/moi/effacer")

    assert "Des copies de secours" in page.words
    assert "Au plus tard le 21 décembre 2026." in page.words
    assert "Une ligne sans nom" in page.words
    assert "Les notes de Mission locale de Vénissieux" in page.words
    assert db.session.get(Person, person.id) is not None


def test_one_press_erases_me_and_closes_this_browser(database, client, fatou):
    number = fatou.id

    page = client.post("/moi/effacer", follow_redirects=True)

    assert page.h1 == "C’est effacé"
    db.session.expire_all()
    assert db.session.scalars(select(Person.id).where(Person.id == number)).all() == []
    assert client.get("/moi").location.startswith("/connexion")
