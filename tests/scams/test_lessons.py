"""The six lessons: one screen each, a question, and a kind word whatever the answer."""

import re

import pytest

from tests.support.inspection import text_of
from webapp.scams.lessons import LESSONS, after


def seen(text):
    """A sentence as a page shows it, spaces made one."""
    return " ".join(str(text).split())


def sentences(lesson):
    """Every sentence that a lesson says."""
    said = (*lesson.sentences, lesson.question, *lesson.because)
    return [
        one.strip()
        for text in said
        for one in re.split(r"[.?!:](?:\s|$)", str(text))
        if one.strip()
    ]


def test_there_are_six_lessons_each_a_press_away(client):
    links = client.get("/arnaques/apprendre").links()

    assert len(LESSONS) == 6
    for lesson in LESSONS:
        assert links[seen(lesson.short)] == f"/arnaques/apprendre/{lesson.slug}"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_lesson_is_short_and_its_sentences_are(client, lesson):
    page = client.get(f"/arnaques/apprendre/{lesson.slug}")

    assert page.h1 == seen(lesson.title)
    assert 3 <= len(lesson.sentences) <= 4
    assert all(len(one.split()) <= 12 for one in sentences(lesson)), sentences(lesson)
    assert page.all("h1, .pic svg")
    assert [text_of(one) for one in page.all("summary")] == ["Vrai", "Faux"]
    told = [text_of(one) for one in page.all("details")]
    assert ["bien vu" in one for one in told] == [lesson.is_true, not lesson.is_true]
    assert all(seen(one) in answer for answer in told for one in lesson.because)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_each_answer_is_met_kindly_and_explained(client, lesson):
    right, other = ("vrai", "faux") if lesson.is_true else ("faux", "vrai")

    well = client.get(f"/arnaques/apprendre/{lesson.slug}/{right}")
    almost = client.get(f"/arnaques/apprendre/{lesson.slug}/{other}")

    assert "bien vu" in well.h1
    assert "Presque" in almost.h1
    for page in (well, almost):
        assert all(seen(one) in page.words for one in lesson.because)
        following = after(lesson)
        onward = f"/arnaques/apprendre/{following.slug}" if following else "/arnaques"
        assert onward in page.links().values()


def test_not_all_answers_are_alike():
    assert {lesson.is_true for lesson in LESSONS} == {True, False}


def test_threats_lead_to_the_3018(client):
    assert client.get("/arnaques/apprendre/harcelement").all("a[href='tel:3018']")


@pytest.mark.parametrize("path", ["", "/argent", "/argent/faux"])
def test_a_lesson_can_be_kept_by_a_phone(client, path):
    first = client.get(f"/arnaques/apprendre{path}")
    etag = first.headers["ETag"]

    assert "no-store" not in first.headers["Cache-Control"]
    again = client.get(f"/arnaques/apprendre{path}", headers={"If-None-Match": etag})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["rien", "argent/peut-etre", "rien/vrai"])
def test_what_is_no_lesson_is_not_found(client, path):
    assert client.get(f"/arnaques/apprendre/{path}").status_code == 404
