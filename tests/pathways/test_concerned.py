"""“Is it for me?”: without scripts, in every language, never a no, and nothing is kept."""

from itertools import combinations

import pytest
from sqlalchemy import func, select

from webapp.extensions import Base, db
from webapp.i18n import LANGUAGES
from webapp.pathways.concerned import PICTURES, SENTENCES, Sign, is_likely

ADDRESS = "/parcours/suis-je-concerne"


def test_it_asks_eight_things_at_most_each_with_its_picture(client):
    page = client.get(ADDRESS)

    assert len(page.all("input[type=checkbox]")) == len(SENTENCES) <= 8
    assert len(set(PICTURES.values())) == len(SENTENCES)


@pytest.mark.parametrize("signs", [[], ["school"], ["benefit"], ["age", "alone", "night"]])
def test_the_answer_is_never_a_no_and_says_whom_to_call(client, signs):
    page = client.post(ADDRESS, data={"signs": signs}, follow_redirects=True)

    assert page.status_code == 200
    assert "pour vous." in page.words
    assert " pas pour vous" not in page.words
    assert page.all("main a[href^='tel:']")
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("prefix", [one for one in LANGUAGES if one])
def test_it_speaks_every_language(client, prefix):
    page = client.post(f"/{prefix}{ADDRESS}", data={"signs": ["benefit"]}, follow_redirects=True)

    assert page.status_code == 200
    if not LANGUAGES[prefix].is_french:
        assert "pour vous" not in page.words


def test_nothing_of_it_is_written_anywhere(client):
    signs = {"signs": ["benefit", "disabled"]}
    assert client.post(ADDRESS, data=signs, follow_redirects=True).status_code == 200

    for table in Base.metadata.sorted_tables:
        assert not db.session.scalar(select(func.count()).select_from(table)), table.name


def test_one_more_sign_never_makes_it_less_likely():
    for size in range(len(Sign)):
        for signs in combinations(Sign, size):
            assert not is_likely(signs) or all(is_likely((*signs, more)) for more in Sign)
