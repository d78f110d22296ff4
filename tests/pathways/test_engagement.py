"""The engagement: one that holds for each body, its review on the day's list, its aim sealed."""

from datetime import date

from flask import current_app
from sqlalchemy import select

from tests.factories import make_consent, sign_in
from tests.pathways.helping import prescriber, siae
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import caseloads, due
from webapp.pathways.engagement_models import Engagement

SENT = {
    "kind": "contract",
    "signed": "2026-11-30",
    "review": "2026-12-20",
    "hours": "15",
    "aim": "Travailler en cuisine",
}


def test_a_new_engagement_ends_the_former_of_the_same_body(client, fatou):
    adviser = prescriber()
    make_consent(fatou, adviser)
    sign_in(client, adviser)
    address = f"/parcours/personnes/{fatou.public_id}/engagement"

    backwards = client.post(address, data=SENT | {"review": "2026-11-01"})
    assert backwards.status_code == 422
    assert client.post(address, data=SENT | {"kind": "ppae"}).status_code == 303
    assert client.post(address, data=SENT).status_code == 303

    page = client.get(address)
    assert "PPAE (avant 2025) : remplacé le 30/11/2026" in page.words
    assert "Prochain bilan le 20/12/2026." in page.words
    kept = db.session.scalars(select(Engagement)).all()
    assert not any(b"cuisine" in one.sealed for one in kept)


def test_its_review_is_on_the_list_of_who_follows_a_fortnight_before(client, fatou, at):
    adviser = prescriber()
    make_consent(fatou, adviser)
    caseloads.follow(fatou, adviser, by=adviser, now=now())
    sign_in(client, adviser)
    address = f"/parcours/personnes/{fatou.public_id}/engagement"
    client.post(address, data=SENT | {"review": "2026-12-10"})

    with current_app.test_request_context():
        found = [one for one in due.waiting(adviser, now()) if one.kind == "engagement"]
    assert [one.on for one in found] == [date(2026, 12, 10)]


def test_an_siae_reads_it_and_writes_none(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/engagement"

    assert client.get(address).status_code == 200
    assert client.post(address, data=SENT).status_code == 403
