"""Prévenez-moi: asked on a page, confirmed by the number, told once a week, stopped in a word."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_contact, make_offer, make_organisation, make_person, sign_in
from webapp.alerts import actions
from webapp.alerts.models import Alert
from webapp.applications.models import Application
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.messages import inbound, queries, rules
from webapp.people import erasing

PHONE = "+33639980055"
TUESDAY = datetime(2026, 12, 1, 10, tzinfo=PARIS)
SEARCH = "/prevenez-moi?metier=cleaning&ou=Vaulx-en-Velin"


@pytest.fixture(autouse=True)
def tuesday(app, at):
    """The first of December."""
    at(TUESDAY)


def leave(client, phone="06 39 98 00 55", first_name="", search=SEARCH):
    """Leave a number; return the page that follows."""
    sent = {"phone": phone, "first_name": first_name}
    return client.post(search, data=sent, follow_redirects=True)


def say(text: str) -> str:
    inbound.receive(PHONE, text, now())
    db.session.commit()
    return queries.outbox(PHONE)[-1].text


def alerts() -> list[Alert]:
    return list(db.session.scalars(select(Alert).order_by(Alert.id)))


def told() -> list[str]:
    """The weekly SMS written for this number."""
    return [one.text for one in queries.outbox(PHONE) if one.kind == "alert"]


def night(day: int, at) -> None:
    """Do the work of a night, twice."""
    moment = TUESDAY + timedelta(days=day)
    at(moment)
    for _twice in range(2):
        actions.forget_old(moment.date())
        actions.tell(moment.date(), moment)
        db.session.commit()


def test_an_empty_result_offers_to_be_told(client):
    page = client.get("/offres?metier=cleaning&ou=Vaulx-en-Velin")

    assert page.links()["Prévenez-moi"].startswith("/prevenez-moi?metier=cleaning")
    asked = client.get(page.links()["Prévenez-moi"])
    assert asked.h1 == "Prévenez-moi"
    assert "Vaulx-en-Velin" in asked.words


def test_a_search_without_a_place_is_sent_back_to_say_it(client):
    assert client.get("/prevenez-moi?metier=cleaning").status_code == 303


def test_only_offers_that_meet_what_one_needs_are_told(client, at):
    search = f"{SEARCH}&besoin=sans-permis&besoin=debutant"
    assert "Ménage. Sans permis, Je débute." in client.get(search).words
    for address in (search, f"{SEARCH}&besoin=debutant&besoin=sans-permis", SEARCH):
        leave(client, search=address)
    assert [alert.needs for alert in alerts()] == [["sans-permis", "debutant"], []]
    actions.end(alerts()[1:])
    say("oui")

    make_offer(licence="required")
    night(1, at)
    assert told() == []
    make_offer(licence="none")
    night(2, at)

    assert len(told()) == 1
    assert "2 Ménage" not in told()[0]


def test_a_word_that_is_not_understood_is_said_and_the_work_is_shown_by_its_picture(client):
    unknown = "/prevenez-moi?mot=blorpf&ou=Vaulx-en-Velin"
    page = client.get(unknown)
    assert "Nous ne connaissons pas" in page.words
    assert len(page.all(".tile input[type=radio]")) == 17

    again = leave(client, first_name="Awa", search=unknown)
    assert again.status_code == 422
    assert again.one("#phone").attributes["value"] == "06 39 98 00 55"
    assert again.one("#first_name").attributes["value"] == "Awa"
    assert alerts() == []

    wrong = client.post(unknown, data={"phone": "06 39", "metier": "green"})
    assert "Nous ne connaissons pas" not in wrong.words
    action = wrong.one("main form").attributes["action"]
    assert "metier=green" in action
    assert "blorpf" not in action
    assert leave(client, search=action).h1 == "Regardez vos SMS"
    (alert,) = alerts()
    assert (alert.family, alert.word) == ("green", "")


@pytest.mark.parametrize("work", ["", "nothing-of-ours"])
def test_a_work_that_is_none_of_the_pictures_is_asked_for_again(client, work):
    sent = {"phone": "06 39 98 00 55", "metier": work}

    page = client.post("/prevenez-moi?mot=blorpf&ou=Vaulx-en-Velin", data=sent)

    assert page.one(".miss").text() == "Montrez avec une image, ou appelez-nous."


def test_any_work_may_be_chosen_where_the_word_says_none(client):
    sent = {"phone": "06 39 98 00 55", "metier": "tous"}

    client.post("/prevenez-moi?mot=blorpf&ou=Vaulx-en-Velin", data=sent)

    (alert,) = alerts()
    assert (alert.family, alert.word) == ("", "")


def test_nothing_is_told_before_the_number_says_yes(client, database, at):
    page = leave(client, first_name="Awa")
    assert page.h1 == "Regardez vos SMS"
    assert "55" in page.words
    make_offer()
    night(1, at)
    assert told() == []
    question = queries.outbox(PHONE)[0]
    assert question.kind == "alert-asked"
    assert rules.parts(question.text) == 1

    assert "1 SMS par semaine au plus" in say("oui")
    night(2, at)

    assert len(told()) == 1
    assert told()[0].startswith("Awa, du nouveau près de Vaulx-en-Velin")
    assert "1 Ménage dans des bureaux" in told()[0]
    assert rules.parts(told()[0]) <= 2


def test_a_no_leaves_nothing(client):
    leave(client)

    say("non")

    assert alerts() == []


def test_a_week_without_an_answer_leaves_nothing(client, at):
    leave(client)

    night(8, at)

    assert alerts() == []


def test_each_week_tells_only_what_is_new(client, at):
    contact = make_contact(organisation=make_organisation())
    for _four in range(4):
        make_offer(contact=contact)
    leave(client)
    say("oui")

    for day in range(1, 22):
        night(day, at)

    assert [text.count("Ménage dans des bureaux") for text in told()] == [3, 1]


def test_the_number_answers_one_and_a_request_is_made(client, at):
    offer = make_offer()
    leave(client, first_name="Awa")
    say("oui")
    night(1, at)

    say("1")

    made = db.session.scalars(select(Application)).one()
    assert (made.offer_id, made.first_name, made.phone) == (offer.id, "Awa", PHONE)


def test_asked_twice_it_is_kept_once_and_two_wishes_ask_one_question(client):
    leave(client)
    leave(client)
    leave(client, search="/prevenez-moi?metier=kitchen&ou=Vaulx-en-Velin")

    assert len(alerts()) == 2
    assert len(queries.outbox(PHONE)) == 1
    say("oui")
    assert all(one.confirmed_at for one in alerts())


def test_two_alerts_of_one_number_make_one_sms_a_week(client, at):
    make_offer()
    make_offer(family="kitchen", job="dishwashing", rome="G1605")
    leave(client)
    leave(client, search="/prevenez-moi?metier=kitchen&ou=Vaulx-en-Velin")
    say("oui")

    night(1, at)
    assert len(told()) == 1
    for day in range(2, 9):
        night(day, at)
    assert len(told()) == 2


def test_a_sixth_alert_of_a_number_is_refused(client):
    for town in ("69256", "69259", "69266", "69381", "69388"):
        actions.ask(actions.Wish(phone=PHONE, insee=town), now())
    db.session.commit()

    page = leave(client)

    assert page.status_code == 429
    assert "déjà 5 alertes" in page.words


def test_stop_ends_everything(client, at):
    make_offer()
    leave(client)
    say("oui")

    say("STOP")
    night(1, at)

    assert told() == []
    assert alerts() == []


def test_after_six_months_it_ends(client, at):
    leave(client)
    say("oui")

    night(181, at)
    assert len(alerts()) == 1
    night(184, at)

    assert alerts() == []


def test_who_is_signed_in_needs_no_question_and_stops_it_from_their_page(client):
    person = make_person(phone=PHONE)
    sign_in(client, person)
    assert leave(client).h1 == "C’est noté"
    assert queries.outbox(PHONE) == []
    assert "Ménage" in client.get("/moi").words

    page = client.post(f"/moi/alertes/{alerts()[0].public_id}/arreter", follow_redirects=True)

    assert "C’est arrêté" in page.words
    assert alerts() == []


def test_the_number_of_someone_else_is_asked_even_by_who_is_signed_in(client):
    sign_in(client, make_person())

    assert leave(client).h1 == "Regardez vos SMS"
    assert alerts()[0].confirmed_at is None


def test_erasing_someone_takes_their_alerts(client):
    leave(client)
    person = make_person(phone=PHONE)

    erasing.erase(person, now())
    db.session.commit()

    assert alerts() == []


def test_a_missing_number_is_said_and_nothing_is_kept(client):
    page = leave(client, phone="06")

    assert page.status_code == 422
    assert alerts() == []
