"""An employer answers and a person chooses, on a phone: what each costs, and what it looks like."""

import pytest
from playwright.sync_api import Page

from tests.browser import measure
from tests.browser.journey import Journey
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.browser.test_looks import looks
from tests.factories import make_account, make_application, make_offer, make_organisation
from webapp import clock
from webapp.applications import inviting
from webapp.applications.enums import Chosen
from webapp.applications.models import Application
from webapp.extensions import db


def awa_asks() -> tuple[str, dict[str, str]]:
    """Awa's request to a structure, and what the browser of its employer holds."""
    here = make_organisation(kind="aci")
    asked = make_application(offer=make_offer(organisation=here), first_name="Awa")
    employer = make_account("employer", organisation=here)
    return asked.public_id, cookies_of(employer, confirmed=True)


@pytest.fixture
def awa(live: Live, page: Page) -> str:
    """Awa's request, to a structure whose employer has entered in this browser."""
    name, cookies = live.ask(awa_asks)
    hold(page, cookies)
    return name


def status(live: Live, name: str) -> str:
    """Where a request stands."""
    return live.ask(lambda: found(name).status)


def found(name: str) -> Application:
    """A request by its public name."""
    return db.session.query(Application).filter_by(public_id=name).one()


def invite(live: Live, name: str, *, chosen: bool = False) -> None:
    """Invite the person; let them have chosen already where it is said."""

    def act() -> None:
        asked, now = found(name), clock.now()
        inviting.propose(asked, inviting.proposable(asked, now)[:3], now)
        if chosen:
            inviting.choose(asked, asked.meeting.moments[0], Chosen.PAGE, now)
        db.session.commit()

    live.ask(act)


@pytest.mark.parametrize(
    ("answer", "taps", "after"),
    [
        (["Je l’appelle"], 1, "seen"),
        (["J’embauche"], 1, "hired"),
        (["Rendez-vous", "Proposer"], 2, "proposed"),
    ],
)
def test_an_employer_answers_in_one_press_and_invites_in_two(live, page, awa, answer, taps, after):
    journey = Journey(page)
    journey.open(live.url + "/employeur/")
    for name in answer:
        shows = "Inviter Awa" if name == "Rendez-vous" else "Personne n’attend"
        role = "link" if name == "Rendez-vous" else "button"
        journey.tap(page.get_by_role(role, name=name), shows=shows)

    assert (journey.cost()["taps"], journey.cost()["typed fields"]) == (taps, 0)
    assert status(live, awa) == after


def test_a_kind_no_is_one_press_to_unfold_and_one_on_the_reason(live, page, awa):
    journey = Journey(page)
    journey.open(live.url + "/employeur/")
    journey.tap(page.locator("details.no summary"), shows="1 personne attend")
    journey.tap(page.get_by_role("button", name="La place est prise"), shows="Personne n’attend")

    assert journey.cost()["taps"] == 2
    assert status(live, awa) == "not_selected"


def test_a_person_chooses_in_one_press_and_says_no_in_one(live, page, awa):
    invite(live, awa)
    journey = Journey(page)
    journey.open(f"{live.url}/demande/{awa}")
    journey.tap(page.locator("form .btn").first, shows="Rendez-vous avec Karim")
    assert status(live, awa) == "chosen"

    refuse = page.get_by_role("button", name="Je ne peux pas venir")
    journey.tap(refuse, shows="Karim propose d’autres moments")
    assert journey.cost()["taps"] == 2
    assert status(live, awa) == "seen"


@pytest.mark.parametrize(("prefix", "chosen"), [("", False), ("/simple", True), ("/ar", False)])
def test_nobody_is_shut_out_of_a_meeting_by_how_it_looks(live, page, awa, prefix, chosen):
    invite(live, awa, chosen=chosen)
    page.goto(f"{live.url}{prefix}/demande/{awa}")
    small = measure.small_targets(page)
    measure.unfold(page)
    faults = {}
    for look in looks(page):
        seen = measure.axe(page, contrast=look != "forced colours")
        faults[look] = seen + measure.low_contrasts(page)

    assert not any(faults.values()), faults
    assert not small
    assert not measure.overflows(page)


def test_nobody_is_shut_out_of_answering_by_how_it_looks(live, page, awa):
    for path in ("", f"demandes/{awa}/rendez-vous"):
        page.goto(f"{live.url}/employeur/{path}")
        measure.unfold(page)
        assert not measure.axe(page)
        assert not measure.small_targets(page)
        assert not measure.overflows(page)
