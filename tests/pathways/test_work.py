"""In the SIAE: contracts, what happens, the review both sides sign, what is asked later."""

from datetime import date, datetime

from sqlalchemy import select

from tests.factories import make_consent, sign_in
from tests.followup.making import make_task
from tests.pathways.helping import kinds_due, siae, written
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.pathways import told, work
from webapp.pathways.enums import Happened
from webapp.pathways.work_models import ExitReview, WorkEvent
from webapp.people.enums import Purpose
from webapp.people.words import SEES


def test_a_contract_and_its_renewal_are_written_down(client, fatou, people):
    employer, adviser = people
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/contrats"
    sent = {"contract-kind": "cddi", "contract-begin": "2026-09-01", "contract-hours": "26"}

    assert client.post(address, data=sent).status_code == 422
    assert client.post(address, data=sent | {"contract-end": "2027-02-28"}).status_code == 303
    later = {"contract-begin": "2027-03-01", "contract-end": "2027-08-31"}
    assert client.post(address, data=sent | later).status_code == 303

    page = client.get(address)
    assert "Renouvellement." in page.words
    assert "CDD d’insertion (CDDI), du 1er septembre 2026 au 28 février 2027" in page.words
    sign_in(client, adviser)
    assert "Renouvellement." in client.get(address).words
    assert client.post(address, data=sent).status_code == 403


def test_an_absence_waits_with_both_until_someone_deals_with_it(client, fatou, people):
    employer, adviser = people
    contract = written(fatou, employer)
    sign_in(client, employer)
    sent = {"event-kind": "lost", "event-begin": "2026-11-28"}
    client.post(f"/parcours/contrats/{contract.public_id}/noter", data=sent)

    for account in people:
        assert "lost" in kinds_due(account), account.role
    event = db.session.scalars(select(WorkEvent)).one()
    sign_in(client, adviser)
    assert client.post(f"/parcours/evenements/{event.public_id}/traiter").status_code == 303
    assert "lost" not in kinds_due(adviser)


def test_the_timeline_names_what_happened_in_a_contract(client, fatou, people):
    employer, adviser = people
    contract = written(fatou, employer)
    for kind in Happened:
        work.note(contract, employer, kind, (date(2026, 11, 2), None), 0, now())
    db.session.commit()
    sign_in(client, adviser)

    words = client.get(f"/conseiller/suivi/{fatou.public_id}").words

    for said in ("Absence au travail notée", "Formation notée", "plus de nouvelles"):
        assert said in words
    assert "Un moment du contrat" not in words


def test_who_hires_reads_the_steps_and_the_agreement_says_so(client, fatou, people):
    employer, adviser = people
    make_task(fatou, adviser, title="Faire la carte de bus")
    sign_in(client, employer)

    page = client.get(f"/parcours/personnes/{fatou.public_id}/engagement")

    assert "Faire la carte de bus" in page.words
    assert "les étapes de votre parcours" in [str(said) for said in SEES[Purpose.HIRING]]
    assert page.links()["Fatou"] == f"/conseiller/suivi/{fatou.public_id}"


def test_a_person_reads_until_when_their_contract_lasts(fatou, people):
    written(fatou, people[0], end=date(2027, 2, 15))

    assert str(told.contracts(fatou)[0]).endswith("du 1er juillet 2026 au 15 février 2027")


def test_the_exit_review_is_due_three_months_before_the_end(fatou, people, at):
    employer, _adviser = people
    written(fatou, employer, end=date(2027, 3, 15))

    assert "exit-review" not in kinds_due(employer)
    at(datetime(2026, 12, 15, 9, tzinfo=PARIS))
    assert "exit-review" in kinds_due(employer)


def test_it_begins_with_what_was_done_and_freezes_when_both_signed(database, client, fatou, people):
    employer, adviser = people
    contract = written(fatou, employer)
    for kind, hours in ((Happened.HELP, 3), (Happened.HELP, 2), (Happened.TRAINING, 35)):
        work.note(contract, employer, kind, (date(2026, 10, 1), None), hours * 60, now())
    db.session.commit()
    address = f"/parcours/contrats/{contract.public_id}/bilan"

    sign_in(client, employer)
    page = client.get(address)
    assert_signs_after_both(client, address, page, employer, adviser)


def press_sign(client, address):
    """Sign as the page itself does it: with the version that its form holds."""
    read = client.get(address).one("form[action$=signer] input[name=version]").attributes["value"]
    return client.post(f"{address}/signer", data={"version": read}).status_code


def assert_signs_after_both(client, address, page, employer, adviser):
    """Write, change and sign a review, from one side and the other."""
    begun = page.one("textarea[name=results]").text()
    assert "Accompagnement : 5\N{NO-BREAK SPACE}h" in begun
    assert "1 formation, 35\N{NO-BREAK SPACE}h" in begun
    sent = {"results": begun, "outlook": "CDI en vue", "promises": "Le permis", "version": "0"}
    assert client.post(address, data=sent).status_code == 303
    assert client.post(address, data=sent).status_code == 409  # another hand wrote meanwhile
    assert press_sign(client, address) == 303

    sign_in(client, adviser)
    changed = sent | {"outlook": "CDI signé", "version": "1"}
    assert client.post(address, data=changed).status_code == 303
    assert client.post(f"{address}/signer", data={"version": "1"}).status_code == 409
    assert press_sign(client, address) == 303
    sign_in(client, employer)
    assert press_sign(client, address) == 303
    assert client.post(address, data=sent | {"version": "2"}).status_code == 409
    review = db.session.scalars(select(ExitReview)).one()
    assert set(review.signatures) == {"siae", "adviser"}
    assert review.outlook == "CDI signé"
    assert client.get(f"{address}/pdf").mimetype == "application/pdf"


def test_who_neither_employs_nor_accompanies_writes_nothing(client, fatou, people):
    employer, _adviser = people
    contract = written(fatou, employer)
    other = siae("ei")
    make_consent(fatou, other)
    sign_in(client, other)

    answers = {
        act: client.post(f"/parcours/contrats/{contract.public_id}/{act}").status_code
        for act in ("noter", "arreter", "bilan/signer")
    }

    assert set(answers.values()) == {403}


def test_what_happens_is_within_the_contract_and_noted_once(client, fatou, people):
    employer, _adviser = people
    contract = written(fatou, employer)
    address = f"/parcours/contrats/{contract.public_id}/noter"
    sign_in(client, employer)
    sent = {"event-kind": "absence", "event-begin": "2026-11-02"}

    for outside in ("2026-06-30", "2031-01-01"):
        page = client.post(address, data=sent | {"event-begin": outside})
        assert page.status_code == 422
        assert "Ce jour n’est pas dans ce contrat" in page.words
    for _ in range(2):
        assert client.post(address, data=sent).status_code == 303

    assert len(db.session.scalars(select(WorkEvent)).all()) == 1
