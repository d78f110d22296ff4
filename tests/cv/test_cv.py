"""A light CV: a few presses, no typing, one page in good French; seen by nobody else."""

import pytest
from flask import render_template
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from tests.support.pdf import Pdf
from webapp.clock import now
from webapp.cv import actions, queries, rules
from webapp.cv.french import Sheet
from webapp.cv.models import Cv
from webapp.extensions import db
from webapp.jobs.queries import families, jobs
from webapp.jobs.tasks import tasks_for
from webapp.paper import printing
from webapp.people import exporting
from webapp.people.models import JournalEntry

CHOSEN = {
    "familles": {"chosen": ["cleaning", "kitchen"]},
    "metiers": {"chosen": ["office-cleaning", "window-washing"]},
    "taches": {"chosen": ["vacuum", "wash-floors"]},
    "pratique": {
        "long-office-cleaning": "long",
        "long-window-washing": "short",
        "licence": "car",
        "french": "some",
        "languages": ["ar", "pt"],
        "free": "now",
        "hours": ["morning", "weekend"],
    },
}
ANSWERS = {
    "families": ["cleaning", "kitchen"],
    "jobs": {"office-cleaning": "long", "window-washing": "short"},
    "tasks": ["vacuum", "wash-floors"],
    "licence": "car",
    "french": "some",
    "languages": ["ar", "pt"],
    "free": "now",
    "hours": ["morning", "weekend"],
}


@pytest.fixture
def person(client):
    """Fatou, who is signed in."""
    person = make_person(first_name="Fatou", last_name="Diallo", phone="+33639982101")
    sign_in(client, person)
    return person


def answers(person):
    db.session.expire_all()
    cv = queries.cv_of(person)
    return cv.answers if cv else {}


def made(person, **more: object) -> Cv:
    cv = actions.keep(person, {**ANSWERS, **more}, now())
    db.session.commit()
    return cv


def test_it_is_made_by_presses_alone_in_four_pages(client, person):
    page = client.get("/moi/cv")
    address = page.links()["Commencer"]
    for step in rules.STEPS:
        assert address.endswith(step)
        asked = client.get(address)
        assert not asked.all("form input[type=text], textarea")
        address = client.post(address, data=CHOSEN[step]).headers["Location"]

    assert address == "/moi/cv"
    assert answers(person) == ANSWERS
    presses = sum(
        len(one) if isinstance(one, list) else 1
        for step in CHOSEN.values()
        for one in step.values()
    )
    assert presses + len(rules.STEPS) + 1 <= 20


def test_the_page_reads_as_a_recruiter_expects_it(client, person):
    made(person)

    words = client.get("/moi/cv").one("article").text(separator=" ")

    told = " ".join(words.split())
    for wanted in (
        "Fatou Diallo",
        "Ménage, nettoyage · Cuisine, restauration",
        "Téléphone : 06 39 98 21 01",
        "Ménage dans des bureaux , plus de 3 ans",
        "Lavage de vitres , moins d’un an",
        "Savoir-faire Passer l’aspirateur Laver les sols",
        "Français : conversation courante Arabe Portugais",
        "Permis B, véhicule personnel",
        "Disponible immédiatement : le matin et le week-end.",
    ):
        assert wanted in told, (wanted, told)


@pytest.mark.parametrize("prefix", ["", "/simple", "/ar"])
def test_it_is_in_french_whatever_the_language_of_the_pages(client, person, prefix):
    made(person)

    page = client.get(f"{prefix}/moi/cv")

    article = page.one("article")
    assert "Disponible immédiatement" in article.text()
    assert article.parent.attributes["lang"] == "fr"


def test_the_pdf_is_one_tagged_page_of_a4(client, person):
    made(person)

    answer = client.get("/moi/cv.pdf")

    pdf = Pdf(answer.data)
    assert answer.mimetype == "application/pdf"
    assert (pdf.pages, pdf.title) == (1, "CV de Fatou Diallo")
    assert pdf.is_tagged
    assert pdf.roles.count("H1") == 1
    assert {"H2", "L", "LI"} <= set(pdf.roles)
    assert "Ménage dans des bureaux" in pdf.text
    assert "plus de 3 ans" in pdf.text
    assert "06 39 98 21 01" in pdf.text.replace("\u00a0", " ")


def test_the_fullest_cv_still_fits_one_page(app):
    kinds = [one.key for one in families()][: rules.MOST_FAMILIES]
    most = {
        "families": kinds,
        "jobs": {one.key: "some" for kind in kinds for one in jobs(kind)[:2]},
        "tasks": [one.key for kind in kinds for one in tasks_for(kind)[:4]],
        "languages": ["ar", "en", "es", "pt", "tr", "uk", "it", "ro"],
    }
    most["jobs"] = dict(list(most["jobs"].items())[: rules.MOST_JOBS])
    person = make_person(first_name="Marie-Antoinette", last_name="Rakotomalala-Razafindrakoto")
    sheet = Sheet.of(person, {**ANSWERS, **most})
    with app.test_request_context():
        html = render_template("cv/paper.html", sheet=sheet)

    assert Pdf(printing.pdf(html)).pages == 1


def test_where_no_pdf_can_be_made_the_page_is_printed(client, person, monkeypatch):
    made(person)
    monkeypatch.setattr(printing, "available", lambda: False)

    page = client.get("/moi/cv")

    assert "Imprimez cette page." in page.words
    assert "Ouvrir le PDF" not in page.text


def test_what_is_no_answer_is_left_out(client, person):
    client.post("/moi/cv/familles", data={"chosen": ["cleaning", "nonsense"]})
    client.post("/moi/cv/metiers", data={"chosen": ["office-cleaning", "cook", "<b>"]})
    client.post("/moi/cv/pratique", data={"licence": "tank", "languages": ["xx"], "free": ""})

    kept = answers(person)

    assert kept["families"] == ["cleaning"]
    assert kept["jobs"] == {"office-cleaning": ""}
    assert (kept["licence"], kept["languages"], kept["free"]) == ("", [], "")


def test_another_family_takes_its_jobs_along(client, person):
    made(person)

    client.post("/moi/cv/familles", data={"chosen": ["kitchen"]})

    assert answers(person)["jobs"] == {}
    assert "wash-floors" not in answers(person)["tasks"]


def test_one_may_leave_every_question(client, person):
    for step in rules.STEPS:
        assert client.post(f"/moi/cv/{step}", data={}).status_code == 303

    assert "Commencer" in client.get("/moi/cv").links()
    assert client.get("/moi/cv.pdf").headers["Location"] == "/moi/cv"


def test_an_adviser_makes_and_prints_it_beside_someone_they_may_see(client):
    adviser = make_account("adviser")
    theirs = make_person(first_name="Fatou", registered_by_id=adviser.id)
    sign_in(client, adviser)
    here = f"/conseiller/personnes/{theirs.public_id}/cv"
    for step in rules.STEPS:
        client.get(f"{here}/{step}")
        client.post(f"{here}/{step}", data=CHOSEN[step])

    assert "Lavage de vitres" in client.get(here).text
    assert Pdf(client.get(f"{here}.pdf").data).title == "CV de Fatou"
    acts = db.session.scalars(select(JournalEntry.act)).all()
    assert acts.count("changed") == 4
    assert "seen" in acts


def test_it_can_be_read_taken_along_and_forgotten(client, person):
    made(person)
    assert exporting.everything(person, now())["cv"][0]["answers"] == ANSWERS
    assert "Lavage de vitres" in client.get("/moi/donnees/lire").text

    client.post("/moi/cv/effacer")

    assert not db.session.scalars(select(Cv)).all()
    assert "Commencer" in client.get("/moi/cv").links()
