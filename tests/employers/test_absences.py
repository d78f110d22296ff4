"""Someone is away: the replacement answers everywhere, at once, until they are back."""

from datetime import timedelta

import pytest

from tests.employers.conftest import enter
from tests.factories import make_contact, make_offer, make_organisation
from webapp.clock import today


@pytest.fixture
def offer(structure):
    karim, sonia = structure.contacts
    return make_offer(organisation=structure, contact=karim, backup=sonia)


def say_away(employer, contact, until):
    """Send the day until which someone is away."""
    return employer.post(
        f"/employeur/contacts/{contact.public_id}/absence",
        data={f"{contact.public_id}-until": until},
    )


def faces(client):
    """Return the humans whom the list of results names."""
    return client.get("/offres?ou=69120").words


@pytest.mark.usefixtures("database")
def test_the_replacement_answers_at_once_in_lists_and_pages_until_the_return(employer, offer):
    assert "Karim" in faces(employer)  # the card is kept from now on

    said = say_away(employer, offer.contact, (today() + timedelta(days=7)).isoformat())

    assert said.location == "/employeur/"
    assert "Sonia" in faces(employer)
    assert "Karim" not in faces(employer)
    assert "Karim n’est pas là" in employer.get(f"/offres/{offer.public_id}").words
    assert "Karim s’absente jusqu’au" in employer.get("/employeur/").words

    employer.post(f"/employeur/contacts/{offer.contact.public_id}/retour")
    assert "Karim" in faces(employer)
    assert "Sonia" not in faces(employer)


def test_the_last_day_is_part_of_the_absence(employer, offer, at):
    say_away(employer, offer.contact, today().isoformat())

    assert "Sonia" in faces(employer)


@pytest.mark.parametrize(
    ("until", "words", "kind"),
    [
        ("", "Choisissez le jour", "date"),
        ("2020-01-01", "est passé", "date"),
        ("lundi", "Écrivez le jour", "text"),
    ],
)
def test_says_what_is_wrong_with_the_day_and_shows_it_again(employer, offer, until, words, kind):
    page = say_away(employer, offer.contact, until)

    assert page.status_code == 422
    assert words in page.words
    assert page.one(f"details[open] input[type={kind}]").attributes.get("value", "") == until


def test_the_people_of_another_structure_are_out_of_reach(client, offer):
    other = make_contact(organisation=make_organisation(name="Ailleurs"))
    enter(client, other.organisation)

    assert say_away(client, offer.contact, today().isoformat()).status_code == 404
