"""The accounts of a structure, changed by actions: never without a lead, never an address twice."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.factories import make_account, make_organisation
from webapp.accounts.models import Account, Device, EmailLink, Passkey
from webapp.clock import now, today
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.organisations import log, members, queries
from webapp.organisations.enums import Logged
from webapp.organisations.models import LogEntry, Organisation


def member(**facts: str) -> members.Member:
    """Someone to let in."""
    return members.Member(
        **{"email": "lea@exemple.fr", "first_name": "Léa", "role": "employer"} | facts
    )


@pytest.fixture
def lead(app):
    """The lead of a structure that hires."""
    return make_account("lead", first_name="Karim")


def counted(table) -> int:
    """How many rows a table has."""
    return db.session.scalar(select(func.count()).select_from(table))


def test_an_account_is_opened_and_logged(lead):
    account = members.open_account(lead.organisation, member(), by=lead, now=now())

    assert account in queries.members(lead.organisation_id)
    [entry] = queries.log_of(lead.organisation_id, 10)
    assert (entry.act, entry.by, entry.subject) == (Logged.ACCOUNT_OPENED, lead, account)
    assert entry.about == {"role": "employer"}


def test_an_address_that_is_in_use_is_refused_wherever_it_is(database, lead):
    make_account("adviser", email="lea@exemple.fr")

    with pytest.raises(members.EmailTaken) as refused:
        members.open_account(lead.organisation, member(), by=lead, now=now())

    assert "Ateliers" not in str(refused.value.advice)
    assert len(queries.members(lead.organisation_id)) == 1


def test_the_same_address_asked_for_at_the_same_moment_opens_one_account(database, app, lead):
    here, start = lead.organisation_id, Barrier(2)

    def ask(number: int) -> str:
        with app.app_context():
            start.wait()
            structure = db.session.get(Organisation, here)
            try:
                members.open_account(structure, member(), by=None, now=now())
                db.session.commit()
            except members.EmailTaken:
                return "taken"
            return "opened"

    assert sorted(at_once(ask)) == ["opened", "taken"]
    assert counted(Account) == 2


def at_once(ask) -> list[str]:
    """Ask twice at the same moment."""
    db.session.commit()
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(lambda number: Context().run(ask, number), range(2)))


def test_a_role_of_another_kind_of_structure_is_refused(lead):
    with pytest.raises(members.NotARole):
        members.open_account(lead.organisation, member(role="network"), by=lead, now=now())


@pytest.mark.parametrize("change", ["close", "demote"])
def test_the_last_lead_stays(lead, change):
    make_account("employer", organisation=lead.organisation)
    gone = make_account("lead", organisation=lead.organisation)
    gone.closed_at = now()

    with pytest.raises(members.LastLead):
        end(lead, change)

    assert (lead.closed_at, lead.role) == (None, "lead")


def end(account: Account, change: str) -> None:
    """Take a lead away, by one way or the other."""
    if change == "close":
        members.close(account, by=account, now=now())
        return
    same = member(email=account.email, first_name=account.first_name)
    members.change(account, same, by=account, now=now())


@pytest.mark.parametrize("change", ["close", "demote"])
def test_one_of_two_leads_may_go(lead, change):
    make_account("lead", organisation=lead.organisation)

    end(lead, change)

    assert lead.closed_at or lead.role == "employer"


def test_two_leads_who_close_each_other_at_once_do_not_both_succeed(database, app, lead):
    other = make_account("lead", organisation=lead.organisation)
    ids, start = (lead.id, other.id), Barrier(2)

    def close(number: int) -> str:
        with app.app_context():
            start.wait()
            try:
                account = db.session.get(Account, ids[number])
                members.close(account, by=None, now=now())
                db.session.commit()
            except members.LastLead:
                return "last"
            return "closed"

    assert sorted(at_once(close)) == ["closed", "last"]


def test_closing_takes_the_key_the_links_the_devices_and_the_address(database, lead):
    leaving = make_account("employer", organisation=lead.organisation, email="tom@exemple.fr")
    open_everywhere(leaving)
    lead.backup_id = leaving.id

    members.close(leaving, by=lead, now=now())
    db.session.commit()

    assert counted(Passkey) == counted(EmailLink) == 0
    assert db.session.scalars(select(Device.closed_at)).all() != [None]
    assert lead.backup_id is None
    assert leaving.email.endswith(".invalid")
    again = members.open_account(
        lead.organisation, member(email="tom@exemple.fr"), by=lead, now=now()
    )
    assert again.id != leaving.id


def open_everywhere(account: Account) -> None:
    """Give an account a device, a key and a link that waits."""
    moment = now()
    later = moment + timedelta(hours=1)
    db.session.add_all(
        [
            Device(
                account=account, way="link", token_hash="t", created_at=moment,
                seen_on=today(), expires_at=later, confirmed_at=moment,
            ),
            Passkey(
                account_id=account.id, credential_id=b"c", public_key=b"k", created_at=moment
            ),
            EmailLink(account=account, token_hash="l", created_at=moment, expires_at=later),
        ]
    )  # fmt: skip
    db.session.commit()


def test_a_lost_key_is_forgotten_with_what_it_opened_and_its_holder_is_told(lead):
    account = make_account("employer", organisation=lead.organisation)
    open_everywhere(account)

    members.forget_passkeys(account, by=lead, now=now())
    db.session.commit()

    assert counted(Passkey) == counted(EmailLink) == 0
    assert db.session.scalars(select(Device.closed_at)).all() != [None]
    [mail] = outbox(account.email)
    assert "n’ouvre plus rien" in mail.text


def test_both_addresses_are_told_of_a_change_and_neither_tells_the_other(lead):
    account = make_account("employer", organisation=lead.organisation, email="tom@exemple.fr")
    open_everywhere(account)
    changed = member(email="tom@ailleurs.fr", first_name=account.first_name)

    members.change(account, changed, by=lead, now=now())

    assert counted(EmailLink) == 0
    [old], [new] = outbox("tom@exemple.fr"), outbox("tom@ailleurs.fr")
    assert "ailleurs.fr" not in old.text
    assert "/connexion/pro" in new.text


def test_writing_the_same_again_is_no_change(lead):
    same = members.Member(
        email=lead.email, first_name=lead.first_name, last_name=lead.last_name, role="lead"
    )

    members.change(lead, same, by=lead, now=now())

    assert not queries.log_of(lead.organisation_id, 10)


def test_the_log_is_kept_for_a_year(lead):
    long_ago = now() - timedelta(days=367)
    log.note(lead.organisation, Logged.FACTS, by=lead, now=long_ago)
    log.note(lead.organisation, Logged.HOURS, by=lead, now=now())

    log.forget_old(today())

    assert db.session.scalars(select(LogEntry.act)).all() == [Logged.HOURS]


def test_a_colleague_who_leaves_stays_named_in_the_log(lead):
    leaving = make_account("lead", organisation=lead.organisation, first_name="Tom")
    members.close(leaving, by=lead, now=now())

    [entry] = queries.log_of(lead.organisation_id, 1)

    assert (entry.act, entry.subject.first_name) == (Logged.ACCOUNT_CLOSED, "Tom")


def test_another_structure_sees_nothing_of_this_one(lead):
    other = make_organisation(name="Ailleurs")
    log.note(lead.organisation, Logged.HOURS, by=lead, now=now())

    assert queries.member_of(other.id, lead.public_id) is None
    assert not queries.members(other.id)
    assert not queries.log_of(other.id, 10)
