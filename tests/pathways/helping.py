"""Who works on a path, and the page that they open."""

from datetime import date, datetime

from flask import current_app
from hypothesis import strategies as st

from tests.factories import make_account, make_organisation, sign_in
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup import due
from webapp.pathways import work
from webapp.pathways.contract_rules import Terms

DATES = st.dates(date(2024, 1, 1), date(2029, 12, 31))
# The machine may be busy with other tests: how long a draw takes tells nothing of the rules.
MONDAY = datetime(2026, 11, 30, 10, 5, tzinfo=PARIS)


def siae(kind="etti", **facts: object):
    """An employer of a SIAE."""
    return make_account("employer", organisation=make_organisation(kind=kind, **facts))


def prescriber(kind="france-travail"):
    """An adviser of an entitled prescriber."""
    return make_account("adviser", organisation=make_organisation(kind=kind))


def page_of(client, person, account):
    sign_in(client, account)
    return client.get(f"/parcours/personnes/{person.public_id}/agrement")


def written(person, account, begin=date(2026, 7, 1), end=date(2027, 2, 15), hours=20):
    minutes, few = hours * 60, hours < 20
    terms = Terms(kind="cddi", begins_on=begin, ends_on=end, weekly_minutes=minutes, exempt=few)
    contract = work.write(person, account, terms, now())
    db.session.commit()
    return contract


def kinds_due(account) -> list[str]:
    """What waits for someone now."""
    with current_app.test_request_context():
        return [one.kind for one in due.waiting(account, now())]
