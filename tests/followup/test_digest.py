"""The letter of the day: what is new, on working days, without any name, until one says no."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_consent, make_organisation, make_person, sign_in
from tests.pathways.helping import kinds_due, prescriber, siae, written
from webapp.accounts.models import Account
from webapp.clock import PARIS, now, today
from webapp.extensions import db
from webapp.followup import caseloads, due
from webapp.messages.enums import Channel
from webapp.messages.models import Message
from webapp.operations import daily
from webapp.pathways import work
from webapp.pathways.enums import Happened

MONDAY = datetime(2026, 11, 30, 3, 5, tzinfo=PARIS)
TUESDAY = datetime(2026, 12, 1, 3, 5, tzinfo=PARIS)
SATURDAY = datetime(2026, 12, 5, 3, 5, tzinfo=PARIS)


def letters():
    """The letters of the day, the first first."""
    mails = select(Message).where(Message.channel == Channel.EMAIL).order_by(Message.id)
    return [one for one in db.session.scalars(mails) if one.key.startswith("digest-")]


def morning(at, moment):
    """Do the night's work of a day."""
    at(moment)
    daily.write_digests(today())


@pytest.fixture
def team(app, at):
    """An adviser who follows Fatou, and her employer, who has no news of her."""
    at(MONDAY)
    fatou = make_person(first_name="Fatou", last_name="Diallo")
    employer, adviser = siae("aci"), prescriber()
    for one in (employer, adviser):
        make_consent(fatou, one, days=365, until=date(2028, 1, 1))
    caseloads.follow(fatou, adviser, by=adviser, now=now())
    contract = written(fatou, employer, end=date(2026, 12, 20))
    work.note(contract, employer, Happened.LOST, (date(2026, 11, 28), None), 0, now())
    db.session.commit()
    return employer, adviser, contract


def test_both_correspondents_are_told_once_in_the_morning_and_nobody_is_named(database, team, at):
    morning(at, MONDAY)
    morning(at, MONDAY)

    found = letters()
    assert {one.recipient for one in found} == {one.email for one in team[:2]}
    assert len(found) == 2
    for one in found:
        assert "1 personne sans nouvelles au travail" in one.text
        assert "1 contrat finit dans le mois" in one.text
        assert "1 bilan de sortie à faire" in one.text
        assert "Fatou" not in one.text + one.subject
        assert "Diallo" not in one.text + one.subject
        assert one.send_at.astimezone(PARIS).strftime("%H:%M") == "07:30"
        assert "/conseiller/" in one.text


def test_only_what_is_new_makes_a_letter(team, at):
    employer, _adviser, contract = team
    morning(at, MONDAY)
    morning(at, TUESDAY)
    assert len(letters()) == 2

    work.note(contract, employer, Happened.ABSENCE, (date(2026, 12, 1), None), 0, now())
    db.session.commit()
    morning(at, datetime(2026, 12, 2, 3, 5, tzinfo=PARIS))

    last = letters()[-1]
    assert len(letters()) == 4
    assert "1 absence au travail" in last.text
    assert "sans nouvelles" not in last.text


def test_nobody_is_written_to_on_a_free_day_or_while_away(team, at):
    employer, adviser, _contract = team
    for day in (SATURDAY, datetime(2026, 12, 25, 3, 5, tzinfo=PARIS)):
        morning(at, day)
    assert letters() == []

    adviser.away_from = date(2026, 11, 30)
    db.session.commit()
    morning(at, MONDAY)
    assert [one.recipient for one in letters()] == [employer.email]


def test_it_is_switched_off_and_on_again(client, team, at):
    _employer, adviser, _contract = team
    sign_in(client, adviser)
    page = client.get(client.get("/conseiller/").links()["Ma lettre du jour"])
    assert f"Vous recevez cette lettre à {adviser.email}." in page.words

    client.post("/parcours/mon-resume", data={"wanted": "no"})
    morning(at, MONDAY)
    assert adviser.email not in {one.recipient for one in letters()}

    client.post("/parcours/mon-resume", data={"wanted": "yes"})
    assert "Vous recevez cette lettre" in client.get("/parcours/mon-resume").words
    morning(at, TUESDAY)
    assert adviser.email in {one.recipient for one in letters()}


def test_a_network_follows_nobody_and_gets_none(client, team, at):
    other = make_account("network", organisation=make_organisation(kind="network"))
    sign_in(client, other)

    assert client.get("/parcours/mon-resume").status_code == 403
    morning(at, MONDAY)
    assert other.email not in {one.recipient for one in letters()}


def test_a_contract_near_its_end_is_due_until_another_follows_it(team, at):
    employer, adviser, contract = team
    assert "contract-ends" in kinds_due(employer)
    assert "contract-ends" in kinds_due(adviser)

    begin, end = date(2026, 12, 21), date(2027, 6, 30)
    written(contract.person, employer, begin=begin, end=end)

    assert "contract-ends" not in kinds_due(employer)


def test_a_night_asks_those_alone_who_have_something_to_tell(team, monkeypatch):
    asked: list[str] = []
    for name, read in due.SOURCES.items():
        monkeypatch.setitem(due.SOURCES, name, noting(asked, name, read))

    daily.write_digests(today())

    assert set(asked) == {"followup", "pathways"}
    assert letters()


def noting(asked: list[str], name: str, read: due.Source) -> due.Source:
    """The same source, which notes that it was asked."""

    def told(account: Account, at: datetime, *, everyone: bool) -> Sequence[due.Due]:
        asked.append(name)
        return read(account, at, everyone=everyone)

    return told
