"""Every public page can be read in another language: nothing of it stays in unmarked French.

Each sentence of the catalogue is put between brackets by a language made for this test; whatever a
page shows outside them is a name, a number, or French that says that it is French.
"""

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

import pytest
from babel.support import Translations
from selectolax.lexbor import LexborNode as Node
from sqlalchemy import select

from scripts import catalogues
from tests.browser.pages import PUBLIC, SIGNED_IN, path_of
from tests.factories import make_person, sign_in
from webapp import i18n, isolates, locales
from webapp.extensions import db
from webapp.i18n import LANGUAGES, Language
from webapp.offers import words
from webapp.offers.models import Offer
from webapp.organisations.models import Contact, Organisation
from webapp.places import queries as places

BACKWARDS = Language("he", "he", "he", "rtl", "Bracketed", "[Hello]", day="EEEE {} MMMM")
ELSEWHERE = Language("eo", "eo", "eo", "ltr", "Bracketed", "[Hello]")
LETTERS = re.compile(r"[^\W\d_]")
SHOWN_IN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "data-asking", "data-found")
# Where no sentence stands: the code of the page, and addresses or figures.
LEFT_OUT = ("script", "style", "svg", "code", "bdi")


class Bracketed(Translations):
    """Every sentence between brackets, whatever it says."""

    def gettext(self, message: str) -> str:
        """Say one sentence."""
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        """Say a sentence that counts."""
        return f"[{msgid1 if num == 1 else msgid2}]"


@pytest.fixture(params=[BACKWARDS, ELSEWHERE], ids=lambda one: one.direction)
def spoken(request, monkeypatch):
    """The language of brackets, offered like the others."""
    one: Language = request.param
    monkeypatch.setitem(LANGUAGES, one.prefix, one)
    monkeypatch.setitem(i18n.CATALOGUES, one.locale, Bracketed())
    return one


@pytest.fixture
def offer(demonstration):
    """The public name of an offer of the demonstration, with words of its employer."""
    wanted = select(Offer.public_id).where(Offer.status == "published", Offer.words != "")
    return db.session.scalars(wanted.order_by(Offer.id)).first()


@pytest.fixture
def names(offer):
    """What is nobody's word: names of people, structures, streets and towns of the offer."""
    found = {"À deux pas", "Aa", "{offer}", *(one.name for one in LANGUAGES.values())}
    for person in db.session.scalars(select(Contact)):
        found |= {person.first_name, person.last_name, person.initials}
    for structure in db.session.scalars(select(Organisation)):
        found |= {structure.name, town_of(structure.insee)}
    return re.compile("|".join(map(re.escape, sorted(filter(None, found), key=len, reverse=True))))


def town_of(insee: str) -> str:
    """The name of a commune."""
    commune = places.commune(insee)
    return commune.name if commune else ""


def unmarked(page, names) -> Iterator[str]:
    """Yield what a page shows that is neither translated, nor marked as French, nor a name."""
    depth = 0
    for node in page.document.root.traverse(include_text=True):
        if is_apart(node):
            continue
        if node.tag == "-text":
            outside, depth = outside_brackets(node.text_content or "", depth)
            yield from left_to_say(outside, names)
        else:
            for name in SHOWN_IN_ATTRIBUTES:
                yield from left_to_say(
                    outside_brackets(node.attributes.get(name) or "", 0)[0], names
                )


def outside_brackets(text: str, depth: int) -> tuple[str, int]:
    """Return what stands outside every bracket, and how many are open at the end."""
    outside = ""
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        outside += sign if depth == 0 and sign != "]" else ""
    return outside, depth


def left_to_say(text: str, names: re.Pattern[str]) -> Iterator[str]:
    """Yield a text that holds letters, besides names and addresses."""
    left = re.sub(
        r"[\u2066\u2068][^\u2069]*\u2069|https?://\S+|localhost\S*|\S+@\S+|www\.\S+", "", text
    )
    if LETTERS.search(names.sub("", left)):
        yield " ".join(text.split())


def is_apart(node: Node | None) -> bool:
    """Return whether a text stands in French that says so, in an isolated name, or in code."""
    while node is not None and node.tag != "html":
        if node.tag in LEFT_OUT:
            return True
        if node.tag != "-text" and is_marked(node):
            return True
        node = node.parent
    return False


def is_marked(node: Node) -> bool:
    """Return whether an element says its language; days and their letters are Unicode's own."""
    own = node.tag == "time" or node.attributes.get("class") == "week"
    return own or bool(node.attributes.get("lang"))


def test_nothing_of_a_page_stays_in_unmarked_french(client, offer, names, spoken):
    client.simple_too = False
    left: dict[str, list[str]] = {}
    for name, pattern in PUBLIC.items():
        page = client.get(f"/{spoken.prefix}{path_of(pattern, offer)}")
        found = sorted(set(unmarked(page, names)))
        if found:
            left[name] = found

    assert not left


def test_nothing_of_ones_own_pages_stays_in_unmarked_french(client, offer, names, spoken):
    client.simple_too = False
    sign_in(client, make_person(first_name="Awa", last_name="Diallo"))
    known = re.compile(f"Awa|Diallo|Bracketed|{names.pattern}")
    left: dict[str, list[str]] = {}
    for name, (opener, path) in SIGNED_IN.items():
        if opener == "person":
            page = client.get(f"/{spoken.prefix}{path}", follow_redirects=True)
            found = sorted(set(unmarked(page, known)))
            if found:
                left[name] = found

    assert not left


def test_the_same_look_would_see_french_that_is_not_marked(client, offer, names):
    page = client.get(f"/offres/{offer}")

    seen = set(unmarked(page, names))

    assert {"Aller au contenu", "Ce que vous faites", "Les mots de l’employeur"} <= seen


def test_the_card_to_print_is_in_both_languages(client, offer, spoken):
    client.simple_too = False

    page = client.get(f"/{spoken.prefix}/offres/{offer}/interesse/carte")

    own, french = page.all(".slip")
    assert french.parent.attributes == {"lang": "fr", "dir": "ltr"}
    assert "[Demandez" in own.text()
    assert "Demandez" in french.text()
    assert "[" not in french.text()


def test_what_to_say_on_the_phone_stands_in_french_too(client, offer, spoken):
    client.simple_too = False

    page = client.get(f"/{spoken.prefix}/offres/{offer}/interesse/appeler")

    said = page.one("main > [lang=fr] .note").text().replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("« Bonjour, je m’appelle…")


def test_what_was_asked_is_shown_in_french_with_its_code(client, offer, spoken):
    client.simple_too = False
    sent = {"first_name": "Awa", "phone": "06 39 98 00 11", "moment": "any"}

    answer = client.post(f"/{spoken.prefix}/offres/{offer}/interesse", data=sent)
    page = client.get(answer.location)

    french = page.one("main > [lang=fr]").text()
    assert "Votre code" in french
    assert "[" not in french


def test_french_is_one_press_away_in_its_own_name(client, offer, spoken):
    client.simple_too = False

    link = client.get(f"/{spoken.prefix}/offres/{offer}").one("a.twin")

    assert link.attributes["href"] == f"/offres/{offer}"
    assert link.text() == "Français"
    assert link.attributes["lang"] == "fr"


def test_every_page_leads_to_each_language_by_its_own_name(client, spoken):
    links = {node.text(): node.attributes["href"] for node in client.get("/aide").all(".langs a")}

    assert links["Bracketed"] == f"/{spoken.prefix}/aide"


def test_a_translated_page_says_that_nobody_of_the_language_has_read_it(client, spoken):
    client.simple_too = False

    page = client.get(f"/{spoken.prefix}/")

    assert "[Cette page est traduite du français." in page.one("footer").text()
    assert "traduite" not in client.get("/").one("footer").text()


def test_words_of_french_kept_in_a_translation_say_that_they_are_french():
    begin = "<title>\u2066CDD\u2069</title><p title='\u2066CDI\u2069'>"

    page = isolates.marked(f"{begin}\u2066CDI\u2069, \u2068Awa\u2069</p>")

    assert page == f'{begin}<bdi lang="fr">CDI</bdi>, <bdi>Awa</bdi></p>'


def test_a_page_in_french_holds_no_mark(client, offer):
    for pattern in PUBLIC.values():
        assert not re.search(r"[\u2066-\u2069]|<bdi lang", client.get(path_of(pattern, offer)).text)


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("", "mardi 1er décembre"),
        ("en", "Tuesday 1 December"),
        ("ar", "الثلاثاء 1 ديسمبر"),
        ("es", "martes 1 de diciembre"),
        ("pt", "terça-feira, 1 de dezembro"),
        ("tr", "1 Aralık Salı"),
        ("uk", "1 грудня (вівторок)"),
    ],
)
def test_a_day_is_written_as_each_language_writes_it(app, monkeypatch, prefix, said):
    for one in i18n.SPOKEN:
        monkeypatch.setitem(LANGUAGES, one.prefix, one)

    with app.test_request_context("/"), i18n.speaking(prefix):
        assert words.day_text(date(2026, 12, 1)) == said


def test_in_turkish_the_i_keeps_its_dot(app, monkeypatch):
    monkeypatch.setitem(LANGUAGES, "tr", next(one for one in i18n.SPOKEN if one.prefix == "tr"))

    with app.test_request_context("/"), i18n.speaking("tr"):
        assert (i18n.capital("iş"), i18n.lowered("Irmak")) == ("İş", "ırmak")
    with app.test_request_context("/"):
        assert (i18n.capital("iş"), i18n.lowered("Irmak")) == ("Iş", "irmak")


def test_words_of_the_page_run_as_the_page_does_and_names_stand_apart(app, monkeypatch):
    monkeypatch.setitem(LANGUAGES, "ar", next(one for one in i18n.SPOKEN if one.prefix == "ar"))
    monkeypatch.setitem(i18n.CATALOGUES, "ar", NullTranslations())

    with app.test_request_context("/"), i18n.speaking("ar"):
        said = i18n.gettext("%(first)s، %(last)s، %(num)s", first="من الاثنين", last="Karim", num=2)

    assert said == "من الاثنين، \u2068Karim\u2069، 2"


@pytest.mark.parametrize(
    ("locale", "forms"), [("fr", "001111"), ("ar", "012345"), ("uk", "201122")]
)
def test_each_language_counts_by_its_own_rule(tmp_path, monkeypatch, whole_locales, locale, forms):
    monkeypatch.setattr(locales, "LOCALES", tmp_path)
    for domain in ("messages", "pro"):
        catalog = catalogues.load(locale, domain, tmp_path)
        numbers = tuple(f"form {number}" for number in range(catalog.num_plurals))
        catalog.add(("one", "many"), numbers if domain == "messages" else numbers[::-1])
        if domain == "messages" or locale == "fr":
            catalogues.save(catalog, catalogues.path_of(locale, domain, tmp_path))
    catalogues.compile_all(tmp_path)

    found = locales.read(locale)

    counts = (0, 1, 2, 3, 11, 100)
    assert "".join(str(found.plural(count)) for count in counts) == forms
