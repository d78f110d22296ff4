"""Tries counted in the database: for a number, a browser, a network, the whole site."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select

from tests.accounts.entering import MONDAY, NUMBER, ask_code, enter, last_code, type_code
from tests.factories import make_person, sign_in
from webapp.accounts import alarm, codes, rules, tries
from webapp.accounts.enums import Tried
from webapp.accounts.models import Attempt, Device, SignInCode
from webapp.extensions import db
from webapp.operations import metrics
from webapp.people.models import Person

MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.usefixtures("on_monday")


def number(index: int) -> str:
    """One of the mobile numbers kept for films."""
    return f"+3363998{index:04d}"


def test_wrong_tries_fill_a_limit_and_leave_with_time(app, database):
    for minute in range(rules.WRONG_A_DAY):
        assert tries.too_many(Tried.CODE, NUMBER, MONDAY) is None
        tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY + minute * MINUTE)
    wait = tries.too_many(Tried.CODE, NUMBER, MONDAY + 11 * MINUTE)

    assert wait == rules.DAY - 11 * MINUTE
    assert tries.too_many(Tried.CODE, "+33639985678", MONDAY) is None
    assert tries.too_many(Tried.CODE, NUMBER, MONDAY + rules.DAY) is None


def test_right_tries_do_not_count_as_wrong(app, database):
    for _ in range(30):
        tries.note(Tried.CODE, NUMBER, right=True, now=MONDAY)

    assert tries.too_many(Tried.CODE, NUMBER, MONDAY) is None


def test_a_code_that_was_used_gives_its_place_back(app, database):
    for _ in range(5):
        tries.note(Tried.CODE_SENT, NUMBER, right=False, now=MONDAY)
    later = MONDAY + timedelta(hours=2)
    assert tries.too_many(Tried.CODE_SENT, NUMBER, later) is not None
    tries.answered(Tried.CODE_SENT, NUMBER)

    assert tries.too_many(Tried.CODE_SENT, NUMBER, later) is None


def test_tries_are_forgotten_once_nothing_counts_them(app, database):
    tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY - rules.KEPT)
    tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY - MINUTE)
    codes.forget_old(MONDAY)

    assert db.session.scalar(select(func.count(Attempt.id))) == 1


def test_two_tries_at_the_same_moment_cannot_both_be_the_last_one(app, database):
    for _ in range(rules.WRONG_A_DAY - 1):
        tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY)
    db.session.commit()

    def one_more(_: int) -> bool:
        with app.app_context():
            free = tries.too_many(Tried.CODE, NUMBER, MONDAY) is None
            if free:
                tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY)
            db.session.commit()
            return free

    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(one_more, range(6)))

    assert taken.count(True) == 1


def test_a_code_typed_twice_at_the_same_moment_signs_in_once(app, database):
    client = app.test_client()
    ask_code(client)
    code, token = last_code(), client.get_cookie("__Host-browser").value

    db.session.commit()  # let go of the database

    def come_in(_: int) -> str | None:
        browser = FlaskClient(app)
        browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        browser.set_cookie("__Host-browser", token, secure=True)
        browser.post("/connexion/code", data={"code": code})
        return browser.post("/connexion/prenom", data={"first_name": "Awa"}).location

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(come_in, range(4)))

    assert answers.count("/connexion/telephone") == 1
    assert db.session.scalar(select(func.count(Person.id))) == 1
    assert db.session.scalar(select(func.count(Device.id))) == 1
    assert db.session.scalar(select(func.count(SignInCode.id))) == 0


def test_two_phones_that_enter_at_the_same_moment_with_one_name_are_one_person_s(app, database):
    browsers = []
    for _ in range(3):
        client = app.test_client()
        forget_waits()
        ask_code(client)
        type_code(client, last_code())
        browsers.append(client.get_cookie("__Host-browser").value)
    db.session.commit()  # let go of the database

    def come_in(token: str) -> str | None:
        browser = FlaskClient(app)
        browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        browser.set_cookie("__Host-browser", token, secure=True)
        return browser.post("/connexion/prenom", data={"first_name": "Awa"}).location

    with ThreadPoolExecutor(3) as threads:
        answers = sorted(filter(None, threads.map(come_in, browsers)))

    assert answers == ["/connexion/preuve", "/connexion/preuve", "/connexion/telephone"]
    assert db.session.scalar(select(func.count(Person.id))) == 1


def test_starting_anew_twice_at_the_same_moment_makes_one_person(app, database):
    known = make_person(phone=NUMBER, first_name="Awa")
    client = app.test_client()
    sign_in(client, known, confirmed=False)
    token = client.get_cookie("__Host-device").value
    db.session.commit()

    def press(_: int) -> int:
        browser = FlaskClient(app)
        browser.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        browser.set_cookie("__Host-device", token, secure=True)
        return browser.post("/connexion/nouveau").status_code

    with ThreadPoolExecutor(3) as threads:
        assert set(threads.map(press, range(3))) == {303}

    assert db.session.scalar(select(func.count(Person.id))) == 2


def forget_waits() -> None:
    """Make as if the codes asked so far had been typed: another may be sent at once."""
    db.session.execute(delete(Attempt))
    db.session.commit()


def test_eleven_wrong_codes_a_day_for_a_number_whatever_the_browsers(app, at):
    wrong = 0
    moment = MONDAY
    for _ in range(12):
        client = app.test_client()
        client.simple_too = False
        moment += timedelta(minutes=45)
        at(moment)
        ask_code(client)
        for code in ("121212", "131313", "141414", "151515"):
            if type_code(client, code).status_code == 422:
                wrong += 1
    at(moment + MINUTE)

    assert wrong <= rules.WRONG_A_DAY
    assert (
        db.session.scalar(
            select(func.count(Attempt.id)).where(Attempt.kind == "code", Attempt.right.is_(False))
        )
        == wrong
        == rules.WRONG_A_DAY
    )


def test_once_a_number_is_stopped_the_right_code_waits_too(app, client):
    ask_code(client)
    for _ in range(rules.WRONG_A_DAY):
        tries.note(Tried.CODE, NUMBER, right=False, now=MONDAY)
    page = type_code(client, last_code())

    assert page.status_code == 429
    assert "Beaucoup d’essais avec ce numéro" in page.words
    assert "Attendez 24 heures" in page.words.replace("\u00a0", " ")
    assert page.all('main a[href^="tel:"]')


def test_forty_people_of_a_social_centre_all_come_in(app, at):
    """They share one address; each loses a first SMS, mistypes once, and gets in."""
    for one in range(40):
        browser = app.test_client()
        browser.simple_too = False
        at(MONDAY + timedelta(seconds=2 * one))
        assert ask_code(browser, number(one)).status_code == 303
    for one in range(40):
        browser = app.test_client()
        browser.simple_too = False
        at(MONDAY + timedelta(seconds=120 + 2 * one))
        assert ask_code(browser, number(one)).status_code == 303
        assert type_code(browser, "121212").status_code == 422
        assert type_code(browser, last_code(number(one))).location == "/connexion/prenom"

    assert not rules.is_alarming(39)


def test_forty_people_on_one_computer_all_come_in(app, client, at):
    client.simple_too = False
    for one in range(40):
        at(MONDAY + one * MINUTE)
        assert enter(client, "Awa", number(one)).location == "/connexion/telephone"
        client.post("/moi/appareils/sortir")


def test_codes_to_numbers_that_nobody_holds_are_stopped(app):
    sent = 0
    for one in range(200):
        browser = app.test_client()
        browser.simple_too = False
        sent += ask_code(browser, number(one)).status_code == 303

    hour = next(limit for limit in rules.LIMITS[Tried.CODE_SENT] if limit.scope == "network")
    assert sent == hour.most == 90
    other = app.test_client()
    other.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert ask_code(other, number(500)).status_code == 303


def test_an_ipv6_network_is_counted_as_one_place(app):
    def kept(address: str) -> str:
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            return tries.network()

    assert kept("2001:db8:1:2::1") == kept("2001:db8:1:2:ffff::9")
    assert kept("2001:db8:1:2::1") != kept("2001:db8:1:3::1")
    assert kept("::ffff:192.0.2.7") == kept("192.0.2.7")
    assert kept("192.0.2.7") != kept("192.0.2.8")
    assert kept("nowhere") == ""


def test_codes_are_capped_for_the_whole_site(app, monkeypatch):
    few = (rules.Limit(3, rules.DAY, "site", only_wrong=True),)
    monkeypatch.setattr(rules, "LIMITS", {**rules.LIMITS, Tried.CODE_SENT: few})
    answers = [ask_code(app.test_client(), number(one)).status_code for one in range(5)]

    assert answers == [303, 303, 303, 429, 429]


def test_too_many_wrong_codes_raise_an_alarm_without_any_number(app, client, monkeypatch):
    said = []
    monkeypatch.setattr(alarm.log, "error", lambda *words, **facts: said.append((words, facts)))
    for _ in range(rules.ALARM):
        tries.note(Tried.CODE, number(1), right=False, now=MONDAY)
    alarm.look(MONDAY)
    assert not said
    ask_code(client)
    type_code(client, "121212" if last_code() != "121212" else "343434")

    assert said == [(("wrong-codes",), {"count": 42, "minutes": 10, "most": 41})]
    health = client.get("/healthz").json
    assert health["sign_in"] == {"wrong_codes": 42, "most": 41, "alarm": True}
    assert health["status"] == "ok"
    figures = client.get("/metrics").text
    assert "a_deux_pas_wrong_codes_10_minutes 42.0" in figures
    assert metrics.registry.get_sample_value("a_deux_pas_wrong_codes_total") >= 1


def test_the_alarm_looks_at_ten_minutes_alone(app, client):
    for _ in range(rules.ALARM + 5):
        tries.note(Tried.CODE, number(1), right=False, now=MONDAY - 10 * MINUTE)

    assert client.get("/healthz").json["sign_in"]["wrong_codes"] == 0
