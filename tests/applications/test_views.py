"""The three ways to meet, as pages, without JavaScript."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from tests.factories import make_contact, make_offer, make_organisation
from webapp.applications.models import Application, CallReport
from webapp.extensions import db
from webapp.forms import PHONE_WORDS

FRIDAY_MORNING = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - in Paris, says the fixture
FRIDAY_EVENING = datetime(2026, 11, 20, 18, 0)  # noqa: DTZ001
SENT = {"first_name": "Fatou", "phone": "06 39 98 12 34"}
NUMBER = "+33639981234"


@pytest.fixture(autouse=True)
def on_friday(at):
    """Friday 20 November 2026, at 10 in the morning."""
    at(FRIDAY_MORNING)


def address(offer, *more: str):
    return "/".join(("", "offres", offer.public_id, "interesse", *more))


def ask(client, offer, **typed: str):
    return client.post(address(offer), data=SENT | typed)


def kept():
    db.session.expire_all()
    return db.session.scalars(select(Application).order_by(Application.id)).all()


def count(table):
    return db.session.scalar(select(func.count(table.id)))


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


def test_the_confirmation_says_all_that_comes_next(client):
    offer = make_offer(bring=["id", "cv"])
    answer = ask(client, offer, moment="morning")
    page = client.get(answer.location)
    name = kept()[0].public_id.upper()

    assert f"{name[:4]} {name[4:]}" in page.words.replace("\u00a0", " ")
    assert "Le moment choisi" in page.words
    assert "matin" in page.words
    assert "une pièce d’identité" in page.words
    assert "On ne vous demandera jamais d’argent" in page.words
    assert page.all(f'main a[href="tel:{offer.contact.phone}"]')
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')
    assert page.links()["Voir d’autres offres"].startswith("/offres?metier=cleaning&lat=")


def test_the_confirmation_can_be_shared_without_giving_the_number(client):
    page = client.get(ask(client, make_offer()).location)

    assert "finit par 34" in page.words
    for written in ("06 39 98", "0639981234", NUMBER, "639981234"):
        assert written not in page.text.replace("\u00a0", " ")


def test_the_confirmation_stays_out_of_caches_and_search_engines(client):
    page = client.get(ask(client, make_offer()).location)

    assert "no-store" in page.headers["Cache-Control"]
    assert "public" not in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.one('meta[name="robots"]').attributes["content"] == "noindex"


def test_pressing_twice_shows_the_same_confirmation(client):
    offer = make_offer()

    first = ask(client, offer)
    again = ask(client, offer, first_name="FATOU", phone="+33 (0)6 39 98 12 34")

    assert first.location == again.location
    assert len(kept()) == 1


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


@pytest.mark.parametrize("trait", ["paused", "closed"])
@pytest.mark.parametrize("more", [(), ("appeler",), ("passer",), ("carte",)])
def test_an_offer_that_is_over_leads_to_others_near_it(client, trait, more):
    page = client.get(address(make_offer(trait), *more))

    assert page.status_code == 410
    assert any(link.startswith("/offres?metier=cleaning") for link in page.links().values())


def test_nothing_is_sent_to_an_offer_closed_meanwhile(client):
    offer = make_offer("closed")

    assert ask(client, offer).status_code == 410
    assert client.post(address(offer, "passer"), data=SENT).status_code == 410
    assert client.post(address(offer, "appeler"), data={"outcome": "called"}).status_code == 410
    assert count(Application) == count(CallReport) == 0


@pytest.mark.parametrize("path", ["/offres/nothing2/interesse", "/demande/nothing2"])
def test_what_does_not_exist_says_so(client, path):
    assert client.get(path).status_code == 404


def test_a_draft_cannot_be_asked_for(client):
    assert client.get(address(make_offer("draft"))).status_code == 404


def test_the_page_to_call_says_the_number_the_hours_and_what_to_say(client):
    offer = make_offer()
    page = client.get(address(offer, "appeler"))

    assert page.all(f'main a.btn[href="tel:{offer.contact.phone}"]')
    assert "Karim répond du lundi au vendredi" in page.words
    assert "C’est le bon moment pour appeler." in page.words
    assert "ménage dans des bureaux, Vaulx-en-Velin" in page.words


def test_the_page_to_call_says_when_now_is_no_good_time(client, at):
    at(FRIDAY_EVENING)
    page = client.get(address(make_offer(), "appeler"))

    assert "C’est le bon moment" not in page.words
    assert "lundi 23 novembre" in page.words


@pytest.mark.parametrize(
    ("outcome", "leads_to"),
    [("no_answer", "pas-de-reponse"), ("called", "appele"), ("expected", "passer")],
)
def test_how_the_call_went_is_kept_and_leads_on(client, outcome, leads_to):
    offer = make_offer()
    answer = client.post(address(offer, "appeler"), data={"outcome": outcome})

    assert answer.status_code == 303
    assert leads_to in answer.location
    assert client.get(answer.location).status_code == 200
    assert [row.outcome for row in db.session.scalars(select(CallReport))] == [outcome]


@pytest.mark.parametrize("outcome", ["", "maybe", "x" * 10_240])
def test_an_unknown_outcome_of_a_call_is_not_kept(client, outcome):
    page = client.post(address(make_offer(), "appeler"), data={"outcome": outcome})

    assert page.status_code == 422
    assert count(CallReport) == 0


def test_no_answer_now_means_again_in_an_hour_the_replacement_or_a_call_back(client):
    offer = make_offer()
    page = client.get(address(offer, "appeler", "pas-de-reponse"))

    assert "Essayez encore dans une heure." in page.words
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')
    assert page.links()["Karim m’appelle"] == address(offer)


def test_no_answer_in_the_evening_means_the_next_working_day(client, at):
    at(FRIDAY_EVENING)
    page = client.get(address(make_offer(), "appeler", "pas-de-reponse"))

    assert "lundi 23 novembre, de 9 h à 12 h" in page.words.replace("\u00a0", " ")


def test_after_a_call_the_page_asks_what_was_agreed(client):
    offer = make_offer()
    links = client.get(address(offer, "appeler", "appele")).links()

    assert links["Préparer ma visite"] == address(offer, "passer")
    assert links["Laisser mon numéro"] == address(offer)


def test_an_unknown_end_of_a_call_does_not_exist(client):
    assert client.get(address(make_offer(), "appeler", "peut-etre")).status_code == 404


def test_the_page_to_go_there_says_where_when_how_and_with_what(client):
    page = client.get(address(make_offer(), "passer"))

    for words in (
        "8 rue de la Rize",
        "69120 Vaulx-en-Velin",
        "Du lundi au vendredi",
        "Demandez Karim",
        "Bus C3, arrêt « La Soie »",
        "Une pièce d’identité",
    ):
        assert words in page.words.replace("\u00a0", " ")


def test_telling_that_one_comes_makes_a_visit(client):
    offer = make_offer()
    answer = client.post(address(offer, "passer"), data=SENT)
    page = client.get(answer.location)

    assert page.h1 == "Karim sait que vous venez"
    assert "8 rue de la Rize" in page.words
    assert [(row.way, row.first_name) for row in kept()] == [("i_visit", "Fatou")]


def test_a_wrong_number_on_the_visit_is_explained_too(client):
    page = client.post(address(make_offer(), "passer"), data={"first_name": "Fatou", "phone": "06"})

    assert page.status_code == 422
    assert page.fields("#prevenir form") == {"first_name": "Fatou", "phone": "06"}


def test_the_address_of_a_private_home_is_never_shown(client):
    offer = make_offer("private_home", address="3 impasse Secrète", place_name="Chez Mme Durand")

    for more in ((), ("appeler",), ("passer",), ("carte",)):
        page = client.get(address(offer, *more))
        assert "Secrète" not in page.text
        assert "Durand" not in page.text
    assert "8 rue de la Rize" in client.get(address(offer, "passer")).words


def test_a_zone_without_an_office_is_met_by_phone(client):
    organisation = make_organisation(kind="ai", address="")
    offer = make_offer("zone", organisation=organisation)
    page = client.get(address(offer, "passer"))

    assert "Il n’y a pas de bureau où passer" in page.words
    assert page.all(f'main a[href="tel:{offer.contact.phone}"]')
    assert not page.all("main form")


def test_the_card_to_print_holds_all_and_a_code_that_opens_the_offer(client):
    offer = make_offer()
    page = client.get(address(offer, "carte"))

    for words in ("Ménage dans des bureaux", "8 rue de la Rize", "Karim Benali"):
        assert words in page.words
    assert f"/o/{offer.public_id}" in page.words
    assert page.one(".qr").attributes["aria-label"]
    assert page.all(".qr svg path")


def test_a_request_is_cancelled_by_a_press_never_by_a_link(client):
    offer = make_offer()
    confirmation = ask(client, offer).location

    assert client.get(f"{confirmation}/annuler").status_code == 405
    answer = client.post(f"{confirmation}/annuler")
    page = client.get(answer.location)

    assert page.h1 == "Votre demande est annulée"
    assert kept()[0].status == "withdrawn"
    assert page.links()["Demander encore"] == address(offer)


def test_after_the_promised_day_the_person_is_told_whom_to_call(client, at):
    offer = make_offer(promised_days=1)
    confirmation = ask(client, offer).location
    at(datetime(2026, 11, 24, 8, 0))  # noqa: DTZ001
    page = client.get(confirmation)

    assert page.h1 == "Pas encore d’appel ? Appelez"
    assert "Karim devait appeler au plus tard lundi 23 novembre" in page.words.replace(
        "\u00a0", " "
    )
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')


def test_once_called_the_page_says_so(client, at):
    confirmation = ask(client, make_offer()).location
    kept()[0].called_at = kept()[0].created_at
    page = client.get(confirmation)

    assert page.h1 == "Karim a appelé"
    assert "Annuler" not in page.words


def test_forty_people_behind_one_address_are_all_heard(client):
    offer = make_offer()
    client.simple_too = False

    answers = [ask(client, offer, phone=f"06 39 98 10 {person:02d}") for person in range(40)]

    assert {answer.status_code for answer in answers} == {303}
    assert len(kept()) == 40


def test_a_machine_that_presses_without_end_is_stopped_kindly(client):
    offer = make_offer()
    answers = [
        client.post(address(offer, "appeler"), data={"outcome": "called"}) for _ in range(61)
    ]

    assert [answer.status_code for answer in answers[-2:]] == [303, 429]
    assert "Attendez une minute" in answers[-1].words


def test_one_number_asking_for_too_many_offers_is_told_to_come_back(client):
    for _ in range(10):
        ask(client, make_offer())

    page = ask(client, make_offer())

    assert page.status_code == 429
    assert "Beaucoup de demandes aujourd’hui" in page.h1
    assert len(kept()) == 10


@pytest.mark.parametrize("more", [(), ("appeler",), ("passer",), ("carte",)])
def test_public_pages_hold_nothing_random(client, more):
    offer = make_offer()
    first = client.get(address(offer, *more))
    second = client.get(address(offer, *more))

    assert first.data == second.data
    assert (
        client.get(
            address(offer, *more), headers={"If-None-Match": first.headers["ETag"]}
        ).status_code
        == 304
    )


def test_the_simple_twin_sends_and_confirms_in_simple_french(client):
    offer = make_offer()
    answer = client.post(f"/simple{address(offer)}", data=SENT)

    assert answer.location.startswith("/simple/demande/")
    assert client.get(answer.location).status_code == 200
