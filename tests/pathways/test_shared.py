"""Answers to “is it for me?”: in a code that an adviser reads, or given by one press."""

from datetime import timedelta
from itertools import combinations

import pytest
from sqlalchemy import func, select

from tests.factories import make_account, make_consent, make_person, sign_in
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.models import TimelineEvent
from webapp.pathways import concerned, shared
from webapp.pathways.concerned import LETTERS, Sign
from webapp.pathways.models import SharedAnswers
from webapp.people import merging
from webapp.people.models import JournalEntry

ALL = [one for size in range(len(Sign) + 1) for one in combinations(Sign, size)]
SIGNS = ("benefit", "disabled")
CODE = concerned.code_of(SIGNS)


def test_a_code_holds_every_answer_and_few_typed_wrong_are_read():
    codes = {concerned.code_of(signs): signs for signs in ALL}

    assert len(codes) == 256
    assert all(concerned.signs_of(code) == signs for code, signs in codes.items())
    assert concerned.signs_of(f" {CODE[0].upper()} {CODE[1:].upper()} ") == SIGNS
    wrong = [
        code[:at] + letter + code[at + 1 :]
        for code in codes for at in range(3) for letter in LETTERS if letter != code[at]
    ]  # fmt: skip
    assert sum(one in codes for one in wrong) < len(wrong) / 50
    assert [concerned.signs_of(one) for one in ("", "ab", "abcd", "0l1")] == [None] * 4


def test_an_adviser_reads_a_code_with_the_proofs_to_look_at_and_nothing_is_kept(client, app):
    answer = client.get(f"/parcours/suis-je-concerne/{CODE}")
    assert CODE.upper() in answer.words
    assert answer.all(".qr svg")
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get("/parcours/suis-je-concerne/zzz").status_code == 404

    sign_in(client, make_account("adviser"))
    page = client.get(f"/parcours/reponses?code={CODE.upper()}")
    assert "Mon handicap est reconnu" in page.words
    assert "Attestation RSA, de moins de 3 mois" in page.words
    assert client.get("/parcours/reponses?code=zzz").status_code == 404
    for table in (SharedAnswers, TimelineEvent):
        assert not db.session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def nadia(fatou):
    """Who follows her."""
    account = make_account("adviser")
    make_consent(fatou, account)
    caseloads.follow(fatou, account, by=account, now=now())
    db.session.commit()
    return account


def test_one_press_gives_them_to_whom_the_person_chose_and_another_takes_them_back(
    client, fatou, nadia
):
    stranger, colleague = (
        make_account("adviser"),
        make_account("lead", organisation=nadia.organisation),
    )
    make_consent(fatou, stranger)
    sign_in(client, fatou)
    page = client.get(f"/parcours/suis-je-concerne/{CODE}")
    assert "Envoyer à Nadia" in page.words
    address = f"/parcours/moi/reponses/{CODE}"
    assert client.post(address, data={"to": stranger.public_id}).status_code == 404
    for _ in range(2):
        assert client.post(address, data={"to": nadia.public_id}).status_code == 303
    given = db.session.scalars(select(SharedAnswers)).one()
    assert b"disabled" not in given.sealed
    assert_read_until_taken_back(client, fatou, given.public_id, (nadia, colleague), stranger)


def assert_read_until_taken_back(client, fatou, given, readers, stranger):
    """Those of one structure read them, nobody else does, and nobody after they are taken back."""
    theirs = f"/parcours/personnes/{fatou.public_id}/reponses"
    for account, opens in (*((one, True) for one in readers), (stranger, False)):
        sign_in(client, account)
        assert ("handicap est reconnu" in client.get(theirs).words) == opens, account.role
    seen = select(func.count()).where(JournalEntry.act == "seen-sensitive")
    assert db.session.scalar(seen) >= 2

    sign_in(client, fatou)
    assert "Réponses envoyées à" in client.get("/parcours/moi").words
    back = f"/parcours/moi/reponses/{given}/reprendre"
    sign_in(client, make_person())
    assert client.post(back).status_code == 404
    sign_in(client, fatou)
    assert client.post(back).status_code == 303
    sign_in(client, readers[0])
    assert "n’a pas envoyé de réponses" in client.get(theirs).words


def test_of_two_records_made_one_the_last_answers_are_read_and_all_are_taken_back(fatou, nadia):
    other = make_person(first_name=fatou.first_name, last_name="Diallo")
    shared.give(other, nadia.organisation, [Sign.AGE], now() - timedelta(days=9))
    shared.give(fatou, nadia.organisation, SIGNS, now())

    merging.merge(fatou, other, fatou.phone, None, now())

    first, _second = shared.of_person(fatou)
    assert shared.opened(first) == [Sign(one) for one in SIGNS]
    shared.take_back(first)
    assert not shared.of_person(fatou)
