"""What the person sees is exactly what is marked so: each kind of thing, mark and page."""

from itertools import product

import pytest

from tests.factories import sign_in
from tests.followup.conftest import agree
from tests.followup.making import make_note, make_task
from tests.people.helping import look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Contact, Happened, Readers

OWN = ("/suivi", "/suivi/parcours", "/moi/donnees/lire", "/moi/donnees/copie")


@pytest.fixture
def made(fatou, nadia, lea):
    """A note, a step and an event for each mark, by two structures; their words and marks."""
    agree(fatou, lea)
    words = {}
    for author, to in product((nadia, lea), Readers):
        facts = {"by": author, "readers": to, "way": Contact.MEETING}
        timeline.record(fatou, Happened.CONTACT, clock.now(), **facts)
        note, step = f"Note-{author.first_name}-{to}", f"Step-{author.first_name}-{to}"
        make_note(fatou, author, text=note, to=to)
        make_task(fatou, author, title=step, readers=to)
        words |= {note: to, step: to}
    db.session.commit()
    return words


def shown(client, words):
    """The marks of what the person's pages say, each with the page that says it."""
    pages = {one: send(client, one) if one.endswith("copie") else look(client, one) for one in OWN}
    found = {name: page.text for name, page in pages.items()}
    return {(word, name) for word in words for name, text in found.items() if word in text}


def test_the_person_sees_what_is_marked_for_them_on_each_page_and_nothing_else(client, fatou, made):
    sign_in(client, fatou)

    seen = shown(client, made)

    assert {made[word] for word, _page in seen} == {Readers.PERSON}
    for_them = {word for word, to in made.items() if to == Readers.PERSON}
    notes = {word for word in for_them if word.startswith("Note")}
    assert {word for word, page in seen if page == "/suivi/parcours"} == for_them
    assert {word for word, page in seen if page == "/moi/donnees/lire"} == for_them
    assert {word for word, page in seen if page == "/moi/donnees/copie"} == for_them
    assert {word for word, page in seen if page == "/suivi"} == for_them - notes


def test_of_eight_events_the_person_reads_the_two_that_are_marked(client, fatou, made):
    sign_in(client, fatou)

    assert look(client, "/suivi/parcours").words.count("Rencontre") == 2
    assert len([one for one in timeline.own(fatou, limit=99) if one.kind == "contact"]) == 2
