"""Every offer of the demonstration, said in simple French from its facts, is simple."""

import pytest
from selectolax.lexbor import LexborHTMLParser as Document
from selectolax.lexbor import LexborNode as Node
from sqlalchemy import select

from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.plainfrench.checking import report

BLOCKS = "p, li, h1, h2, h3, th, td, summary, a.link, a.btn, button"


@pytest.fixture
def offers(demonstration) -> list[Offer]:
    """The offers that the demonstration publishes."""
    return list(db.session.scalars(select(Offer).filter_by(status="published")))


def lines_of(html: str) -> list[str]:
    """What a page says, a line at a time, without what the employer or the law wrote."""
    document = Document(html)
    for node in document.css("blockquote, main .hint[lang]"):
        node.decompose()
    main = document.css_first("main")
    assert main is not None
    return [words(node) for node in main.css(BLOCKS) if not holds_a_block(node)]


def holds_a_block(node: Node) -> bool:
    """Whether an element only wraps others, whose lines are read by themselves."""
    return len([inner for inner in node.css(BLOCKS) if inner.mem_id != node.mem_id]) > 0


def words(node: Node) -> str:
    """The text of an element on one line."""
    return " ".join(node.text(deep=True, separator=" ").split())


def written_by_others(offer: Offer) -> set[str]:
    """Names, roles and addresses: the employer's own words."""
    people = [person for person in (offer.contact, offer.backup) if person]
    names = {one for person in people for one in (person.first_name, person.last_name, person.role)}
    return {
        offer.organisation.name,
        offer.place_name or "",
        offer.address or "",
        *offer.way,
        *names,
    }


def test_every_offer_is_said_in_short_sentences_and_known_words(client, offers):
    faults: dict[str, list[tuple[str, str]]] = {}
    read = 0
    for offer in offers:
        page = client.get(f"/simple/offres/{offer.public_id}")
        explained = {node.text(strip=True) for node in page.all("details.word summary")}
        apart = written_by_others(offer) | explained
        for line in lines_of(page.text):
            read += 1
            broken = report(line, apart).broken
            if broken:
                faults[line] = [(one.rule, one.quote) for one in broken]

    assert read > 20 * len(offers) > 0
    assert not faults


def test_a_day_in_two_parts_is_said_in_three_short_lines(client, offers):
    week = [[day, *slot] for day in range(4) for slot in ((480, 720), (780, 930))]
    offer = offers[0]
    offer.week = week
    db.session.commit()

    lines = lines_of(client.get(f"/simple/offres/{offer.public_id}").text)

    begin = lines.index("Du lundi au jeudi.")
    assert lines[begin : begin + 3] == [
        "Du lundi au jeudi.",
        "De 8 h à 12 h.",
        "Puis de 13 h à 15 h 30.",
    ]
