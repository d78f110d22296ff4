"""An attack on one number, simulated by the limits of the product: short here, long in bench."""

import pytest

from bench import codes
from webapp.accounts import rules


def test_whatever_the_browsers_eleven_wrong_tries_a_day_are_all_there_is():
    done = codes.attack(days=60, seed=3)

    assert done.most_in_a_day == rules.WRONG_A_DAY
    assert done.tries <= 61 * rules.WRONG_A_DAY


@pytest.mark.parametrize("seed", [1, 2])
def test_hits_come_as_often_as_computed_where_codes_are_short_enough_to_see_them(seed):
    days = 1500
    done = codes.attack(days, seed, length=3)
    mean = (done.tries) / codes.possible(3)

    assert codes.tail(mean, done.hits) > 1e-4, "more hits than chance gives"
    assert done.hits > 0, "the attack tries nothing"
    assert mean <= (days + 1) * rules.WRONG_A_DAY / codes.possible(3) * 1.02


def test_most_within_counts_a_sliding_window():
    hours = [codes.START + codes.timedelta(hours=hour) for hour in (0, 1, 2, 24, 25)]

    assert codes.most_within(hours, rules.DAY) == 3
    assert codes.most_within(hours, codes.timedelta(hours=25)) == 4
