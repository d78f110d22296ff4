"""Offers as an Atom feed (RFC 4287)."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

ATOM = "http://www.w3.org/2005/Atom"
NOT_IN_XML = {code: None for code in range(32) if code not in (9, 10, 13)} | {
    0xFFFE: None,
    0xFFFF: None,
}
ET.register_namespace("", ATOM)


@dataclass(frozen=True)
class Entry:
    """One offer: `url` names it for ever, the moments are aware."""

    url: str
    title: str
    author: str
    summary: str
    category: tuple[str, str]  # key and label
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """The offers of one search; `updated` is used where there is none."""

    url: str
    page_url: str
    title: str
    language: str
    entries: Sequence[Entry]
    updated: datetime


def document(feed: Feed) -> bytes:
    """Return the feed as XML."""
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.language})
    add(root, "title", feed.title)
    add(root, "id", feed.url)
    add(root, "link", rel="self", type="application/atom+xml", href=feed.url)
    add(root, "link", rel="alternate", type="text/html", href=feed.page_url)
    latest = max((entry.updated for entry in feed.entries), default=feed.updated)
    add(root, "updated", latest.isoformat())
    add(root, "generator", "À deux pas")
    for entry in feed.entries:
        add_entry(root, entry)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def add_entry(root: ET.Element, entry: Entry) -> None:
    """Add one offer."""
    element = ET.SubElement(root, f"{{{ATOM}}}entry")
    add(element, "title", entry.title)
    add(element, "id", entry.url)
    add(element, "link", rel="alternate", type="text/html", href=entry.url)
    add(element, "published", entry.published.isoformat())
    add(element, "updated", entry.updated.isoformat())
    author = ET.SubElement(element, f"{{{ATOM}}}author")
    add(author, "name", entry.author)
    add(element, "category", term=entry.category[0], label=entry.category[1])
    add(element, "summary", entry.summary)


def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    """Add an element, without the signs that XML refuses."""
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text.translate(NOT_IN_XML) or None
