"""A message that someone received is kept only once they report it, without who they are."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from webapp import clock
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.scams import told
from webapp.scams.models import ToldMessage

TEXT = "Payez 40 € de frais de dossier par coupon PCS pour réserver le poste, numéro 07 00 00 00 12"


def kept():
    """Return the messages in the database."""
    return db.session.scalars(select(ToldMessage).order_by(ToldMessage.id)).all()


def test_nothing_is_kept_of_a_message_that_is_only_looked_at(client, database):
    page = client.post("/arnaques", data={"text": TEXT})

    assert "sauf si vous le signalez" in page.words
    assert kept() == []


def test_a_reported_message_is_kept_with_what_the_rules_say_of_it(client, database):
    page = client.post("/arnaques", data={"text": TEXT})
    form = page.fields('form[action="/arnaques/signaler"]')

    answer = client.post("/arnaques/signaler", data=form)

    assert answer.location == "/arnaques/signaler"
    (message,) = kept()
    assert message.text == TEXT
    assert message.level == "stop"
    assert message.signs
    assert "vous aidez les autres" in client.get("/arnaques/signaler").words


def test_the_same_words_count_up_instead_of_being_kept_again(client, database):
    client.post("/arnaques/signaler", data={"text": TEXT})
    client.post("/arnaques/signaler", data={"text": f"  {TEXT.upper()}\n"})
    client.post("/arnaques/signaler", data={"text": "Un autre message"})

    db.session.expire_all()
    assert [message.times for message in kept()] == [2, 1]


def test_a_message_without_words_is_asked_for_again(client):
    answer = client.post("/arnaques/signaler", data={"text": " \n "})

    assert answer.status_code == 422
    assert "Il n’y a plus de texte" in answer.words


def test_a_long_message_is_cut(client):
    client.post("/arnaques/signaler", data={"text": "a " * 20_000})

    assert len(kept()[0].text) <= told.LONGEST


@pytest.mark.parametrize(("days", "left"), [(89, 1), (92, 0)])
def test_a_message_goes_ninety_days_after_it_was_last_told(app, days, left):
    told.tell(TEXT, datetime(2026, 3, 1, 12, tzinfo=PARIS))
    db.session.commit()

    told.forget_old((datetime(2026, 3, 1) + timedelta(days=days)).date())  # noqa: DTZ001

    assert len(kept()) == left


def test_reviewers_read_what_is_told_most_and_take_it_off_the_list(runner, app):
    for text in (TEXT, "Autre chose", TEXT):
        told.tell(text, clock.now())
    db.session.commit()

    lines = [
        json.loads(line) for line in runner.invoke(args=["scams", "messages"]).output.splitlines()
    ]
    assert [(line["times"], line["level"]) for line in lines] == [(2, "stop"), (1, "none")]
    assert runner.invoke(args=["scams", "read", lines[0]["id"]]).exit_code == 0

    assert [
        line["text"]
        for line in map(json.loads, runner.invoke(args=["scams", "messages"]).output.splitlines())
    ] == ["Autre chose"]
    assert "no message" in runner.invoke(args=["scams", "read", "zzzzzzzz"]).output
