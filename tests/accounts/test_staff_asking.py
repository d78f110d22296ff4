"""What professionals write to enter, and what they are mailed: alike for an address unknown."""

import pytest
from sqlalchemy import select

from tests.accounts.mailing import DOOR
from tests.support.own_pages import statements
from webapp import clock
from webapp.accounts.models import Attempt, EmailLink
from webapp.extensions import db
from webapp.messages.models import Message


def test_the_e_mail_is_short_and_says_nothing_more_than_a_first_name(client, link):
    [mail] = db.session.scalars(select(Message)).all()

    assert (mail.channel, mail.kind, mail.recipient) == ("email", "staff-link", "nadia@exemple.fr")
    assert mail.subject == "Votre lien pour entrer"
    assert mail.text.startswith("Bonjour Nadia,")
    assert len(mail.text) < 400
    assert link.startswith(f"{DOOR}/lien/")


def test_a_closed_account_is_mailed_nothing_and_its_link_opens_nothing(client, link, nadia):
    nadia.closed_at = clock.now()
    db.session.commit()

    assert client.get(link).status_code == 404
    assert client.post(link).status_code == 404
    db.session.query(Attempt).delete()
    db.session.commit()
    assert client.post(DOOR, data={"email": nadia.email}).location == f"{DOOR}/envoye"
    assert len(db.session.scalars(select(Message)).all()) == 1


def test_the_answer_is_the_same_for_an_address_nobody_has(client, nadia, database):
    known = client.post(DOOR, data={"email": "nadia@exemple.fr"})
    unknown = client.post(DOOR, data={"email": "personne@exemple.fr"})

    assert (known.status_code, known.data, known.location) == (
        unknown.status_code,
        unknown.data,
        unknown.location,
    )
    assert {name for name, _value in known.headers} == {name for name, _value in unknown.headers}
    assert len(db.session.scalars(select(Message)).all()) == 1


@pytest.mark.parametrize("email", ["nadia@exemple.fr", "personne@exemple.fr"])
def test_links_asked_for_too_often_wait_known_or_not(client, nadia, email):
    answers = [client.post(DOOR, data={"email": email}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 429]
    assert "Attendez 1 minute, puis demandez un autre lien." in answers[1].words


@pytest.mark.parametrize(
    "typed",
    [
        "  Nadia@Exemple.FR ",
        "mailto:nadia@exemple.fr",
        "Nadia P. <nadia@exemple.fr>",
        "ｎａｄｉａ＠ｅｘｅｍｐｌｅ．ｆｒ",
        "nadia@exemple.fr, nadia@exemple.fr",
    ],
)
def test_an_address_is_read_however_it_is_pasted(client, nadia, typed):
    client.post(DOOR, data={"email": typed})

    assert db.session.scalars(select(Message.recipient)).all() == ["nadia@exemple.fr"]


@pytest.mark.parametrize(
    "typed",
    ["", "nadia", "nadia@", "a@b", "a@exemple.fr b@exemple.fr", "x" * 10_000],
)
def test_what_is_no_address_is_said_kindly_and_kept(client, typed):
    page = client.post(DOOR, data={"email": typed})

    assert page.status_code == 422
    assert "Écrivez votre adresse e-mail" in page.words
    assert page.fields("main form")["email"] == typed


def test_an_address_nobody_has_asks_the_same_work_of_the_database(client, nadia):
    written = []
    for email in (nadia.email, "personne@exemple.fr"):
        with statements() as seen:
            client.post(DOOR, data={"email": email})
        written.append(sorted(text.split()[2] for text in seen if text.startswith("INSERT")))

    assert written[0] == written[1] == ["attempt", "email_link", "message"]
    assert len(db.session.scalars(select(EmailLink)).all()) == 1, "and leaves nothing"
