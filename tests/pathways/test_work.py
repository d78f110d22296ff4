"""In the SIAE: contracts, what happens, the review both sides sign, what is asked later."""

from datetime import date, datetime, timedelta

import pytest
from flask import current_app
from sqlalchemy import select

from tests.factories import make_consent, sign_in
from tests.pathways.helping import MONDAY, prescriber, siae
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import caseloads, due
from webapp.messages.models import Inbound, Message
from webapp.pathways import asking, replies, work, work_rules
from webapp.pathways.contract_rules import Terms
from webapp.pathways.enums import Happened
from webapp.pathways.work_models import ExitReview, Outcome, WorkEvent


@pytest.fixture
def people(fatou):
    """The SIAE's employer and the adviser who follows."""
    employer, adviser = siae("aci"), prescriber()
    for one in (employer, adviser):
        make_consent(fatou, one, days=365, until=date(2028, 1, 1))
    caseloads.follow(fatou, adviser, by=adviser, now=now())
    return employer, adviser


def written(person, account, begin=date(2026, 7, 1), end=date(2027, 2, 15), hours=20):
    minutes, few = hours * 60, hours < 20
    terms = Terms(kind="cddi", begins_on=begin, ends_on=end, weekly_minutes=minutes, exempt=few)
    contract = work.write(person, account, terms, now())
    db.session.commit()
    return contract


def test_a_contract_and_its_renewal_are_written_down(client, fatou, people):
    employer, adviser = people
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    sent = {"contract-kind": "cddi", "contract-begin": "2026-09-01", "contract-hours": "26"}

    assert client.post(address, data=sent).status_code == 422
    assert client.post(address, data=sent | {"contract-end": "2027-02-28"}).status_code == 303
    later = {"contract-begin": "2027-03-01", "contract-end": "2027-08-31"}
    assert client.post(address, data=sent | later).status_code == 303

    page = client.get(address)
    assert "Renouvellement." in page.words
    assert "CDD d’insertion (CDDI), du 1er septembre 2026 au 28 février 2027" in page.words
    sign_in(client, adviser)
    assert "Renouvellement." in client.get(address).words
    assert client.post(address, data=sent).status_code == 403


def test_an_absence_waits_with_both_until_someone_deals_with_it(client, fatou, people):
    employer, adviser = people
    contract = written(fatou, employer)
    sign_in(client, employer)
    sent = {"event-kind": "lost", "event-begin": "2026-11-28"}
    client.post(f"/parcours/contrats/{contract.public_id}/noter", data=sent)

    for account in people:
        assert "lost" in kinds_due(account), account.role
    event = db.session.scalars(select(WorkEvent)).one()
    sign_in(client, adviser)
    assert client.post(f"/parcours/evenements/{event.public_id}/traiter").status_code == 303
    assert "lost" not in kinds_due(adviser)


def kinds_due(account) -> list[str]:
    """What waits for someone now."""
    with current_app.test_request_context():
        return [one.kind for one in due.waiting(account, now())]


def test_the_exit_review_is_due_three_months_before_the_end(fatou, people, at):
    employer, _adviser = people
    written(fatou, employer, end=date(2027, 3, 15))

    assert "exit-review" not in kinds_due(employer)
    at(datetime(2026, 12, 15, 9, tzinfo=PARIS))
    assert "exit-review" in kinds_due(employer)


def test_it_begins_with_what_was_done_and_freezes_when_both_signed(client, fatou, people):
    employer, adviser = people
    contract = written(fatou, employer)
    for kind, hours in ((Happened.HELP, 3), (Happened.HELP, 2), (Happened.TRAINING, 35)):
        work.note(contract, employer, kind, (date(2026, 10, 1), None), hours * 60, now())
    db.session.commit()
    address = f"/parcours/contrats/{contract.public_id}/bilan"

    sign_in(client, employer)
    page = client.get(address)
    assert_signs_after_both(client, address, page, employer, adviser)


def assert_signs_after_both(client, address, page, employer, adviser):
    """Write, change and sign a review, from one side and the other."""
    begun = page.one("textarea[name=results]").text()
    assert "Accompagnement : 5\N{NO-BREAK SPACE}h" in begun
    assert "1 formation, 35\N{NO-BREAK SPACE}h" in begun
    sent = {"results": begun, "outlook": "CDI en vue", "promises": "Le permis", "version": "0"}
    assert client.post(address, data=sent).status_code == 303
    assert client.post(address, data=sent).status_code == 409  # another hand wrote meanwhile
    assert client.post(f"{address}/signer", data={"version": "1"}).status_code == 303

    sign_in(client, adviser)
    changed = sent | {"outlook": "CDI signé", "version": "1"}
    assert client.post(address, data=changed).status_code == 303
    assert client.post(f"{address}/signer", data={"version": "1"}).status_code == 409
    assert client.post(f"{address}/signer", data={"version": "2"}).status_code == 303
    sign_in(client, employer)
    assert client.post(f"{address}/signer", data={"version": "2"}).status_code == 303
    assert client.post(address, data=sent | {"version": "2"}).status_code == 409
    review = db.session.scalars(select(ExitReview)).one()
    assert set(review.signatures) == {"siae", "adviser"}
    assert review.outlook == "CDI signé"
    assert client.get(f"{address}/pdf").mimetype == "application/pdf"


def test_who_neither_employs_nor_accompanies_writes_nothing(client, fatou, people):
    employer, _adviser = people
    contract = written(fatou, employer)
    other = siae("ei")
    make_consent(fatou, other)
    sign_in(client, other)

    answers = {
        act: client.post(f"/parcours/contrats/{contract.public_id}/{act}").status_code
        for act in ("noter", "arreter", "bilan/signer")
    }

    assert set(answers.values()) == {403}


# What is written to the person


def test_a_small_contract_brings_the_monthly_reminder_once(fatou, people):
    written(fatou, people[0], hours=12)

    for _ in range(2):
        asking.remind(date(2026, 12, 5), now())
    asking.remind(date(2026, 12, 6), now())
    db.session.commit()

    told = db.session.scalars(select(Message)).all()
    assert [one.recipient for one in told] == [fatou.phone]
    assert "France Travail" in told[0].text
    assert told[0].parts == 1


def test_a_larger_one_brings_none(fatou, people):
    written(fatou, people[0], hours=26)

    assert asking.remind(date(2026, 12, 5), now()) == 0


@pytest.mark.parametrize(("answer", "kept"), [("yes", "works"), ("no", "seeks")])
def test_what_became_of_someone_is_asked_at_the_exit_and_3_and_6_months_later(
    fatou, people, at, answer, kept
):
    contract = written(fatou, people[0], end=date(2026, 11, 29))
    asked = []
    for after in (0, 1, 91, 92, 183, 184, 230):
        at(MONDAY + timedelta(days=after))
        asking.ask_outcomes(now().astimezone(PARIS).date(), now())
        db.session.commit()
        asked.append(len(db.session.scalars(select(Outcome)).all()))

    assert asked == [1, 1, 2, 2, 3, 3, 3]
    received = Inbound(sender=fatou.phone, text="", understood="", at=now() - timedelta(days=45))
    question = replies.open_questions(received)[0]
    assert getattr(question, answer)().startswith("Merci")
    assert contract.person_id == fatou.id
    answers = db.session.scalars(select(Outcome).order_by(Outcome.months)).all()
    assert [one.answer for one in answers] == ["", "", kept]


def test_a_renewed_contract_asks_nothing(fatou, people):
    written(fatou, people[0], end=date(2026, 11, 29))
    written(fatou, people[0], begin=date(2026, 11, 30), end=date(2027, 5, 29))

    assert asking.ask_outcomes(date(2026, 11, 30), now()) == 0


def test_a_moment_that_was_missed_is_not_asked_late():
    ended = date(2026, 1, 31)

    assert work_rules.question_due(ended, frozenset(), date(2026, 4, 30)) == 3
    assert work_rules.question_due(ended, frozenset({3}), date(2026, 4, 30)) is None
    assert work_rules.question_due(ended, frozenset(), date(2026, 3, 20)) is None
    assert work_rules.question_due(ended, frozenset(), date(2026, 10, 1)) is None
