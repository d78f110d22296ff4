"""What a lead says of the structure: its words, its town, its places, its hours, its contacts."""

from datetime import timedelta

import pytest

from tests.factories import make_account, make_contact, make_offer, make_organisation, sign_in
from webapp.clock import now, today
from webapp.extensions import db
from webapp.organisations import own, queries
from webapp.organisations.models import Organisation

FACTS = {
    "name": "Les Ateliers du Pont",
    "about": "Nous formons.",
    "address": "3 rue du Pont",
    "town": "Vaulx-en-Velin (69120)",
    "insee": "69256",
    "phone": "04 65 71 00 12",
}


@pytest.fixture
def lead(app):
    """The lead of a structure that hires."""
    return make_account("lead", first_name="Karim")


@pytest.fixture
def here(lead) -> Organisation:
    """The structure."""
    return lead.organisation


@pytest.fixture
def desk(lead, client):
    """The browser in which the lead has entered."""
    sign_in(client, lead)
    return client


def test_the_page_says_what_is_known_and_what_is_not(desk, here):
    page = desk.get("/structure/fiche")

    assert "8 rue de la Rize, Vaulx-en-Velin (69120)" in page.words
    assert "Entreprise d’insertion" in page.words
    assert "Ouverture Pas dit" in page.words


def test_what_is_written_is_kept_and_offers_are_found_by_the_new_name(desk, here, database):
    make_offer(organisation=here)
    form = desk.get("/structure/fiche/changer")
    assert form.fields()["town"] == "Vaulx-en-Velin (69120)"

    answer = desk.post("/structure/fiche/changer", data=FACTS)

    assert answer.location == "/structure/fiche"
    db.session.refresh(here)
    assert (here.name, here.phone, here.lat) == ("Les Ateliers du Pont", "+33465710012", 45.7786)
    assert "Les Ateliers du Pont" in desk.get("/offres?mot=pont&ou=Vaulx-en-Velin").words
    assert "nom, présentation" in order(desk.get("/structure/journal").words)


def order(words: str) -> str:
    """The names of what changed stand in the order of their keys."""
    return words.replace("présentation, adresse, nom", "nom, présentation")


def test_another_town_moves_the_structure(desk, here):
    desk.post("/structure/fiche/changer", data=FACTS | {"town": "26000"})

    db.session.refresh(here)
    assert here.insee == "26362"
    assert abs(here.lat - 44.92) < 0.1


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("about", "x" * 10_000),
        ("phone", "12"),
        ("town", ""),
        ("town", "Zzyzzyx"),
    ],
)
def test_what_cannot_be_kept_is_asked_again(desk, here, field, typed):
    page = desk.post("/structure/fiche/changer", data=FACTS | {field: typed})

    assert page.status_code == 422
    assert page.all(f"[name={field}][aria-invalid=true]")
    db.session.refresh(here)
    assert here.name == "Les Ateliers du Canal"


def test_towns_of_the_same_name_are_shown_to_choose_from(desk, here):
    page = desk.post("/structure/fiche/changer", data=FACTS | {"town": "Saint-Denis", "insee": ""})

    assert page.status_code == 422
    towns = {node.attributes["value"] for node in page.all("[name=insee]")}
    assert {"93066", "97411"} <= towns
    desk.post("/structure/fiche/changer", data=FACTS | {"town": "Saint-Denis", "insee": "97411"})
    db.session.refresh(here)
    assert here.insee == "97411"


def test_a_place_is_added_changed_and_removed(desk, here):
    site = {key: FACTS[key] for key in ("name", "address", "town", "insee", "phone")}
    desk.post(
        "/structure/lieux/nouveau", data=site | {"name": "Agence de Valence", "town": "26000"}
    )
    [made] = queries.sites_of(here.id)
    assert (made.name, made.insee) == ("Agence de Valence", "26362")
    where = f"/structure/lieux/{made.public_id}"
    assert desk.get(where).fields()["name"] == "Agence de Valence"

    desk.post(where, data=site | {"name": "Agence de Vaulx", "insee": ""})
    db.session.refresh(made)
    assert (made.name, made.insee) == ("Agence de Vaulx", "69256")
    desk.post(f"{where}/horaires", data={"mode": "day"})
    assert "Du lundi au vendredi, de 9" in desk.get("/structure/fiche").words

    desk.post(f"{where}/enlever")
    assert not queries.sites_of(here.id)
    journal = desk.get("/structure/journal").words
    for change in ("Lieu ajouté", "Lieu changé", "Horaires changés", "Lieu enlevé"):
        assert change in journal


@pytest.mark.parametrize("act", ["", "/horaires", "/enlever"])
def test_the_places_of_another_structure_are_not_there(desk, act):
    other = make_account("lead")
    site = own.add_site(
        other.organisation,
        {"name": "Là-bas", "insee": "69256", "lat": 45.7, "lon": 4.9},
        by=other,
        now=now(),
    )
    db.session.commit()

    path = f"/structure/lieux/{site.public_id}{act}"
    assert desk.post(path, data=FACTS | {"mode": "day"}).status_code == 404
    assert act == "/enlever" or desk.get(path).status_code == 404
    assert queries.sites_of(other.organisation_id)


WEEKS = {
    "usual": ({"mode": "day"}, [[0, 540, 720], [0, 780, 1020]]),
    "same hours": (
        {"mode": "same", "days": ["0", "5"], "begin": "9:00", "end": "18h"},
        [[0, 540, 1080], [5, 540, 1080]],
    ),
    "each day": (
        {
            "mode": "each",
            "d1_1_begin": "9:00",
            "d1_1_end": "12:00",
            "d2_1_begin": "14:00",
            "d2_1_end": "24:00",
        },
        [[1, 540, 720], [2, 840, 1440]],
    ),
    "a long week": (
        {"mode": "same", "days": list("0123456"), "begin": "8:00", "end": "19:00"},
        [[day, 480, 1140] for day in range(7)],
    ),
    "unknown": ({"mode": "unknown"}, []),
}


@pytest.mark.parametrize("week", WEEKS)
def test_hours_are_kept_and_shown_again(desk, here, week):
    sent, kept = WEEKS[week]

    answer = desk.post("/structure/horaires", data=sent)

    assert answer.status_code == 303
    db.session.refresh(here)
    assert here.hours[: len(kept)] == kept
    again = desk.get("/structure/horaires").fields()
    assert again["mode"] == sent["mode"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Touchez une réponse."),
        ({"mode": "same", "days": "0"}, "au moins un jour"),
        ({"mode": "same", "days": "0", "begin": "9:00"}, "l’heure de fermeture"),
        ({"mode": "same", "days": "0", "begin": "18:00", "end": "9:00"}, "avant l’heure"),
        ({"mode": "same", "days": "0", "begin": "tôt", "end": "9:00"}, "Écrivez l’heure"),
        (
            {
                "mode": "each",
                "d0_1_begin": "9:00",
                "d0_1_end": "12:00",
                "d0_2_begin": "11:00",
                "d0_2_end": "17:00",
            },
            "se chevauchent",
        ),
    ],
)
def test_hours_that_cannot_be_are_asked_again(desk, here, sent, said):
    page = desk.post("/structure/horaires", data=sent)

    assert page.status_code == 422
    assert said in page.words
    db.session.refresh(here)
    assert here.hours == []


def test_requests_are_taken_or_not(desk, here):
    desk.post("/structure/demandes", data={"wanted": "no"})
    db.session.refresh(here)
    assert not here.takes_requests
    assert "Prendre les demandes" in desk.get("/structure/fiche").words

    desk.post("/structure/demandes", data={"wanted": "yes"})
    db.session.refresh(here)
    assert here.takes_requests
    assert desk.get("/structure/journal").words.count("Demandes") == 2


PERSON = {"first_name": "Awa", "last_name": "Diallo", "phone": "06 39 98 00 01", "role": "accueil"}


def test_a_contact_is_added_and_changed(desk, here):
    desk.post("/structure/contacts/nouveau", data=PERSON)
    [contact] = here.contacts
    assert (contact.phone, contact.languages) == ("+33639980001", ["fr"])
    where = f"/structure/contacts/{contact.public_id}"
    assert desk.get(where).fields()["last_name"] == "Diallo"

    desk.post(where, data=PERSON | {"days": ["1"], "begin": "9:00", "end": "11:00"})

    db.session.refresh(contact)
    assert contact.call_when == {"days": [1], "from": 540, "to": 660}


def test_who_answers_for_an_offer_is_not_removed(desk, here):
    offer = make_offer(organisation=here)
    where = f"/structure/contacts/{offer.contact.public_id}/enlever"

    page = desk.post(where)

    assert page.status_code == 409
    assert "Son nom est sur 1 offre" in page.words
    db.session.refresh(offer)
    assert offer.contact is not None


def test_for_an_offer_that_is_over_the_replacement_answers(desk, here, database):
    offer = make_offer("closed", organisation=here)
    backup = offer.backup

    desk.post(f"/structure/contacts/{offer.contact.public_id}/enlever")

    db.session.refresh(offer)
    assert offer.contact == backup
    assert [one.id for one in here.contacts] == [backup.id]


def test_the_last_contact_of_nothing_may_go(desk, here):
    contact = make_contact(organisation=here)

    assert desk.post(f"/structure/contacts/{contact.public_id}/enlever").status_code == 303
    db.session.refresh(here)
    assert not here.contacts


def test_an_absence_said_here_comes_back_here(desk, here):
    contact = make_contact(organisation=here)
    path = f"/employeur/contacts/{contact.public_id}"
    until = today() + timedelta(days=2)

    answer = desk.post(
        f"{path}/absence", data={f"{contact.public_id}-until": until, "page": "contacts"}
    )

    assert answer.location == "/structure/contacts"
    page = desk.get("/structure/contacts")
    assert "Karim s’absente jusqu’au" in page.words
    assert desk.post(f"{path}/retour", data={"page": "contacts"}).location == "/structure/contacts"


@pytest.mark.parametrize("act", ["", "/enlever"])
def test_the_contacts_of_another_structure_are_not_there(desk, act):
    other = make_contact()

    assert desk.post(f"/structure/contacts/{other.public_id}{act}", data=PERSON).status_code == 404


def test_a_structure_that_hires_nobody_has_no_contacts(client):
    sign_in(client, make_account("lead", organisation=make_organisation(kind="mission-locale")))

    assert client.get("/structure/contacts").status_code == 404
    assert "Contacts" not in client.get("/structure/").words
    assert "Demandes de travail" not in client.get("/structure/fiche").words
