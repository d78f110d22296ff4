"""Short words by SMS: a contact answers, a person chooses, each as if they had pressed."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_contact, make_offer
from webapp.applications import actions, inviting
from webapp.applications.actions import Wish
from webapp.applications.enums import Way
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.messages import inbound
from webapp.messages import queries as outbox

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KARIM, AWA, JOSEPH = "+33639981200", "+33639981234", "+33639981235"


@pytest.fixture(autouse=True)
def on_monday(at):
    at(MONDAY)


@pytest.fixture
def offer(app):
    return make_offer(contact=make_contact(phone=KARIM))


@pytest.fixture
def awa(offer):
    return ask(offer, "Awa", AWA)


def ask(offer, name: str, phone: str) -> Application:
    """A request made now: the first of the day is told to the contact."""
    made = actions.apply(offer, Wish(way=Way.THEY_CALL, first_name=name, phone=phone), MONDAY)
    db.session.commit()
    return made


def write(sender: str, text: str) -> str:
    """What someone who writes is answered."""
    inbound.receive(sender, text, MONDAY)
    db.session.commit()
    replies = [one.text for one in outbox.outbox(sender) if one.kind == "reply"]
    return replies[-1] if replies else ""


def test_the_first_request_of_the_day_is_told_with_what_to_answer(awa, offer):
    ask(offer, "Joseph", JOSEPH)

    (message,) = outbox.outbox(KARIM)
    assert "Awa" in message.text
    assert "06 39 98 12 34" in message.text
    assert "Répondez APPEL, RDV, NON ou EMBAUCHE." in message.text


@pytest.mark.parametrize("text", ["APPEL", "appelé", "j’appel"])
def test_a_word_notes_the_call(awa, text):
    assert "vous appelez Awa" in write(KARIM, text)
    assert awa.called_at == MONDAY


def test_a_word_proposes_moments_and_a_digit_chooses_one(awa):
    said = write(KARIM, "rdv")
    assert "Proposé à Awa : mar 24/11 9h" in said
    assert awa.status == "proposed"

    assert "Karim vous attend" in write(AWA, "le 2")
    assert awa.meeting.starts_at == awa.meeting.moments[1]
    assert any("Awa vient" in one.text for one in outbox.outbox(KARIM))


def test_a_digit_too_high_says_which_are_left(awa):
    write(KARIM, "RDV")

    assert "Il reste 1: mar 24/11 9h" in write(AWA, "9")
    assert awa.status == "proposed"


def test_a_person_says_no_to_every_moment(awa):
    write(KARIM, "RDV")

    assert "d'autres moments" in write(AWA, "non")
    assert (awa.status, awa.meeting) == ("seen", None)


def test_a_no_is_kept_at_once_and_a_digit_tells_why(awa):
    assert "Pourquoi ?" in write(KARIM, "NON")
    assert (awa.status, awa.reason) == ("not_selected", "unsaid")

    assert "dit gentiment à Awa" in write(KARIM, "2")
    assert awa.reason == "hours"


def test_after_an_answer_the_next_person_is_named_and_a_word_is_about_them(awa, offer):
    joseph = ask(offer, "Joseph", JOSEPH)

    said = write(KARIM, "embauche")

    assert "Ensuite : Joseph, 06 39 98 12 35" in said
    assert "15 min" in said
    assert awa.status == "hired"
    write(KARIM, "APPEL")
    assert joseph.called_at == MONDAY


def test_a_first_name_in_the_answer_says_whom_it_is_about(awa, offer):
    joseph = ask(offer, "Joseph", JOSEPH)
    write(KARIM, "Appel Joseph")

    assert (awa.called_at, joseph.called_at) == (None, MONDAY)


def test_a_recall_of_someone_named_is_a_call_and_no_request_for_help(awa):
    assert "vous appelez Awa" in write(KARIM, "RAPPEL Awa")
    assert awa.called_at == MONDAY


def test_a_word_from_a_number_that_was_asked_nothing_changes_nothing(awa):
    assert "pas compris" in write("+33639989999", "EMBAUCHE")
    assert awa.status == "sent"


def test_who_left_the_structure_answers_no_more(awa, offer):
    offer.contact = make_contact(organisation=offer.organisation)
    db.session.query(type(offer.contact)).filter_by(phone=KARIM).update({"phone": "+33639981999"})
    db.session.commit()
    write(KARIM, "NON")

    assert awa.status == "sent"


def test_an_answer_to_a_request_that_is_over_says_so(awa):
    actions.cancel(awa, MONDAY)
    db.session.commit()

    assert "déjà finie" in write(KARIM, "EMBAUCHE")
    assert awa.status == "withdrawn"


def test_two_people_choose_the_same_moment_and_the_second_is_told(awa, offer):
    joseph = ask(offer, "Joseph", JOSEPH)
    moments = [MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]
    for one in (awa, joseph):
        inviting.propose(one, moments, MONDAY)
    write(AWA, "1")

    assert "Ce moment n'est pas libre. Il reste 2:" in write(JOSEPH, "1")
