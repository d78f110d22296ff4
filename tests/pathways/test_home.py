"""The people whose path a professional follows, however many they are."""

from datetime import timedelta

from tests.factories import make_consent, make_person, sign_in
from tests.path_factories import (
    make_approval,
    make_contract,
    make_suspension,
    make_work_event,
)
from tests.pathways.helping import siae
from tests.support.own_pages import statements
from webapp.clock import now


def test_the_list_asks_the_same_number_of_questions_for_few_or_many(client, fatou):
    employer = siae("aci")
    someone_with_a_path(fatou, employer)
    client.simple_too = False
    sign_in(client, employer)
    few = asked(client)

    for at in range(8):
        someone_with_a_path(make_person(first_name=f"Awa {at}"), employer)

    assert asked(client) == few
    page = client.get("/parcours/")
    assert page.words.count("suspendu") == 9
    assert "Fatou Diallo PASS IAE n° 99999 26" in page.words


def someone_with_a_path(person, account) -> None:
    make_consent(person, account)
    make_suspension(approval=make_approval(person=person, organisation_id=account.organisation_id))
    former = now() - timedelta(days=2000)
    days = {"begins_on": former.date(), "ends_on": former.date() + timedelta(days=729)}
    make_approval(person=person, asked_at=former, **days)


def asked(client) -> int:
    """How many statements the page asks of the database, once its views are in the journal."""
    client.get("/parcours/")
    with statements() as seen:
        client.get("/parcours/")
    return len(seen)


def test_what_waits_is_read_on_the_day_alone_which_a_siae_opens_from_there(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    make_work_event(make_contract(fatou, organisation_id=employer.organisation_id))
    sign_in(client, employer)

    page = client.get("/parcours/")

    assert "Absence de Fatou au travail" not in page.words
    day = client.get(page.links()["Ce qui attend : ma journée"])
    assert "Absence de Fatou au travail" in day.words
