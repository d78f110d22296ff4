"""What people type finds the work they mean, first or among the first three."""

import json
import random
from pathlib import Path
from string import ascii_lowercase

import pytest

from webapp.jobs import queries

ROOT = Path(__file__).parent.parent.parent
WRITTEN = ROOT / "tests" / "jobs" / "queries.jsonl"
SAMPLES = ROOT.parent / "shared" / "data" / "job-query-samples.jsonl"

FIRST, AMONG_THREE, SILENT = 0.85, 0.95, 0.90


def read(path, half=None):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row for row in rows if half is None or row["half"] == half]


def shares(rows):
    """The shares of: an accepted code first, one among three, silence where it is due."""
    work = [(queries.match(row["query"]).codes, row["accept"]) for row in rows if row["accept"]]
    none = [queries.match(row["query"]).codes for row in rows if not row["accept"]]
    return (
        sum(bool(codes) and codes[0] in accept for codes, accept in work) / len(work),
        sum(any(code in accept for code in codes[:3]) for codes, accept in work) / len(work),
        sum(not codes for codes in none) / len(none),
    )


def rows(name):
    if name == "samples" and not SAMPLES.exists():
        pytest.skip("the sample queries are not beside the project")
    return read(SAMPLES) if name == "samples" else read(WRITTEN, name)


@pytest.mark.parametrize(
    "name",
    [
        "samples",
        "open",
        "kept",
        "third",
        "fourth",
        "sixth",
        "seventh",
        "eighth",
        "eleventh",
        "twelfth",
    ],
)
def test_most_queries_find_their_work_first_nearly_all_among_three(name):
    first, among_three, silent = shares(rows(name))

    assert first >= FIRST
    assert among_three >= AMONG_THREE
    assert silent >= SILENT


def test_what_people_search_for_that_is_no_work_stays_silent():
    woken = [row["query"] for row in read(WRITTEN, "ninth") if queries.match(row["query"]).codes]

    assert len(woken) <= 0.04 * len(read(WRITTEN, "ninth")), woken


def test_both_halves_are_large_and_have_nothing_in_common():
    opened = {row["query"] for row in read(WRITTEN, "open")}
    kept = {row["query"] for row in read(WRITTEN, "kept")}

    assert len(opened) >= 150
    assert len(kept) >= 150
    assert not opened & kept


@pytest.mark.parametrize(
    "query",
    ["", "   ", "logement", "bonjour", "coucou", "caf", "rdv", "mon mot de passe", "travail",
     "qsdfgh", "marseille", "fatoumata", "dentiste pas cher", "????", "je cherche un emploi",
     "mon mari me frappe", "mon mari me bat", "garage à louer", "studio meublé", "maison à vendre",
     "Mme Boucher", "monsieur Marchand", "facebook", "impôts", "mon fils est à l’école",
     "Jean-Pierre", "bonjour madame", "ma fille est malade",
     "mme charpentier", "bonjour mr tailleur", "rdv mme cordonnier", "rose", "lamine",
     "mon fils 8 ans école", "bus 12 horaire", "toulouse centre", "horaires de la mairie",
     "je cherche un toit", "mot de passe ordinateur", "maison avec jardin à louer",
     "cours de français", "69120", "ali baba", "tout", "mon bébé pleure", "où est la mairie",
     "ma voiture est en panne", "acheter un canapé", "je veux changer d’adresse", "au secours",
     "inscrire mon fils à la crèche", "ma mère est à l’hôpital", "Berlin", "dette électricité",
     "pas de menage", "je veux pas travailler dans le menage", "tt sauf la plonge",
     "je veux plus faire de ménage", "pas d’aide à domicile", "j’en ai marre du nettoyage",
     "Mme Charpentier Sylvie", "famille Rodriguez", "Saint-Pierre", "bus 54", "c’est quoi ici",
     "vélo volé", "dentiste urgence", "école de mes enfants", "changer la langue", "j’ai froid",
     "cafards dans l’appartement", "ticket métro", "meubles d’occasion", "personne ne m’aide",
     "bonne fête", "à votre service", "je suis dégoûté", "électricité coupée", "photo d’identité",
     "permis de construire", "inscription école maternelle", "location meublée",
     "réparer ma voiture", "12 rue des boulangers", "hôtel ce soir", "kebab ouvert",
     "nounou pour mon fils", "je suis à bout", "déménager de chez ma mère"],
)  # fmt: skip
def test_stays_silent_when_no_work_is_meant(query):
    assert queries.match(query) == queries.Match()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("femme de ménage", "K1304"),
        ("FEMME DE MENAGE", "K1304"),
        ("jveu bosser dan le netoyage", "K2204"),
        ("femmedemenage", "K1304"),
        ("bou langer", "D1102"),
        ("caristou", "N1101"),
        ("je sais peindre", "F1606"),
        ("talkie walkie", "K2503"),
        ("temizlik", "K2204"),
        ("bennay", "F1703"),
        ("masson", "F1703"),
        ("crèche", "K1303"),
        ("dentiste", "J1103"),
        ("homme à tout faire", "I1203"),
        ("menge 69120", "K1304"),
        ("manage a vaulx", "K1304"),
        ("ménage Vaulx-en-Velin", "K1304"),
        ("plonge lyon 7", "G1605"),
        ("bonjour je voudrais travailler dans un restaurant", "G1603"),
        ("je cherche du travail dans le ménage s’il vous plaît", "K1304"),
        ("n’importe quel travail dans la manutention", "N1105"),
        ("mon fils cherche un stage en mécanique", "I1604"),
        ("j’ai mon permis je peux livrer des colis", "N4105"),
        ("je cherche cariste à Saint-Priest lundi", "N1101"),
        ("vous avez pas un poste de gardien", "K2501"),
        ("karist", "N1101"),
        ("lentrepo", "N1103"),
        ("peintresse", "F1606"),
        ("carre leur", "F1608"),
        ("hote ssedecaisse", "D1505"),
        ("famedeménage", "K1304"),
        ("slt ya til du taf ds le nettoyage", "K2204"),
        ("je ve fer kuizinié", "G1602"),
        ("boucher boulanger", "D1101"),
        ("mon mari cherche maçon", "F1703"),
        ("trieur", "K2304"),
        ("caces 3", "N1101"),
        ("caces 1", "N1103"),
        ("ssiap 2", "K2502"),
        ("ingénieur", "H1206"),
        ("ingénieur du son", "L1508"),
        ("chauffeuse de car", "N4103"),
        ("khdma f dar", "K1304"),
        ("assistante maternaile", "K1303"),
        ("viel de nuit", "K2501"),
        ("mme ménage", "K1304"),
        ("jecherchemenage", "K1304"),
        ("hlm gardien", "K2501"),
        ("ménage mosquée", "K1304"),
        ("disqueuse", "H2911"),
        ("femedechambre", "G1501"),
        ("kahraba", "F1602"),
        ("depocu", "N1103"),
        ("agent de sécu", "K2503"),
        ("espaces vers", "A1203"),
        ("espas ver", "A1203"),
        ("couper lerbe", "A1203"),
        ("fèmdeménaj", "K1304"),
        ("femme demenage", "K1304"),
        ("femme déménageur", "N1102"),
        ("fer la vésel", "G1605"),
        ("boniche", "K1304"),
        ("bonne", "K1304"),
        ("place de bonne", "K1304"),
        ("bonne à tout faire", "K1304"),
        ("chauffeuze", "N4105"),
        ("travailler dehors", "A1203"),
        ("bebek bakıcısı", "K1303"),
        ("bebek bakicisi", "K1303"),
        ("siwak", "N4105"),
        ("siwaq", "N4105"),
        ("mnge", "K1304"),
        ("mnage", "K1304"),
        ("méçon", "F1703"),
        ("mon mari est maçon", "F1703"),
        ("tt sauf la plonge en resto", "G1603"),
        ("pas le ménage mais la cuisine", "G1602"),
        ("pas de ménage, cuisine", "G1602"),
        ("menage pas le soir", "K1304"),
        ("livreur sans permis", "N4105"),
        ("louer des vélos", "D1204"),
        ("réparer les voitures en panne", "I1604"),
        ("chauffeur de bus 54", "N4103"),
        ("c’est pour du ménage", "K1304"),
        ("changer les roues", "I1604"),
        ("famille d’accueil", "K1303"),
        ("mme diallo fatou ménage", "K1304"),
        ("st vincent ménage", "K1304"),
        ("passer la serpiyère", "K2204"),
        ("taper des tapis", "K2204"),
        ("je me suis occupé de personnes âgées", "K1302"),
        ("jnina", "A1203"),
    ],
)
def test_finds_the_work_however_it_is_said(query, code):
    assert queries.match(query).codes[0] == code


def test_the_place_of_a_work_adds_no_other_work():
    assert not {"F1703", "F1704"} & set(queries.match("nettoyage chantier").codes)


@pytest.mark.parametrize("query", ["tt sauf la plonge", "pas de ménage", "pas la cuisine"])
def test_who_refuses_one_work_asks_for_any_other(query):
    assert queries.asks_for_any_work(query)


def test_names_the_jobs_and_the_families_too():
    meant = queries.match("ménage dans une école")

    assert meant.families[0] == "cleaning"
    assert meant.jobs[0] == "school-cleaning"
    assert all(queries.job(key) for key in meant.jobs)


def test_letters_thrown_on_the_keys_wake_hardly_any_work():
    draw = random.Random(7)
    thrown = ["".join(draw.choices(ascii_lowercase, k=draw.randint(3, 9))) for _ in range(400)]

    woken = [text for text in thrown if queries.match(text).codes]

    assert len(woken) <= 0.06 * len(thrown)
