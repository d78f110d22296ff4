"""A saved feed in any of its shapes; what cannot be read is named and takes nothing with it."""

import gzip
import json

import pytest

from tests.organisations.feed_pages import a_job, a_page, a_structure
from webapp.organisations import feed_source
from webapp.organisations.feed_reading import Reading, facts_of
from webapp.organisations.feed_source import BadSource, read_feed


@pytest.fixture
def read(tmp_path):
    """A function that writes a text or bytes to a file and reads it as the feed."""

    def read_text(content: str | bytes) -> Reading:
        path = tmp_path / "feed"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_feed(str(path))

    return read_text


ONE, TWO = a_structure(1), a_structure(2)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(a_page(ONE, TWO)),
        json.dumps(a_page(ONE, TWO), indent=1),
        json.dumps([a_page(ONE, count=2), a_page(TWO, count=2)]),
        json.dumps(a_page(ONE, count=2)) + "\n\n" + json.dumps(a_page(TWO, count=2)) + "\n",
        json.dumps([ONE, TWO]),
        json.dumps(ONE) + "\n" + json.dumps(TWO),
        gzip.compress(json.dumps(a_page(ONE, TWO)).encode()),
        b"\xef\xbb\xbf" + json.dumps(a_page(ONE, TWO)).encode(),
    ],
    ids=["page", "spread", "list", "lines", "bare list", "bare lines", "gzip", "with mark"],
)
def test_any_shape_of_a_saved_feed_is_read_whole(read, content):
    reading = read(content)

    assert [one.name for one in reading.structures.values()] == ["Le Chantier 1", "Le Chantier 2"]
    assert reading.problems == []
    assert reading.whole


@pytest.mark.parametrize(
    "bad",
    [
        "<html>502 Bad Gateway</html>",
        '{"count": 2, "next": null, "results": [{"id"',
        '{"detail": "La requête a été ralentie."}',
        '{"status": 503, "results": []}',
        '{"results": {"id": 1}}',
        "null",
        "[" * 100_000,
    ],
)
def test_a_bad_page_is_named_and_the_others_are_read(read, bad):
    reading = read("\n".join([json.dumps(a_page(ONE)), bad, json.dumps(a_page(TWO))]))

    assert len(reading.structures) == 2
    assert len(reading.problems) == 1
    assert "line 2" in reading.problems[0]
    assert not reading.whole


def test_an_error_among_a_list_of_pages_is_named(read):
    reading = read(json.dumps([a_page(ONE), {"detail": "Erreur du serveur"}, a_page(TWO)]))

    assert reading.problems == [
        "page 2: holds no list of results (Erreur du serveur): the page is left out"
    ]
    assert len(reading.structures) == 2


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("texte", "no id"),
        ({**ONE, "id": None}, "no id"),
        ({**ONE, "type": "XYZ"}, "unknown type, 'XYZ'"),
        ({**ONE, "enseigne": None, "raison_sociale": " "}, "no name"),
        ({**ONE, "postes": [a_job(), "texte"]}, "a job without id"),
    ],
)
def test_a_structure_that_cannot_be_understood_is_named(read, item, said):
    reading = read(json.dumps(a_page(TWO, item)))

    assert TWO["id"] in reading.structures
    assert said in reading.problems[0]
    assert not reading.whole


@pytest.mark.parametrize(
    "page",
    [a_page(ONE, next="http://localhost/?page=2"), a_page(ONE, count=40), a_page()],
    ids=["another follows", "fewer than announced", "nothing"],
)
def test_a_feed_that_lacks_something_is_not_whole(read, page):
    assert not read(json.dumps(page)).whole


def test_a_structure_seen_on_two_pages_is_one(read):
    reading = read(json.dumps([a_page(ONE), a_page({**ONE, "enseigne": "Nouveau nom"})]))

    assert [one.name for one in reading.structures.values()] == ["Nouveau nom"]


def test_empty_and_missing_fields_are_read_as_nothing(read):
    bare = {"id": "x1", "type": "ei", "raison_sociale": "SEULE", "siret": None}

    (structure,) = read(json.dumps(a_page(bare))).structures.values()

    assert (structure.kind, structure.name, structure.phone) == ("ei", "SEULE", None)
    assert (structure.about, structure.blocked, structure.jobs) == ("", False, ())


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("04 65 71 00 09", "+33465710009"),
        ("0465710009 / 06 39 98 00 01", "+33465710009"),
        ("poste 12 ou 04.65.71.00.09", "+33465710009"),
        ("", None),
        (None, None),
        ("12", None),
    ],
)
def test_the_first_number_that_can_be_called_is_kept(read, written, phone):
    (structure,) = read(json.dumps(a_page({**ONE, "telephone": written}))).structures.values()

    assert structure.phone == phone


@pytest.mark.parametrize(
    "rome", ["K2204", "Nettoyage de locaux (K2204)", "k2204 Nettoyage", "(K2204)"]
)
def test_the_code_of_a_job_is_read_with_tolerance(read, rome):
    page = a_page({**ONE, "postes": [a_job(rome=rome)]})

    (structure,) = read(json.dumps(page)).structures.values()

    assert structure.jobs[0].rome == "K2204"


def test_a_description_loses_its_markup_and_ends_with_a_sentence(read):
    text = (
        "**Missions :**\r\n* Laver les *sols*\r\n* Vider [les bacs](http://x)\r\n" + "Bien. " * 99
    )
    page = a_page({**ONE, "postes": [a_job(description=text)]})

    (structure,) = read(json.dumps(page)).structures.values()

    words = structure.jobs[0].words
    assert words.startswith("Missions : Laver les sols. Vider les bacs. Bien.")
    assert 480 < len(words) <= 500
    assert words.endswith("Bien.")


def test_what_was_read_survives_json_unchanged(read):
    place = {"nom": "Lyon", "departement": "69", "code_postaux": ["69003"], "code_insee": "69123"}
    page = a_page({**ONE, "postes": [a_job(lieu=place)]})

    (structure,) = read(json.dumps(page)).structures.values()

    for item in (structure, *structure.jobs):
        assert json.loads(json.dumps(facts_of(item))) == facts_of(item)


def test_a_file_that_is_missing_cut_or_endless_is_refused(tmp_path, monkeypatch):
    cut = tmp_path / "cut.gz"
    cut.write_bytes(gzip.compress(b"[" + b" " * 9999)[:-9])
    monkeypatch.setattr(feed_source, "MOST_BYTES", 1000)
    long = tmp_path / "long.gz"
    long.write_bytes(gzip.compress(b" " * 2000))

    for path in (cut, long, tmp_path / "none.json", tmp_path):
        with pytest.raises(BadSource):
            read_feed(str(path))
