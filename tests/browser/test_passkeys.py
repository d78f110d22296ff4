"""Coming in with a finger or the code of the phone, with the browser's own virtual key."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from tests.browser.live import Live
from tests.browser.signed_in import come_in
from tests.factories import make_account
from webapp.accounts import staff_links
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.models import Message

PHONE_WITH_A_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
OFFER = "/connexion/empreinte"


class Finger:
    """A phone's own key: it can be told that the finger is not the right one."""

    def __init__(self, page: Page) -> None:
        """Give this page's browser a key of its own."""
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("WebAuthn.enable")
        added = self.devtools.send(
            "WebAuthn.addVirtualAuthenticator", {"options": PHONE_WITH_A_FINGER}
        )
        self.name = {"authenticatorId": added["authenticatorId"]}

    def is_right(self, right: bool) -> None:
        """Say whether the finger is the right one."""
        asked = {**self.name, "isUserVerified": right}
        self.devtools.send("WebAuthn.setUserVerified", asked)

    def keys(self) -> list[dict[str, object]]:
        """The keys that the phone holds."""
        found: list[dict[str, object]] = self.devtools.send("WebAuthn.getCredentials", self.name)[
            "credentials"
        ]
        return found


def press(page: Page, name: str) -> None:
    """Press a button that leads to another page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


@pytest.fixture
def awa(live: Live, page: Page) -> Page:
    """The phone of someone who has just come in by a code."""
    come_in(live, page, "person")
    return page


def test_a_person_makes_a_key_and_comes_back_with_it(awa):
    finger = Finger(awa)
    awa.goto(OFFER)
    expect(awa.get_by_text("Ce téléphone ne peut pas le faire")).to_be_hidden()

    press(awa, "Oui, utiliser mon empreinte")
    expect(awa.get_by_role("heading", level=1)).to_have_text("Mes appareils")
    expect(awa.get_by_text("C’est fait. La prochaine fois")).to_be_visible()
    [key] = finger.keys()
    assert key["rpId"] == "localhost"
    assert key["isResidentCredential"]

    press(awa, "Sortir de ma page")
    press(awa, "Entrer avec mon empreinte")
    expect(awa).to_have_url("/suivi")
    awa.goto("/moi/appareils")
    expect(awa.get_by_role("heading", level=1)).to_have_text("Mes appareils")


def test_a_finger_that_is_not_the_right_one_opens_nothing_and_can_try_again(awa):
    finger = Finger(awa)
    awa.goto(OFFER)
    finger.is_right(False)

    awa.get_by_role("button", name="Oui, utiliser mon empreinte").click()
    expect(awa.get_by_role("status")).to_have_text("Rien n’est fait. Vous pouvez essayer encore.")
    assert not finger.keys()

    finger.is_right(True)
    press(awa, "Oui, utiliser mon empreinte")
    expect(awa.get_by_role("heading", level=1)).to_have_text("Mes appareils")


def test_a_key_that_is_there_is_not_made_again(awa):
    Finger(awa)
    awa.goto(OFFER)
    press(awa, "Oui, utiliser mon empreinte")

    awa.goto(OFFER)
    awa.get_by_role("button", name="Oui, utiliser mon empreinte").click()

    expect(awa.get_by_role("status")).to_have_text("Ce téléphone a déjà votre clé.")


def test_a_key_taken_away_says_so_kindly(awa):
    Finger(awa)
    awa.goto(OFFER)
    press(awa, "Oui, utiliser mon empreinte")
    press(awa, "Enlever")
    press(awa, "Sortir de ma page")

    awa.get_by_role("button", name="Entrer avec mon empreinte").click()

    expect(awa.locator(".says")).to_contain_text("Ça n’a pas marché.")


def test_without_an_answer_from_us_one_is_told(awa):
    Finger(awa)
    awa.goto(OFFER)
    awa.context.set_offline(True)

    awa.get_by_role("button", name="Oui, utiliser mon empreinte").click()

    expect(awa.get_by_role("status")).to_contain_text("Regardez votre connexion")


def test_a_phone_without_a_finger_goes_on_without(awa):
    awa.goto(OFFER)

    expect(awa.get_by_text("Continuez : le SMS marche toujours.")).to_be_visible()
    expect(awa.get_by_role("button", name="Oui, utiliser mon empreinte")).to_be_hidden()
    expect(awa.get_by_role("link", name="Plus tard")).to_be_visible()


def test_without_scripts_one_goes_on_without(
    live: Live, browser: Browser, open_phone: Callable[..., Page]
) -> None:
    page = open_phone(browser, java_script_enabled=False)
    come_in(live, page, "person")
    page.goto(OFFER)

    expect(page.get_by_text("Continuez : le SMS marche toujours.")).to_be_visible()
    page.get_by_role("link", name="Plus tard").click()
    expect(page).to_have_url("/suivi")


def mailed(email: str) -> str:
    """The link last mailed to an address."""
    wanted = select(Message.text).filter_by(recipient=email).order_by(Message.id.desc())
    text = db.session.scalars(wanted).first()
    assert text
    return "/connexion/pro/lien/" + text.split("/connexion/pro/lien/")[1].split()[0]


def mail_again(email: str) -> None:
    """Mail another link, as after some time."""
    account = staff_links.open_account(email)
    assert account
    staff_links.mail(account, now())
    db.session.commit()


def test_a_professional_makes_a_key_and_shows_it_the_next_time(live, page):
    email = live.ask(lambda: make_account("adviser", email="nadia@exemple.fr").email)
    Finger(page)
    page.goto("/connexion/pro/appareils")
    page.get_by_label("Votre adresse e-mail professionnelle").fill(email)
    press(page, "Recevoir un lien")
    expect(page.get_by_role("heading", level=1)).to_have_text("Regardez vos e-mails")

    page.goto(live.ask(lambda: mailed(email)))
    press(page, "Entrer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Faites votre clé")
    press(page, "Faire ma clé")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mes appareils")

    press(page, "Sortir")
    live.ask(lambda: mail_again(email))
    page.goto(live.ask(lambda: mailed(email)))
    press(page, "Entrer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Montrez votre clé")
    press(page, "Entrer avec ma clé")
    page.goto("/connexion/pro/appareils")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mes appareils")


def test_a_professional_without_scripts_is_told_what_is_needed(live, browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    come_in(live, page, "half adviser")
    page.goto("/connexion/pro/cle")

    expect(page.get_by_text("Il faut un navigateur récent, avec JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Faire ma clé")).to_be_hidden()
