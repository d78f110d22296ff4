"""The exit review as it begins, when it is due, and the exits counted by outcome."""

from datetime import date, datetime, timedelta

from tests.factories import make_account, saved, sign_in
from tests.path_factories import make_approval
from tests.pathways.helping import MONDAY, kinds_due, written
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Contact, Happened, Readers
from webapp.pathways import exits, work
from webapp.pathways.enums import Happened as InContract
from webapp.pathways.work_models import Outcome


def test_it_begins_with_every_contract_there_and_what_happened_meanwhile(client, fatou, people, at):
    employer, adviser = people
    first = written(fatou, employer, begin=date(2026, 1, 1), end=date(2026, 6, 30))
    contract = written(fatou, employer)
    for one in (first, contract):
        work.note(one, employer, InContract.HELP, (one.begins_on, None), 120, now())
    tell_meetings(fatou, adviser)
    db.session.commit()
    sign_in(client, employer)

    page = client.get(f"/parcours/contrats/{contract.public_id}/bilan")

    begun = page.one("textarea[name=results]").text().split("\n")
    contracts = [line for line in begun if "CDDI" in line]
    assert len(contracts) == 2
    assert contracts[0].startswith("CDD d’insertion (CDDI), du 1er janvier 2026")
    assert "Accompagnement : 4\N{NO-BREAK SPACE}h" in begun
    assert "2 rendez-vous" in begun
    assert "1 demande d’aide" in begun


def tell_meetings(person, adviser):
    """Two meetings and a call for all to read, one kept for oneself, one before; a request."""
    for way in (Contact.MEETING, Contact.MEETING, Contact.NO_ANSWER):
        shared = {"by": adviser, "readers": Readers.SHARED}
        timeline.record(person, Happened.CONTACT, MONDAY - timedelta(days=9), way=way, **shared)
    mine = {"by": adviser, "readers": Readers.MINE}
    timeline.record(person, Happened.CONTACT, MONDAY, way=Contact.MEETING, **mine)
    before = datetime(2025, 12, 1, tzinfo=PARIS)
    timeline.record(person, Happened.CONTACT, before, by=adviser, way=Contact.MEETING)
    timeline.record(person, "help-asked", MONDAY, readers=Readers.PERSON, need="papers")


def test_it_is_due_before_the_approval_ends_though_the_contract_goes_on(client, fatou, people, at):
    employer, _adviser = people
    make_approval(person=fatou, begins_on=date(2025, 3, 16), ends_on=date(2027, 3, 15))
    contract = written(fatou, employer, end=date(2027, 11, 30))

    assert "exit-review" not in kinds_due(employer)
    at(datetime(2026, 12, 15, 9, tzinfo=PARIS))
    assert "exit-review" in kinds_due(employer)
    sign_in(client, employer)
    page = client.get(f"/parcours/personnes/{fatou.public_id}/contrats")
    assert "À faire à partir du 15/12/2026" in page.words
    contract.stopped_on = date(2026, 12, 1)
    db.session.commit()
    assert "exit-review" not in kinds_due(employer)


def asked(person, employer, months: int, answer: str, at: datetime):
    facts = {"person_id": person.id, "organisation_id": employer.organisation_id}
    return saved(Outcome(months=months, answer=answer, asked_at=at, **facts))


def test_exits_are_counted_by_what_people_said_at_the_exit_and_later(
    database, client, fatou, people
):
    employer, _adviser = people
    lead = make_account("lead", organisation=employer.organisation)
    written(fatou, employer, end=date(2026, 11, 10))
    asked(fatou, employer, 0, "seeks", datetime(2024, 11, 10, tzinfo=PARIS))  # of another exit
    asked(fatou, employer, 0, "training", datetime(2026, 11, 10, 9, tzinfo=PARIS))
    asked(fatou, employer, 3, "lasting", datetime(2027, 2, 10, 9, tzinfo=PARIS))
    quarter = (date(2026, 10, 1), date(2027, 1, 1))

    found = exits.by_outcome(employer.organisation_id, *quarter)
    assert {months: dict(counts) for months, counts in found.items()} == {
        0: {"training": 1}, 3: {"lasting": 1}, 6: {"unsaid": 1},
    }  # fmt: skip
    written(fatou, employer, begin=date(2026, 11, 11), end=date(2027, 5, 31))
    assert not any(exits.by_outcome(employer.organisation_id, *quarter).values())

    sign_in(client, lead)
    page = client.get("/structure/chiffres")
    assert "Sorties du trimestre, à la sortie" in page.words
