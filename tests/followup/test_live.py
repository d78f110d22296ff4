"""Two advisers at once; messages and papers told; settings chosen together; sealed facts."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_organisation, make_person, sign_in
from tests.followup.conftest import agree
from tests.followup.making import make_note, make_task
from tests.people.helping import SITE, look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads, since, timeline
from webapp.followup.enums import Contact, Happened, Readers
from webapp.messages import actions as messages
from webapp.messages.enums import Kind, Status
from webapp.people import consents, sensitive
from webapp.people.enums import Act, Sensitive
from webapp.people.models import JournalEntry

BEFORE = timedelta(minutes=5)


def path(person, rest=""):
    return f"/conseiller/suivi/{person.public_id}{rest}"


def asks(person):
    """The address that an open page asks again."""
    return path(person, f"/depuis?vu={since.stamp(clock.now() - BEFORE)}")


# --- two at once


def test_an_open_page_hears_who_changed_what(client, fatou, nadia, sami, lea):
    agree(fatou, lea)
    make_note(fatou, nadia, text="De moi")
    make_task(fatou, lea, title="Appeler")
    make_note(fatou, lea, text="Gardé là-bas", to=Readers.ORGANISATION)
    note = make_note(fatou, sami, text="Cherche le matin.")
    sign_in(client, sami)
    send(client, f"/conseiller/notes/{note.public_id}", text="Le soir", readers="organisation",
         version="1")  # fmt: skip
    sign_in(client, nadia)

    words = look(client, asks(fatou)).words

    assert "Étape ajoutée · Léa Morin" in words
    assert "Note · Sami Haddad" in words
    assert "Nadia" not in words
    assert "Note · Léa" not in words


def test_asking_again_is_no_new_look(desk, fatou, nadia):
    make_task(fatou, nadia)
    look(desk, asks(fatou))

    seen = select(JournalEntry).where(JournalEntry.act == Act.SEEN)
    assert db.session.scalars(seen).all() == []


def test_after_a_stop_the_open_page_is_told_that_it_is_closed_and_nothing_else(client, fatou, lea):
    asked = agree(fatou, lea)
    make_task(fatou, make_account("adviser"), title="Secret")
    consents.stop(asked, clock.now())
    db.session.commit()
    sign_in(client, lea)

    part = client.get(asks(fatou), base_url=SITE, headers={"HX-Request": "true"}).text

    assert "n’est plus ouverte pour vous" in part
    assert "Fatou" not in part
    assert look(client, asks(fatou)).status_code == 404


# --- messages and papers


def send_sms(person, kind, text, status=Status.DELIVERED):
    """An SMS that left."""
    key = f"{kind}:{text}"
    more = {"to": person.phone, "person_id": person.id, "now": clock.now()}
    message = messages.queue(kind=kind, text=text, key=key, **more)
    message.status, message.sent_at = status, clock.now()
    db.session.commit()
    return message


def test_the_timeline_tells_what_was_sent_and_no_code(desk, client, fatou, lea):
    agree(fatou, lea)
    send_sms(fatou, Kind.MEETING_SOON, "Demain à 9 h, rue de la Rize")
    send_sms(fatou, Kind.RESULT, "Pas cette fois", status=Status.FAILED)
    send_sms(fatou, Kind.CODE, "482 913 est votre code")
    send_sms(fatou, Kind.CONSENT_ASKED, "Une autre structure demande")
    send_sms(fatou, Kind.ALERT, "Pas encore parti", status=Status.QUEUED)

    told = {}
    for who in (lea, fatou):
        sign_in(client, who)
        told[who] = look(client, path(fatou) if who is lea else "/suivi/parcours").words

    for words in told.values():
        assert "Message envoyé" in words
        assert "Demain à 9 h, rue de la Rize" in words
        assert "Message pas arrivé" in words
        for hidden in ("482 913", "Une autre structure", "Pas encore parti"):
            assert hidden not in words


def test_without_an_agreement_no_message_is_told(desk, nadia):
    awa = make_person(first_name="Awa", registered_by_id=nadia.id)
    send_sms(awa, Kind.MEETING_SOON, "Demain à 9 h")

    assert "Demain à 9 h" not in look(desk, path(awa)).words


def test_a_page_of_events_and_messages_misses_none_and_doubles_none(app, fatou, nadia):
    for at in range(7):
        moment = clock.now() - timedelta(hours=2 * at)
        facts = {"by": nadia, "way": Contact.CALL}
        timeline.record(fatou, Happened.CONTACT, moment, **facts)
        message = send_sms(fatou, Kind.ALERT, f"Offre {at}")
        message.sent_at = moment - timedelta(hours=1)
    db.session.commit()

    pages = [
        timeline.of_person(fatou, nadia, clock.now(), limit=4, offset=4 * page) for page in range(4)
    ]

    found = [one for page in pages for one in page]
    assert len({(one.kind, one.public_id) for one in found}) == len(found) == 14
    assert found == sorted(found, key=lambda one: one.at, reverse=True)


def test_the_card_and_the_cv_are_told_with_where_to_read_them(desk, client, fatou):
    send(desk, f"/conseiller/personnes/{fatou.public_id}/carte", **{"birthday-day": "14"})
    send(desk, f"/conseiller/personnes/{fatou.public_id}/cv/familles", families="cleaning")

    page = look(desk, path(fatou))

    assert "CV fait ou changé" in page.words
    assert f"/conseiller/personnes/{fatou.public_id}/cv" in page.text
    sign_in(client, fatou)
    assert "CV fait ou changé" in look(client, "/suivi/parcours").words


# --- how they read


def test_an_adviser_chooses_with_the_person_how_they_read_and_they_see_who_did(desk, client, fatou):
    send(desk, path(fatou, "/lecture"), langue="simple", taille="large", voix="slow")

    db.session.expire_all()
    assert (fatou.language, fatou.settings["size"]) == ("simple", "large")
    words = look(desk, path(fatou)).words
    assert "Langue ou lecture changée" in words
    assert "voix lente" in words
    sign_in(client, fatou)
    told = look(client, "/suivi/parcours")
    assert "Langue ou lecture changée" in told.words
    assert "Nadia" in told.words
    assert "size-large" in told.one("html").attributes["class"]


def test_the_person_s_phone_takes_it_up_once_then_goes_by_what_they_choose(client, fatou, nadia):
    sign_in(client, fatou)
    send(client, "/reglages", taille="larger")
    assert "size-larger" in look(client, "/suivi").one("html").attributes["class"]
    sign_in(client, nadia)
    send(client, path(fatou, "/lecture"), taille="large")
    sign_in(client, fatou)

    assert "size-large" in look(client, "/suivi").one("html").attributes["class"].split()
    assert "size-large" in look(client, "/").one("html").attributes["class"].split()
    send(client, "/reglages", taille="larger")

    assert "size-larger" in look(client, "/suivi").one("html").attributes["class"].split()


def test_nothing_new_chosen_tells_nothing(desk, fatou):
    send(desk, path(fatou, "/lecture"))

    assert "Langue ou lecture changée" not in look(desk, path(fatou)).words


# --- sealed facts


@pytest.fixture
def paul(app, fatou):
    """An entitled prescriber with whom Fatou agreed."""
    account = make_account("adviser", organisation=make_organisation(kind="france-travail"))
    caseloads.follow(fatou, account, by=account, now=clock.now())
    agree(fatou, account)
    return account


def test_sealed_facts_are_there_for_an_entitled_prescriber_alone(client, fatou, paul, sami):
    sensitive.write(fatou, Sensitive.HOUSING, "Hébergée", paul, clock.now())
    db.session.commit()
    address = path(fatou, "/protege/housing")

    sign_in(client, paul)
    page = look(client, path(fatou))
    assert "Informations protégées" in page.words
    assert "Hébergée" not in page.words
    assert look(client, address).one("textarea").text().strip() == "Hébergée"
    assert look(client, path(fatou, "/protege/other")).status_code == 404

    sign_in(client, sami)
    assert "Informations protégées" not in look(client, path(fatou)).words
    assert look(client, address).status_code == 404


def test_each_opening_is_in_the_person_s_journal(client, fatou, paul):
    sign_in(client, paul)
    look(client, path(fatou, "/protege/health"))

    wanted = select(JournalEntry).where(JournalEntry.act == Act.SEEN_SENSITIVE)
    assert {one.about["kind"] for one in db.session.scalars(wanted)} == {"health"}


def test_two_who_write_one_sealed_text_lose_nothing(client, fatou, paul):
    sign_in(client, paul)
    address = path(fatou, "/protege/housing")
    read_at = look(client, address).fields()["version"]
    assert send(client, address, text="Hébergée", version=read_at).status_code == 303

    page = send(client, address, text="Locataire", version=read_at)

    assert page.status_code == 409
    assert "Hébergée" in page.words
    assert page.one("textarea").text().strip() == "Locataire"
    again = send(client, address, text="Les deux", version=page.fields()["version"])
    assert again.status_code == 303
