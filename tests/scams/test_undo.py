import pytest

from webapp.scams.hosts import is_lookalike, is_official, links, registered
from webapp.scams.numbers import spelled
from webapp.scams.undo import undo


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("v1rement", "virement"),
        ("f.r.a.i.s", "frais"),
        ("P C S", "pcs"),
        ("vire\u200bment", "virement"),
        ("vire\u00adment", "virement"),
        ("c\u043ede", "code"),
        ("e\u0301te\u0301", "eté"),
        ("payéééé", "payé"),
        ("à 12h30", "a 12h30"),
        ("CACES R489", "caces r489"),
    ],
)
def test_a_disguise_is_undone_and_a_plain_word_is_left(written, read):
    assert undo(written).text == read


def test_a_quote_gives_back_the_words_as_they_were_written():
    tracked = undo("Achète un T1CKET Neo\u200bSurf vite")
    start = tracked.text.index("ticket")

    assert tracked.quote(start, start + len("ticket neosurf")) == "T1CKET Neo\u200bSurf"


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("deux cents", "200"),
        ("cent cinquante", "150"),
        ("mille deux cents", "1200"),
        ("zero huit", "0 8"),
        ("quarante cinq", "45"),
        ("soixante quinze", "75"),
    ],
)
def test_numbers_in_words_become_digits(words, digits):
    assert spelled(words) == digits


@pytest.mark.parametrize(
    "host", ["caf.fr", "www.caf.fr", "candidat.francetravail.fr", "timbres.impots.gouv.fr"]
)
def test_an_official_host_is_known_by_its_end(host):
    assert is_official(host)


@pytest.mark.parametrize(
    "host",
    ["caf.fr.aide.example", "francetravail-fr.com", "gouv.fr.co", "xgouv.fr", "caf-fr.net"],
)
def test_a_piece_of_an_official_name_is_not_enough(host):
    assert not is_official(host)


def test_a_public_name_on_another_host_is_a_lookalike():
    (link,) = links("ouvrez http://caf.fr.aide.example/x")

    assert is_lookalike(link)
    assert registered(link.host) == "aide.example"
    assert registered("a.b.co.uk") == "b.co.uk"
