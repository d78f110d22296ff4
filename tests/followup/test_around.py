"""Around a person's follow-up: where it leads, and who is said to have done what."""

from tests.people.helping import look
from webapp import clock
from webapp.extensions import db
from webapp.followup import timeline


def test_the_path_of_someone_opens_from_their_page(desk, fatou):
    page = look(desk, f"/conseiller/suivi/{fatou.public_id}")

    for words in ("Fiches de liaison", "Agrément", "Contrats", "Engagement"):
        assert look(desk, page.links()[f"{words} : Fatou Diallo"]).status_code == 200


def test_what_a_structure_did_is_not_told_as_done_by_the_person(desk, fatou, nadia):
    where = nadia.organisation
    timeline.record(fatou, "path-diagnosis", clock.now(), organisation_id=where.id)
    db.session.commit()

    line = look(desk, f"/conseiller/suivi/{fatou.public_id}").one(".happened .hint").text()

    assert where.name in line
    assert fatou.first_name not in line
