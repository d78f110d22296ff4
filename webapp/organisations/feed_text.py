"""Free texts of the public feed made plain: no markup, no pictures, whole sentences."""

import html
import re
import unicodedata
from typing import Any

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
EMPHASIS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}")
LEAD = re.compile(r"^[\s>#]*(?:[-*+•▪–—]\s+|\d{1,2}[.)]\s+)?")  # of a title, a list, a quotation
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
SILENT = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf"})  # pictures, controls


def one_line(value: Any) -> str:
    """Return a value as one line of text; nothing, lists and objects are an empty one."""
    if value is None or isinstance(value, list | dict):
        return ""
    text = unicodedata.normalize("NFC", str(value))
    kept = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join("".join(s for s in kept if unicodedata.category(s) != "Cs").split())


def plain_text(value: Any) -> str:
    """Return a text without its Markdown or HTML: each line ends as a sentence does."""
    text = html.unescape(TAG.sub(" ", LINK.sub(r"\1", value if isinstance(value, str) else "")))
    lines = [line for line in map(plain_line, text.splitlines()) if line]
    return " ".join(
        line if line[-1] in ".!?…:;," or after[:1].islower() else f"{line}."
        for line, after in zip(lines, [*lines[1:], ""], strict=False)
    )


def plain_line(line: str) -> str:
    """Return one line without the signs that shape it."""
    kept = "".join(
        sign for sign in line.replace("\t", " ") if unicodedata.category(sign) not in SILENT
    )
    bare = EMPHASIS.sub("", LEAD.sub("", kept))
    return " ".join(bare.split()) if any(sign.isalnum() for sign in bare) else ""


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters, cut after a sentence, else after a word."""
    if len(text) <= longest:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, longest + 1)]
    whole = [end for end in ends if end <= longest]
    if whole:
        return text[: whole[-1]]
    return text[: longest - 1].rpartition(" ")[0].rstrip(",;:") + "…"
