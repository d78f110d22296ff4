"""A small simulated month, as `bench.month` at full size: nothing lost, doubled or rude."""

from datetime import timedelta

import pytest
from flask import Flask

from bench import month
from bench.month_world import Plan
from webapp import clock

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_wild_month_every_request_ends_told_and_nothing_is_lost_doubled_or_rude(
    app: Flask, monkeypatch, seed
):
    monkeypatch.setattr(clock, "datetime", clock.datetime)  # put back at the end
    plan = Plan(employers=5, people=20, arrivals=5, step=timedelta(hours=6), seed=seed, kill=0.05)

    found = month.simulated(app, plan)

    assert found.facts["requests"] == 20
    assert found.facts["kills"] > 0
    assert {name for name, count in found.faults.items() if count} == set()
