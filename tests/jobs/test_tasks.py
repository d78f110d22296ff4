"""The tasks: enough of them in each family, each with short words and its own picture."""

import re
from collections import Counter

import pytest

from webapp.jobs.tasks import TASKS, task, tasks_for
from webapp.jobs.words import FAMILIES

KEYS = [family.key for family in FAMILIES]
INFINITIVE = re.compile(r"^\w+(?:er|ir|re)$")


def test_there_are_enough_tasks_to_build_offers():
    assert len(TASKS) >= 170


@pytest.mark.parametrize("family", KEYS)
def test_a_family_proposes_eight_to_sixteen_tasks(family):
    assert 8 <= len(tasks_for(family)) <= 16


@pytest.mark.parametrize("family", KEYS)
def test_a_family_shows_its_own_tasks_first(family):
    at_home = [one.families[0] == family for one in tasks_for(family)]

    assert at_home == sorted(at_home, reverse=True)


@pytest.mark.parametrize("family", KEYS)
def test_no_two_tasks_of_a_family_share_a_picture(family):
    assert max(Counter(one.picture for one in tasks_for(family)).values()) == 1


@pytest.mark.parametrize("family", KEYS)
def test_no_two_tasks_of_a_family_have_the_same_name(family):
    assert max(Counter(str(one.label) for one in tasks_for(family)).values()) == 1


@pytest.mark.parametrize("one", TASKS.values(), ids=TASKS)
def test_a_task_belongs_to_known_families_once(one):
    assert one.families
    assert set(one.families) <= set(KEYS)
    assert len(set(one.families)) == len(one.families)


@pytest.mark.parametrize("one", TASKS.values(), ids=TASKS)
def test_the_name_of_a_task_is_a_short_verb_phrase(one):
    label = str(one.label)

    assert INFINITIVE.match(label.split()[0])
    assert len(label) <= 40
    assert not label.endswith(".")


@pytest.mark.parametrize("one", TASKS.values(), ids=TASKS)
def test_the_sentence_of_a_task_is_said_to_the_person_in_twelve_words(one):
    sentence = str(one.sentence)

    assert re.match(r"^Vous \w+", sentence)
    assert sentence.endswith(".")
    assert len(re.findall(r"\w+", sentence)) <= 12
    assert "'" not in sentence


def test_a_task_is_found_by_its_key():
    found = task("vacuum")

    assert found is not None
    assert str(found.sentence) == "Vous passez l’aspirateur."


def test_a_task_that_no_longer_exists_is_no_task():
    assert task("shoe-the-unicorns") is None


def test_an_unknown_family_has_no_task():
    assert tasks_for("astronomy") == ()
