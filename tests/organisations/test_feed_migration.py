"""The schema grows under a database that people already use."""

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, Table, text

from tests.factories import make_application, make_contact, make_offer
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.offers.search import Wanted, near
from webapp.operations import migrations
from webapp.organisations.models import Organisation

TABLES = ("organisation", "contact", "offer", "offer_search", "application")
WITHOUT_KIND = 1023  # flags of the needs an offer meets; its kind, told later, stands above


@pytest.fixture
def at_0001(app, database):
    """A database of the first release in use: a structure, its people, an offer, a request."""
    offer = make_offer()
    make_contact(organisation=offer.organisation)
    make_application(offer=offer)
    db.session.commit()
    command.downgrade(migrations.settings(), "0001")
    return rows()


def rows() -> dict[str, list[dict[str, object]]]:
    """Return every row of the tables in use, as the schema of the moment has them."""
    with db.get_engine("default").connect() as connection:
        return {name: rows_of(name, connection) for name in TABLES}


def rows_of(name: str, connection: Connection) -> list[dict[str, object]]:
    """Return the rows of a table, in order."""
    table = Table(name, MetaData(), autoload_with=connection)
    found = connection.execute(table.select().order_by(table.c.id)).mappings()
    return [dict(row) for row in found]


def test_an_upgrade_keeps_every_row_and_what_belongs_to_it(at_0001):
    assert "feed_facts" not in at_0001["organisation"][0]

    command.upgrade(migrations.settings(), "head")

    after = rows()
    for name, before in at_0001.items():
        assert before, name
        kept = [
            {key: row[key] for key in old} for old, row in zip(before, after[name], strict=True)
        ]
        for row in kept:
            if "flags" in row:  # what kind of offer it is was added later, above what was known
                row["flags"] &= WITHOUT_KIND
        assert kept == before, name


def test_what_was_there_takes_requests_and_comes_from_no_feed(at_0001):
    command.upgrade(migrations.settings(), "head")

    structure = db.session.query(Organisation).one()
    offer = db.session.query(Offer).one()
    assert (structure.takes_requests, structure.gone_since, structure.feed_facts) == (
        True,
        None,
        None,
    )
    assert (offer.feed_id, offer.gone_since, offer.feed_facts) == (None, None, None)


def test_the_models_and_the_migrations_describe_one_schema(app, database):
    command.check(migrations.settings())


def test_the_text_index_still_answers_after_an_upgrade(at_0001):
    command.upgrade(migrations.settings(), "head")

    assert near(45.7786, 4.9206, Wanted(words=("canal",)))
    if db.get_engine("default").dialect.name == "sqlite":
        db.session.execute(text("INSERT INTO offer_fts(offer_fts) VALUES ('integrity-check')"))
