"""Spellings kept in one text are found as they would be in a list."""

from bisect import bisect_left
from random import Random

import pytest

from webapp.places.keys import STEP, Keys


@pytest.mark.parametrize("size", [1, STEP - 1, STEP, STEP + 1, 5 * STEP + 3])
def test_each_spelling_is_found_where_it_would_stand_in_a_list(size):
    chance = Random(size)
    some = {"".join(chance.choices("abc", k=chance.randint(0, 4))) for _ in range(9 * size)}
    spellings = sorted(some)[:size]
    keys = Keys(spellings, range(len(spellings)))

    assert len(keys) == len(spellings)
    assert list(keys) == spellings
    for asked in ["", "a", "ab", "abc", "bca", "ccccc", "d", *spellings]:
        place = bisect_left(spellings, asked)
        begun = [at for at, one in enumerate(spellings) if one.startswith(asked)]
        assert keys.first(asked) == place
        assert keys.find(asked) == (place if asked in spellings else -1)
        assert list(keys.beginning(asked)) == begun


def test_those_who_share_a_spelling_are_found_with_the_form_that_each_has():
    keys = Keys(["lyon", "aix", "lyon"], [5 << 2, 7 << 2 | 1, 9 << 2 | 2])

    assert list(keys.at(keys.find("lyon"))) == [(5, 0), (9, 2)]
    assert list(keys.at(keys.find("aix"))) == [(7, 1)]
