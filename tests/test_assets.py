"""Styles inside the page, pictures drawn once, scripts that are kept for a year."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256

import brotli
import pytest
from flask import g

from scripts import small_scripts
from webapp import assets, pictures
from webapp.config import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
PAGES = ("/", "/aide", "/patterns", "/nulle-part")
# names that say what a part is, no more
UNSTYLED = {"back", "cards", "either", "more", "plain", "seen", "where", "hints"}


@pytest.mark.parametrize("path", PAGES)
def test_the_browser_is_told_the_hash_of_the_styles_of_each_page(client, path):
    page = client.get(path)

    styles = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    assert len(styles) == 1
    digest = b64encode(sha256(styles[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_a_page_carries_the_styles_of_its_own_parts_alone(client):
    home, privacy = client.get("/").text, client.get("/confidentialite").text

    assert ".tiles{" in home
    assert ".tiles{" not in privacy
    assert ".week{" not in home


def test_the_styles_lose_comments_and_spaces_and_nothing_else():
    assert assets.sheet("progress").startswith("progress{display:block;")
    for path in STYLES:
        small = assets.sheet(path.stem)
        assert "/*" not in small
        assert "\n" not in small
        assert small.count("{") == small.count("}")
        whole = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        kept = re.sub(r"[\s;]", "", small)
        assert kept == re.sub(r"[\s;]", "", whole)
        assert re.findall(r"\w [\w.#:>+~(-]", small) or len(small) < 200  # selectors keep theirs


def test_unknown_styles_and_pictures_are_seen_at_once(app):
    with app.test_request_context():
        with pytest.raises(FileNotFoundError):
            assets.style("no-such-part")
        with pytest.raises(pictures.UnknownPicture):
            pictures.picture("no-such-picture")
        with pytest.raises(pictures.UnknownPicture):
            pictures.picture("../css/text")


def test_every_class_of_a_template_has_its_styles():
    styled = set(re.findall(r"\.([a-z][\w-]*)", "".join(p.read_text("utf-8") for p in STYLES)))
    used: dict[str, str] = {}
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        for value in re.findall(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"', text):
            for name in re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", value).split():
                used[name] = str(path.relative_to(ROOT))

    assert not {name: path for name, path in used.items() if name not in styled | UNSTYLED}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_style_attribute_or_an_inline_script(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(
        r"\s(?:style|on\w+)=", re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", text)
    )
    for opening in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in opening or "application/ld+json" in opening
    for known in ("page_style()", "paper_style(*sheets)"):
        text = text.replace(f"<style>{{{{ {known} }}}}</style>", "")
    assert "<style" not in text


def test_a_page_draws_each_of_its_pictures_once(client):
    page = client.get("/patterns")

    drawn = [node.attributes["id"] for node in page.all("svg symbol")]
    pointed = {node.attributes["href"].removeprefix("#") for node in page.all("svg use")}
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == pointed


def test_a_fragment_carries_its_pictures_whole(app):
    with app.test_request_context("/", headers={"HX-Request": "true"}):
        app.preprocess_request()
        drawn = pictures.picture("broom")
        assert "<path" in drawn
        assert "<use" not in drawn
        assert pictures.sprite() == ""


def test_a_picture_without_words_says_what_it_shows(app):
    with app.test_request_context():
        app.preprocess_request()
        assert 'aria-label="Appeler &lt;Awa&gt;"' in pictures.picture("phone", "Appeler <Awa>")
        assert 'aria-hidden="true"' in pictures.picture("phone")
        assert g.pictures == {"phone"}


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_script_is_sent_small_and_kept_for_a_year(app, client, encoding):
    with app.test_request_context("/simple/", environ_base={"a_deux_pas.language": "simple"}):
        address = assets.asset_url("js/site.js")

    answer = client.get(address, headers={"Accept-Encoding": encoding})
    answer.get_data()
    answer.close()

    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}[encoding]
    assert unpack(answer.data) == (ROOT / "static/small/site.js").read_bytes()
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.mimetype == "text/javascript"
    assert not address.startswith("/simple")


def test_all_scripts_together_stay_light():
    names = [path.relative_to(ROOT / "static").as_posix() for path in SCRIPTS]
    sent = {name: len(brotli.compress(assets.content(name), quality=11)) for name in names}
    # One of the two workers is sent in the place of the other, never beside it.
    workers = [sent.pop("js/worker.js"), sent.pop("js/worker_off.js")]

    assert sum(sent.values()) + max(workers) <= 25 * 1024


def test_each_script_was_made_small_since_it_changed():
    told = "run `python scripts/small_scripts.py`"
    assert assets.made_of() == {path.name: small_scripts.digest(path) for path in SCRIPTS}, told


def test_a_script_that_changed_since_is_served_as_it_is_written(monkeypatch):
    monkeypatch.setattr(assets, "made_of", lambda: {"site.js": "of another state"})

    assert assets.content.__wrapped__("js/site.js") == (ROOT / "static/js/site.js").read_bytes()
