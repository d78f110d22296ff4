"""The figures of a structure: whole for its lead, without a small count for others."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from sqlalchemy import select

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
from tests.network.making import make_act
from tests.path_factories import make_contract
from webapp.clock import today
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.network import publishing, queries, rules
from webapp.network.models import PublishedQuarter
from webapp.network.rules import Quarter
from webapp.operations import daily
from webapp.pathways.work_models import Outcome

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SUMMER = datetime(2026, 8, 12, 9, 0, tzinfo=UTC)
THIRD, FOURTH = Quarter(2026, 3), Quarter(2026, 4)
FIGURES = "/structure/chiffres"


@pytest.fixture
def ateliers(app, at):
    """An employer that accompanies too, on a Monday of the fourth quarter."""
    at(NOW)
    return make_organisation(kind="aci", name="Les Jardins")


@pytest.fixture
def lead(client, ateliers):
    """Its lead's browser, signed in."""
    account = make_account("lead", organisation=ateliers)
    sign_in(client, account)
    return account


def asked(organisation, *outcomes: str, when=SUMMER):
    """Requests made to an organisation, each with where it stands."""
    offer = make_offer(organisation=organisation)
    for status in outcomes:
        make_application(offer=offer, status=status, created_at=when)


def follow(organisation, since, ended=None, person=None):
    """A person followed for a time."""
    person = person or make_person()
    return saved(
        Following(person_id=person.id, organisation_id=organisation.id, since=since, ended_at=ended)
    )


def publish():
    """Do the night's work."""
    daily.publish_figures(today())


def csv_of(page):
    """The lines of a CSV."""
    return list(csv.reader(StringIO(page.text.removeprefix("\ufeff")), delimiter=";"))


def cells(page, title):
    """The counts of one table, by their words."""
    return {line: count for table, line, count in csv_of(page) if table == title}


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


def test_no_small_count_leaves_the_structure(client, ateliers, lead):
    asked(ateliers, *["sent"] * 12, *["hired"] * 3, *["met"] * 7)
    publish()

    page = client.get(f"{FIGURES}/partage?trimestre={THIRD}")
    shared = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}")
    counts = cells(shared, "Demandes d’emploi reçues")

    assert counts["total"] == "22"
    assert counts["Embauches"] == "***"
    assert counts["Attendent une réponse"] == "***"  # else the total would tell
    assert counts["Rendez-vous proposé, pris ou fait"] == "7"
    assert "caché" in page.words


def test_too_few_people_are_not_told_at_all(client, ateliers, lead):
    asked(ateliers, "hired", "sent")
    publish()

    shared = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}")
    counts = cells(shared, "Demandes d’emploi reçues")

    assert counts == {"total": "***"}


def split_of(client, quarter):
    """What others read of the people followed in a quarter."""
    return cells(client.get(f"{FIGURES}/partage.csv?trimestre={quarter}"), "Personnes suivies")


@pytest.mark.parametrize(("left", "split"), [(2, "***"), (6, "20")])
def test_two_quarters_together_do_not_tell_how_few_left(client, ateliers, lead, at, left, split):
    """Followed in summer, less those still there in autumn: it would be who left."""
    at(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    for _ in range(20):
        follow(ateliers, SUMMER)
    for _ in range(left):
        follow(ateliers, SUMMER, ended=SUMMER + timedelta(days=9))
    for _ in range(7):
        follow(ateliers, NOW)
    publish()

    summer, autumn = split_of(client, THIRD), split_of(client, FOURTH)

    assert summer["total"] == str(20 + left)
    assert autumn["total"] == "27"
    assert autumn["Suivies avant"] == split
    assert "Suivi terminé" not in client.get(f"{FIGURES}/partage?trimestre={THIRD}").words


def test_a_quarter_is_read_a_month_after_its_end_and_is_the_same_for_good(
    database, client, ateliers, lead, at
):
    """Read at two moments, it would tell what became of one person."""
    at(datetime(2026, 10, 30, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    asked(ateliers, *["sent"] * 12, *["hired"] * 6)
    follow(ateliers, SUMMER)
    publish()
    assert THIRD not in publishing.of(ateliers)
    before = client.get(f"{FIGURES}/partage?trimestre={THIRD}")
    assert before.one("nav a[aria-current=page]").text() == "2e trimestre 2026"

    at(datetime(2026, 10, 31, 9, 0, tzinfo=UTC))
    assert "Ce trimestre sera arrêté cette nuit." in client.get(f"{FIGURES}/partage").words
    publish()
    first = client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}").text
    asked(ateliers, *["hired"] * 9)
    make_act(organisation=ateliers, held_on=date(2026, 8, 3))
    publish()

    assert "6" in cells(client.get(f"{FIGURES}/partage.csv"), "Demandes d’emploi reçues").values()
    assert client.get(f"{FIGURES}/partage.csv?trimestre={THIRD}").text == first
    own = cells(client.get(f"{FIGURES}.csv?trimestre={THIRD}"), "Demandes d’emploi reçues")
    assert own["Embauches"] == "15"


def test_no_hidden_count_is_written_anywhere(ateliers, lead):
    asked(ateliers, *["sent"] * 12, *["hired"] * 3, *["met"] * 7)
    asked(make_organisation(kind="ei"), "hired")
    publish()

    kept = db.session.scalars(select(PublishedQuarter)).all()

    rows = [row for one in kept for table in one.tables for row in table["rows"]]
    assert [count for _key, count in rows if count is not None and 0 < count < rules.SMALL] == []
    assert any(count is None for _key, count in rows)
    totals = [table["total"] for one in kept for table in one.tables]
    assert all(total is None or total >= rules.SMALL for total in totals)


@pytest.mark.parametrize(("gone", "split"), [(1, "***"), (7, "20")])
def test_what_two_published_quarters_tell_is_counted_from_what_was_read(
    client, ateliers, lead, at, gone, split
):
    """Someone erased between two quarters is part of the first one for good."""
    for _ in range(20):
        follow(ateliers, SUMMER)
    erased = [follow(ateliers, SUMMER) for _ in range(gone)]
    publish()
    for one in erased:
        db.session.delete(one)
    db.session.commit()
    at(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    sign_in(client, lead)
    for _ in range(7):
        follow(ateliers, NOW)
    publish()

    assert split_of(client, THIRD)["total"] == str(20 + gone)
    assert split_of(client, FOURTH)["Suivies avant"] == split


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


def test_a_network_takes_the_figures_away_and_no_name_becomes_a_formula(client, ateliers):
    asked(ateliers, *["sent"] * 12)
    make_act(organisation=ateliers, held_on=date(2026, 8, 3), people=2)
    make_account("lead", organisation=ateliers)
    make_account("lead", organisation=make_organisation(kind="ei", name="=1+1"))
    publish()
    sign_in(client, make_account("network", organisation=make_organisation(kind="federation")))

    lines = {
        line[0]: line for line in csv_of(client.get(f"/reseau/chiffres.csv?trimestre={THIRD}"))
    }

    assert lines["Les Jardins"][3:] == ["12", "***", "1"]
    assert "'=1+1" in lines


def test_a_quarter_that_goes_on_is_not_shared(client, ateliers, lead):
    asked(ateliers, *["sent"] * 9, when=NOW)
    publish()

    page = client.get(f"{FIGURES}/partage?trimestre={FOURTH}")

    assert "9" not in [cell.text() for cell in page.all("td b")]
    assert page.all("nav a[aria-current=page]")[-1].text() == "3e trimestre 2026"


def test_a_network_reads_what_each_shows_of_itself(client, ateliers):
    asked(ateliers, *["sent"] * 12, *["hired"] * 6, *["met"] * 7)
    small = make_organisation(kind="ei", name="Petite")
    asked(small, "hired")
    make_organisation(kind="ei", name="Ailleurs", insee="26362")
    for one in (ateliers, small):
        make_account("lead", organisation=one)
    federation = make_organisation(kind="federation", name="Fédération")
    publish()
    sign_in(client, make_account("network", organisation=federation))

    page = client.get(f"/reseau/?trimestre={THIRD}")

    lines = {one.css_first("b").text(): one.text() for one in page.all(".lines li")}
    assert "Ailleurs" not in lines
    assert "Fédération" not in lines
    assert "25" in lines["Les Jardins"]
    assert "caché" in lines["Petite"]


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

    from webapp.extensions import db

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
