"""Collective acts: noted on the day, changed with what they said kept, proved by small files."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_organisation, sign_in
from webapp.extensions import db
from webapp.network import rules
from webapp.network.models import ActFile, ActVersion, CollectiveAct

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
NEW = "/structure/actions/nouvelle"
TOLD = {"kind": "workshop", "held_on": "2026-11-30", "place": "Salle des fêtes", "people": "12"}
PDF = b"%PDF-1.7 un programme %%EOF"


@pytest.fixture
def adviser(client, at):
    """An adviser's browser, on a Monday."""
    at(NOW)
    account = make_account("adviser", organisation=make_organisation(kind="ccas"))
    sign_in(client, account)
    return account


def noted(client, **facts: str) -> CollectiveAct:
    """Note an act as a phone would."""
    fields = client.get(NEW).fields("main form")
    assert client.post(NEW, data=fields | TOLD | facts).status_code == 303
    return db.session.scalars(select(CollectiveAct).order_by(CollectiveAct.id.desc())).first()


def address(act: CollectiveAct, end: str = "") -> str:
    """The page of an act."""
    return f"/structure/actions/{act.public_id}{end}"


def send(client, act: CollectiveAct, content: bytes, name: str = "preuve.pdf"):
    """Send a file."""
    return client.post(address(act, "/preuve"), data={"file": (BytesIO(content), name)})


def test_three_facts_are_enough_and_the_day_is_today(client, adviser):
    fields = client.get(NEW).fields("main form")
    assert fields["held_on"] == "2026-11-30"

    act = noted(client, article="article 4")

    page = client.get(address(act))
    assert page.h1 == "Atelier"
    assert "12 personnes, 0 professionnel" in page.words
    assert "Écrit le 30/11/2026, 10 h, Nadia" in page.words
    assert "Notée plus de 7 jours après" not in page.words
    assert "article 4" in client.get("/structure/actions/").words


def test_an_act_sent_twice_counts_once_and_another_one_counts(client, adviser):
    first, again = noted(client), noted(client)
    other = noted(client, people="13")

    assert first == again
    assert other != first


def test_an_act_noted_long_after_says_so_for_ever(client, adviser):
    act = noted(client, held_on="2026-11-22")
    assert "Notée plus de 7 jours après." in client.get(address(act)).words

    fields = client.get(address(act, "/changer")).fields("main form")
    client.post(address(act, "/changer"), data=fields | {"held_on": "2026-11-29"})

    page = client.get(address(act))
    assert "jour : 2026-11-22" in page.words
    assert act.created_at == NOW


def test_a_week_is_in_time(client, adviser):
    act = noted(client, held_on="2026-11-23")

    assert "Notée plus de 7 jours après." not in client.get(address(act)).words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"held_on": "2026-12-01"}, "Notez une action quand elle a eu lieu."),
        ({"held_on": ""}, "Choisissez le jour."),
        ({"place": " "}, "Écrivez un lieu."),
        ({"kind": "party"}, "Touchez une réponse."),
        ({"people": "beaucoup"}, "Écrivez un nombre"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(client, adviser, facts, words):
    page = client.post(NEW, data=TOLD | facts)

    assert page.status_code == 422
    assert words in page.words
    assert db.session.scalar(select(CollectiveAct)) is None


def test_what_an_act_said_stays_readable(client, adviser):
    act = noted(client)
    fields = client.get(address(act, "/changer")).fields("main form")
    client.post(address(act, "/changer"), data=fields | {"people": "40", "hires": "2"})

    page = client.get(address(act))
    assert "40 personnes" in page.words
    assert "Embauches : 2" in page.words
    assert "personnes : 12" in page.words
    assert db.session.scalar(select(ActVersion.before)) == {"people": 12, "hires": 0}


def test_kept_without_a_change_it_has_no_other_version(client, adviser):
    act = noted(client)
    client.post(
        address(act, "/changer"), data=client.get(address(act, "/changer")).fields("main form")
    )

    assert db.session.scalar(select(ActVersion)) is None


def test_two_colleagues_at_once_lose_nothing(database, client, adviser):
    act = noted(client)
    fields = client.get(address(act, "/changer")).fields("main form")
    client.post(address(act, "/changer"), data=fields | {"people": "40"})

    answer = client.post(address(act, "/changer"), data=fields | {"people": "50"})

    assert answer.status_code == 409
    db.session.expire_all()
    assert act.people == 40


def test_a_small_file_is_kept_and_given_back_to_save(client, adviser):
    act = noted(client)
    send(client, act, PDF)

    link = next(path for text, path in client.get(address(act)).links().items() if "pdf" in text)
    answer = client.get(link)
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<script>alert(1)</script>", "preuve.pdf"),
        (b"GIF89a", "preuve.png"),
        (b"", "preuve.pdf"),
        (b"%PDF-" + b"x" * 2000 + b"%%EOF", "preuve.pdf"),
    ],
)
def test_a_file_is_known_by_its_bytes_and_its_size(client, adviser, monkeypatch, content, name):
    monkeypatch.setattr(rules, "FILE_SIZE", 1000)
    act = noted(client)

    assert send(client, act, content, name).status_code == 422
    assert db.session.scalar(select(ActFile.id)) is None


def test_an_act_has_three_files_at_most(client, adviser):
    act = noted(client)

    files = [b"%PDF-1.7 numero " + str(at).encode() + b" %%EOF" for at in range(4)]
    assert [send(client, act, one).status_code for one in files] == [303, 303, 303, 422]


def test_another_structure_sees_nothing_of_it(client, adviser):
    act = noted(client)
    send(client, act, PDF)
    file = db.session.scalars(select(ActFile)).one()
    sign_in(client, make_account("lead"))

    assert client.get(address(act)).status_code == 404
    assert client.get(f"/structure/preuves/{file.public_id}").status_code == 404
    assert "Salle des fêtes" not in client.get("/structure/actions/").words
    assert date(2026, 11, 30) == act.held_on


def test_the_same_file_sent_twice_is_kept_once(client, adviser):
    act = noted(client)
    for _ in range(2):
        page = client.get(send(client, act, PDF).location)

    assert "Ce fichier est déjà gardé." in page.words
    assert len(db.session.scalars(select(ActFile)).all()) == 1
    assert len(db.session.scalars(select(ActVersion)).all()) == 1
