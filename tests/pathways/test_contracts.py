"""What a contract may say: its months, its hours, those before it, and what to do next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import make_consent, sign_in
from tests.path_factories import make_approval
from tests.pathways.helping import DATES, siae
from webapp.extensions import db
from webapp.pathways import contract_rules, facts
from webapp.pathways.contract_rules import Terms, Wrong
from webapp.pathways.facts import ContractFacts
from webapp.pathways.models import ApprovalProlongation
from webapp.pathways.spans import DAY, Span, last_day

BEGIN = date(2026, 12, 1)
CDDI = facts.in_force(ContractFacts, BEGIN).terms_of("cddi")


def wrong(end: date | None, *before: Span, begin=BEGIN, hours=26, prolonged=None, exempt=False):
    minutes = hours * 60
    terms = Terms(kind="cddi", begins_on=begin, ends_on=end, weekly_minutes=minutes, exempt=exempt)
    return contract_rules.wrong(terms, before, CDDI, prolonged)


def test_a_first_contract_lasts_four_months_unless_the_law_lets_it_be_shorter():
    assert wrong(date(2027, 3, 31)) is None
    assert wrong(date(2027, 3, 30)) == Wrong.SHORT
    assert wrong(date(2027, 3, 30), exempt=True) is None


def test_a_renewal_may_be_shorter():
    assert wrong(date(2026, 12, 31), Span(date(2026, 7, 1), date(2026, 11, 30))) is None


def test_hours_are_from_20_to_35_and_only_fewer_can_be_allowed():
    end = date(2027, 6, 30)

    assert [wrong(end, hours=hours) for hours in (19, 20, 35, 36)] == [
        Wrong.FEW_HOURS, None, None, Wrong.MANY_HOURS,
    ]  # fmt: skip
    assert wrong(end, hours=19, exempt=True) is None
    assert wrong(end, hours=36, exempt=True) == Wrong.MANY_HOURS


def test_past_24_months_it_goes_as_far_as_the_prolonged_approval():
    before = Span(date(2025, 1, 1), date(2026, 6, 30))
    longest = BEGIN + timedelta(days=730 - before.days - 1)

    assert wrong(longest, before) is None
    assert wrong(longest + DAY, before) == Wrong.LONG_IN_ALL
    assert wrong(longest + DAY, before, prolonged=longest + DAY) is None
    assert wrong(longest + 2 * DAY, before, prolonged=longest + DAY) == Wrong.LONG_IN_ALL


def test_two_contracts_do_not_run_at_once_in_one_structure():
    assert wrong(None, Span(date(2026, 9, 1), BEGIN)) == Wrong.OVERLAPS
    assert wrong(None, Span(date(2026, 9, 1), BEGIN - DAY)) is None


def test_other_kinds_of_contract_have_no_limit_known_here():
    assert facts.in_force(ContractFacts, BEGIN).terms_of("mission") is None


@given(DATES, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 400)), max_size=5))
def test_days_in_all_are_those_worked_one_by_one(begin, steps):
    """Contracts one after the other, with days between: counted by walking each day."""
    spans, day = [], begin
    for gap, length in steps:
        day += timedelta(days=gap)
        spans.append(Span(day, day + timedelta(days=length - 1)))
        day = spans[-1].end + DAY
    last = Span(day, last_day(day, 4))
    every = [*spans, last]
    worked = {one.begin + timedelta(days=n) for one in every for n in range(one.days)}
    first = min(worked)
    longest = Span(first, last_day(first, 24)).days

    assert contract_rules.days_over(every, CDDI) == len(worked) - longest
    found = wrong(last.end, *spans, begin=last.begin)
    assert (found == Wrong.LONG_IN_ALL) == (len(worked) > longest)


@pytest.fixture
def employer(fatou):
    """Who hires her."""
    account = siae("aci")
    make_consent(fatou, account, days=365, until=date(2028, 1, 1))
    return account


def test_the_page_says_under_which_question_and_what_to_do_next(client, fatou, employer):
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    sent = {"contract-kind": "cddi", "contract-begin": "2026-12-01", "contract-hours": "26"}

    short = client.post(address, data=sent | {"contract-end": "2027-01-31"})
    assert short.status_code == 422
    assert "Un premier CDDI dure au moins 4 mois." in short.one("#contract-end-miss").text()
    few = client.post(address, data=sent | {"contract-end": "2027-04-30", "contract-hours": "12"})
    assert "au moins 20 h par semaine" in few.one("#contract-hours-miss").text()
    exempt = {"contract-end": "2027-01-31", "contract-hours": "12", "contract-exempt": "y"}
    assert client.post(address, data=sent | exempt).status_code == 303
    page = client.get(address)
    assert "Aucun agrément connu ne couvre ce contrat" in page.words


def test_a_prolonged_approval_lets_the_contract_go_on_to_its_end(client, fatou, employer):
    approval = make_approval(person=fatou, begins_on=date(2024, 12, 1), ends_on=date(2026, 11, 30))
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    sent = {"contract-kind": "cddi", "contract-hours": "26"}
    first = {"contract-begin": "2024-12-01", "contract-end": "2026-11-30"}
    assert client.post(address, data=sent | first).status_code == 303
    more = sent | {"contract-begin": "2026-12-01", "contract-end": "2027-05-31"}

    refused = client.post(address, data=more)
    assert "faites d’abord prolonger l’agrément" in refused.one("#contract-end-miss").text()
    facts = {"reason": "training", "recorded_at": approval.asked_at}
    days = {"begins_on": date(2026, 12, 1), "ends_on": date(2027, 5, 31)}
    db.session.add(ApprovalProlongation(approval=approval, **days, **facts))
    db.session.commit()

    assert client.post(address, data=more).status_code == 303
    assert "Aucun agrément connu ne couvre" not in client.get(address).words
