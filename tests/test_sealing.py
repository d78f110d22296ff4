"""What is sealed: unreadable without the keys, readable while they turn."""

import stat
import subprocess

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_organisation, make_person
from tests.support.databases import make_config
from tests.support.postgresql import program
from webapp import clock, create_app, sealing
from webapp.extensions import db
from webapp.people import consents, sensitive
from webapp.people.enums import Act, ConsentWay, Purpose, Sensitive
from webapp.people.models import JournalEntry, SensitiveFact

WORDS = "hébergée-chez-une-amie"


def make_fact(text: str = WORDS) -> SensitiveFact:
    fact = SensitiveFact(
        person_id=make_person().id,
        kind=Sensitive.HOUSING,
        sealed=sealing.seal(text),
        at=clock.now(),
    )
    db.session.add(fact)
    db.session.commit()
    return fact


def test_what_is_sealed_reads_back(app):
    assert sealing.unseal(sealing.seal(WORDS)) == WORDS
    assert sealing.seal(WORDS) != sealing.seal(WORDS), "the same words never look the same"


def test_the_key_is_apart_and_its_owner_s_alone(app, tmp_path):
    sealing.seal(WORDS)

    (key,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


def test_a_copy_of_the_database_without_the_keys_tells_nothing(database, app, tmp_path):
    fact = make_fact()
    if database.startswith("sqlite"):
        content = b"".join(path.read_bytes() for path in tmp_path.glob("app.db*"))
    else:
        command = [program("pg_dump"), "--inserts", database]
        content = subprocess.run(command, capture_output=True, check=True).stdout

    assert b"amie" not in content
    (key,) = sealing.key_files()
    key.unlink()
    sealing.add_key()
    with pytest.raises(sealing.NoKey):
        sealing.unseal(fact.sealed)


def test_keys_turn_while_the_product_runs(database, app, runner):
    facts = [make_fact(f"{WORDS}-{number}") for number in range(5)]
    before = {fact.id: fact.sealed for fact in facts}
    (old,) = sealing.key_files()

    done = runner.invoke(args=["people", "rotate-key"])
    assert "Sealed 5 facts" in done.output
    db.session.expire_all()
    assert [sealing.unseal(fact.sealed) for fact in facts] == [f"{WORDS}-{n}" for n in range(5)]
    assert all(before[fact.id] != fact.sealed for fact in facts)

    old.unlink()
    assert [sealing.unseal(fact.sealed) for fact in facts] == [f"{WORDS}-{n}" for n in range(5)]


def test_batches_leave_none_behind_and_keep_what_others_wrote_meanwhile(app, monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 2)
    facts = [make_fact(str(number)) for number in range(5)]
    sealing.add_key()
    commits = []

    def commit() -> None:
        commits.append(1)
        db.session.commit()

    assert sealing.reseal(commit) == 5
    assert len(commits) == 3
    former, others = sealing.seal("what it was before"), b"nothing that a key of ours opens"
    assert sealing.turn(SensitiveFact.__table__, facts[0].id, former) == 0
    assert sealing.turn(SensitiveFact.__table__, facts[0].id, others) == 0


def test_former_keys_go_when_asked(app, runner, tmp_path):
    fact = make_fact()
    runner.invoke(args=["people", "rotate-key", "--remove-old"])
    db.session.expire_all()

    assert len(sealing.key_files()) == 1
    assert sealing.unseal(fact.sealed) == WORDS


def test_a_chosen_folder_without_a_key_is_said_and_not_filled(sqlite, tmp_path):
    folder = tmp_path / "elsewhere"
    app = create_app(make_config(sqlite, tmp_path, SEALING_KEYS=str(folder)))
    with app.app_context():
        with pytest.raises(sealing.NoKey, match="rotate-key"):
            sealing.seal(WORDS)
        sealing.add_key()
        assert sealing.unseal(sealing.seal(WORDS)) == WORDS
    assert not (tmp_path / "keys").exists()


ENTITLED, NOT_ENTITLED = "france-travail", "centre-social"


@pytest.mark.parametrize(
    ("role", "kind", "agreed", "reads"),
    [
        ("adviser", ENTITLED, True, True),
        ("lead", ENTITLED, True, True),
        ("adviser", ENTITLED, False, False),
        ("adviser", NOT_ENTITLED, True, False),
        ("employer", "ei", True, False),
        ("network", "network", True, False),
    ],
)
def test_only_an_entitled_prescriber_with_an_agreement_reads(app, role, kind, agreed, reads):
    account = make_account(role, organisation=make_organisation(kind=kind))
    person = make_person(registered_by_id=account.id)
    if agreed:
        agree(person, account)

    assert sensitive.may_read(person, account, clock.now()) is reads
    if not reads:
        with pytest.raises(sensitive.NotEntitled):
            sensitive.write(person, Sensitive.HEALTH, "x", account, clock.now())


def agree(person, account):
    now = clock.now()
    purpose = Purpose.HIRING if account.role == "employer" else Purpose.FOLLOWUP
    consent = consents.ask(person, account.organisation, purpose, 31, account, now)
    consents.give(consent, ConsentWay.PHONE, now)
    db.session.commit()
    return consent


def test_each_reading_is_in_the_journal_before_it_is_opened(database, app):
    account = make_account("adviser", organisation=make_organisation(kind=ENTITLED))
    person = make_person()
    consent = agree(person, account)
    sensitive.write(person, Sensitive.HEALTH, "dos fragile", account, clock.now())
    db.session.commit()

    with app.test_request_context():
        assert sensitive.read(person, Sensitive.HEALTH, account, clock.now()) == "dos fragile"
        db.session.rollback()
    seen = db.session.scalars(
        select(JournalEntry).where(JournalEntry.act == Act.SEEN_SENSITIVE)
    ).all()
    assert [(line.account_id, line.about) for line in seen] == [(account.id, {"kind": "health"})]

    consents.stop(consent, clock.now())
    db.session.commit()
    with app.test_request_context(), pytest.raises(sensitive.NotEntitled):
        sensitive.read(person, Sensitive.HEALTH, account, clock.now())


def test_a_person_reads_what_is_sealed_about_them(app):
    account = make_account("adviser", organisation=make_organisation(kind=ENTITLED))
    person = make_person()
    agree(person, account)
    sensitive.write(person, Sensitive.JUSTICE, "première", account, clock.now())
    sensitive.write(person, Sensitive.JUSTICE, "seconde", account, clock.now())
    db.session.commit()

    assert sensitive.own(person) == {"justice": "seconde"}
    with pytest.raises(sensitive.TooLong):
        sensitive.write(person, Sensitive.JUSTICE, "x" * 2001, account, clock.now())
