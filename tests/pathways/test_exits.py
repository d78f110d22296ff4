"""The exit review as it begins, when it is due, and the exits counted by outcome."""

from datetime import date, datetime, timedelta

from tests.factories import make_consent, sign_in
from tests.path_factories import make_approval
from tests.pathways.helping import MONDAY, kinds_due, written
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Contact, Happened, Readers
from webapp.pathways import work
from webapp.pathways.enums import Happened as InContract


def test_it_begins_with_every_contract_there_and_what_happened_meanwhile(client, fatou, people, at):
    employer, adviser = people
    make_consent(fatou, employer, purpose="followup")
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
