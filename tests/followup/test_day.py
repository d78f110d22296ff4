"""My day: what waits, in order, each with one press; and finding people."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select

from tests.factories import make_account, make_person, sign_in
from tests.followup.conftest import agree
from tests.followup.making import make_task
from tests.people.helping import look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads, tasks, timeline
from webapp.followup.enums import Contact, Happened, TaskState
from webapp.people.models import JournalEntry

DAY = timedelta(days=1)


def test_nothing_waits_and_the_page_says_so(desk):
    page = look(desk, "/conseiller/")

    assert "Rien n’attend aujourd’hui." in page.words
    assert page.links()["Inscrire quelqu’un"] == "/conseiller/inscrire"


def test_what_is_late_comes_first_then_today_then_soon_each_with_its_press(desk, fatou, nadia):
    today = clock.today()
    make_task(fatou, nadia, title="Appeler la mairie", due_on=today + 3 * DAY)
    make_task(fatou, nadia, title="Rappeler Karim", due_on=today)
    make_task(fatou, nadia, title="Envoyer la fiche", due_on=today - DAY)
    make_task(fatou, nadia, title="Plus tard", due_on=today + 30 * DAY)

    page = look(desk, "/conseiller/")

    parts = [
        "En retard (1)",
        "Envoyer la fiche",
        "Aujourd’hui (1)",
        "Rappeler Karim",
        "Bientôt (1)",
    ]
    found = [page.words.index(part) for part in [*parts, "Appeler la mairie"]]
    assert found == sorted(found)
    assert "Plus tard" not in page.words
    assert page.links()["Ouvrir : Fatou : Rappeler Karim"] == f"/conseiller/suivi/{fatou.public_id}"


def test_a_no_of_the_person_comes_back_to_who_proposed(desk, fatou, nadia):
    task = make_task(fatou, nadia, title="Aller au forum", owner=None)
    tasks.settle(task, 1, TaskState.DECLINED, clock.now(), by=None)
    db.session.commit()

    assert "Fatou a dit non : Aller au forum" in look(desk, "/conseiller/").words


def test_what_the_person_was_to_do_is_asked_after_its_day(desk, fatou, nadia):
    make_task(fatou, nadia, title="Aller au forum", owner=None, due_on=clock.today() - DAY)

    assert "Demander à Fatou : Aller au forum" in look(desk, "/conseiller/").words


def test_no_news_for_a_month_is_said_until_there_are_some(desk, fatou, nadia):
    fatou.active_on = clock.today() - 31 * DAY
    db.session.commit()
    assert "Pas de nouvelles de Fatou depuis 31 jours" in look(desk, "/conseiller/").words

    way = Contact.CALL
    timeline.record(fatou, Happened.CONTACT, clock.now(), by=nadia, way=way)
    db.session.commit()

    assert "Pas de nouvelles" not in look(desk, "/conseiller/").words


def test_an_agreement_that_ends_within_a_month_is_asked_again(desk, fatou, nadia):
    long = agree(fatou, nadia, days=182)
    long.until = clock.today() + 20 * DAY
    db.session.commit()

    page = look(desk, "/conseiller/")

    assert "L’accord de Fatou finit" in page.words


def test_a_colleague_s_day_is_not_mine_and_a_lead_may_ask_for_all(client, fatou, nadia, sami):
    make_task(fatou, nadia, title="Rappeler Karim")
    sign_in(client, sami)
    assert "Rappeler Karim" not in look(client, "/conseiller/").words

    lead = make_account("lead", organisation=nadia.organisation)
    sign_in(client, lead)
    assert "Rappeler Karim" not in look(client, "/conseiller/").words
    assert "Rappeler Karim" in look(client, "/conseiller/?pour=structure").words


def test_an_adviser_does_not_get_the_day_of_all_by_asking(desk, fatou, sami):
    make_task(fatou, sami, title="Rappeler Karim")

    assert "Rappeler Karim" not in look(desk, "/conseiller/?pour=structure").words


def test_each_name_on_my_day_is_in_the_journal_once_a_day(desk, fatou, nadia):
    make_task(fatou, nadia, due_on=clock.today())
    look(desk, "/conseiller/")
    look(desk, "/conseiller/")

    found = select(JournalEntry).where(
        JournalEntry.person_id == fatou.id, JournalEntry.act == "seen"
    )
    assert len(db.session.scalars(found).all()) == 1


def test_after_a_stop_my_day_names_the_person_no_more(client, fatou, lea):
    asked = agree(fatou, lea)
    make_task(fatou, lea, title="Rappeler Karim", due_on=clock.today())
    sign_in(client, lea)
    assert "Rappeler Karim" in look(client, "/conseiller/").words

    from webapp.people import consents

    consents.stop(asked, clock.now())
    db.session.commit()

    page = look(client, "/conseiller/")
    assert "Rappeler Karim" not in page.words
    assert "Fatou" not in page.words


LISTS = {
    "mes-personnes": {"Fatou"},
    "ma-structure": {"Fatou", "Awa", "Sekou"},
    "sans-referent": {"Awa"},
    "sans-nouvelles": set(),
}


@pytest.mark.parametrize(("name", "people"), LISTS.items())
def test_each_list_holds_its_people(desk, fatou, nadia, sami, name, people):
    make_person(first_name="Awa", registered_by_id=nadia.id)
    followed = make_person(first_name="Sekou", registered_by_id=nadia.id)
    caseloads.follow(followed, sami, by=None, now=clock.now())
    make_person(first_name="Zeynep")
    db.session.commit()

    page = look(desk, f"/conseiller/personnes?liste={name}")

    assert {one for one in ("Fatou", "Awa", "Sekou", "Zeynep") if one in page.words} == people


def test_a_list_that_is_none_is_not_there(desk):
    assert look(desk, "/conseiller/personnes?liste=toutes").status_code == 404


def test_a_renamed_person_is_found_by_the_new_name_alone(desk, fatou):
    fatou.last_name, fatou.phone = "Traoré", "+33639985678"
    db.session.commit()

    for typed, found in (("traore", True), ("diallo", False), ("5678", True), ("1234", False)):
        words = send(desk, "/conseiller/personnes", typed=typed).words
        assert ("Fatou Traoré" in words) is found, typed


def queries_of(desk, path):
    """How many statements a page asks of the database, once its views are in the journal."""
    look(desk, path)
    asked = []
    engines = set(db.engines.values())

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        asked.append(statement)

    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    look(desk, path)
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    return len(asked)


@pytest.mark.parametrize(
    "path", ["/conseiller/", "/conseiller/personnes", "/conseiller/suivi/{id}"]
)
def test_a_page_asks_the_same_number_of_questions_for_few_or_many(desk, fatou, nadia, path):
    address = path.format(id=fatou.public_id)
    make_task(fatou, nadia, due_on=clock.today())
    few = queries_of(desk, address)

    for at in range(12):
        person = make_person(first_name="Awa", registered_by_id=nadia.id)
        caseloads.follow(person, nadia, by=None, now=clock.now())
        make_task(person, nadia, title=f"Étape {at}", due_on=clock.today())
        make_task(fatou, nadia, title=f"Étape {at}", due_on=clock.today())

    assert queries_of(desk, address) == few
