"""What an employer may not write, and what is fine to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.offers import wording

REFUSED = [
    ("Homme de moins de 30 ans.", "sex"),
    ("Nous cherchons un homme fort.", "sex"),
    ("Cherche jeune femme pour le service.", "sex"),
    ("Poste pour une femme.", "sex"),
    ("C’est un travail d’homme.", "sex"),
    ("Hommes uniquement", "sex"),
    ("Femmes s’abstenir.", "sex"),
    ("Pas de femmes sur ce chantier.", "sex"),
    ("Personne de sexe masculin.", "sex"),
    ("Nous recrutons deux filles pour la boutique.", "sex"),
    ("Idéal pour une dame.", "sex"),
    ("On veut que des hommes.", "sex"),
    ("Recherche personne de moins de 40 ans.", "age"),
    ("Profil de 20 à 35 ans", "age"),
    ("45 ans maximum.", "age"),
    ("Il faut être âgé de 25 à 40 ans.", "age"),
    ("Limite d’âge : 50 ans.", "age"),
    ("Vous êtes jeune et dynamique.", "age"),
    ("Pas de seniors.", "age"),
    ("Ne pas être trop âgé.", "age"),
    ("Français de souche.", "origin"),
    ("Nous voulons quelqu’un de type européen.", "origin"),
    ("Nationalité française exigée.", "origin"),
    ("Français langue maternelle.", "origin"),
    ("Il faut parler sans accent.", "origin"),
    ("Pas d’étrangers.", "origin"),
    ("Pas de voile.", "origin"),
    ("Profil BBR.", "origin"),
    ("On ne veut pas d'Arabes ici.", "origin"),
    ("Célibataire de préférence.", "family"),
    ("Sans enfants à charge.", "family"),
    ("Recherche personne sans enfant.", "family"),
    ("Ne pas être mariée ni enceinte.", "family"),
    ("Dites-nous votre situation de famille.", "family"),
    ("Jolie présentation.", "looks"),
    ("Belle présentation exigée.", "looks"),
    ("Physique agréable.", "looks"),
    ("Pas d’handicapés.", "health"),
    ("Pas de RQTH.", "health"),
]
FINE = [
    "Hommes et femmes, tout le monde est bienvenu.",
    "Poste ouvert aux hommes et aux femmes.",
    "Nous cherchons une femme ou un homme pour l’équipe.",
    "Agent d’entretien (H/F).",
    "Pas de limite d’âge.",
    "Quels que soient votre âge, votre origine et votre sexe.",
    "Sans distinction d’âge, de nationalité française ou étrangère.",
    "Notre équipe existe depuis plus de 30 ans.",
    "Notre chef a plus de 20 ans d’expérience.",
    "Vous aidez des personnes de plus de 70 ans.",
    "Vous accompagnez une dame âgée dans ses courses.",
    "Vous gardez des enfants de 3 à 10 ans.",
    "Vous aidez un monsieur à se lever.",
    "Vous avez plus de 18 ans.",
    "Il faut avoir 18 ans pour conduire la nacelle.",
    "Rayon hommes et rayon femmes à ranger.",
    "Vous triez des vêtements pour femmes et enfants.",
    "Magasin de chaussures pour femmes.",
    "Foyer de jeunes travailleurs.",
    "Même les plus de 50 ans sont bienvenus.",
    "Les plus de 50 ans sont les bienvenus.",
    "Étrangers acceptés avec titre de séjour.",
    "Le français n’est pas votre langue maternelle ? Nous vous aidons.",
    "Vous lavez le linge blanc seulement.",
    "Peinture blanche uniquement, à l’intérieur.",
    "Bonne humeur et envie d’apprendre.",
    "Une tenue propre est fournie.",
    "Le travail est physique, mais on fait des pauses.",
    "Contrat de 12 mois, renouvelable jusqu’à 24 mois.",
    "Garderie possible pour vos enfants.",
    "Nous formons, pas besoin d’expérience.",
    "Demandez Madame Morel à l’accueil.",
    "Vous lavez des voiles de bateaux.",
    "Il faut un peu de français.",
    "",
]
TO_READ_AGAIN = [
    ("Une femme de ménage pour le matin.", "sex"),
    ("CV avec photo.", "looks"),
    ("Bonne présentation.", "looks"),
    ("Pas de tatouage.", "looks"),
    ("Il faut être en bonne santé.", "health"),
]


@pytest.mark.parametrize(("text", "about"), REFUSED)
def test_refuses_words_that_keep_people_out(text, about):
    findings = wording.check(text)

    assert findings, "nothing was seen"
    assert findings[0].level == wording.STOP
    assert about in {finding.about for finding in findings}


@pytest.mark.parametrize("text", FINE)
def test_lets_fair_words_pass(text):
    assert wording.check(text) == ()


@pytest.mark.parametrize(("text", "about"), TO_READ_AGAIN)
def test_asks_to_read_doubtful_words_again_without_refusing_them(text, about):
    assert [(found.about, found.level) for found in wording.check(text)] == [(about, wording.CHECK)]


def test_quotes_the_words_as_they_were_typed():
    quotes = [found.quote for found in wording.check("Bonjour. Nationalité Française exigée.")]

    assert quotes == ["Nationalité Française"]


def test_an_age_may_be_said_where_the_law_sets_it():
    text = "Pour les personnes de moins de 30 ans."

    assert wording.check("Recherche personne de moins de 30 ans.", contract="cddi")
    assert wording.check(text, contract="apprenticeship") == ()
    assert wording.check("Homme de 57 ans.", contract="cdi_inclusion")


@given(st.text(max_size=500))
def test_reads_any_text_and_quotes_only_what_is_in_it(text):
    for found in wording.check(text):
        assert found.quote in text
