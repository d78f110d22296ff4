"""A message is recorded by a real browser, cut by the network, and heard by the employer."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.applications.sounds import length_of, recording
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_application
from webapp.applications import queries as requests
from webapp.applications.voice import actions, queries, work

pytestmark = pytest.mark.usefixtures("live")  # the product first, then the browser


@pytest.fixture(scope="module")
def talking(playwright, tmp_path_factory):
    """A browser whose microphone hears a voice, and that may use it."""
    voice = tmp_path_factory.mktemp("voice") / "voice.wav"
    voice.write_bytes(recording("wav", 10.0))
    browser = playwright.chromium.launch(
        executable_path=chromium(),
        args=[
            *ARGUMENTS,
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-audio-capture={voice}",
        ],
    )
    yield browser
    browser.close()


@pytest.fixture
def phone(talking, open_phone):
    return open_phone(talking, permissions=["microphone"])


@pytest.fixture
def asked(live: Live) -> str:
    """A request just sent."""
    return live.ask(lambda: make_application(first_name="Fatou").public_id)


def record(phone: Page, seconds: float) -> None:
    """Speak for so long."""
    phone.get_by_role("button", name="Parler").tap()
    expect(phone.get_by_role("status")).to_contain_text("Parlez maintenant")
    phone.wait_for_timeout(seconds * 1000)
    phone.get_by_role("button", name="J’ai fini").tap()
    expect(phone.get_by_role("status")).to_contain_text("Il n’est pas encore parti")


def listen(phone: Page) -> None:
    """Play the sound of a page, until some of it has been heard."""
    phone.locator("audio").evaluate(
        """audio => new Promise((heard, failed) => {
            audio.ontimeupdate = () => audio.currentTime > 0.3 && heard();
            audio.onerror = () => failed(audio.error.message);
            audio.play().catch(failed);
        })"""
    )


def held(name: str) -> tuple[int, bytes]:
    """The seconds and the sound of a request's message, once it is made small."""
    work.turn()
    application = requests.application(name)
    message = application and queries.ready(application)
    assert message
    return message.seconds or 0, actions.content(message)


def test_record_hear_redo_send_and_the_employer_hears(live, phone, asked, talking, open_phone):
    phone.goto(f"/demande/{asked}")
    phone.get_by_role("link", name="Laisser un message vocal").tap()
    record(phone, 1.2)
    listen(phone)
    phone.get_by_role("button", name="Recommencer").tap()
    expect(phone.locator("audio")).to_be_hidden()

    record(phone, 2.5)
    assert "ko" in phone.get_by_role("status").inner_text()
    phone.get_by_role("button", name="Envoyer à Karim").first.tap()

    phone.get_by_role("heading", name="C’est envoyé à Karim").wait_for()
    expect(phone.get_by_text("Votre message est arrivé.")).to_be_visible()
    seconds, sound = live.ask(lambda: held(asked))
    assert seconds in (2, 3, 4)
    assert length_of(sound)[1] == pytest.approx(seconds, abs=0.7)
    employer_hears(live, asked, open_phone(talking))


def employer_hears(live: Live, asked: str, phone: Page) -> None:
    """Play it from the employer's first page."""

    def employer() -> dict[str, str]:
        application = requests.application(asked)
        assert application
        account = make_account("employer", organisation=application.offer.organisation)
        return cookies_of(account, confirmed=True)

    hold(phone, live.ask(employer))
    phone.goto("/employeur/")
    listen(phone)


def cut_after_one_piece(phone: Page) -> list[int]:
    """Cut the network once a piece has arrived; return the list in which the bytes tried stand."""
    tried: list[int] = []

    def cut(route: Route) -> None:
        tried.append(len(route.request.post_data_buffer or b""))
        if sum(map(bool, tried)) > 1:
            route.abort()
        else:
            route.continue_()

    phone.route("**/morceau?*", cut)
    return tried


def bytes_sent(phone: Page) -> list[int]:
    """Return the list in which the bytes of each piece will stand."""
    sent: list[int] = []

    def note(request: Request) -> None:
        if "morceau" in request.url:
            sent.append(len(request.post_data_buffer or b""))

    phone.on("request", note)
    return sent


def test_a_cut_network_loses_nothing_even_across_a_reload(live, phone, asked):
    phone.goto(f"/demande/{asked}/message")
    record(phone, 14)  # more than one piece
    tried = cut_after_one_piece(phone)
    phone.get_by_role("button", name="Envoyer à Karim").first.tap()
    expect(phone.get_by_role("status")).to_contain_text("Le réseau est coupé")
    phone.unroute("**/morceau?*")
    sent = bytes_sent(phone)

    phone.reload()

    phone.get_by_role("heading", name="C’est envoyé à Karim").wait_for()
    assert tried[1] == 16_384
    assert 0 < sum(sent) < 16_384  # what had arrived is not sent again
    assert live.ask(lambda: held(asked))[0] in (14, 15, 16)
    phone.goto(f"/demande/{asked}/message")
    expect(phone.get_by_role("button", name="Parler")).to_be_visible()  # nothing stays in the phone
    expect(phone.get_by_role("status")).to_have_text("1 minute au plus.")


def test_a_closed_microphone_leads_to_writing(browser, open_phone, asked):
    phone = open_phone(browser, permissions=[])
    phone.goto(f"/demande/{asked}/message")
    phone.get_by_role("button", name="Parler").tap()

    expect(phone.get_by_role("status")).to_contain_text("Le micro est fermé.")
    phone.get_by_label("Écrivez deux phrases").fill("Je suis libre lundi.")
    phone.get_by_role("button", name="Envoyer à Karim : mes phrases").tap()

    expect(phone.get_by_text("Karim peut lire votre message.")).to_be_visible()


def test_without_scripts_the_phones_own_recorder_is_asked_for(browser, open_phone, asked, tmp_path):
    phone = open_phone(browser, java_script_enabled=False)
    kept = Path(tmp_path / "memo.m4a")
    kept.write_bytes(recording("m4a"))
    phone.goto(f"/demande/{asked}/message")
    field = phone.get_by_label("Enregistrez votre voix")
    assert field.get_attribute("capture") is not None
    expect(phone.get_by_role("button", name="Parler")).to_be_hidden()

    field.set_input_files(kept)
    phone.get_by_role("button", name="Envoyer à Karim : ma voix").tap()

    expect(phone.get_by_text("Votre message est arrivé.")).to_be_visible()
