"""What a test asks of a PDF: its words, its pages, and what tells a screen reader about them."""

import re
import zlib

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FONT = re.compile(rb"/([A-Z]{6}) (\d+) 0 R")
SHOWN = re.compile(rb"/([A-Z]{6}) [\d.]+ Tf|<([0-9a-f]+)>|\b(ET)\b", re.IGNORECASE)
MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{4,})>", re.IGNORECASE)


class Pdf:
    """A PDF as WeasyPrint writes it, read without a library."""

    def __init__(self, content: bytes) -> None:
        """Take its objects apart, those that are packed together too."""
        assert content.startswith(b"%PDF-")
        assert content.rstrip().endswith(b"%%EOF")
        self.objects = {int(number): body for number, body in OBJECT.findall(content)}
        for packed in self.with_mark(b"/Type /ObjStm"):
            first = int(re.findall(rb"/First (\d+)", packed)[0])
            table, bodies = unpacked(packed)[:first].split(), unpacked(packed)[first:]
            begins = [*map(int, table[1::2]), len(bodies)]
            for number, begin, end in zip(table[::2], begins, begins[1:], strict=False):
                self.objects[int(number)] = bodies[begin:end]

    def with_mark(self, mark: bytes) -> list[bytes]:
        """The objects in which something stands."""
        return [body for body in self.objects.values() if mark in body]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len([body for body in self.with_mark(b"/Type /Page") if b"/Type /Pages" not in body])

    @property
    def is_tagged(self) -> bool:
        """Whether it says its structure and its language, and claims PDF/UA."""
        claims = any(b'pdfuaid:part="1"' in unpacked(body) for body in self.objects.values())
        told = (b"/MarkInfo <</Marked true>>", b"/StructTreeRoot ", b"/Lang (")
        return claims and all(mark in self.with_mark(b"/Type /Catalog")[0] for mark in told)

    @property
    def roles(self) -> list[str]:
        """What its parts are, in order: H1, P, LI…"""
        parts = self.with_mark(b"/Type /StructElem")
        return [re.findall(rb"/S /(\w+)", part)[0].decode() for part in parts]

    @property
    def title(self) -> str:
        """Its title."""
        facts = self.with_mark(b"/Producer")[0]
        plain = re.findall(rb"/Title \((.*?)\)", facts)
        wide = re.findall(rb"/Title <feff(\w+)>", facts)
        return plain[0].decode() if plain else bytes.fromhex(wide[0].decode()).decode("utf-16-be")

    @property
    def text(self) -> str:
        """Its words, as a reader copies them, with one space where a line ends."""
        fonts = {
            name: self.letters(int(number))
            for body in self.objects.values()
            for name, number in FONT.findall(body)
        }
        drawn = [content for body in self.objects.values() if b" Tf" in (content := unpacked(body))]
        said, font = [], {}
        for name, signs, end in (found for content in drawn for found in SHOWN.findall(content)):
            font = fonts[name] if name else font
            said += [font[signs[at : at + 4].lower()] for at in range(0, len(signs), 4)]
            said += [" "] if end else []
        return " ".join("".join(said).split())

    def letters(self, number: int) -> dict[bytes, str]:
        """What each sign of a font means."""
        found = re.findall(rb"/ToUnicode (\d+) 0 R", self.objects[number])
        return {
            sign.lower(): bytes.fromhex(meant.decode()).decode("utf-16-be")
            for table in found
            for sign, meant in MAPPED.findall(unpacked(self.objects[int(table)]))
        }


def unpacked(body: bytes) -> bytes:
    """The content of an object that holds a stream."""
    found = STREAM.search(body)
    if not found:
        return b""
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]
