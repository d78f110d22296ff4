"""Cards are kept and never shown as they were, whatever changed, by whatever way."""

from datetime import date, datetime

import pytest
from flask import current_app
from sqlalchemy import event, text

from tests.factories import make_contact, make_offer, make_organisation
from tests.support import databases
from webapp import create_app, pieces
from webapp.applications.actions import count_request
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.offers import actions, cards
from webapp.offers.models import OfferSearch
from webapp.shelf import Shelf

LIST = "/offres?metier=cleaning&ou=69120"
pytestmark = pytest.mark.usefixtures("database")


def words(client, address=LIST):
    """The words of the page of results."""
    return client.get(address).words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def offer(client):
    """An offer whose card is already kept."""
    made = make_offer()
    assert "Karim répond en 3 jours" in words(client)
    return made


@pytest.fixture
def reads(database):
    """The statements that read what cards are made of."""
    seen = []

    def look(statement: str) -> None:
        if "offer.promised_days" in statement:
            seen.append(statement)

    engine = db.get_engine("reader")
    kept = current_app.extensions["rows"]
    if engine.dialect.name == "sqlite":
        kept.of(engine).set_trace_callback(look)
    else:
        event.listen(engine, "before_cursor_execute", lambda *said: look(said[2]))
    return seen


def test_a_new_card_is_read(client, reads):
    make_offer()

    assert "Karim répond" in words(client, "/offres?lat=45.78&lon=4.92")
    assert reads


def test_a_card_is_read_once_for_all_who_see_it(client, offer, reads):
    for lat in ("45.78", "45.79"):
        assert "Karim répond" in words(client, f"/offres?lat={lat}&lon=4.92")

    assert reads == []


def test_the_distance_and_the_address_are_those_of_each_search(client, offer):
    near = client.get("/offres?metier=cleaning&lat=45.779&lon=4.921")
    far = client.get("/offres?metier=cleaning&lat=45.850&lon=4.921")

    assert "min à pied" in near.words
    assert "À 7,9 km" in far.words.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        f"/offres/{offer.public_id}?lat=45.779&lon=4.921&metier=cleaning" in near.links().values()
    )
    assert f"/offres/{offer.public_id}?lat=45.85&lon=4.921&metier=cleaning" in far.links().values()


def test_each_language_has_its_own_card(client, offer):
    simple = client.get(f"/simple{LIST}")

    assert f"/simple/offres/{offer.public_id}?ou=69120&metier=cleaning" in simple.links().values()


def test_a_fragment_carries_its_own_drawings_after_the_page_did_not(client, offer):
    part = client.get(LIST, headers={"HX-Request": "true"})

    assert 'href="#p-' not in part.text
    assert "<path" in part.text


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"pay_cents": 1300}, "13 € de l’heure"),
        ({"promised_days": 1}, "répond en 1 jour"),
        ({"week": [[5, 480, 720]], "weekly_minutes": None}, "4 h par semaine"),
        ({"job": "home-cleaning"}, "Ménage chez des particuliers"),
        ({"request_count": 10}, "Déjà beaucoup de demandes"),
    ],
)
def test_shows_what_changed_in_the_offer(client, offer, facts, shown):
    assert shown not in words(client)
    for name, value in facts.items():
        setattr(offer, name, value)
    db.session.commit()

    assert shown in words(client)


def test_shows_the_new_name_of_a_contact(client, offer):
    offer.contact.first_name = "Nadia"
    db.session.commit()

    assert "Nadia répond" in words(client)


def test_shows_the_replacement_as_soon_as_the_contact_is_away(client, offer):
    offer.contact.away_from = date(2020, 1, 1)
    db.session.commit()

    assert "Sonia répond" in words(client)


def test_shows_the_new_name_of_a_replacement_who_answers(client):
    organisation = make_organisation()
    away = make_contact(organisation=organisation, away_from=date(2020, 1, 1))
    backup = make_contact(organisation=organisation, first_name="Sonia")
    make_offer(organisation=organisation, contact=away, backup=backup)
    assert "Sonia répond" in words(client)
    backup.first_name = "Awa"
    db.session.commit()

    assert "Awa répond" in words(client)


def test_shows_another_contact(client, offer):
    offer.contact = make_contact(organisation=offer.organisation, first_name="Lila")
    db.session.commit()

    assert "Lila répond" in words(client)


def test_shows_the_new_name_of_a_structure(client, offer):
    offer.organisation.name = "Les Mains vertes"
    db.session.commit()

    assert "Les Mains vertes" in words(client)


def test_an_absence_begins_and_ends_by_itself_with_the_day(client, at):
    at(datetime(2026, 3, 2, 23, 50, tzinfo=PARIS))
    make_offer(
        contact=make_contact(away_from=date(2026, 3, 3), away_until=date(2026, 3, 3)),
        expires_on=date(2026, 6, 1),
    )
    assert "Karim répond" in words(client)

    at(datetime(2026, 3, 3, 0, 10, tzinfo=PARIS))
    assert "Sonia répond" in words(client)
    at(datetime(2026, 3, 4, 0, 10, tzinfo=PARIS))
    assert "Karim répond" in words(client)


def test_an_offer_paused_changed_and_shown_again_never_has_its_old_card(client, offer):
    actions.pause(offer, now())
    db.session.commit()
    assert "Karim répond" not in words(client)
    offer.pay_cents = 1400
    actions.publish(offer, now())
    db.session.commit()

    assert "14 € de l’heure" in words(client)


def test_counting_a_request_changes_the_version(offer):
    before = version(offer)
    count_request(offer, 1)
    db.session.commit()

    assert version(offer) != before


def version(offer):
    """The version of the offer's card in the database now."""
    return db.session.scalar(
        text("SELECT version FROM offer_search WHERE id = :id"), {"id": offer.id}
    )


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE offer SET pay_cents = 1500",
        "UPDATE contact SET first_name = 'Zoé'",
        "UPDATE organisation SET name = 'Zone verte'",
    ],
)
def test_what_another_process_changes_by_hand_is_shown_at_once(
    client, offer, database, tmp_path, change
):
    elsewhere = create_app(databases.make_config(database, tmp_path / "elsewhere"))
    with databases.running(elsewhere), elsewhere.app_context(), db.session.begin():
        db.session.execute(text(change))

    page = words(client)

    assert any(shown in page for shown in ("15 € de l’heure", "Zoé répond", "Zone verte"))


def test_a_change_that_is_given_up_leaves_the_card(client, offer, reads):
    offer.contact.first_name = "Nadia"
    db.session.flush()
    db.session.rollback()

    assert "Karim répond" in words(client)
    assert reads == []


def test_a_card_that_is_gone_meanwhile_is_left_out(app, offer):
    found = db.session.get(OfferSearch, offer.id)
    hit = cards.Hit(found.id + 1, 1, 100)

    with app.test_request_context("/offres"):
        assert cards.shown([hit], date(2026, 1, 1)) == []


def test_names_cannot_make_a_hole_in_a_card(client):
    structure = make_organisation(name="<hole> & fils")
    make_offer(organisation=structure)

    assert "<hole> & fils" in words(client)
    assert "<hole> & fils" in words(client)


def test_only_so_many_cards_are_kept():
    shelf = Shelf(2)
    card = cards.Card(pieces.cut(f"a{pieces.hole('search')}b"), {}, None)
    for number in range(3):
        shelf.put((number,), card)

    assert [shelf.get((number,)) for number in range(3)] == [None, card, card]


def test_none_is_kept_where_none_is_wanted():
    shelf = Shelf(0)
    shelf.put((1,), cards.Card(pieces.cut(f"a{pieces.hole('search')}b"), {}, None))

    assert shelf.get((1,)) is None
