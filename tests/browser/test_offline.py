"""A phone that loses the network: what was read stays, what was pressed leaves once."""

from collections.abc import Callable, Iterator
from socket import SHUT_RDWR, socket

import pytest
from flask import Response, request
from playwright.sync_api import expect
from sqlalchemy import func, select

from tests.browser.live import Live
from tests.browser.offline import (
    ask_without_network,
    come_back,
    come_in,
    go_off,
    kept,
    requests_of,
    until,
    visit,
)
from tests.factories import new_phone
from webapp.applications.models import CallReport
from webapp.extensions import db
from webapp.scams.lessons import LESSONS

WITHOUT = "Sans réseau"


@pytest.fixture
def half(live: Live, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function after which the first third of a view's page comes, then nothing any more."""

    def cut(endpoint: str) -> None:
        usual = live.app.view_functions[endpoint]
        left = [3]  # the first answer is cut to a third

        def third(**arguments: str) -> Response:
            whole = live.app.make_response(usual(**arguments)).get_data()
            headers = {"Content-Length": str(len(whole)), "Content-Encoding": "identity"}
            part = whole[: len(whole) // left.pop()] if left else b""
            parts = cut_short(part, request.environ["werkzeug.socket"])
            return Response(parts, headers=headers, direct_passthrough=True)

        third.access = "public"  # type: ignore[attr-defined]
        monkeypatch.setitem(live.app.view_functions, endpoint, third)

    return cut


def cut_short(part: bytes, line: socket) -> Iterator[bytes]:
    """Send a part of a page; then the line breaks."""
    if part:
        yield part
    line.shutdown(SHUT_RDWR)
    raise ConnectionError


def test_what_was_read_stays_readable_with_its_date(live, phone):
    offer = live.offer()
    pages = ("/", "/offres?ou=Vaulx-en-Velin", f"/offres/{offer}?ou=Vaulx-en-Velin", "/arnaques")
    titles = {}
    for path in pages:
        visit(phone, path)
        titles[path] = phone.locator("h1").inner_text()

    go_off(phone)

    for path in pages:
        phone.goto(path)
        assert phone.locator("h1").inner_text() == titles[path]
        expect(phone.get_by_text("Peu ou pas de réseau. Page vue le")).to_be_visible()
    phone.goto(f"/offres/{offer}")  # the same offer, from elsewhere
    assert phone.locator("h1").inner_text() == titles[pages[2]]
    assert phone.locator("a[href^='tel:']").count() > 1


def test_a_page_never_read_is_neither_blank_nor_the_browsers_error(live, phone):
    visit(phone, "/")
    visit(phone, "/arnaques/apprendre")
    go_off(phone)

    phone.goto("/aide")

    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)
    expect(phone.get_by_text("Cette page n’est pas dans votre téléphone.")).to_be_visible()
    assert phone.locator("a[href^='tel:']").count()
    phone.locator("#kept a[href$='/arnaques/apprendre']").click()
    phone.wait_for_url("**/arnaques/apprendre")
    phone.goto("/offres?ou=Lyon")  # another search than one that was made
    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)


def test_the_six_lessons_are_read_and_tried_without_network_once_their_list_was_read(live, phone):
    visit(phone, "/arnaques/apprendre")
    lessons = [f"/arnaques/apprendre/{one.slug}" for one in LESSONS]
    until(phone, lambda: all(path in str(kept(phone)) for path in lessons))
    go_off(phone)

    for path, lesson in zip(lessons, LESSONS, strict=True):
        phone.goto(path)
        phone.locator("summary", has_text="Vrai" if lesson.is_true else "Faux").click()
        expect(phone.locator("details[open]").get_by_text("bien vu")).to_be_visible()


def test_what_was_read_stands_before_what_came_ahead_which_is_not_said_to_be_seen(live, phone):
    visit(phone, "/arnaques/apprendre")
    lessons = [f"/arnaques/apprendre/{one.slug}" for one in LESSONS]
    until(phone, lambda: all(path in str(kept(phone)) for path in lessons))
    visit(phone, lessons[3])
    go_off(phone)

    phone.goto("/sans-reseau")

    rows = phone.locator("#kept a")
    hrefs = [row.get_attribute("href") or "" for row in rows.all()]
    paths = [href.removeprefix(live.url) for href in hrefs]
    assert set(paths[:2]) == {lessons[3], "/arnaques/apprendre"}
    assert set(paths[2:]) == {*lessons} - {lessons[3]}
    dots = [row.inner_text().count("·") for row in rows.all()]  # before a date
    assert dots == [1, 1, *[0] * 5]


def test_a_page_cut_in_the_middle_is_not_left_as_a_half(live, phone, half):
    path = f"/offres/{live.offer()}"
    visit(phone, path)
    half("applications.interested")

    phone.goto(f"{path}/interesse", wait_until="commit")

    expect(phone.locator("#ask [name=phone]")).to_be_visible()


def test_the_page_without_network_speaks_the_language_that_was_read(live, phone):
    visit(phone, "/simple/")
    go_off(phone)

    phone.goto("/simple/aide")

    assert phone.locator("html").get_attribute("lang") == "fr"
    assert "/simple/" in (phone.locator(".brand").get_attribute("href") or "")
    phone.goto("/simple/")
    expect(phone.get_by_text("Le réseau manque. Vous avez vu cette page le")).to_be_visible()


def test_a_request_pressed_without_network_leaves_once_even_if_the_page_was_closed(live, phone):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, number)
    expect(phone.locator("form.card h3").last).to_contain_text("Ça m’intéresse")
    context = phone.context
    phone.close()

    context.set_offline(False)
    again = context.new_page()
    again.goto("/")

    until(again, lambda: requests_of(live, number) == 1)
    again.goto("/sans-reseau")
    expect(again.get_by_text("C’est envoyé.")).to_be_visible()
    again.get_by_role("link", name="Ouvrir la page").click()
    again.wait_for_url("**/demande/*")
    again.goto("/")
    assert requests_of(live, number) == 1


def test_a_call_told_without_network_is_told_once(live, phone):
    offer = live.offer()
    count = select(func.count()).select_from(CallReport)
    before = live.ask(lambda: db.session.scalar(count))
    visit(phone, f"/offres/{offer}/interesse/appeler")
    go_off(phone)
    phone.goto(f"/offres/{offer}/interesse/appeler")
    phone.locator("form.after button").first.click()
    expect(phone.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()
    expect(phone.locator("#waiting")).to_be_visible()

    come_back(phone)

    until(phone, lambda: live.ask(lambda: db.session.scalar(count)) == before + 1)
    for _turn in range(2):
        phone.goto("/")
    assert live.ask(lambda: db.session.scalar(count)) == before + 1


def test_what_was_refused_says_so_and_keeps_the_words(live, phone):
    offer = live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, "00 00 00 00 00", name="Fatou")

    come_back(phone)
    phone.goto("/sans-reseau")

    expect(phone.get_by_text("Pas envoyé. Vos mots sont ici.")).to_be_visible()
    expect(phone.get_by_text("Fatou · 00 00 00 00 00")).to_be_visible()
    phone.get_by_role("button", name="Enlever").click()
    expect(phone.get_by_text("Rien n’attend d’être envoyé.")).to_be_visible()


def test_a_form_that_cannot_wait_says_that_nothing_left(live, phone):
    visit(phone, "/reglages")
    go_off(phone)

    phone.get_by_role("button", name="Garder mes choix").click()

    expect(phone.get_by_text("rien n’est parti")).to_be_visible()


def test_online_a_form_goes_through_the_worker_to_its_page(live, phone):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}/interesse")
    phone.locator("#first_name").fill("Awa")
    phone.get_by_label("Votre numéro de téléphone").fill("12")
    phone.get_by_role("button", name="Envoyer à").click()
    expect(phone.locator("#first_name")).to_have_value("Awa")  # what is to be mended

    phone.get_by_label("Votre numéro de téléphone").fill(number)
    phone.get_by_role("button", name="Envoyer à").click()

    phone.wait_for_url("**/demande/*")
    assert requests_of(live, number) == 1
    assert not kept(phone).get("waiting")


def test_my_follow_up_stays_on_my_phone_until_i_leave_even_without_network(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    go_off(phone)
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Zahra")

    phone.get_by_role("button", name="Sortir").click()
    expect(phone.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)
    assert "Zahra" not in phone.content()

    come_back(phone)
    phone.goto("/suivi")
    assert "/connexion" in phone.url
    assert "Zahra" not in phone.content()


def test_the_next_person_on_this_phone_never_sees_the_former_ones_page(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    come_in(live, phone, "Moussa")
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Moussa")
    until(phone, lambda: kept(phone).get("own") == ["/suivi"])
    go_off(phone)

    phone.goto("/suivi")

    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Moussa")


def test_when_the_session_has_ended_its_pages_go(live, phone):
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    phone.context.clear_cookies()  # as phones do that forget everything at each start
    phone.goto("/")
    until(phone, lambda: not kept(phone).get("own"))
    go_off(phone)

    phone.goto("/suivi")

    expect(phone.get_by_role("heading", level=1)).to_have_text(WITHOUT)


def test_one_press_makes_room_and_leaves_what_waits(live, phone):
    visit(phone, "/")
    visit(phone, "/arnaques")
    phone.goto("/sans-reseau")
    expect(phone.locator("#kept a")).to_have_count(2)

    phone.get_by_role("button", name="Faire de la place").click()

    expect(phone.locator("#kept a")).to_have_count(0)
    assert kept(phone)["shell"]
