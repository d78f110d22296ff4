"""At the desk: one owner, every step dated, what the person reads and what they do not."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_help_request, make_person, sign_in
from webapp import clock
from webapp.extensions import db
from webapp.followup import due
from webapp.followup.models import TimelineEvent
from webapp.helping import actions, asking
from webapp.helping.enums import Need
from webapp.messages.queries import outbox
from webapp.people.models import JournalEntry

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def waiting(berges):
    """Someone who waits."""
    return make_help_request(organisation=berges, phone="+33639980001")


def post(client, request, act, **data: str):
    """Do something to a request."""
    return client.post(f"/conseiller/aides/{request.public_id}/{act}", data=data)


def kinds(request):
    """What happened, in order."""
    db.session.expire_all()
    return [one.kind for one in request.steps]


def test_the_list_shows_who_waits_first_due_first(desk, berges, waiting):
    today = clock.today()
    make_help_request(organisation=berges, first_name="Ali", due_on=today - timedelta(days=1))
    make_help_request(first_name="Zoé")  # another organisation's

    page = desk.get("/conseiller/aides/")

    assert page.h1 == "2 personnes attendent de l’aide"
    assert page.words.index("Ali") < page.words.index("Fatou")
    assert "En retard" in page.words
    assert "Zoé" not in page.words


def test_taking_tells_the_person_who_calls(desk, waiting, nadia):
    post(desk, waiting, "prendre")

    assert kinds(waiting) == ["taken"]
    assert waiting.owner_id == nadia.id
    (sms,) = outbox("+33639980001")
    assert sms.text.startswith("Bonjour, Nadia (CCAS des Berges)")
    page = desk.get(f"/aide/demande/{waiting.public_id}")
    assert page.h1 == "Nadia a votre demande"
    assert "Lundi 30 novembre : Nadia s’en occupe" in page.words


def test_a_request_has_one_owner(desk, waiting, berges):
    quick = make_account("adviser", organisation=berges, first_name="Paul")
    actions.take(waiting, quick, clock.now())
    db.session.commit()

    answer = post(desk, waiting, "prendre")

    assert answer.status_code == 409
    assert "C’est Paul." in answer.words
    assert kinds(waiting) == ["taken"]


def test_the_request_of_who_left_may_be_taken(desk, waiting, berges, nadia):
    gone = make_account("adviser", organisation=berges, closed_at=clock.now())
    waiting.status, waiting.owner = "taken", gone
    db.session.commit()

    post(desk, waiting, "prendre")

    assert waiting.owner_id == nadia.id


def test_taking_twice_says_it_once(desk, waiting):
    post(desk, waiting, "prendre")
    post(desk, waiting, "prendre")

    assert kinds(waiting) == ["taken"]
    assert len(outbox("+33639980001")) == 1


def test_a_note_is_read_by_the_person_only_where_it_is_shown(desk, waiting):
    post(desk, waiting, "note", text="Rendez-vous jeudi à 10 h", shown="y")
    post(desk, waiting, "note", text="Voir avec la Caf")

    page = desk.get(f"/aide/demande/{waiting.public_id}")
    assert "Rendez-vous jeudi à 10 h" in page.words
    assert "Voir avec la Caf" not in page.words


def test_an_empty_note_is_not_kept(desk, waiting):
    page = post(desk, waiting, "note", text="  ")

    assert page.status_code == 422
    assert "Écrivez quelques mots." in page.words
    assert kinds(waiting) == []


def test_each_sign_starts_the_clock_again(waiting, nadia):
    actions.no_answer(waiting, nadia, datetime(2026, 12, 3, 9, 0, tzinfo=UTC))

    assert waiting.due_on.isoformat() == "2026-12-07"
    assert "a essayé de vous appeler" in outbox("+33639980001")[0].text


def test_a_request_is_given_to_a_colleague_who_is_told(desk, waiting, berges):
    paul = make_account("adviser", organisation=berges, first_name="Paul")

    post(desk, waiting, "confier", to=paul.public_id)

    assert waiting.owner_id == paul.id
    assert outbox(paul.email)[0].subject == "Une demande d’aide vous est confiée"


def test_it_is_not_given_to_someone_of_another_organisation(desk, waiting):
    stranger = make_account("adviser")

    post(desk, waiting, "confier", to=stranger.public_id)

    assert kinds(waiting) == []
    assert waiting.owner_id is None


def test_done_it_is_over_for_everyone(desk, waiting):
    post(desk, waiting, "finie")

    assert desk.get(f"/aide/demande/{waiting.public_id}").h1 == "Votre demande d’aide est finie"
    assert post(desk, waiting, "prendre").status_code == 409
    assert "1 demande finie" in desk.get("/conseiller/aides/").words


def test_each_view_of_someone_known_is_in_their_journal(desk, waiting):
    waiting.person = make_person(phone="+33639980001")
    db.session.commit()

    desk.get(f"/conseiller/aides/{waiting.public_id}")

    lines = db.session.query(JournalEntry).filter_by(person_id=waiting.person_id).all()
    assert {line.act for line in lines} == {"seen"}


def test_an_account_that_hires_only_sees_no_request(client, waiting):
    sign_in(client, make_account("employer"))

    assert client.get(f"/conseiller/aides/{waiting.public_id}").status_code == 403


def test_what_waits_is_in_my_day_the_late_first(waiting, berges, nadia, thomas, app):
    late = make_help_request(
        organisation=berges, first_name="", due_on=clock.today() - timedelta(days=1)
    )
    theirs = make_help_request(organisation=berges, owner_id=thomas.id, first_name="Zoé")

    with app.test_request_context():
        mine = due.waiting(nadia, clock.now())
        everyone = due.waiting(thomas, clock.now(), everyone=True)

    assert [one.title for one in mine] == [
        "Une personne, par SMS attend de l’aide : Papiers et démarches",
        "Fatou attend de l’aide : Papiers et démarches",
    ]
    assert mine[0].late
    assert mine[0].address.endswith(late.public_id)
    assert theirs.public_id in {one.address[-8:] for one in everyone}


def test_the_shared_follow_up_tells_what_became_of_it(app, berges, nadia):
    person = make_person(phone="+33639980001")
    call = asking.Call(need=Need.PAPERS, first_name="Fatou", phone="+33639980001", person=person)
    made = asking.ask(call, clock.now())
    actions.take(made, nadia, clock.now())
    actions.finish(made, nadia, clock.now())
    db.session.commit()

    kinds_told = db.session.scalars(select(TimelineEvent.kind).order_by(TimelineEvent.id)).all()
    assert kinds_told == ["help-asked", "help-taken", "help-done"]
