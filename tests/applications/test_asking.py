"""Being called back: a first name, a number, one press."""

import pytest

from tests.applications.pages import NUMBER, SENT, address, ask, kept
from tests.factories import make_contact, make_offer, make_organisation
from webapp.forms import PHONE_WORDS

pytestmark = pytest.mark.usefixtures("on_friday")


def test_the_page_says_who_to_talk_to_about_which_work(client):
    page = client.get(address(make_offer()))

    assert page.h1 == "Ça m’intéresse"
    assert "Ménage dans des bureaux" in page.words
    assert "Les Ateliers du Canal, Vaulx-en-Velin" in page.words
    assert "Comment parler à Karim" in page.words


def test_three_ways_stand_side_by_side(client):
    offer = make_offer()
    links = client.get(address(offer)).links()

    assert links["Karim m’appelle"] == "#rappel"
    assert links["J’appelle Karim"] == address(offer, "appeler")
    assert links["Je passe"] == address(offer, "passer")


def test_two_fields_and_one_press_are_enough(client):
    """As the journey counts them: what is not typed is already chosen."""
    offer = make_offer(promised_days=3)
    fields = client.get(address(offer)).fields("#rappel form")
    assert {name for name, text in fields.items() if not text} == {
        "first_name",
        "phone",
        "helper_name",
    }

    answer = client.post(address(offer), data=fields | SENT)
    page = client.get(answer.location)

    assert answer.status_code == 303
    assert page.h1 == "C’est envoyé à Karim"
    assert "Karim vous appelle au plus tard mercredi 25 novembre" in page.words.replace(
        "\u00a0", " "
    )
    assert [(row.first_name, row.phone, row.moment, row.way) for row in kept()] == [
        ("Fatou", NUMBER, "any", "they_call")
    ]


def test_someone_fills_it_in_for_another(client):
    offer = make_offer()
    page = client.get(
        ask(client, offer, for_someone="y", helper_name="Lucie", first_name="Awa").location
    )

    row = kept()[0]
    assert (row.first_name, row.for_someone, row.helper_name) == ("Awa", True, "Lucie")
    assert "Karim appelle Awa au plus tard" in page.words


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("06 39 98", "short"),
        ("06 39 98 12 34 56", "long"),
        ("pas de téléphone", "letters"),
        ("0899 12 34 56", "premium"),
        ("+32 470 12 34 56", "foreign"),
        ("12 34 56 78 90", "unknown"),
    ],
)
def test_a_wrong_number_is_explained_and_nothing_typed_is_lost(client, typed, reason):
    offer = make_offer()

    page = ask(client, offer, phone=typed, moment="evening", for_someone="y", helper_name="Lucie")

    assert page.status_code == 422
    assert page.one("#phone-miss").text(strip=True) == str(PHONE_WORDS[reason])
    assert page.one("main .note a[href='#phone']").text(strip=True) == str(PHONE_WORDS[reason])
    assert page.one("#phone").attributes["aria-invalid"] == "true"
    assert page.fields("#rappel form") == {
        "first_name": "Fatou",
        "phone": typed,
        "moment": "evening",
        "for_someone": "y",
        "helper_name": "Lucie",
    }
    assert kept() == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Écrivez un prénom"),
        ("   ", "Écrivez un prénom"),
        ("Fatou 2", "Il y a des chiffres ici"),
        ("F" * 41, "C’est trop long"),
        ("F" * 10_240, "C’est trop long"),
        ("fatou@exemple.fr", "avec des lettres"),
        ("<b>Fatou</b>", "avec des lettres"),
        ("…", "avec des lettres"),
    ],
)
def test_what_is_no_first_name_is_explained_kindly(client, typed, words):
    page = ask(client, make_offer(), first_name=typed)

    assert page.status_code == 422
    assert words in page.one("#first_name-miss").text()
    assert page.fields("#rappel form")["first_name"] == typed
    assert kept() == []


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Marie   Ange ", "Marie Ange"),
        ("N’Golo", "N’Golo"),
        ("D'Angela", "D'Angela"),
        ("Jean-Noël", "Jean-Noël"),
        ("محمد", "محمد"),
        ("Ngọc", "Ngọc"),
        ("Fa\u202etou\x00", "Fatou"),
        ("Li", "Li"),
    ],
)
def test_first_names_of_everyone_are_kept_tidy(client, typed, stored):
    assert ask(client, make_offer(), first_name=typed).status_code == 303
    assert kept()[0].first_name == stored


def test_ten_thousand_signs_in_every_field_are_answered_kindly(client):
    long = "w" * 10_240
    page = client.post(
        address(make_offer()),
        data=dict.fromkeys(("first_name", "phone", "helper_name", "moment", "other"), long),
    )

    assert page.status_code == 422
    assert page.one("#phone-miss")
    assert kept() == []


def test_what_people_type_is_never_read_as_html(client):
    trap = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    page = client.post(
        address(make_offer()),
        data={"first_name": trap, "phone": trap, "helper_name": trap, "for_someone": trap},
    )

    assert page.status_code == 422
    assert not page.all("main script, main img")
    assert page.fields("#rappel form")["first_name"] == trap


def test_a_made_up_moment_counts_as_any(client):
    assert ask(client, make_offer(), moment="midnight").status_code == 303
    assert kept()[0].moment == "any"


def test_an_employer_s_name_is_never_read_as_html(client):
    organisation = make_organisation(name="<i>Canal</i> & fils")
    contact = make_contact(organisation=organisation, first_name="<b>Karim</b>")
    offer = make_offer(contact=contact)
    sent = ask(client, offer).location

    for path in (address(offer), address(offer, "appeler"), address(offer, "passer"), sent):
        page = client.get(path)
        assert "<i>Canal" not in page.text
        assert "<b>Karim</b> m’appelle" not in page.text
        assert "<b><b>Karim" not in page.text


def test_the_replacement_takes_the_place_of_who_is_away(client):
    offer = make_offer("contact_away")
    page = client.get(address(offer))

    assert "Karim n’est pas là en ce moment. Sonia répond à sa place." in page.words
    assert "Envoyer à Sonia" in page.words
    assert client.get(ask(client, offer).location).h1 == "C’est envoyé à Sonia"


def test_the_simple_twin_sends_and_confirms_in_simple_french(client):
    offer = make_offer()
    answer = client.post(f"/simple{address(offer)}", data=SENT)

    assert answer.location.startswith("/simple/demande/")
    assert client.get(answer.location).status_code == 200
