"""In a contract and after it: the renewal of each month, then what became of people, by SMS."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from tests.path_factories import make_contract
from tests.pathways.helping import MONDAY, kinds_due, written
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.messages import inbound, queries
from webapp.messages.models import Message
from webapp.pathways import asking, exit_words, renewals, work_rules
from webapp.pathways.enums import Renewed
from webapp.pathways.work_models import Outcome, Renewal
from webapp.people import merging

FIFTH = datetime(2026, 12, 5, 9, tzinfo=PARIS)


def say(person, text: str) -> str:
    """Write from someone's phone; return the last words that it got."""
    inbound.receive(person.phone, text, now())
    db.session.commit()
    return queries.outbox(person.phone)[-1].text


def ask_after(person, people, at) -> None:
    """Ask someone what they do, the day after their contract ended."""
    written(person, people[0], end=date(2026, 11, 29))
    at(MONDAY)
    asking.ask_outcomes(MONDAY.date(), now())
    db.session.commit()


def reminded(on: date) -> int:
    count = renewals.remind(on, now())
    db.session.commit()
    return count


# The renewal of each month


@pytest.mark.parametrize("hours", [12, 35])
def test_who_works_in_a_siae_is_reminded_once_a_month_whatever_their_hours(
    database, fatou, people, at, hours
):
    written(fatou, people[0], hours=hours)
    make_person(first_name="Awa")  # who is in no contract
    at(FIFTH)

    days = [date(2026, 12, day) for day in (4, 5, 5, 6, 11, 12)]
    assert [reminded(day) for day in days] == [0, 1, 0, 0, 0, 0]
    told = db.session.scalars(select(Message)).all()
    assert [one.recipient for one in told] == [fatou.phone]
    assert "France Travail" in told[0].text
    assert told[0].parts == 1
    assert reminded(date(2027, 1, 7)) == 1  # the nights before were missed


def test_two_contracts_at_once_bring_one_reminder(fatou, people, at):
    written(fatou, people[0])
    make_contract(fatou)  # in another SIAE
    at(FIFTH)

    assert reminded(date(2026, 12, 5)) == 1


def test_oui_confirms_the_month_and_non_ends_the_reminders_of_this_contract(fatou, people, at):
    written(fatou, people[0])
    for month, text in ((12, "Oui c'est fait"), (1, "nan")):
        moment = FIFTH.replace(year=2026 if month == 12 else 2027, month=month)
        at(moment)
        assert reminded(moment.date()) == 1
        say(fatou, text)
    at(FIFTH.replace(year=2027, month=2))
    assert reminded(date(2027, 2, 5)) == 0

    found = db.session.scalars(select(Renewal.answer).order_by(Renewal.month)).all()
    assert found == ["done", "out"]
    written(fatou, people[0], begin=date(2027, 2, 16), end=date(2027, 5, 31))
    at(FIFTH.replace(year=2027, month=3))
    assert reminded(date(2027, 3, 5)) == 1  # a new contract asks again


def test_two_records_made_one_are_asked_once_a_month_and_answer_once(fatou, people, at):
    other = make_person(first_name=fatou.first_name, last_name=fatou.last_name)
    for one in (fatou, other):
        written(one, people[0])
    at(FIFTH)
    assert reminded(FIFTH.date()) == 2
    merging.merge(fatou, other, fatou.phone, None, now())
    db.session.commit()

    assert reminded(FIFTH.date()) == 0
    renewals.settle(renewals.waiting_for(fatou, FIFTH.date()), Renewed.DONE, now())
    assert renewals.waiting_for(fatou, FIFTH.date()) is None


def test_who_accompanies_is_told_three_days_before_the_end_and_settles_it(
    client, fatou, people, at
):
    employer, adviser = people
    written(fatou, employer)
    at(FIFTH)
    reminded(FIFTH.date())
    assert "renewal" not in kinds_due(adviser)

    at(FIFTH + timedelta(days=7))
    assert "renewal" in kinds_due(adviser)
    sign_in(client, adviser)
    page = client.get(f"/parcours/personnes/{fatou.public_id}/contrats")
    assert "Rappelé par SMS ce mois-ci, sans réponse" in page.words
    one = db.session.scalars(select(Renewal)).one()
    assert client.post(f"/parcours/inscriptions/{one.public_id}/never").status_code == 400
    assert client.post(f"/parcours/inscriptions/{one.public_id}/done").status_code == 303
    assert client.post(f"/parcours/inscriptions/{one.public_id}/out").status_code == 409
    assert "renewal" not in kinds_due(adviser)


# After the contract


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CDI", "lasting"), ("c.d.i.", "lasting"), ("un cdii", "lasting"),
        ("CDD de 8 mois", "lasting"), ("cdd 8 moi", "lasting"),
        ("cdd 3 mois", "short"), ("CDD", "short"),
        ("interimm", "short"), ("je suis en formtion", "training"), ("FORMATION", "training"),
        ("je travaille", "works"), ("boulot", "works"), ("retraite", "other"),
        ("Rien", "seeks"), ("pas de travail", "seeks"), ("je cherche un cdi", "seeks"),
        ("chomage", "seeks"), ("sans emploi", "seeks"),
        ("formation cuisine 69120", None), ("bonjour", None), ("", None), ("Fatou", None),
        ("je voulais vous dire que la formation de mon fils commence", None),
    ],
)  # fmt: skip
def test_short_answers_are_understood_with_their_mistakes(text, said):
    assert exit_words.read(text) == said


def test_what_became_of_someone_is_asked_at_the_exit_and_3_and_6_months_later(
    database, fatou, people, at
):
    written(fatou, people[0], end=date(2026, 11, 29))
    asked = []
    for after in (0, 1, 91, 92, 183, 184, 230):
        at(MONDAY + timedelta(days=after))
        for _ in range(2):
            asking.ask_outcomes(now().astimezone(PARIS).date(), now())
            db.session.commit()
        asked.append(len(db.session.scalars(select(Outcome)).all()))

    assert asked == [1, 1, 2, 2, 3, 3, 3]
    told = db.session.scalars(select(Message)).all()
    assert len(told) == 3
    assert all(one.parts == 1 and "Répondez CDI, CDD, FORMATION" in one.text for one in told)


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["OUI"], "works"),
        (["oui", "cdd"], "short"),
        (["Oui un CDI"], "lasting"),
        (["non"], "seeks"),
        (["formtion"], "training"),
        (["rien"], "seeks"),
    ],
)
def test_the_answer_is_kept_and_thanked(fatou, people, at, texts, kept):
    ask_after(fatou, people, at)

    answers = [say(fatou, text) for text in texts]

    assert all(one.startswith("Merci") for one in answers)
    assert db.session.scalars(select(Outcome.answer)).all() == [kept]


def test_an_answer_is_put_right_the_same_day_and_no_town_is_looked_for(fatou, people, at):
    ask_after(fatou, people, at)

    assert "Bravo" in say(fatou, "cdd de 3 mois")
    assert "Bravo" in say(fatou, "pardon, cdd de 8 moi")
    assert db.session.scalars(select(Outcome.answer)).one() == "lasting"

    assert "Bravo" not in say(fatou, "formation menage 69120")
    at(now() + timedelta(days=2))
    assert "Bravo" not in say(fatou, "cdd de 3 mois")
    assert db.session.scalars(select(Outcome.answer)).one() == "lasting"


def test_a_search_for_work_stays_a_search_while_a_question_waits(fatou, people, at):
    written(fatou, people[0], end=date(2026, 11, 29))
    at(MONDAY)
    asking.ask_outcomes(MONDAY.date(), now())
    db.session.commit()

    answer = say(fatou, "formation cuisine 69120")

    assert not answer.startswith("Merci")
    assert db.session.scalars(select(Outcome.answer)).all() == [""]


def test_a_second_exit_from_the_same_siae_is_asked_about_too(fatou, people, at):
    written(fatou, people[0], begin=date(2024, 1, 1), end=date(2024, 9, 30))
    at(datetime(2024, 10, 1, 9, tzinfo=PARIS))
    assert asking.ask_outcomes(date(2024, 10, 1), now()) == 1
    db.session.commit()
    written(fatou, people[0], end=date(2026, 11, 29))

    at(MONDAY)
    assert asking.ask_outcomes(MONDAY.date(), now()) == 1


def test_a_renewed_contract_asks_nothing(fatou, people):
    written(fatou, people[0], end=date(2026, 11, 29))
    written(fatou, people[0], begin=date(2026, 11, 30), end=date(2027, 5, 29))

    assert asking.ask_outcomes(date(2026, 11, 30), now()) == 0


def test_a_moment_that_was_missed_is_not_asked_late():
    ended = date(2026, 1, 31)

    assert work_rules.question_due(ended, frozenset(), date(2026, 4, 30)) == 3
    assert work_rules.question_due(ended, frozenset({3}), date(2026, 4, 30)) is None
    assert work_rules.question_due(ended, frozenset(), date(2026, 3, 20)) is None
    assert work_rules.question_due(ended, frozenset(), date(2026, 10, 1)) is None
