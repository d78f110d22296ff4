"""The catalogues' own script: twins merged in, placeholders kept, French left to itself."""

import json
from gettext import GNUTranslations
from pathlib import Path

import pytest

from scripts import catalogue_commands, catalogues, translating, translation_rules


def twins(path: Path, *lines: tuple[str, str]) -> Path:
    path.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n')
    with path.open("a") as file:
        file.writelines(f'msgid "{said}"\nmsgstr "{simple}"\n\n' for said, simple in lines)
    return path


LINE = "Aller au contenu"
FEW = ("templates/components/", "templates/offers/", "webapp/offers/")


@pytest.fixture
def few(monkeypatch, whole_locales):
    """The sentences of some files alone: what the script does to one, it does to each."""
    uses = tuple(use for use in catalogues.sentences() if use[0].startswith(FEW))
    monkeypatch.setattr(catalogues, "sentences", lambda: uses)


@pytest.fixture
def folder(tmp_path, monkeypatch, few):
    """Catalogues of this test's own, that hold these sentences and no translation."""
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    catalogues.update(tmp_path)
    return tmp_path


def test_merging_fills_the_twins_and_names_those_of_no_page(few, tmp_path):
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


def test_a_new_update_keeps_the_twins(few, tmp_path):
    catalogues.merge([twins(tmp_path / "a.po", ("Aller au contenu", "Aller au texte"))], tmp_path)
    path = catalogues.path_of("fr@simple", "messages", tmp_path)
    before = path.read_bytes()

    catalogues.update(tmp_path)

    assert path.read_bytes() == before


def test_in_french_each_sentence_stands_for_itself_in_both_numbers(folder):
    catalogues.compile_all(folder)

    with catalogues.path_of("fr", "messages", folder).with_suffix(".mo").open("rb") as file:
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


def command(folder: Path, *arguments: str) -> int:
    """Run one action on these catalogues."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues.path_of, "__defaults__", (folder,))
        patch.setattr(catalogues.load, "__defaults__", (folder,))
        patch.setattr(translating.load, "__defaults__", (folder,))
        patch.setattr(translating.broken, "__defaults__", (folder,))
        return catalogue_commands.main(list(arguments))


def exported(folder: Path, locale: str) -> dict[str, dict]:
    """What a translator is given, by its French."""
    command(folder, "export", locale, str(folder / "todo"), "--size", "100000")
    lines = (folder / "todo" / f"{locale}-01.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    return {one["msgid"] if isinstance(one["msgid"], str) else one["msgid"][0]: one for one in told}


def give(folder: Path, locale: str, *lines: dict) -> int:
    """Hand translations back."""
    file = folder / "done.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return command(folder, "import", locale, str(file))


def test_a_translation_goes_out_and_comes_back_with_its_french_words_marked(folder):
    told = exported(folder, "ar")[LINE]

    assert give(folder, "ar", {"id": told["id"], "translation": "إلى [[France Travail]]"}) == 0

    kept = catalogues.load("ar", "messages", folder).get(LINE)
    assert kept.string == "إلى \u2066France Travail\u2069"
    assert LINE not in exported(folder, "ar")


@pytest.mark.parametrize(
    ("french", "said", "why"),
    [
        ("%(name)s appelle", "calls", "%(name)s is missing"),
        ("%(name)s appelle", "%(name)s calls %(you)s", "%(you)s is not in the French"),
        ("Appelez <b>%(name)s</b>.", "Call %(name)s.", "the tags differ"),
        ("Le 3018 aide.", "The 3019 helps.", "digits differ: 3018"),
        ("Le 3018 aide.", "The ٣٠١٨ helps.", "digits are 0 to 9"),
        ("Qui ?", "Who.", "the end differs: ?"),
        ("Avec France Travail", "With France Travail", "mark as French: [[France Travail]]"),
        ("Vous venez comme vous êtes", "Vous venez comme vous êtes", "it is still in French"),
        ("Bonjour", "\u200fHello", "an invisible sign of direction"),
        ("Bonjour", " Hello", "spaces at the ends differ"),
        ("Bonjour", "\u2066Hello", "[[ and ]] do not match"),
    ],
)
def test_a_translation_that_loses_something_is_refused(french, said, why):
    assert why in translation_rules.faults(french, said, "en", 2)


def test_in_another_alphabet_one_french_word_left_is_seen():
    assert translation_rules.faults("Ménage", "Ménage", "uk", 3) == ["it is still in French"]
    assert not translation_rules.faults("CDD", "\u2066CDD\u2069", "uk", 3)


def test_a_phone_number_keeps_its_order_from_right_to_left():
    french = "Appeler le 0\u00a0805\u00a0817"

    assert translation_rules.faults(french, "اتصل بـ 0 805 817", "ar", 6)
    assert not translation_rules.faults(french, "اتصل بـ 0\u00a0805\u00a0817", "ar", 6)
    assert not translation_rules.faults(french, "Call 0 805 817", "en", 2)


@pytest.mark.parametrize(("locale", "forms"), [("ar", 6), ("uk", 3), ("tr", 1), ("en", 2)])
def test_each_language_counts_in_its_own_forms(folder, locale, forms):
    told = next(one for one in exported(folder, locale).values() if "forms" in one)

    assert len(told["forms"]) == len(told["translation"]) == forms
    assert give(folder, locale, {"id": told["id"], "translation": ["x"] * (forms + 1)}) == 1


def test_a_sentence_whose_french_changes_must_be_looked_at_again(folder, monkeypatch, capsys):
    told = exported(folder, "es")[LINE]
    give(folder, "es", {"id": told["id"], "translation": "Ir al contenido"})
    new = [
        (file, "Aller vite au contenu" if said == LINE else said, context)
        for file, said, context in catalogues.sentences()
    ]
    monkeypatch.setattr(catalogues, "sentences", lambda: tuple(new))

    catalogues.update(folder)

    capsys.readouterr()
    assert command(folder, "stale", "es") == 1
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"- {LINE}",
        "+ Aller vite au contenu",
        "  Ir al contenido",
    ]
    again = exported(folder, "es")["Aller vite au contenu"]
    assert again["former_french"] == [LINE]
    give(folder, "es", {"id": again["id"], "translation": "Ir deprisa al contenido"})
    assert command(folder, "stale", "es") == 0


def test_a_language_is_offered_once_it_says_everything_and_only_then(folder):
    catalog = catalogues.load("tr", "messages", folder)
    for message in catalog:
        if message.id:
            message.string = ("x",) if isinstance(message.id, tuple) else "x"
    path = catalogues.path_of("tr", "messages", folder)
    catalogues.save(catalog, path)
    assert not catalogues.is_compiled(folder)
    catalogues.compile_all(folder)
    assert catalogues.is_compiled(folder)
    assert json.loads((folder / "complete.json").read_text()) == ["tr"]

    catalog.get(LINE).flags.add("fuzzy")
    catalogues.save(catalog, path)
    assert not catalogues.is_compiled(folder)
    catalogues.compile_all(folder)

    assert json.loads((folder / "complete.json").read_text()) == []


@pytest.mark.parametrize("locale", catalogues.TRANSLATED)
def test_what_is_translated_breaks_no_rule(locale):
    assert not dict(translating.broken(locale))


@pytest.mark.parametrize("locale", catalogues.TRANSLATED)
def test_each_language_says_every_sentence_and_no_other(locale):
    wanted = {message.id for message in catalogues.templates()["messages"] if message.id}
    kept = {one.id: translating.is_done(one) for one in catalogues.load(locale, "messages")}

    assert kept.keys() - {""} == wanted, "run scripts/catalogues.py update"
    assert sum(not done for said, done in kept.items() if said) == 0, "not yet translated"
