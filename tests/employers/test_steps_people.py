"""The pages that say what is needed, who answers, and in which words."""

import pytest

from tests.employers.conftest import missed, send
from tests.factories import make_contact, make_organisation
from webapp.extensions import db
from webapp.organisations.models import Contact

STEPS_NEEDS = {
    "experience": "required",
    "licence": "useful",
    "french": "speak",
    "carrying": "light",
    "posture": "both",
    "screen": "none",
    "bring": ["shoes"],
}


def test_what_is_taught_on_the_spot_is_kept_as_such(employer, draft):
    taught = {"experience": "taught", "screen": "taught", "french_taught": "y"}

    send(employer, draft, "besoins", **STEPS_NEEDS | taught | {"bring": ["id"]})

    db.session.refresh(draft)
    assert set(draft.learned) == {"experience", "screen", "french"}
    assert (draft.experience, draft.screen, draft.bring) == ("none", "useful", ["id"])


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


def test_nothing_to_bring_and_something_is_said_rather_than_dropped(employer, draft):
    page = missed(employer, draft, "besoins", **STEPS_NEEDS | {"bring": ["nothing", "id"]})

    assert "gardez l’un ou l’autre" in page.words
    checked = [box.attributes["value"] for box in page.all("input[name=bring][checked]")]
    assert sorted(checked) == ["id", "nothing"]
