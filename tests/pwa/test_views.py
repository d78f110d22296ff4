"""What a phone reads to keep the product as an application, and to share messages into it."""

import struct

import pytest

from webapp.config import ROOT


@pytest.fixture(params=["", "/simple"])
def manifest(request, client):
    """The manifest in each language, with that language's prefix."""
    answer = client.get(f"{request.param}/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    return answer.json, request.param


def test_every_page_names_the_manifest(client):
    page = client.get("/arnaques")

    assert page.one("link[rel=manifest]").attributes["href"] == "/manifest.webmanifest"


def test_it_opens_where_its_reader_reads(manifest, client):
    facts, prefix = manifest

    assert facts["start_url"] == f"{prefix}/"
    assert facts["display"] == "standalone"
    for address in (facts["start_url"], *(shortcut["url"] for shortcut in facts["shortcuts"])):
        assert client.get(address).status_code == 200


def test_its_icons_exist_in_the_sizes_they_tell(manifest, client):
    facts, _prefix = manifest

    assert {"any", "maskable"} == {icon["purpose"] for icon in facts["icons"]}
    for icon in facts["icons"]:
        answer = client.get(icon["src"])
        assert answer.mimetype == icon["type"]
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", answer.data[16:24])
            assert icon["sizes"] == f"{width}x{height}"
        answer.close()


def test_the_icon_is_ours():
    assert "<path" in (ROOT / "static" / "icons" / "icon.svg").read_text(encoding="utf-8")


def test_what_it_says_to_share_is_what_the_check_reads(manifest, client):
    facts, _prefix = manifest
    target = facts["share_target"]
    names = target["params"]
    assert (target["method"], target["enctype"]) == ("POST", "multipart/form-data")

    page = client.post(
        target["action"],
        data={names["title"]: "Titre", names["text"]: "Bonjour", names["url"]: "https://caf.fr"},
        content_type=target["enctype"],
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert page.status_code == 200
    assert all(part in page.text for part in ("Titre", "Bonjour", "https://caf.fr"))
