"""The catalogues' own script: twins merged in, placeholders kept, French left to itself."""

from gettext import GNUTranslations
from pathlib import Path

from scripts import catalogues


def twins(path: Path, *lines: tuple[str, str]) -> Path:
    path.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n')
    with path.open("a") as file:
        file.writelines(f'msgid "{said}"\nmsgstr "{simple}"\n\n' for said, simple in lines)
    return path


def test_merging_fills_the_twins_and_names_those_of_no_page(tmp_path):
    file = twins(
        tmp_path / "twins.po",
        ("Aller au contenu", "Aller au texte"),
        ("Une phrase d’aucune page", "Rien"),
    )

    unused = catalogues.merge([file], tmp_path)

    kept = catalogues.load("fr@simple", "messages", tmp_path)
    assert kept.get("Aller au contenu").string == "Aller au texte"
    assert unused == ["twins.po: Une phrase d’aucune page"]
    assert not kept.get("Une phrase d’aucune page")


def test_a_new_update_keeps_the_twins(tmp_path):
    catalogues.merge([twins(tmp_path / "a.po", ("Aller au contenu", "Aller au texte"))], tmp_path)
    path = catalogues.path_of("fr@simple", "messages", tmp_path)
    before = path.read_bytes()

    catalogues.update(tmp_path)

    assert path.read_bytes() == before


def test_in_french_each_sentence_stands_for_itself_in_both_numbers(tmp_path):
    catalogues.update(tmp_path)
    catalogues.compile_all(tmp_path)

    with catalogues.path_of("fr", "messages", tmp_path).with_suffix(".mo").open("rb") as file:
        french = GNUTranslations(file)
    assert french.gettext("Aller au contenu") == "Aller au contenu"
    one, many = next(m.id for m in catalogues.templates()["messages"] if isinstance(m.id, tuple))
    said = [french.ngettext(one, many, count) for count in (0, 1, 2)]
    assert said == [one, one, many]  # in French, none is singular


def test_what_only_professionals_read_stays_out_of_the_public_catalogue():
    found = catalogues.templates()

    shared = {message.id for message in found["pro"]} & {m.id for m in found["messages"]}
    assert shared <= {""}
    assert len(found["pro"]) > 1
