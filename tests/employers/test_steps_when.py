"""The pages that say when, by which contract, and for how much."""

from datetime import timedelta

import pytest

from tests.employers.conftest import enter, missed, send
from tests.factories import make_offer, make_organisation
from webapp.clock import today
from webapp.extensions import db


@pytest.fixture
def short(draft):
    """The draft of a contract that may be of a few hours."""
    draft.contract = "cdd"
    db.session.commit()
    return draft


def test_the_same_hours_each_day(employer, short):
    send(employer, short, "horaires", mode="same", days=["0", "2"], begin="22:00", end="5:00")

    db.session.refresh(short)
    assert short.week == [[0, 1320, 1740], [2, 1320, 1740]]
    assert short.weekly_minutes == 14 * 60


def test_other_hours_on_each_day(employer, short):
    answers = {"d0_1_begin": "8:00", "d0_1_end": "12h", "d5_2_begin": "14:00", "d5_2_end": "17:00"}

    send(employer, short, "horaires", mode="each", **answers)

    db.session.refresh(short)
    assert short.week == [[0, 480, 720], [5, 840, 1020]]


def test_the_week_is_seen_before_going_on(employer, short):
    answers = {"mode": "same", "days": ["1"], "begin": "9:00", "end": "12:00", "see": "same"}

    seen = send(employer, short, "horaires", **answers)
    page = employer.get(seen.location)

    assert seen.location.endswith("/horaires#seen")
    assert "3 h par semaine" in page.words
    assert "Le mardi, de 9 h à 12 h" in page.words
    assert page.one("table.week")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"mode": "same", "days": ["0"]}, "au moins un jour"),
        ({"mode": "same", "begin": "08:00", "end": "12:00"}, "au moins un jour"),
        ({"mode": "same", "days": ["0"], "begin": "08:00"}, "heure de début et l’heure de fin"),
        ({"mode": "same", "days": ["0"], "begin": "tôt", "end": "12:00"}, "Écrivez l’heure"),
        ({"mode": "same", "days": ["0"], "begin": "12:00", "end": "8:00"}, "Plus de 12 h"),
        (
            {"mode": "same", "days": list("012345"), "begin": "08:00", "end": "17:00"},
            "Plus de 48 h",
        ),
        ({"mode": "range", "low": "10", "high": "20"}, "Touchez une réponse"),
    ],
)
def test_says_what_is_wrong_with_the_week(employer, draft, answers, words):
    page = missed(employer, draft, "horaires", **answers)

    assert words in page.words
    assert page.fields("main form").get("begin", "") == answers.get("begin", "")


def test_a_first_day_and_a_contract_without_end(employer, draft):
    day = today() + timedelta(days=10)

    send(
        employer,
        draft,
        "contrat",
        contract="cdi_inclusion",
        months="6",
        start="day",
        starts_on=day.isoformat(),
        positions="3",
    )

    db.session.refresh(draft)
    assert (draft.contract, draft.months, draft.starts_on) == ("cdi_inclusion", None, day)
    assert draft.positions == 3


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"contract": "mission"}, "Touchez une réponse"),
        ({"start": "day"}, "Choisissez le jour"),
        ({"start": "day", "starts_on": "2020-01-01"}, "Ce jour est passé"),
        ({"start": "day", "starts_on": "2099-01-01"}, "dans plus d’un an"),
        ({"start": "day", "starts_on": "lundi"}, "Écrivez le jour"),
        ({"positions": "0"}, "de 1 à 50"),
        ({"positions": ""}, "de 1 à 50"),
        ({"positions": "trois"}, "avec des chiffres"),
        ({"positions": "9" * 400}, "avec des chiffres"),
    ],
)
def test_says_what_the_contract_lacks(employer, draft, answers, words):
    usual = {"contract": "cddi", "months": "4", "start": "now", "positions": "1"}

    page = missed(employer, draft, "contrat", **usual | answers)

    assert words in page.words
    assert page.fields("main form")["positions"] == (usual | answers)["positions"]


def test_the_minimum_wage_is_one_press(employer, draft, at):
    draft.pay_cents = None
    db.session.commit()

    page = employer.get(f"/employeur/offres/{draft.public_id}/salaire")
    assert page.fields()["mode"] == "smic"
    assert "par mois, avant retenues" in page.words
    assert "Environ" in page.words
    assert "depuis le 1er juin 2026" in page.words

    send(employer, draft, "salaire", mode="smic")
    db.session.refresh(draft)
    assert draft.pay_cents == 1231


def test_the_month_is_seen_before_going_on(employer, draft):
    seen = send(employer, draft, "salaire", mode="amount", amount="14,50", see="amount")

    page = employer.get(seen.location)

    assert "14,50 € de l’heure" in page.words
    assert "Pour 25 h par semaine" in page.words
    assert page.fields()["amount"] == "14,50"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("", "Écrivez le salaire d’une heure"),
        ("le SMIC", "avec des chiffres"),
        ("1867", "pas du mois"),
        ("9,90", "moins que le SMIC"),
    ],
)
def test_says_what_is_wrong_with_the_pay(employer, draft, amount, words):
    page = missed(employer, draft, "salaire", mode="amount", amount=amount)

    assert words in page.words
    assert page.fields("main form")["amount"] == amount


def test_an_apprentice_may_earn_less(client):
    there = make_organisation(kind="geiq")
    offer = make_offer("draft", organisation=there, contract="apprenticeship")
    enter(client, there)

    assert send(client, offer, "salaire", mode="amount", amount="7,50").status_code == 303


def test_a_very_high_pay_is_asked_about_once_and_never_refused(employer, draft):
    page = missed(employer, draft, "salaire", mode="amount", amount="99")
    assert "99 € de l’heure : c’est bien ça ?" in page.words.replace("\N{NO-BREAK SPACE}", " ")
    assert page.one("input[name=sure]").attributes["value"] == "9900"

    other = missed(employer, draft, "salaire", mode="amount", amount="98", sure="9900")
    assert other.one("input[name=sure]").attributes["value"] == "9800"

    sure = send(employer, draft, "salaire", mode="amount", amount="99", sure="9900")
    assert sure.status_code == 303
    db.session.refresh(draft)
    assert draft.pay_cents == 9900
    assert send(employer, draft, "salaire", mode="amount", amount="99").status_code == 303


def test_a_pay_of_three_times_the_minimum_is_not_asked_about(employer, draft):
    answer = send(employer, draft, "salaire", mode="amount", amount="36,93")

    assert answer.status_code == 303


@pytest.mark.parametrize("slug", ["horaires", "contrat"])
def test_a_cddi_under_twenty_hours_is_asked_about_once(employer, draft, slug):
    short = {"mode": "same", "days": ["0", "1", "2"], "begin": "9:00", "end": "14:00"}
    contract = {"contract": "cddi", "months": "4", "start": "now", "positions": "1"}
    answers = short if slug == "horaires" else contract
    if slug == "contrat":
        draft.contract, draft.week, draft.weekly_minutes = None, [[0, 540, 1440]], 15 * 60
        db.session.commit()

    page = missed(employer, draft, slug, **answers)
    assert "au moins 20 h par semaine, sauf exception" in page.words.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert page.one("input[name=sure]").attributes["value"] == "900"

    assert send(employer, draft, slug, **answers, sure="900").status_code == 303
    assert send(employer, draft, slug, **answers).status_code == 303
    db.session.refresh(draft)
    assert (draft.contract, draft.weekly_minutes) == ("cddi", 15 * 60)


def test_another_contract_may_be_short(employer, short):
    week = {"mode": "same", "days": ["0"], "begin": "9:00", "end": "14:00"}

    assert send(employer, short, "horaires", **week).status_code == 303
