"""Towns inside the sentences of pages."""

import pytest


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/offres?ou=aubervilier", "Près d’Aubervilliers (Seine-Saint-Denis)."),
        ("/offres?ou=76600", "Travail près du Havre"),
        ("/integrer/offres?ou=arles", "Travail près d’Arles"),
        ("/en/offres?ou=76600", "Work near Le Havre"),
    ],
)
def test_the_town_is_said_as_the_language_says_it(client, address, said):
    assert said in client.get(address).words.replace("\N{NO-BREAK SPACE}", " ")
