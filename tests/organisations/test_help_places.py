"""Places of digital help from a file in the national schema: brought in, changed, paused, shown."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from webapp.extensions import db
from webapp.organisations.models import HelpPlace

FILE = Path(__file__).with_name("help_places.csv")
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # ten in Paris


@pytest.fixture
def bring_in(runner):
    """A function that brings a file in and returns what was said."""

    def run(path: Path) -> tuple[str, int]:
        result = runner.invoke(args=["organisations", "import-help-places", str(path)])
        return result.stderr, result.exit_code

    return run


def changed(tmp_path: Path, *pairs: tuple[str, str], without: str = "") -> Path:
    """The same file with some words changed, or without the lines that begin so."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    kept = [one for one in text.splitlines() if not (without and one.startswith(without))]
    target = tmp_path / "places.csv"
    target.write_text("\n".join(kept), encoding="utf-8")
    return target


def kept():
    """The places, by their names in the file."""
    found = db.session.scalars(select(HelpPlace).order_by(HelpPlace.source_id))
    return {place.source_id.removeprefix("mednum-"): place for place in found}


def test_a_place_is_kept_with_all_that_one_needs_to_go_there(database, app, bring_in):
    said, _code = bring_in(FILE)

    assert "2 new, 0 changed, 0 alike, 0 paused" in said
    place = kept()["lieu-1"]
    assert place.name == "Médiathèque du Canal"
    assert place.address == "3 rue des Mariniers, Vaulx-en-Velin"
    assert (place.lat, place.lon) == (45.779, 4.921)
    assert place.phone == "+33465713101"
    assert place.hours[0] == [0, 540, 720]
    assert place.services == ["computer", "papers", "printer", "wifi"]
    assert place.languages == ["en"]
    assert place.free


def test_a_line_without_point_is_where_its_commune_is(app, bring_in):
    bring_in(FILE)

    assert kept()["lieu-2"].insee == "69256"
    assert abs(kept()["lieu-2"].lat - 45.78) < 0.05


def test_each_bad_line_is_named_with_its_reason(app, bring_in):
    said, code = bring_in(FILE)

    for reason in (
        "line 4, id lieu-3: nobody is received there",
        "line 5, id lieu-4: no name",
        "line 6, id lieu-5: no commune is named Xqzwt",
        "line 7, id lieu-6: no point is 945.77, 4.92",
        "line 8, id lieu-1: another line has the same id",
        "line 3, id lieu-2: Jan-Mar Mo 09:00-12:00",
    ):
        assert reason in said
    assert code == 1
    assert set(kept()) == {"lieu-1", "lieu-2"}


def test_run_again_nothing_doubles_and_only_what_changed_is_written(app, bring_in, tmp_path):
    bring_in(FILE)
    assert "0 new, 0 changed, 2 alike, 0 paused" in bring_in(FILE)[0]

    said, _code = bring_in(changed(tmp_path, ("Médiathèque du Canal", "Médiathèque")))

    assert "0 new, 1 changed, 1 alike, 0 paused" in said
    assert kept()["lieu-1"].name == "Médiathèque"


def test_what_disappeared_is_paused_and_comes_back(app, bring_in, client, tmp_path):
    bring_in(FILE)
    assert "1 paused" in bring_in(changed(tmp_path, without="lieu-2"))[0]
    assert kept()["lieu-2"].gone_since is not None
    assert "Centre social des Écluses" not in client.get("/aide?ou=Vaulx-en-Velin").words

    assert "0 paused" in bring_in(changed(tmp_path, without="lieu-2"))[0]
    bring_in(FILE)

    assert kept()["lieu-2"].gone_since is None


def test_a_line_that_turned_bad_pauses_nothing(app, bring_in, tmp_path):
    bring_in(FILE)

    bring_in(changed(tmp_path, ("Centre social des Écluses", "")))

    assert kept()["lieu-2"].gone_since is None
    assert kept()["lieu-2"].name == "Centre social des Écluses"


HEAD = "id,nom,commune,code_postal,adresse,services\n"


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", HEAD])
def test_a_file_that_is_none_changes_nothing(app, bring_in, tmp_path, text):
    bring_in(FILE)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(text, encoding="utf-8")

    said, code = bring_in(wrong)

    assert code == 1
    assert "Nothing was changed" in said
    assert all(place.gone_since is None for place in kept().values())


def test_a_file_with_semicolons_is_read_too(app, bring_in, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(
        "id;nom;commune;code_postal;adresse;services\n1;Ici;Valence;26000;2 rue Une;\n", "utf-8"
    )
    bring_in(path)

    assert kept()["1"].insee == "26362"


def test_the_page_says_what_is_there_and_that_it_is_open(app, bring_in, client, at):
    at(MONDAY)
    bring_in(FILE)

    page = client.get("/aide?lat=45.779&lon=4.921")

    assert "Médiathèque du Canal" in page.words
    assert "Ouvert maintenant, jusqu’à 12 h" in page.words
    assert "Réseau Wi-Fi, ordinateur, imprimante" in page.words
    assert "Aide en anglais" in page.words


def test_at_noon_and_on_a_public_holiday_it_is_closed(app, bring_in, client, at):
    bring_in(FILE)
    for moment in (MONDAY.replace(hour=12), datetime(2026, 12, 25, 9, 0, tzinfo=UTC)):
        at(moment)

        assert "Fermé maintenant" in client.get("/aide?lat=45.779&lon=4.921").words
