"""Each page of an offer: what it keeps, what it says of bad input, what it leaves alone."""

import pytest

from tests.employers.conftest import enter, missed, send
from webapp.extensions import db
from webapp.offers.models import facts

STEPS = {
    "famille": {"family": "kitchen"},
    "metier": {"job": "home-cleaning"},
    "taches": {"tasks": ["sweep", "vacuum"]},
    "lieu": {"mode": "here"},
    "horaires": {"mode": "morning"},
    "contrat": {"contract": "cddi", "months": "6", "start": "soon", "positions": "2"},
    "salaire": {"mode": "amount", "amount": "13"},
    "besoins": {
        "experience": "required",
        "licence": "useful",
        "french": "speak",
        "carrying": "light",
        "posture": "both",
        "screen": "none",
        "bring": ["shoes"],
    },
    "mots": {"words": "Une équipe de six personnes."},
}
OWN = {
    "famille": {"family", "job", "rome", "tasks"},
    "metier": {"job", "rome", "tasks"},
    "taches": {"tasks"},
    "lieu": {"insee", "place_name", "address", "lat", "lon", "private_home", "zone_km", "way"},
    "horaires": {"week", "weekly_minutes", "weekly_minutes_max"},
    "contrat": {"contract", "months", "start", "starts_on", "positions"},
    "salaire": {"pay_cents", "pay_cents_max"},
    "besoins": {
        "experience",
        "licence",
        "french",
        "carrying",
        "posture",
        "screen",
        "learned",
        "bring",
    },
    "mots": {"words"},
}


@pytest.mark.parametrize("slug", STEPS)
def test_each_page_writes_its_own_facts_and_no_others(employer, draft, slug):
    before = facts(draft)

    assert send(employer, draft, slug, **STEPS[slug]).status_code == 303

    db.session.refresh(draft)
    changed = {name for name, value in facts(draft).items() if value != before[name]}
    assert changed - {"updated_at"} <= OWN[slug]
    assert changed & OWN[slug] or slug == "lieu"


def test_two_people_on_two_pages_lose_nothing(employer, structure, draft, app):
    other = enter(app.test_client(), structure)
    employer.get(f"/employeur/offres/{draft.public_id}/salaire")
    other.get(f"/employeur/offres/{draft.public_id}/besoins")

    send(employer, draft, "salaire", **STEPS["salaire"])
    send(other, draft, "besoins", **STEPS["besoins"])
    send(employer, draft, "mots", words="Venez.")

    db.session.refresh(draft)
    assert (draft.pay_cents, draft.french, draft.words) == (1300, "speak", "Venez.")


@pytest.mark.parametrize("slug", STEPS)
def test_each_page_shows_again_what_it_keeps(employer, draft, slug):
    send(employer, draft, slug, **STEPS[slug])
    page = employer.get(f"/employeur/offres/{draft.public_id}/{slug}")

    db.session.refresh(draft)
    once = facts(draft)
    if slug not in ("famille", "metier"):  # buttons: nothing to send again
        again = send(employer, draft, slug, **page.fields("main form") | boxes(page))
        assert again.status_code == 303
    db.session.refresh(draft)
    assert {**facts(draft), "updated_at": 0} == {**once, "updated_at": 0}


def boxes(page):
    """Return every box that is ticked, by the name of its field."""
    ticked: dict[str, list[str]] = {}
    for node in page.all("main [type=checkbox][checked]"):
        ticked.setdefault(node.attributes["name"], []).append(node.attributes["value"])
    return ticked


NONSENSE = (
    {},
    {"mode": "x", "job": "x", "family": "\x00", "tasks": "x"},
    {"mode": "elsewhere", "elsewhere_town": "saint denis", "zone_km": "x", "contract": "x"},
    {"mode": "range", "low": "-1", "high": "x", "contact": "new", "backup": "new"},
)


@pytest.mark.parametrize("kind", ["aci", "ai"])
@pytest.mark.parametrize("slug", [slug for slug in [*STEPS, "contact"] if slug != "mots"])
@pytest.mark.parametrize("answers", NONSENSE)
def test_nonsense_is_said_kindly_and_never_breaks(employer, structure, draft, slug, answers, kind):
    structure.kind = kind
    db.session.commit()
    before = facts(draft)

    page = missed(employer, draft, slug, **answers)

    assert page.all("[role=alert]")
    db.session.refresh(draft)
    assert facts(draft) == before


def test_a_page_that_does_not_exist_says_so(employer, draft):
    assert employer.get(f"/employeur/offres/{draft.public_id}/ailleurs").status_code == 404


@pytest.mark.parametrize("tasks", [["vacuum"], ["vacuum", "vacuum"], ["unknown", "vacuum"]])
def test_two_tasks_at_least(employer, draft, tasks):
    assert "de 2 à 6 tâches" in missed(employer, draft, "taches", tasks=tasks).words


def test_six_tasks_at_most(employer, draft):
    page = employer.get(f"/employeur/offres/{draft.public_id}/taches")
    every = [node.attributes["value"] for node in page.all("main [name=tasks]")]

    assert len(every) > 6
    assert "de 2 à 6 tâches" in missed(employer, draft, "taches", tasks=every[:7]).words
    assert send(employer, draft, "taches", tasks=every[:6]).status_code == 303


def test_another_family_asks_for_job_and_tasks_again(employer, draft):
    send(employer, draft, "famille", family="kitchen")

    db.session.refresh(draft)
    assert (draft.family, draft.job, draft.tasks) == ("kitchen", None, [])


def test_the_same_family_again_loses_nothing(employer, draft):
    send(employer, draft, "famille", family="cleaning")

    db.session.refresh(draft)
    assert draft.job
    assert draft.tasks
