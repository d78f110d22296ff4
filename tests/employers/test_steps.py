"""Each page of an offer: what it keeps, what it says of bad input, what it leaves alone."""

from datetime import timedelta

import pytest

from tests.employers.conftest import enter
from tests.factories import make_contact, make_offer, make_organisation
from webapp.clock import today
from webapp.extensions import db
from webapp.offers.models import facts
from webapp.organisations.models import Contact

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


@pytest.fixture
def draft(structure):
    return make_offer("draft", organisation=structure, tasks=["vacuum", "wash-floors"])


def send(client, offer, slug, **answers: object):
    """Send the answers of one page."""
    return client.post(f"/employeur/offres/{offer.public_id}/{slug}", data=answers)


def missed(client, offer, slug, **answers: object):
    """Return the page that says what is missing in these answers."""
    page = send(client, offer, slug, **answers)
    assert page.status_code == 422, page.location
    return page


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


@pytest.mark.parametrize("slug", [*STEPS, "contact"])
@pytest.mark.parametrize("answers", [{}, {"mode": "x", "job": "x", "family": "\x00", "tasks": "x"}])
def test_nonsense_is_said_kindly_and_never_breaks(employer, draft, slug, answers):
    before = facts(draft)
    page = send(employer, draft, slug, **answers)

    if slug != "mots":  # no words at all are fine
        assert page.status_code == 422
        assert page.one("[role=alert]")
        db.session.refresh(draft)
        assert facts(draft) == before


def test_a_page_that_does_not_exist_says_so(employer, draft):
    assert employer.get(f"/employeur/offres/{draft.public_id}/ailleurs").status_code == 404


# tasks


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


# place


def place(mode, **answers: str):
    """Return the answers of the page of the place."""
    return {"mode": mode, "zone_km": "15", "way": "", **answers}


def test_elsewhere_has_a_street_and_a_commune(employer, draft):
    answers = place(
        "elsewhere",
        address="1 place du Marché",
        elsewhere_town="romans sur isere",
        place_name="Mairie annexe",
        way="Bus 5, arrêt Gare\n2 min à pied",
    )

    assert send(employer, draft, "lieu", **answers).status_code == 303

    db.session.refresh(draft)
    assert (draft.insee, draft.address, draft.place_name) == (
        "26281",
        "1 place du Marché",
        "Mairie annexe",
    )
    assert draft.way == ["Bus 5, arrêt Gare", "2 min à pied"]
    assert abs(draft.lat - 45.04) < 0.05


def test_a_commune_that_may_be_two_is_chosen(employer, draft):
    answers = place("elsewhere", address="1 rue Haute", elsewhere_town="saint denis")

    page = missed(employer, draft, "lieu", **answers)
    assert "Touchez la bonne commune" in page.words
    assert "1 rue Haute" in page.fields()["address"]

    assert send(employer, draft, "lieu", **answers, insee="93066").status_code == 303
    db.session.refresh(draft)
    assert draft.insee == "93066"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (place("elsewhere", elsewhere_town="69120"), "Écrivez la rue"),
        (place("elsewhere", address="1 rue Haute", elsewhere_town=""), "Écrivez la commune"),
        (place("home", home_town="zzzzqqq"), "introuvable"),
        (place("here", way="\n".join("abcdefgh")), "Six étapes"),
        (place("here", way="a" * 101), "trop longue"),
        (place("elsewhere", address="a" * 201, elsewhere_town="69120"), "trop long"),
        (place("zone"), "Touchez une réponse"),
    ],
)
def test_says_what_the_place_lacks_and_keeps_what_was_typed(employer, draft, answers, words):
    page = missed(employer, draft, "lieu", **answers)

    assert words in page.words
    sent = {name: text for name, text in answers.items() if name != "mode" and name != "zone_km"}
    assert sent.items() <= {k: v.strip("\n") for k, v in page.fields("main form").items()}.items()


def test_a_private_home_keeps_the_commune_alone(employer, draft):
    send(employer, draft, "lieu", **place("home", home_town="69120"))

    db.session.refresh(draft)
    assert draft.private_home
    assert (draft.address, draft.place_name) == ("", "")


def test_who_sends_people_to_others_may_give_a_zone(client):
    there = make_organisation(kind="ai")
    offer = make_offer("draft", organisation=there)
    enter(client, there)

    assert (
        send(client, offer, "lieu", **place("zone", zone_town="69120", zone_km="20")).status_code
        == 303
    )
    db.session.refresh(offer)
    assert offer.zone_km == 20

    assert send(client, offer, "horaires", mode="range", low="10", high="25").status_code == 303
    assert send(client, offer, "salaire", mode="range", low="12,31", high="14").status_code == 303
    db.session.refresh(offer)
    assert (offer.week, offer.weekly_minutes, offer.weekly_minutes_max) == ([], 600, 1500)
    assert (offer.pay_cents, offer.pay_cents_max) == (1231, 1400)

    for slug, low, high in (("horaires", "25", "10"), ("salaire", "15", "13")):
        page = missed(client, offer, slug, mode="range", low=low, high=high)
        assert page.fields()["low"] == low


# week


def test_the_same_hours_each_day(employer, draft):
    send(employer, draft, "horaires", mode="same", days=["0", "2"], begin="22:00", end="5:00")

    db.session.refresh(draft)
    assert draft.week == [[0, 1320, 1740], [2, 1320, 1740]]
    assert draft.weekly_minutes == 14 * 60


def test_other_hours_on_each_day(employer, draft):
    answers = {"d0_1_begin": "8:00", "d0_1_end": "12h", "d5_2_begin": "14:00", "d5_2_end": "17:00"}

    send(employer, draft, "horaires", mode="each", **answers)

    db.session.refresh(draft)
    assert draft.week == [[0, 480, 720], [5, 840, 1020]]


def test_the_week_is_seen_before_going_on(employer, draft):
    answers = {"mode": "same", "days": ["1"], "begin": "9:00", "end": "12:00", "see": "same"}

    seen = send(employer, draft, "horaires", **answers)
    page = employer.get(seen.location)

    assert seen.location.endswith("/horaires#seen")
    assert "3 h par semaine" in page.words
    assert "Le mardi, de 9 h à 12 h" in page.words
    assert page.one("table.week")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"mode": "same", "days": ["0"]}, "au moins un jour"),
        ({"mode": "same", "begin": "8:00", "end": "12:00"}, "au moins un jour"),
        ({"mode": "same", "days": ["0"], "begin": "8:00"}, "heure de début et l’heure de fin"),
        ({"mode": "same", "days": ["0"], "begin": "tôt", "end": "12:00"}, "Écrivez l’heure"),
        ({"mode": "same", "days": ["0"], "begin": "12:00", "end": "8:00"}, "Plus de 12 h"),
        ({"mode": "same", "days": list("012345"), "begin": "8:00", "end": "17:00"}, "Plus de 48 h"),
        ({"mode": "range", "low": "10", "high": "20"}, "Touchez une réponse"),
    ],
)
def test_says_what_is_wrong_with_the_week(employer, draft, answers, words):
    page = missed(employer, draft, "horaires", **answers)

    assert words in page.words
    assert page.fields("main form").get("begin", "") == answers.get("begin", "")


# contract


def test_a_first_day_and_a_contract_without_end(employer, draft):
    day = today() + timedelta(days=10)

    send(
        employer,
        draft,
        "contrat",
        contract="cdi_inclusion",
        months="6",
        start="day",
        starts_on=day.isoformat(),
        positions="3",
    )

    db.session.refresh(draft)
    assert (draft.contract, draft.months, draft.starts_on) == ("cdi_inclusion", None, day)
    assert draft.positions == 3


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"contract": "mission"}, "Touchez une réponse"),
        ({"start": "day"}, "Choisissez le jour"),
        ({"start": "day", "starts_on": "2020-01-01"}, "Ce jour est passé"),
        ({"start": "day", "starts_on": "2099-01-01"}, "dans plus d’un an"),
        ({"start": "day", "starts_on": "lundi"}, "Écrivez le jour"),
        ({"positions": "0"}, "de 1 à 50"),
        ({"positions": ""}, "de 1 à 50"),
        ({"positions": "trois"}, "avec des chiffres"),
        ({"positions": "9" * 400}, "avec des chiffres"),
    ],
)
def test_says_what_the_contract_lacks(employer, draft, answers, words):
    usual = {"contract": "cddi", "months": "4", "start": "now", "positions": "1"}

    page = missed(employer, draft, "contrat", **usual | answers)

    assert words in page.words
    assert page.fields("main form")["positions"] == (usual | answers)["positions"]


# pay


def test_the_minimum_wage_is_one_press(employer, draft, at):
    draft.pay_cents = None
    db.session.commit()

    page = employer.get(f"/employeur/offres/{draft.public_id}/salaire")
    assert page.fields()["mode"] == "smic"
    assert "par mois, avant retenues" in page.words
    assert "Environ" in page.words

    send(employer, draft, "salaire", mode="smic")
    db.session.refresh(draft)
    assert draft.pay_cents == 1231


def test_the_month_is_seen_before_going_on(employer, draft):
    seen = send(employer, draft, "salaire", mode="amount", amount="14,50", see="amount")

    page = employer.get(seen.location)

    assert "14,50 € de l’heure" in page.words
    assert "Pour 25 h par semaine" in page.words
    assert page.fields()["amount"] == "14,50"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("", "Écrivez le salaire d’une heure"),
        ("le SMIC", "avec des chiffres"),
        ("1867", "pas du mois"),
        ("9,90", "moins que le SMIC"),
    ],
)
def test_says_what_is_wrong_with_the_pay(employer, draft, amount, words):
    page = missed(employer, draft, "salaire", mode="amount", amount=amount)

    assert words in page.words
    assert page.fields("main form")["amount"] == amount


def test_an_apprentice_may_earn_less(client):
    there = make_organisation(kind="geiq")
    offer = make_offer("draft", organisation=there, contract="apprenticeship")
    enter(client, there)

    assert send(client, offer, "salaire", mode="amount", amount="7,50").status_code == 303


# needs


def test_what_is_taught_on_the_spot_is_kept_as_such(employer, draft):
    taught = {"experience": "taught", "screen": "taught", "french_taught": "y"}

    send(employer, draft, "besoins", **STEPS["besoins"] | taught | {"bring": ["nothing", "id"]})

    db.session.refresh(draft)
    assert set(draft.learned) == {"experience", "screen", "french"}
    assert (draft.experience, draft.screen, draft.bring) == ("none", "useful", ["id"])


# people

PERSON = {
    "backup": "new",
    "backup_first_name": "Léa",
    "backup_phone": "06 39 98 12 34",
    "backup_role": "",
    "backup_days": ["0", "4"],
    "backup_begin": "9:00",
    "backup_end": "12:00",
    "backup_languages": ["fr", "es"],
    "promised_days": "2",
}


def test_someone_new_may_replace(employer, structure, draft):
    karim = structure.contacts[0]

    assert send(employer, draft, "contact", contact=karim.public_id, **PERSON).status_code == 303

    db.session.refresh(draft)
    assert draft.contact is karim
    assert (draft.backup.first_name, draft.backup.phone) == ("Léa", "+33639981234")
    assert draft.backup.call_when == {"days": [0, 4], "from": 540, "to": 720}
    assert draft.backup.languages == ["fr", "es"]
    assert draft.promised_days == 2


def test_the_same_press_twice_adds_one_person(employer, structure, draft):
    karim = structure.contacts[0]
    count = len(structure.contacts)

    for _press in range(2):
        send(employer, draft, "contact", contact=karim.public_id, **PERSON)

    db.session.refresh(structure)
    assert len(structure.contacts) == count + 1


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"backup_phone": "06 39"}, "Il manque des chiffres"),
        ({"backup_phone": ""}, "Écrivez un numéro"),
        ({"backup_first_name": ""}, "Écrivez un prénom"),
        ({"backup_role": "a" * 61}, "trop long"),
        ({"backup_begin": "12:00", "backup_end": "9:00"}, "de quelle heure à quelle heure"),
        ({"backup": "nobody"}, "Choisissez qui remplace"),
        ({"promised_days": "4"}, "Touchez une réponse"),
    ],
)
def test_says_what_is_missing_about_someone_new(employer, structure, draft, answers, words):
    karim = structure.contacts[0]
    sent = {"contact": karim.public_id, **PERSON, **answers}

    page = missed(employer, draft, "contact", **sent)

    assert words in page.words
    if sent["backup"] == "new":
        assert page.fields("main form")["backup_phone"] == sent["backup_phone"]
    assert db.session.query(Contact).filter_by(first_name="Léa").count() == 0


def test_nobody_replaces_themselves(employer, structure, draft):
    karim = structure.contacts[0].public_id

    page = missed(employer, draft, "contact", contact=karim, backup=karim, promised_days="3")

    assert "une autre personne" in page.words


def test_the_people_of_another_structure_cannot_be_chosen(employer, structure, draft):
    stranger = make_contact(organisation=make_organisation(name="Ailleurs"))

    page = missed(
        employer,
        draft,
        "contact",
        contact=stranger.public_id,
        backup=structure.contacts[0].public_id,
        promised_days="3",
    )

    assert "Choisissez qui répond" in page.words


# words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cherche homme de moins de 30 ans.", "Dites"),
        ("Jolie présentation exigée.", "L’apparence ne compte pas"),
        ("Français de souche.", "L’origine, la religion et l’accent"),
        ("Envoyez 50 € par mandat cash pour ouvrir le dossier.", "personne ne paie"),
        ("a" * 501, "500 signes"),
    ],
)
def test_words_that_harm_are_not_kept_but_still_shown(employer, draft, text, words):
    page = missed(employer, draft, "mots", words=text)

    assert words in page.words
    assert page.fields("main form")["words"].strip() == text
    db.session.refresh(draft)
    assert draft.words == ""


def test_kind_words_are_kept_line_by_line(employer, draft):
    send(employer, draft, "mots", words="Hommes et femmes  bienvenus.\r\nOn vous forme.\x00")

    db.session.refresh(draft)
    assert draft.words == "Hommes et femmes bienvenus.\nOn vous forme."
