"""How written French is said: a table of what stands on pages and of what a voice must read."""

import csv
import subprocess
from pathlib import Path

import pytest

from webapp.speech import espeak, french
from webapp.speech.queries import spoken

TABLE = Path(__file__).with_name("french.tsv")


def cases() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(written, said) for written, said in rows]


@pytest.mark.parametrize(("written", "said"), cases())
def test_written_french_is_said_in_words(written, said):
    assert french.said(written) == said


@pytest.mark.parametrize(("written", "said"), cases())
def test_what_is_said_is_said_alike_again(written, said):
    assert french.said(said) == said


def test_the_table_is_large_and_each_case_is_there_once():
    written = [case[0] for case in cases()]

    assert len(written) >= 125
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_no_space_changes_an_amount(space):
    assert french.said(f"1{space}250{space}€") == "mille deux cent cinquante euros"


def test_nothing_but_words_is_left_of_signs_that_voices_spell():
    text = french.said("[[hello]] <b>Bonjour</b> 🙂 *ici* « là » – “oui” → https://a.fr/b?c=1&d=2")

    assert not set(text) & set("[]<>*«»“”→🙂&=?/")


def test_a_sentence_ends_with_a_sign():
    assert spoken("Ménage", "fr") == "Ménage."
    assert spoken("Où\u00a0?", "fr") == "Où ?"


IPA = {
    "1\u202f250\u00a0€": "mil dø sɑ̃ sɛ̃kɑ̃t øʁo",
    "CDDI": "se de de i",
    "SIAE": "ɛs i a ə",
}


@pytest.mark.skipif(not espeak.exists(), reason="no eSpeak NG here")
@pytest.mark.parametrize(("written", "sounds"), IPA.items())
def test_the_voice_reads_what_is_meant(written, sounds):
    try:
        out = subprocess.run(
            ["espeak-ng", "-v", "fr", "-q", "--ipa", "--stdin"],
            input=french.said(written),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except FileNotFoundError:
        pytest.skip("the library alone is here, without its program")

    assert plain(out) == plain(sounds)


def plain(sounds: str) -> str:
    """Sounds without accents and joins, which change from one version to the next."""
    return "".join(sign for sign in sounds.replace("ʁ", "r") if sign not in "ˈˌː‿. -\n\u0303\u200d")
