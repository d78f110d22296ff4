"""The addresses that people bookmark never change meaning: each answers, under its own title.

The table is a public contract: no line is ever changed or taken out; new addresses are added.
"""

import pytest

from tests.factories import make_account, make_offer, make_organisation, make_person, sign_in

MEANS = {
    "/": "Quel travail ?",
    "/offres": "Les offres",
    "/offres?ou=Vaulx-en-Velin": "Travail près de Vaulx-en-Velin",
    "/offres?metier=cleaning&ou=Vaulx-en-Velin": "Ménage",
    "/offres?mot=ménage&ou=69256": "Ménage",
    "/offres?metier=cleaning&lat=45.78&lon=4.92&rayon=20": "Ménage",
    "/offres/{offer}": "Ménage dans des bureaux",
    "/o/{offer}": "Ménage dans des bureaux",
    "/offres/{offer}/interesse": "Ça m’intéresse",
    "/arnaques": "Est-ce une arnaque ?",
    "/aide": "Aide près de chez vous",
    "/accessibilite": "Accessibilité",
    "/reglages": "Langue et lecture",
    "/connexion": "Entrer dans mon suivi",
    "/confidentialite": "Mes données",
    "/mentions-legales": "Mentions légales",
    "/suivi": "Entrer dans mon suivi",  # whoever is not in is asked to come in
    "/moi/donnees": "Entrer dans mon suivi",
    "/nouveautes": "Ce qui a changé",
    "/sans-reseau": "Sans réseau",
    "/installer": "À deux pas sur l’écran de mon téléphone",
}
MACHINES = {
    "/healthz": "application/json",
    "/metrics": "text/plain",
    "/api/v1/offers": "application/json",
    "/api/v1/organisations?lat=45.78&lon=4.92": "application/json",
    "/api/v1/places?q=Bron": "application/json",
    "/api/v1/families": "application/json",
    "/api/v1/openapi.json": "application/json",
    "/offres.atom": "application/atom+xml",
    "/manifest.webmanifest": "application/manifest+json",
    "/service-worker.js": "text/javascript",
}
OWN = {"/suivi": "Bonjour Awa", "/moi/donnees": "Mes données : qui voit quoi"}
DESKS = {
    "/conseiller/": ("adviser", "support", "Ma journée"),
    "/employeur/": ("employer", "aci", "Personne n’attend"),
    "/structure/": ("lead", "support", "L’équipe"),
    "/reseau/": ("network", "network", "Le réseau"),
}


@pytest.mark.parametrize(("address", "title"), MEANS.items())
def test_a_public_address_keeps_its_meaning(client, address, title):
    offer = make_offer().public_id

    assert client.get(address.format(offer=offer), follow_redirects=True).h1 == title


@pytest.mark.parametrize(("address", "kind"), MACHINES.items())
def test_an_address_for_programs_keeps_its_form(client, address, kind):
    answer = client.get(address)

    assert (answer.status_code, answer.mimetype) == (200, kind)


@pytest.mark.parametrize(("address", "title"), OWN.items())
def test_the_page_of_a_person_keeps_its_address(client, address, title):
    sign_in(client, make_person(first_name="Awa"))

    assert client.get(address).h1 == title


@pytest.mark.parametrize(("address", "desk"), DESKS.items())
def test_the_first_page_of_each_profession_keeps_its_address(client, address, desk):
    role, kind, title = desk
    sign_in(client, make_account(role, organisation=make_organisation(kind=kind)))

    assert client.get(address).h1.startswith(title)
