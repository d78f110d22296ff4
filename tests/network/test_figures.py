"""The figures of a structure, whole for its lead."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_help_request,
    make_offer,
    make_organisation,
    make_person,
    saved,
    sign_in,
)
from tests.network.making import FIGURES, FOURTH, NOW, SUMMER, THIRD, asked, cells, follow
from tests.path_factories import make_contract
from webapp.extensions import db
from webapp.network import queries, rules
from webapp.pathways.work_models import Outcome


def test_the_lead_reads_everything(client, ateliers, lead):
    asked(ateliers, "sent", "hired", "not_selected", "chosen", when=NOW)

    page = client.get(FIGURES)
    counts = cells(client.get(f"{FIGURES}.csv"), "Demandes d’emploi reçues")

    assert page.h1 == "Chiffres"
    assert counts["Embauches"] == "1"
    assert counts["total"] == "4"
    assert "Ce trimestre n’est pas fini" in page.words


def test_a_quarter_holds_its_own_days_alone(client, ateliers, lead):
    asked(ateliers, "sent", when=datetime(2026, 9, 30, 21, 59, tzinfo=UTC))
    asked(ateliers, "sent", when=datetime(2026, 9, 30, 22, 0, tzinfo=UTC))  # October in Paris

    third, fourth = (
        cells(client.get(f"{FIGURES}.csv?trimestre={one}"), "Demandes d’emploi reçues")["total"]
        for one in (THIRD, FOURTH)
    )

    assert (third, fourth) == ("1", "1")


def test_a_person_handed_over_is_followed_once(database, app):
    here = make_organisation(kind="ccas")
    person = make_person()
    follow(here, SUMMER - timedelta(days=90), ended=SUMMER, person=person)
    follow(here, SUMMER, person=person)
    follow(here, SUMMER, ended=SUMMER + timedelta(days=9))
    follow(here, SUMMER - timedelta(days=200), ended=SUMMER - timedelta(days=100))
    follow(here, NOW)
    follow(make_organisation(kind="ccas"), SUMMER)

    assert sorted(queries.followed(here.id, THIRD)) == [(False, False), (True, True)]


def test_the_requests_of_followed_people_count_while_they_are_followed(database, app):
    here = make_organisation(kind="ccas")
    person = make_person()
    follow(here, SUMMER - timedelta(days=9), ended=SUMMER + timedelta(days=9), person=person)
    for day in (-20, 0, 20):
        moment = SUMMER + timedelta(days=day)
        make_application(person_id=person.id, created_at=moment, status="hired")

    assert queries.outcomes(queries.of_followed(here.id), THIRD) == {rules.HIRED: 1}


def test_delays_and_help_are_told(client, ateliers, lead):
    offer = make_offer(organisation=ateliers)
    for days in (0, 2, 9):
        make_application(offer=offer, created_at=SUMMER, called_at=SUMMER + timedelta(days=days))
    make_help_request(organisation=ateliers, created_at=SUMMER, raised_at=NOW)

    page = client.get(f"{FIGURES}?trimestre={THIRD}")

    assert "Au milieu : 2 jours." in page.words
    assert "Remontées au responsable : 1." in page.words


def test_an_siae_reads_who_left_and_what_became_of_them(client, ateliers, lead):
    gone, renewed, silent = make_person(), make_person(), make_person()
    ends = {"begins_on": date(2026, 2, 1), "ends_on": date(2026, 8, 31)}
    for person in (gone, renewed, silent):
        make_contract(person, organisation_id=ateliers.id, **ends)
    again = {"begins_on": date(2026, 9, 1), "ends_on": date(2027, 2, 28)}
    make_contract(renewed, organisation_id=ateliers.id, **again)
    asked_then = {"organisation_id": ateliers.id, "asked_at": SUMMER, "answered_at": NOW}
    saved(Outcome(person_id=gone.id, months=0, answer="works", **asked_then))

    counts = cells(
        client.get(f"{FIGURES}.csv?trimestre={THIRD}"), "Sorties du trimestre, à la sortie"
    )

    assert counts["Travaillent, sans plus de précision"] == "1"
    assert counts["Pas de réponse, ou pas encore"] == "1"
    assert counts["total"] == "2"


def test_the_queries_of_a_page_do_not_grow_with_what_is_counted(client, ateliers, lead, queries_of):
    few = queries_of(f"{FIGURES}?trimestre={THIRD}")
    asked(ateliers, *["sent"] * 20)
    for _ in range(20):
        follow(ateliers, SUMMER)

    assert queries_of(f"{FIGURES}?trimestre={THIRD}") == few


@pytest.fixture
def queries_of(client):
    """A function that counts the queries of a page."""
    from sqlalchemy import event

    def count(path: str) -> int:
        made: list[str] = []
        listeners = list(db.engines.values())

        def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            made.append(statement)

        for engine in listeners:
            event.listen(engine, "before_cursor_execute", note)
        client.get(path)
        for engine in listeners:
            event.remove(engine, "before_cursor_execute", note)
        return len(made)

    return count


def test_each_door_that_a_lead_of_a_network_sees_opens(client):
    sign_in(client, make_account("lead", organisation=make_organisation(kind="federation")))

    doors = {door for door in client.get("/structure/").links().values() if door.startswith("/")}

    assert {door: client.get(door).status_code for door in doors} == dict.fromkeys(doors, 200)


@pytest.mark.parametrize("role", ["adviser", "employer"])
def test_whoever_works_there_reads_the_figures_of_their_structure(client, ateliers, role):
    asked(ateliers, "hired", "sent")
    sign_in(client, make_account(role, organisation=ateliers))

    page = client.get(f"{FIGURES}?trimestre={THIRD}")

    assert "Demandes d’emploi reçues" in page.words
    assert "Équipe" not in page.words  # the other parts are the lead's
    assert client.get("/structure/actions/").links()["Nos chiffres"] == FIGURES
