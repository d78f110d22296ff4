"""Without a smartphone: three offers near, the next ones, a call asked for, by SMS."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import (
    make_application,
    make_contact,
    make_offer,
    make_organisation,
    make_person,
)
from webapp.alerts import texts as alerts
from webapp.applications.models import Application
from webapp.bysms import actions, texts
from webapp.bysms.models import Talk
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.messages import inbound, queries, rules
from webapp.offers import actions as offer_actions
from webapp.offers import queries as queries_of_offers
from webapp.people import erasing

PHONE = "+33639980077"
TUESDAY = datetime(2026, 12, 1, 10, tzinfo=PARIS)


@pytest.fixture
def offers(app, at):
    """Five offers of cleaning in Vaulx-en-Velin, each a little farther."""
    at(TUESDAY)
    here = make_organisation(name="Les Ateliers du Canal et de la Rize")
    contact = make_contact(organisation=here)
    return [make_offer(contact=contact, lat=45.7786 + step / 200) for step in range(5)]


def say(text: str, phone: str = PHONE) -> str:
    """Write from this phone; return the last words that it got."""
    inbound.receive(phone, text, now())
    db.session.commit()
    return queries.outbox(phone)[-1].text


def asked() -> list[Application]:
    return list(db.session.scalars(select(Application).order_by(Application.id)))


@pytest.mark.parametrize("text", ["MENAGE 69120", "menaje vaulx en vlin", "69120"])
def test_the_three_nearest_offers_come_in_two_parts_at_most(database, offers, text):
    answer = say(text)

    assert answer.startswith("Près de Vaulx-en-Velin :\n1 Ménage dans des bureaux")
    assert [line[:1] for line in answer.split("\n")[1:4]] == ["1", "2", "3"]
    assert answer.endswith("Répondez 1, 2 ou 3 : on vous appelle. PLUS : la suite.")
    assert "Karim 04 65 71" in answer
    assert rules.parts(answer) <= 2


@pytest.mark.parametrize("text", ["ménage Lyon 3", "lyon 3"])
def test_a_part_of_a_city_asks_for_no_third_offer(database, offers, text):
    say("MENAGE 69120")

    answer = say(text)

    assert answer.startswith("Près de Lyon 3")
    assert asked() == []


@pytest.mark.parametrize("head", ["Près de Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson :", "A :"])
def test_long_names_never_make_a_third_part(app, offers, head):
    offers[0].contact.first_name = "Marie-Antoinette Jean-Christophe Frédéric"
    for one in offers:
        one.job = "security-guard"
    found = [queries_of_offers.Found(one, 123456) for one in offers[:3]]

    text = texts.offers(head, alerts.FOOT[3], found, TUESDAY.date())

    assert rules.parts(rules.gsm(text)) <= 2
    assert rules.gsm(text).count("04 65 71") == 3


def test_plus_gives_the_next_and_says_when_there_is_no_more(offers):
    first = say("menage 69120")

    second = say("plus")

    assert second.count("Ménage dans des bureaux") == 2
    assert not set(first.split("\n")[1:4]) & set(second.split("\n")[1:3])
    assert "C’est tout" in say("PLUS").replace("'", "’")


def test_one_asks_for_the_first_name_then_makes_a_real_request(offers):
    say("menage 69120")

    assert "Votre prénom ?" in say("1")
    done = say("fatou")

    (made,) = asked()
    assert (made.first_name, made.phone, made.way) == ("Fatou", PHONE, "they_call")
    assert made.offer_id == offers[0].id
    assert "Karim vous appelle au plus tard " in done
    assert rules.parts(done) == 1


@pytest.mark.parametrize("known", [make_person, make_application])
def test_whoever_is_known_by_this_number_is_not_asked_their_name(offers, known):
    known(first_name="Awa", phone=PHONE)
    say("menage 69120")

    assert "C’est noté, Awa" in say("2").replace("'", "’")
    assert asked()[-1].first_name == "Awa"


def test_two_people_of_one_number_are_asked_who_it_is(offers):
    make_person(first_name="Awa", phone=PHONE)
    make_person(first_name="Ali", phone=PHONE)
    say("menage 69120")

    assert "Votre prénom ?" in say("1")


@pytest.mark.parametrize("text", ["9", "0", "1 et 3", "les trois", "oui", "ça m’intéresse"])
def test_an_answer_that_names_no_offer_is_told_what_to_answer(offers, text):
    say("menage 69120")

    assert say(text) == texts.HOW.replace("’", "'")
    assert asked() == []


@pytest.mark.parametrize(("text", "number"), [("deux", 1), ("la première", 0), ("n° 3 svp", 2)])
def test_a_number_may_be_said_in_words(offers, text, number):
    make_person(first_name="Awa", phone=PHONE)
    say("menage 69120")

    say(text)

    assert asked()[0].offer_id == offers[number].id


def test_a_yes_to_the_only_offer_shown_asks_for_it(offers):
    say("menage 69120")
    say("+")
    for one in offers[1:]:
        offer_actions.close(one, "filled", now())
    db.session.commit()
    say("menage 69120")

    assert "Votre prénom ?" in say("oui")


def test_the_same_answer_twice_makes_one_request(offers):
    say("menage 69120")
    say("1")
    say("Fatou")
    say("1")

    assert len(asked()) == 1


def test_a_work_alone_asks_where_and_a_postcode_answers(offers):
    assert "Où cherchez-vous" in say("menage")

    answer = say("69120")

    assert "1 Ménage dans des bureaux" in answer


def test_the_place_alone_may_answer_by_its_name(offers):
    say("menage")

    assert "1 Ménage dans des bureaux" in say("à Vaulx-en-Velin")


def test_the_work_that_was_named_comes_before_a_nearer_one_of_another_family(offers):
    far = {"contact": offers[0].contact, "lat": 45.90}
    kitchen = make_offer(**far, family="kitchen", job="kitchen-help", rome="G1603")
    make_offer(**{**far, "lat": 45.7786}, family="care", job="home-cleaning", rome="K1304")

    answer = say("travail cuisine 69120")

    assert answer.split("\n")[1].startswith("1 Aide en cuisine"), kitchen.job
    assert answer.split("\n")[2].startswith("2 ")
    assert "Essayez un autre travail" in say("PLUS")


def test_a_greeting_while_a_first_name_is_asked_is_no_first_name(offers):
    say("menage 69120")
    say("1")

    assert "Pour parler" in say("Bonjour")
    assert asked() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AIDE", "Pour parler"),
        ("Bonjour", "Écrivez par exemple MENAGE 69120"),
        ("salut ca va", "Écrivez par exemple MENAGE 69120"),
        ("bonsoir madame", "Écrivez par exemple MENAGE 69120"),
        ("STOP", "nous n'écrivons plus"),
        ("123456", "votre code"),
        ("merci beaucoup", "nous n'avons pas compris"),
    ],
)
def test_general_words_are_heard_as_before(offers, text, words):
    say("menage 69120")

    assert words in say(text)


def test_a_name_with_figures_is_asked_again(offers):
    say("menage 69120")
    say("1")

    assert "Répondez juste votre prénom" in say("je suis Fatou, 20 ans")
    assert asked() == []


def test_a_new_search_is_one_even_while_a_name_is_waited_for(offers):
    say("menage 69120")
    say("1")

    assert "Près de Vaulx-en-Velin" in say("menage vaulx en velin")


def test_an_offer_that_ended_meanwhile_is_said_over(offers):
    say("menage 69120")
    offer_actions.close(offers[0], "filled", now())
    db.session.commit()
    say("1")

    assert "finie" in say("Fatou")


def test_two_days_later_a_number_alone_asks_for_nothing(offers, at):
    say("menage 69120")
    at(TUESDAY + timedelta(days=3))

    assert "nous n'avons pas compris" in say("1")


def test_where_there_is_no_offer_a_human_is_told(offers):
    answer = say("soudeur 42300")

    assert answer.startswith("Pas d'offre près de Roanne. La plus proche :\n1 Ménage")
    assert "70 km" in answer
    assert answer.endswith("Pour en parler : 04 65 71 00 00.")
    assert rules.parts(answer) <= 2
    assert "Votre prénom ?" in say("1")


@pytest.mark.parametrize(("code", "town"), [("97300", "Cayenne"), ("20137", "Porto-Vecchio")])
def test_beyond_what_one_can_reach_a_human_alone_is_told(offers, code, town):
    assert say(f"menage {code}").startswith(f"Pas d'offre près de {town} pour le moment.")


def test_what_a_number_looked_for_is_forgotten_in_a_month_and_erased_with_its_person(offers):
    say("menage 69120")
    person = make_person(phone=PHONE)
    erasing.erase(person, now())
    db.session.commit()
    assert db.session.get(Talk, PHONE) is None

    say("menage 69120")
    actions.forget_old(TUESDAY.date() + timedelta(days=29))
    assert db.session.get(Talk, PHONE) is not None
    actions.forget_old(TUESDAY.date() + timedelta(days=32))
    assert db.session.get(Talk, PHONE) is None
    db.session.commit()
