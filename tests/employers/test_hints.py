"""While an employer writes, hard words and long sentences are shown with something plainer."""

import subprocess
import sys

import pytest

from tests.employers.conftest import missed, send
from webapp.config import ROOT
from webapp.employers import hints
from webapp.extensions import db
from webapp.plainfrench import tables

HEAVY = "Vous devez effectuer des missions de manutention au sein de notre équipe."
LONG = (
    "Vous travaillez chaque matin avec trois personnes de notre équipe du lundi au vendredi, "
    "et vous apprenez avec elles comment on prépare les commandes."
)


def advice(app, text: str) -> dict[str, str]:
    """What is said of each part of a text."""
    with app.test_request_context("/"):
        return {hint.quote: hint.advice for hint in hints.hints(text)}


def test_hard_and_heavy_words_come_with_plainer_ones(app):
    said = advice(app, HEAVY)

    assert "porter et ranger" in said["manutention"]
    assert "faire" in said["effectuer"]
    assert "dans" in said["au sein de"]


def test_a_heavy_word_is_seen_at_the_start_of_a_sentence_too(app):
    assert "bien savoir" in advice(app, "Maîtriser les outils.")["Maîtriser"]


def test_a_long_sentence_is_cut_at_its_joint(app):
    ((quote, said),) = advice(app, LONG).items()

    assert quote == "Vous travaillez chaque matin avec trois…"
    assert "« lundi au vendredi »" in said


def test_a_long_sentence_without_a_joint_is_still_told(app):
    said = advice(app, "un deux trois quatre cinq six sept huit neuf dix onze douze treize")

    assert "faites-en deux." in "".join(said.values())


@pytest.mark.parametrize(
    "text",
    [
        "Le CEJ vous aide.",
        "Le travail sera contrôlé par le chef.",
        "Nous payons le repas (le midi).",
        "Ne venez pas si vous ne voulez pas.",
        "Nous payons 37 % du bus.",
        "Voir la partie IV.",
        "Du lun. au ven. le matin.",
        "Un poste transversal.",
    ],
)
def test_every_kind_of_difficulty_has_its_advice(app, text):
    assert all(advice(app, text).values())
    assert advice(app, text)


def test_each_rule_has_an_advice_in_french():
    assert set(hints.ADVICE) == {
        "hard_word", "acronym", "abbreviation", "passive", "parenthesis", "double_negation",
        "percentage", "roman_numeral",
    }  # fmt: skip
    assert len(tables.plainer()) >= 150


def test_a_word_is_told_once_and_few_at_a_time(app):
    words = "Effectuer. Effectuer. Solliciter. Notifier. Détenir. Élaborer. Résilier. Octroyer. "

    assert len(advice(app, words * 2)) == hints.MOST
    assert len(hints.hints("")) == 0


def test_what_is_being_typed_is_read_and_not_kept(employer, draft):
    before = draft.words
    page = employer.post(
        f"/employeur/offres/{draft.public_id}/mots",
        data={"words": HEAVY, "read": "1"},
        headers={"HX-Request": "true"},
    )

    assert page.status_code == 200
    assert "<html" not in page.text
    assert "porter et ranger" in page.text
    db.session.refresh(draft)
    assert draft.words == before


def test_without_scripts_a_press_shows_the_same_beside_the_words(employer, draft):
    before = draft.words
    page = send(employer, draft, "mots", words=HEAVY, read="1")

    assert page.status_code == 200
    assert HEAVY in page.text
    assert "porter et ranger" in page.text
    db.session.refresh(draft)
    assert draft.words == before


def test_hard_words_are_kept_as_they_are_when_the_employer_goes_on(employer, draft):
    assert send(employer, draft, "mots", words=HEAVY + " " + LONG).status_code == 303

    db.session.refresh(draft)
    assert draft.words == HEAVY + " " + LONG


def test_words_that_are_refused_still_come_with_what_is_hard(employer, draft):
    page = missed(employer, draft, "mots", words="Jeune femme pour effectuer le ménage.")

    assert "L’âge" in page.text or "femmes" in page.text
    assert "Plus simple" in page.text


def test_easy_words_are_told_so_and_nothing_is_said_of_no_words(employer, draft):
    address = f"/employeur/offres/{draft.public_id}/mots"

    assert "faciles à lire" in send(employer, draft, "mots", words="On mange ici.", read="1").text
    send(employer, draft, "mots", words="")
    assert "faciles à lire" not in employer.get(address).text


def test_what_was_typed_is_shown_as_text(employer, draft):
    page = send(employer, draft, "mots", words="<b>effectuer</b> <script>manutention", read="1")

    assert "<script>manutention" not in page.text
    assert "&lt;script&gt;manutention" in page.text


def test_other_pages_of_an_offer_keep_their_answers(employer, draft):
    assert send(employer, draft, "metier", job="home-cleaning", read="1").status_code == 303


@pytest.mark.process
def test_the_web_worker_reads_with_small_files_alone():
    code = (
        "import sys; from webapp.plainfrench.checking import quick_report;"
        "from webapp.employers import hints; list(hints.in_order(quick_report('La manutention.')));"
        "print([name for name in ('wordfreq', 'simplemma') if name in sys.modules])"
    )
    run = [sys.executable, "-c", code]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
