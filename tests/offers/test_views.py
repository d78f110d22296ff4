"""Pages of offers, as someone looking for work sees them."""

import json
import re
from datetime import date

import pytest

from tests.factories import make_contact, make_offer, make_organisation
from webapp.extensions import db

NB = "\N{NO-BREAK SPACE}"


def text_of(page):
    """The words of a page, without its tags, unbreakable spaces as plain ones."""
    bare = re.sub(r"<(style|script|svg).*?</\1>", " ", page.text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare).replace(NB, " "))


def cards(page):
    """The addresses of the offers of a list, in order."""
    return re.findall(r'href="((?:/simple)?/offres/[a-z0-9]{8})', page.text)


def test_shows_the_nearest_offer_first_with_distance_hours_pay_and_human(client):
    make_offer(lat=45.80, lon=4.95)
    near = make_offer(lat=45.7786, lon=4.9206, pay_cents=1260)

    page = client.get("/offres?metier=cleaning&lat=45.7787&lon=4.9206")

    assert cards(page)[0] == f"/offres/{near.public_id}"
    assert len(cards(page)) == 2
    for fact in ("25 h", "12,60 €", "Karim", "3 jours"):
        assert fact in text_of(page)


@pytest.mark.parametrize("place", ["vaulx en velin", "69120", "VAULX-EN-VELIN", "vaulxenvelin"])
def test_understands_the_place_however_it_is_written(client, place):
    make_offer()

    page = client.get("/offres", query_string={"ou": place, "metier": "cleaning"})

    assert "Vaulx-en-Velin (Rhône)" in text_of(page)
    assert cards(page)


def test_an_unknown_place_keeps_what_was_typed_and_shows_offers_all_the_same(client):
    make_offer()

    page = client.get("/offres?ou=zzqqxx&metier=cleaning")

    assert "Nous ne trouvons pas « zzqqxx »" in text_of(page)
    assert 'value="zzqqxx"' in page.text
    assert cards(page)


def test_a_word_for_the_work_finds_it(client):
    cleaning = make_offer()
    make_offer(
        family="kitchen", job="dish-washing", rome="G1605", tasks=["wash-dishes", "bins-out"]
    )

    page = client.get("/offres", query_string={"mot": "femme de menage", "ou": "69120"})

    assert cards(page)[0] == f"/offres/{cleaning.public_id}"


def test_a_word_that_means_no_work_shows_pictures_and_a_human_and_never_zero(client):
    make_offer()

    page = client.get("/offres?mot=blorpf&ou=69120")

    assert "Nous ne connaissons pas « blorpf »" in text_of(page)
    assert page.text.count('class="tile') >= 16
    assert "0 résultat" not in page.text
    assert 'href="tel:' in page.text


def test_no_offer_of_this_work_leads_to_other_work_near_here(client):
    other = make_offer()

    page = client.get("/offres?metier=farm&ou=69120")

    assert cards(page) == [f"/offres/{other.public_id}"]
    assert "D’autres travaux près d’ici" in text_of(page)
    assert "Chercher jusqu’à" not in text_of(page)  # no farm anywhere: the press would be in vain


def test_an_empty_search_names_the_nearest_offer_and_the_radius_that_holds_it(client):
    paris = make_offer(insee="75056", lat=48.8566, lon=2.3522)

    near = client.get("/offres?metier=cleaning&ou=77000+Melun")  # 42 km away
    far = client.get("/offres?metier=cleaning&ou=45000+Orl%C3%A9ans")  # 111 km away

    assert cards(near) == [f"/offres/{paris.public_id}"]
    assert "L’offre la plus proche" in text_of(near)
    assert "Chercher jusqu’à 50 km" in text_of(near)
    assert cards(far) == []  # no radius that we propose would hold it
    assert "Chercher jusqu’à" not in text_of(far)
    assert cards(client.get("/offres?metier=cleaning&ou=77000+Melun&rayon=50")) == cards(near)


def test_needs_are_kept_in_the_address_and_filter(client):
    make_offer(licence="required")
    easy = make_offer(licence="none")

    page = client.get("/offres?metier=cleaning&ou=69120&besoin=sans-permis")

    assert cards(page)[0] == f"/offres/{easy.public_id}"
    assert "besoin=sans-permis" in page.text


def test_htmx_gets_the_results_alone_and_they_are_those_of_the_page(client):
    make_offer()
    address = "/offres?metier=cleaning&ou=69120"

    part = client.get(address, headers={"HX-Request": "true"})

    assert "<html" not in part.text
    assert cards(part) == cards(client.get(address))
    assert "HX-Request" in part.headers["Vary"]


def test_pages_of_results_follow_each_other(client):
    made = [make_offer(lat=45.7786 + n / 1000, lon=4.9206) for n in range(13)]

    first = client.get("/offres?metier=cleaning&lat=45.7786&lon=4.9206")
    second = client.get("/offres?metier=cleaning&lat=45.7786&lon=4.9206&page=2")

    assert cards(first) + cards(second) == [f"/offres/{offer.public_id}" for offer in made]


@pytest.mark.parametrize(
    "query",
    [
        "lat=nan&lon=4",
        "lat=abc&lon=",
        "lat=999&lon=4",
        "rayon=-5&page=-1&ou=69120",
        "page=99999&ou=lyon",
        "metier=nothing&ou=%00",
        "besoin=rien",
        "mot=" + "a" * 9000,
        "rayon=9e9",
    ],
)
def test_an_address_that_makes_no_sense_still_gives_a_page(client, query):
    assert client.get(f"/offres?{query}").status_code == 200


def test_an_offer_says_its_facts_and_names_two_humans(client):
    offer = make_offer(words="Bonne ambiance", learned=["experience"])

    words = text_of(client.get(f"/offres/{offer.public_id}?ou=69120"))

    for fact in (
        "Ménage dans des bureaux",
        "Du lundi au vendredi, de 6 h à 11 h.",
        "12,31 € de l’heure",
        "1 334 € avant retenues",
        "Environ 1 050 €",
        "Bonne ambiance",
        "8 rue de la Rize",
        "Bus C3",
        "Pas besoin de permis.",
        "Appris sur place.",
        "Karim Benali",
        "Sonia",
        "On ne vous demandera jamais d’argent.",
        "Une pièce d’identité",
    ):
        assert fact in words.replace("\u202f", " "), fact


def test_the_replacement_takes_the_place_of_a_contact_who_is_away(client):
    organisation = make_organisation()
    away = make_contact(organisation=organisation, away_from=date(2020, 1, 1))
    sonia = make_contact(organisation=organisation, first_name="Sonia")
    offer = make_offer(organisation=organisation, contact=away, backup=sonia)

    page = client.get(f"/offres/{offer.public_id}")

    assert f'href="tel:{sonia.phone}"' in page.text
    assert f'href="tel:{away.phone}"' not in page.text
    assert "Karim n’est pas là" in text_of(page)


@pytest.mark.parametrize("trait", ["private_home", "zone"])
def test_a_private_home_or_a_zone_shows_the_commune_only(client, trait):
    offer = make_offer(trait)
    offer.address = "12 rue Secrète"
    db.session.commit()

    for address in (f"/offres/{offer.public_id}", f"/offres/{offer.public_id}/imprimer"):
        page = client.get(address)
        assert "rue Secrète" not in page.text
        assert "Vaulx-en-Velin" in page.text


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_an_offer_that_is_over_says_so_and_leads_to_others(client, status):
    offer = make_offer(status)

    page = client.get(f"/offres/{offer.public_id}")

    assert page.status_code == 410
    assert "Cette offre est finie" in text_of(page)
    assert "/offres?metier=cleaning" in page.text


def test_a_draft_is_seen_by_nobody(client):
    assert client.get(f"/offres/{make_offer('draft').public_id}").status_code == 404


def test_the_short_address_leads_to_the_offer(client):
    offer = make_offer()

    answer = client.get(f"/o/{offer.public_id}")

    assert answer.headers["Location"] == f"/offres/{offer.public_id}"


def test_search_engines_get_the_facts_as_job_posting(client):
    offer = make_offer(words="</script><b>")

    page = client.get(f"/offres/{offer.public_id}")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.S)
    data = json.loads(found[1])

    assert data["@type"] == "JobPosting"
    assert data["jobLocation"]["address"]["postalCode"] == "69120"
    assert data["baseSalary"]["value"]["value"] == 12.31
    assert data["url"].endswith(f"/o/{offer.public_id}")


def test_the_page_to_print_has_the_human_and_a_code(client):
    offer = make_offer()

    page = client.get(f"/offres/{offer.public_id}/imprimer")

    assert "<svg" in page.text
    assert f"/o/{offer.public_id}" in page.text
    assert "Karim Benali" in page.text


def test_an_unchanged_page_is_not_sent_again(client):
    offer = make_offer()
    first = client.get(f"/offres/{offer.public_id}")

    again = client.get(
        f"/offres/{offer.public_id}", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert (again.status_code, again.data) == (304, b"")


def test_many_requests_are_told_and_others_proposed(client):
    busy = make_offer(request_count=12)
    calm = make_offer()

    page = client.get(f"/offres/{busy.public_id}")

    assert "Déjà beaucoup de demandes" in text_of(page)
    assert f"/offres/{calm.public_id}" in page.text


def test_a_structure_with_a_phone_and_no_offer_is_there_to_be_called(client):
    make_organisation(name="Le Chantier du Rhône", feed_id="f1", phone="+33465710042")

    page = client.get("/offres?metier=farm&ou=69120")

    assert "Structures près de chez vous" in text_of(page)
    assert 'href="tel:+33465710042"' in page.text


def test_a_list_of_offers_can_be_followed_by_a_reader_of_feeds(client):
    make_offer()

    for needs, count in (("temps-partiel", 1), ("temps-partiel&besoin=assis", 0)):
        page = client.get(f"/offres?metier=cleaning&ou=69120&besoin={needs}")
        feed = re.search(r'type="application/atom\+xml" href="([^"]+)"', page.text)[1]
        assert client.get(feed.replace("&amp;", "&")).text.count("<entry>") == count


@pytest.mark.parametrize("typed", ["travail", "n’importe quoi"])
def test_any_work_shows_every_offer_near(client, typed):
    make_offer()
    make_offer(family="kitchen", job="dish-washing", rome="G1605")

    assert len(cards(client.get("/offres", query_string={"mot": typed, "ou": "69120"}))) == 2


def test_a_misspelled_word_is_told_back_but_is_no_title(client):
    make_offer()

    page = client.get("/offres?mot=menaje&ou=69120")

    assert "<h1>Ménage</h1>" in page.text
    assert "Pour « menaje »." in text_of(page)
