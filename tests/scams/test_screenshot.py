"""The picture of a screen: read here where the program is there, checked by its content."""

import struct
import threading
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from webapp.scams import pictures_of_text
from webapp.scams.pictures_of_text import NotRead, read, size_of

SCREENS = Path(__file__).parent / "screens"
pytestmark = pytest.mark.skipif(
    not pictures_of_text.can_read(), reason="tesseract or its French model is not installed"
)


def png(width: int, height: int) -> bytes:
    """Return a white picture of this size in pixels."""

    def part(kind: bytes, content: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checked

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", lines) + part(b"IEND", b"")


@pytest.mark.parametrize("name", ["sms.png", "sms.jpg"])
@pytest.mark.parametrize(("address", "field"), [("", "picture"), ("/partage", "image")])
def test_the_picture_of_a_message_is_read_and_answered(client, name, address, field):
    sent = {field: (BytesIO((SCREENS / name).read_bytes()), name)}

    page = client.post(f"/arnaques{address}", data=sent)

    assert page.h1 == "Stop. Ne répondez pas."
    assert "coupon PCS" in page.one("#text").text()
    assert any("50" in mark.text() for mark in page.all("mark"))


def test_words_badly_read_can_be_mended(client):
    sent = {"picture": (BytesIO((SCREENS / "sms.png").read_bytes()), "sms.png")}
    page = client.post("/arnaques", data=sent)

    again = client.post("/arnaques", data={"text": page.one("#text").text()})

    assert again.h1 == page.h1


def test_what_was_pasted_and_what_the_picture_says_are_read_together(client):
    sent = {
        "text": "Il m’écrit aussi : appelez le 0899 12 34 56.",
        "picture": (BytesIO((SCREENS / "sms.png").read_bytes()), "sms.png"),
    }

    page = client.post("/arnaques", data=sent)

    quotes = " ".join(mark.text() for mark in page.all("mark"))
    assert "0899 12 34 56" in quotes
    assert "50" in quotes


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 not a picture", b"GIF89a" + b"\0" * 40, b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"],
)
def test_a_file_that_is_no_picture_is_refused_by_its_content(client, content):
    page = client.post("/arnaques", data={"picture": (BytesIO(content), "ecran.png")})

    assert page.status_code == 422
    assert page.all(".miss")


def test_a_small_file_that_hides_a_huge_picture_is_not_opened(monkeypatch):
    monkeypatch.setattr(pictures_of_text, "run", lambda _picture: pytest.fail("opened"))
    bomb = png(30_000, 30_000)
    assert len(bomb) < 256 * 1024

    with pytest.raises(NotRead) as refusal:
        read(bomb)

    assert refusal.value.reason == "pixels"


@pytest.mark.parametrize("picture", [png(200, 200), png(200, 200)[:60], png(1, 1)])
def test_a_picture_without_words_is_told_from_one_with_words(picture):
    with pytest.raises(NotRead) as refusal:
        read(picture)

    assert refusal.value.reason == "empty"


def test_sizes_are_read_from_both_kinds_of_file():
    assert size_of((SCREENS / "sms.png").read_bytes()) == (720, 1280)
    assert size_of((SCREENS / "sms.jpg").read_bytes()) == (720, 1280)
    assert size_of(png(321, 123)) == (321, 123)


@pytest.mark.parametrize("cut", range(0, 700, 7))
def test_a_file_cut_anywhere_never_breaks_the_reading_of_its_size(cut):
    for name in ("sms.png", "sms.jpg"):
        size_of((SCREENS / name).read_bytes()[:cut])


def test_a_picture_that_takes_too_long_gives_its_place_back(client, monkeypatch):
    monkeypatch.setattr(pictures_of_text, "LONGEST_READING", 0.001)
    sent = {"picture": (BytesIO((SCREENS / "sms.png").read_bytes()), "sms.png")}

    page = client.post("/arnaques", data=sent)

    assert page.status_code == 422
    assert "Copiez le texte" in page.words
    assert pictures_of_text.AT_ONCE.acquire(blocking=False)
    pictures_of_text.AT_ONCE.release()


def test_more_pictures_than_places_are_told_to_wait(monkeypatch):
    monkeypatch.setattr(pictures_of_text, "AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(pictures_of_text, "PATIENCE", 0.01)
    pictures_of_text.AT_ONCE.acquire()

    with pytest.raises(NotRead) as refusal:
        read((SCREENS / "sms.png").read_bytes())

    assert refusal.value.reason == "busy"


def test_a_picture_leaves_no_file_behind(client, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    content = (SCREENS / "sms.png").read_bytes()

    client.post("/arnaques", data={"picture": (BytesIO(content), "sms.png")})

    left = set(tmp_path.rglob("*")) - set(before)
    assert not [path for path in left if path.is_file() and path.read_bytes()[:4] == content[:4]]
