"""Who reads an offer, and why it waits."""

import pytest

from webapp.reviews.rules import Spot, Why, is_of_area, reasons


@pytest.mark.parametrize(
    ("spot", "reads"),
    [
        (Spot("69", 80), True),
        (Spot("38", 49), True),
        (Spot("38", 51), False),
        (Spot("75", 390), False),
    ],
)
def test_an_adviser_reads_their_departement_and_what_is_near(spot, reads):
    assert is_of_area(spot, {"69"}) is reads


def test_the_gravest_reason_comes_first():
    told = reasons(known=False, doubtful=True, reported=True, refused=True)

    assert told == (Why.REPORTS, Why.WORDS, Why.AGAIN, Why.FIRST)
    assert reasons(known=True, doubtful=False, reported=False, refused=False) == ()
