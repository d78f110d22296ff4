"""Which counts are hidden, tried against someone who knows the rule; quarters, delays, files."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.network import rules
from webapp.network.rules import Quarter

# A busy machine is slow to draw the first ones.
COUNTS = st.lists(st.integers(0, 60), max_size=8)


def shares(total: int, places: int) -> Iterator[tuple[int, ...]]:
    """Every way to share a number among some places."""
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in shares(total - first, places - 1))


def consistent(counts: Sequence[int], hidden: frozenset[int]) -> list[tuple[int, ...]]:
    """What the hidden counts may be, for whoever reads the table and knows the very rule."""
    places = sorted(hidden)
    found = []
    for guess in shares(sum(counts[at] for at in places), len(places)):
        table = list(counts)
        for at, value in zip(places, guess, strict=True):
            table[at] = value
        if rules.mask(table) == hidden:
            found.append(guess)
    return found


def test_no_hidden_count_can_be_computed_even_by_who_knows_the_rule():
    """Every table of up to four lines of small counts, guessed at in every way."""
    masked = 0
    for lines, most in ((1, 12), (2, 14), (3, 9), (4, 7)):
        for counts in product(range(most), repeat=lines):
            hidden = rules.mask(counts)
            if hidden:
                masked += 1
                columns = zip(*consistent(counts, hidden), strict=True)
                assert all(len(set(values)) >= 2 for values in columns), counts
    assert masked > 2000


@given(COUNTS)
def test_no_small_count_is_shown_nor_the_sum_of_those_that_are_hidden(counts):
    hidden = rules.mask(counts)

    if hidden is None:
        return
    shown = [count for at, count in enumerate(counts) if at not in hidden]
    assert all(count >= rules.SMALL for count in shown)
    assert sum(counts) >= rules.SMALL
    if hidden:
        assert len(hidden) >= 2
        assert sum(counts) - sum(shown) >= rules.SMALL


@given(st.lists(st.integers(5, 60), min_size=1, max_size=8))
def test_where_no_count_is_small_nothing_is_hidden(counts):
    assert rules.mask(counts) == frozenset()


@given(st.lists(COUNTS, min_size=1, max_size=3))
def test_tables_of_one_total_are_shown_together_or_not_at_all(tables):
    together = rules.mask_together(tables)

    assert (together is None) == any(rules.mask(one) is None for one in tables)
    if together is not None:
        assert together == [rules.mask(one) for one in tables]


@given(st.dates(date(2001, 1, 1), date(2100, 1, 1)))
def test_each_day_is_in_one_quarter(day):
    quarter = rules.quarter_of(day)

    assert quarter.begin <= day < quarter.end
    assert quarter.next.before == quarter
    assert rules.quarter_of(quarter.end) == quarter.next
    assert rules.quarter_named(str(quarter), date(2101, 1, 1)) == quarter
    assert not quarter.is_over(day)
    assert quarter.is_over(quarter.end)


def test_an_address_that_names_no_quarter_or_one_to_come_means_today_s():
    today = date(2026, 11, 30)

    for text in ("", "2026", "2026-5", "abcd-1", "2027-1", "99999-1", "²026-1"):
        assert rules.quarter_named(text, today) == Quarter(2026, 4)
    assert rules.last_quarters(today, 5)[-1] == Quarter(2025, 4)


STATUSES = ["sent", "seen", "proposed", "chosen", "met", "hired", "withdrawn", "unanswered", "new"]


@given(st.sampled_from(STATUSES), st.booleans())
def test_each_request_has_one_outcome(status, answered):
    assert rules.outcome(status, answered=answered) in rules.OUTCOMES


def test_delays_are_counted_in_days():
    monday = date(2026, 11, 30)

    assert [rules.delay(monday, monday + timedelta(days=n)) for n in (0, 1, 2, 3, 5, 6)] == [
        "same", "two", "two", "five", "five", "more",
    ]  # fmt: skip
    assert rules.delay(monday, None) == "none"
    assert rules.median([3, 1, 2]) == 2
    assert rules.median([1, 2]) == 1.5
    assert rules.median([]) is None


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 30))
def test_an_act_is_late_after_a_week(day, after):
    assert rules.is_late(day, day + timedelta(days=after)) == (after > 7)


@given(st.binary(max_size=60))
def test_a_file_is_what_its_bytes_say(content):
    kind = rules.file_kind(content)

    assert kind is None or content.startswith(rules.BEGINS[kind])
    assert rules.file_kind(b"%PDF-1.7 " + content + b" %%EOF") == "pdf"
    assert rules.file_kind(b"<html>" + content) is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Article 4", "4"),
        ("art. 4", "4"),
        (" ART 4. ", "4"),
        ("4", "4"),
        ("articles 12-1", "12-1"),
        ("Art. 4 B", "4 b"),
        ("Préambule", "Préambule"),
        ("loi 2008-1249", "loi 2008-1249"),
        ("", ""),
    ],
)
def test_an_article_is_one_however_it_is_written(written, key):
    assert rules.article_key(written) == key


def test_articles_are_sorted_by_number_and_those_of_no_number_come_last():
    keys = ["", "10", "Préambule", "4", "4-2"]

    assert sorted(keys, key=rules.article_order) == ["4", "4-2", "10", "Préambule", ""]
