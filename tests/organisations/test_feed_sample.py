"""A whole feed of real structures, where the reference data stand beside the project."""

import pytest
from sqlalchemy import func, select

from bench import feed as bench
from webapp.clock import now
from webapp.config import ROOT
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.organisations.feed import import_feed
from webapp.organisations.feed_source import read_feed
from webapp.organisations.models import Organisation

SAMPLE = ROOT.parent / "shared" / "data" / "siaes_feed_sample.json.gz"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not SAMPLE.exists(), reason="no sample of the feed here"),
]


def test_nearly_every_real_structure_is_placed_and_near_its_true_point(app):
    reading = read_feed(str(SAMPLE))
    report = import_feed(reading, now())
    db.session.commit()

    assert reading.whole
    assert report.added == len(reading.structures) - len(report.unplaced)
    assert report.added / len(reading.structures) >= 0.97
    near = bench.kilometres_off(SAMPLE.with_name("siaes_coords.csv"))
    assert len(near) > 3_000
    assert sum(km <= 5 for km in near) / len(near) >= 0.97
    assert sum(km <= 10 for km in near) / len(near) >= 0.99


def test_a_second_run_of_the_real_feed_changes_nothing(app):
    reading = read_feed(str(SAMPLE))
    first = import_feed(reading, now())
    db.session.commit()
    offers = db.session.scalar(select(func.count()).select_from(Offer))

    second = import_feed(read_feed(str(SAMPLE)), now())

    assert (second.added, second.updated, second.drafts, second.paused) == (0, 0, 0, 0)
    assert second.unchanged == first.added
    assert db.session.scalar(select(func.count()).select_from(Organisation)) == first.added
    assert db.session.scalar(select(func.count()).select_from(Offer)) == offers == first.drafts
