"""What was noted by mistake is taken back: it counts no more, and who did so stays written."""

from datetime import date

from tests.factories import sign_in
from tests.path_factories import make_approval, make_suspension
from tests.pathways.helping import kinds_due, page_of, prescriber, written
from webapp.clock import now
from webapp.extensions import db
from webapp.pathways import queries, work
from webapp.pathways.enums import Happened
from webapp.pathways.work_models import WorkEvent
from webapp.people import exporting


def absence(fatou, employer) -> WorkEvent:
    contract = written(fatou, employer)
    day = (date(2026, 11, 27), None)
    found = work.note(contract, employer, Happened.ABSENCE, day, 0, now())
    db.session.commit()
    return found


def test_an_absence_noted_by_mistake_is_taken_back_with_who_when_and_why(client, fatou, people):
    employer, adviser = people
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    noted = absence(fatou, employer)
    sign_in(client, employer)
    page = client.get(client.get(address).links()["Noté par erreur : Absence, 27 novembre 2026"])
    assert "Absence, 27 novembre 2026" in page.words

    retire = f"/parcours/evenements/{noted.public_id}/retirer"
    assert client.post(retire).status_code == 422  # why is asked, never guessed
    assert client.post(retire, data={"why": "never"}).status_code == 303

    page = client.get(address)
    name = f"{employer.first_name} {employer.last_name}".strip()
    said = f"Retiré le 30 novembre 2026 par {name} : cela n’a pas eu lieu."
    assert "Absence, 27 novembre 2026" in page.words
    assert said in page.words
    assert client.post(retire, data={"why": "never"}).status_code == 409
    for account in people:
        assert "absence" not in kinds_due(account)
    assert work.given([noted.contract]).absences == 0
    sign_in(client, adviser)
    told = client.get(f"/conseiller/suivi/{fatou.public_id}").words
    assert "Retiré, c’était une erreur : Absence au travail notée (27 novembre 2026)" in told


def test_the_person_reads_it_and_finds_both_in_their_copy(client, fatou, people):
    noted = absence(fatou, people[0])
    sign_in(client, people[0])
    client.post(f"/parcours/evenements/{noted.public_id}/retirer", data={"why": "twice"})

    event = exporting.everything(fatou, now())["contracts"][0]["events"][0]
    assert (event["kind"], event["withdrawn_why"]) == ("absence", "twice")
    sign_in(client, fatou)
    assert "Retiré, c’était une erreur" in client.get("/suivi/parcours").words


def test_what_was_taken_back_is_noted_again_at_once(fatou, people, client):
    noted = absence(fatou, people[0])
    sign_in(client, people[0])
    client.post(f"/parcours/evenements/{noted.public_id}/retirer", data={"why": "days"})
    sent = {"event-kind": "absence", "event-begin": "2026-11-27"}

    client.post(f"/parcours/contrats/{noted.contract.public_id}/noter", data=sent)

    assert [one.kind for one in noted.contract.happened] == ["absence"]


def test_only_the_structure_that_noted_it_takes_it_back(client, fatou, people):
    noted = absence(fatou, people[0])
    sign_in(client, people[1])

    address = f"/parcours/evenements/{noted.public_id}/retirer"

    assert client.get(address).status_code == 403
    assert client.post(address, data={"why": "never"}).status_code == 403
    assert noted.withdrawn_at is None


def test_days_suspended_by_mistake_count_again(client, fatou, people):
    approval = make_approval(person=fatou)
    before = queries.all_computed(fatou.id, now())[0].end
    pause = make_suspension(
        approval=approval, begins_on=date(2026, 11, 2), ends_on=date(2026, 11, 8)
    )
    db.session.expire_all()
    assert queries.all_computed(fatou.id, now())[0].end != before
    page = page_of(client, fatou, people[1])
    link = next(
        there for words, there in page.links().items() if "Suspension notée par erreur" in words
    )

    assert client.post(link, data={"why": "person"}).status_code == 303

    db.session.expire_all()
    assert queries.all_computed(fatou.id, now())[0].end == before
    words = page_of(client, fatou, people[1]).words
    assert "cela concerne une autre personne" in words
    assert pause.withdrawn_by_id == people[1].id
    sign_in(client, prescriber())
    assert client.post(link, data={"why": "person"}).status_code == 404


def test_an_early_end_noted_by_mistake_is_taken_back_and_the_contract_goes_on(
    client, fatou, people
):
    employer, _adviser = people
    contract = written(fatou, employer)
    work.stop(contract, employer, date(2026, 11, 20), "person", now())
    db.session.commit()
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    link = client.get(address).links()[
        "Arrêt noté par erreur : du 1er juillet 2026 au 20 novembre 2026"
    ]
    assert "Arrêté le 20 novembre 2026 : la personne arrête" in client.get(link).words

    assert client.post(link, data={"why": "person"}).status_code == 303

    assert contract.stopped_on is None
    words = client.get(address).words
    assert "Retiré le 30 novembre 2026" in words
    assert "cela concerne une autre personne" in words
    assert client.post(link, data={"why": "person"}).status_code == 409
    sign_in(client, fatou)
    told = client.get("/suivi/parcours").words
    assert "Le contrat continue : sa fin était une erreur" in told


def test_an_end_that_another_contract_followed_stays(client, fatou, people):
    employer, _adviser = people
    contract = written(fatou, employer)
    work.stop(contract, employer, date(2026, 11, 20), "both", now())
    written(fatou, employer, begin=date(2026, 11, 23), end=date(2027, 3, 31))
    sign_in(client, employer)

    link = f"/parcours/contrats/{contract.public_id}/arret/retirer"

    page = client.post(link, data={"why": "never"})
    assert page.status_code == 409
    assert "Un autre contrat a suivi" in page.words
    assert contract.stopped_on == date(2026, 11, 20)
