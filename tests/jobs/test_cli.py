"""The commands on the words of work."""

import gzip
import json

import pytest

from webapp.jobs import queries, rome

CODES = "code,libelle\nK2204,Nettoyage de locaux\n"
NAMES = (
    "code_rome4,code_rome3,code_ogr,appellation,classe,peu_usite\n"
    "H9901,H2902,1,Zwimblier / Zwimblière d'atelier (H/F),P,0\n"
)
FIELDS = "domaine,code_rome4,libelle_rome4\nTravaux zwims,H9901,x\nRien de connu,Z9999,x\n"


@pytest.fixture(autouse=True)
def forgotten_words():
    yield
    queries.official_ranking.cache_clear()
    queries._match.cache_clear()


def asked(runner, text):
    return runner.invoke(args=["jobs", "match"], input=text)


def test_answers_one_line_for_each_line(app):
    result = asked(
        app.test_cli_runner(), '{"id": 1, "query": "macon"}\n\n{"id": 2, "query": "bonjour"}\n'
    )
    first, second = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 0
    assert first["id"] == 1
    assert first["codes"][0] == "F1703"
    assert first["families"][0] == "building"
    assert second == {"id": 2, "codes": [], "families": []}


@pytest.mark.parametrize(
    "bad", ["not json", "[]", '{"id": 1}', '{"query": "a"}', '{"id": 1, "query": 2}']
)
def test_names_the_bad_line_and_goes_on(app, bad):
    result = asked(app.test_cli_runner(), f'{bad}\n{{"id": 2, "query": "serveuse"}}\n')

    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [2]
    assert "line 1" in result.stderr


def imported(app, tmp_path, **files: str):
    paths = []
    for name, text in files.items():
        path = tmp_path / f"{name}.csv.gz"
        path.write_bytes(gzip.compress(text.encode()))
        paths.append(str(path))
    app.config["DATA_DIR"] = tmp_path / "data"
    return app.test_cli_runner().invoke(args=["jobs", "import-rome", *paths])


def test_official_names_widen_what_is_understood(app, tmp_path):
    with app.app_context():
        app.config["DATA_DIR"] = tmp_path / "empty"
        assert not queries.match("zwimblière").codes

    result = imported(app, tmp_path, fields=FIELDS, codes=CODES, names=NAMES)

    assert result.exit_code == 0
    assert "1 rows" in result.stderr
    with app.app_context():
        assert queries.match("zwimblière").codes == ("H2902",)
        assert queries.match("travaux zwims").codes[0] == "H2902"


def test_official_names_never_come_before_everyday_words(app, tmp_path):
    before = queries.match("femme de ménage")
    names = NAMES + "A1201,A1201,2,Femme de ménage,S,0\n"

    imported(app, tmp_path, names=names)

    with app.app_context():
        assert queries.match("femme de ménage") == before


def test_another_kind_of_file_is_refused_and_nothing_is_written(app, tmp_path):
    result = imported(app, tmp_path, other="a,b\n1,2\n")

    assert result.exit_code == 1
    assert "other.csv.gz" in result.stderr
    assert not (tmp_path / "data" / rome.NAME).exists()
