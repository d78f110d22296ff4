"""Words sent back, with the mistakes that people make on a small keypad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.messages import words
from webapp.messages.enums import Word

MEANT = {
    Word.STOP: (
        "STOP",
        "stop",
        "Stop.",
        "stpo",
        "sotp",
        "STOOOP !!",
        "stop merci",
        "svp stop",
        "arret",
        "Arrêt",
        "ARRÊTEZ SVP",
        "arreter de m’envoyer des messages",
        "Non stop",
        "ＳＴＯＰ",
        "ne m’envoyez plus de SMS",
        "plus de message svp",
        "désabonner",
    ),
    Word.RESUME: ("REPRENDRE", "reprendre svp", "Reprendr", "start", "STRAT"),
    Word.HELP: (
        *("AIDE", "aide svp", "adie", "help", "besoin d’aide", "?", "???"),
        *("Bonjour", "salut ca va", "Bonsoir madame", "bonjour, ça va ?", "slt", "bonjoour"),
    ),
    Word.CALL_ME: (
        "AIDEZ MOI",
        "Aidez-moi",
        "aidé moi svp",
        "adiez moi",
        "aidezmoi",
        "RAPPEL",
        "Rapel",
        "rapppel svp",
        "rappelez moi",
        "Rappel 69120",
        "pouvez vous me rappeler",
        "merci de m’appeler",
        "appelez-moi",
        "il faut m’aider",
        "aidez moi svp je comprend pas",
        "Au secours",
    ),
    Word.YES: (
        "OUI",
        "oui merci",
        "Ouiii",
        "ui",
        "ok",
        "OK.",
        "d’accord",
        "daccord",
        "Oui, pas de problème",
        "c’est moi",
        "je veux bien",
        "ｏｕｉ",
        "نعم",
        "да",
        "Evet",
        "yes",
    ),
    Word.NO: (
        "NON",
        "Noon",
        "nooon",
        "non merci",
        "nan",
        "nom",  # the same key of an old phone
        "ce n’est pas moi",
        "c’est pas moi",
        "je suis pas d’accord",
        "je ne veux pas",
        "لا",
        "нет",
        "no",
        "Pas cette fois",
        "Irina non",
    ),
    Word.CODE: (
        "123456",
        "123 456",
        "１２３ ４５６",
        "code : 123456",
        "Mon code est 12.34.56",
        "abcd2345",
    ),
    Word.CHOICE: ("2", "Le 2", "numéro 3 svp", "Je prends le 1", "choix n° 2", "oui 1", "３"),
    Word.CALLED: ("APPEL", "appelé", "J'appelle", "j’appel", "rappelé", "Appel Awa", "apel"),
    Word.MEETING: ("RDV", "rdv svp", "Rendez-vous", "rendez vous", "Rdv Awa", "randez-vous"),
    Word.HIRED: ("EMBAUCHE", "embauché", "Embauchée !", "j’embauche", "enbauche", "recruté"),
    Word.OTHER: (
        "",
        "2 3",
        "je n’embauche pas",
        "pas de rdv",
        "0",
        "   ",
        "👍",
        "oui non",
        "Oui ou non ?",
        "oui mais je ne peux pas",
        "ok mais non",
        "Bonjour, je cherche du travail",
        "Noël",
        "Nom : Benali",
        "Nous sommes venus hier",
        "arrive demain",
        "merci pour le rappel",
        "ne m’appelez pas",
        "06 39 98 00 01",  # a number is no code
        "12",
        "Stephane",
        "stage",
        "startup",
        "ainsi soit-il",
        "x" * 10_000,
    ),
}


@pytest.mark.parametrize(
    ("text", "word"), [(text, word) for word, all_of in MEANT.items() for text in all_of]
)
def test_a_word_is_understood_with_its_mistakes(text, word):
    assert words.read(text) is word


@given(st.text())
def test_any_text_is_read_as_one_of_the_words(text):
    assert words.read(text) in set(Word)


@given(
    st.sampled_from(["STOP", "stop", "Arrêt", "AIDE", "OUI", "non"]),
    st.text(alphabet=" .,!;:-\n\t\u00a0\u200b", max_size=8),
    st.text(alphabet=" .,!;:-\n\t\u00a0\u200b", max_size=8),
)
def test_signs_around_a_word_change_nothing(word, before, after):
    assert words.read(before + word + after) is words.read(word)


@given(
    st.text(alphabet="oui merci beaucoup", max_size=20), st.sampled_from(["non", "pas", "jamais"])
)
def test_a_yes_with_a_no_in_it_is_never_a_yes(text, no):
    assert words.read(f"oui {text} {no}") is not Word.YES
