"""The employer's first page with many people: each list begun, then by pages."""

from datetime import timedelta

import pytest

from tests.factories import make_application, make_offer
from tests.support.own_pages import statements
from webapp.applications.models import Meeting
from webapp.clock import now
from webapp.extensions import db

STATES = ("sent", "seen", "proposed", "chosen", "met", "hired")


@pytest.fixture
def offer(structure):
    return make_offer(organisation=structure)


def add(offer, times: int) -> None:
    """Make so many people in each state, the meetings to come."""
    for number in range(times):
        for status in STATES:
            asked = make_application(
                offer=offer,
                status=status,
                first_name="Awa",
                called_at=now() if status == "met" else None,
                ended_at=now() if status == "hired" else None,
            )
            if status in ("proposed", "chosen"):
                at = now() + timedelta(days=1, hours=number)
                chosen = at if status == "chosen" else None
                kept = {"slots": [at.isoformat()], "proposed_at": now(), "starts_at": chosen}
                asked.meetings.append(Meeting(**kept, chosen_by="", over_by=""))
    db.session.commit()


def test_each_list_is_begun_and_leads_to_the_whole_of_it(employer, offer):
    add(offer, 8)

    page = employer.get("/employeur/")

    assert page.h1 == "16 personnes attendent"
    assert len(page.all("main > ul.cards > li.card h2 bdi")) == 8
    for name in ("attendent", "viennent", "ensuite", "choisissent", "faits"):
        assert page.all(f"a[href='/employeur/?liste={name}']")
        assert len(employer.get(f"/employeur/?liste={name}").all("main bdi")) >= 8


def test_a_long_list_goes_on_page_by_page(employer, offer):
    add(offer, 13)

    first = employer.get("/employeur/?liste=attendent")
    second = employer.get("/employeur/?liste=attendent&page=2")

    assert [len(one.all("main h2 bdi")) for one in (first, second)] == [20, 6]
    assert first.links()["Les personnes suivantes"] == "/employeur/?liste=attendent&page=2"


def test_many_people_take_as_many_queries_and_hardly_more_bytes(employer, offer):
    add(offer, 12)
    employer.get("/employeur/")  # who is named is noted once a day
    with statements() as few:
        small = employer.get("/employeur/")
    add(offer, 20)
    employer.get("/employeur/")
    with statements() as many:
        large = employer.get("/employeur/")

    assert len(many) == len(few)
    assert len(large.data) < 1.02 * len(small.data)
