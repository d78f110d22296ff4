"""A person's forms that wait for the network leave without their session: it may have ended."""

import re

from tests.factories import make_application
from tests.who_opens import ANYONE, WHO_OPENS
from webapp import clock
from webapp.applications import inviting
from webapp.config import ROOT
from webapp.extensions import db

TEMPLATES = ROOT / "templates"
PROFESSIONALS = (ROOT / "scripts" / "professional_pages.txt").read_text(encoding="utf-8").split()
FORM = re.compile(r"<form(?:(?!</form>).)*?may_wait\((?:(?!</form>).)*</form>", re.DOTALL)
POSTED = re.compile(r'<form[^>]*?url_for\("([\w.]+)"')
LEAVING = "accounts.devices.leave"  # the worker asks nobody to come in to leave
WITHOUT_ADDRESS = {  # these forms are sent to their own page
    "templates/helping/call_me.html": "helping.call_me",
    "templates/pwa/without_network.html": "applications.interested",
}


def waiting() -> set[str]:
    """The views that receive the forms of people that may wait."""
    found: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        name = path.relative_to(ROOT).as_posix()
        if not any(name.startswith(one) for one in PROFESSIONALS):
            forms = FORM.findall(path.read_text(encoding="utf-8"))
            found |= {address_of(form, name) for form in forms}
    return found


def address_of(form: str, name: str) -> str:
    """The view that receives a form of this template."""
    posted = POSTED.search(form)
    return WITHOUT_ADDRESS[name] if posted is None or name in WITHOUT_ADDRESS else posted[1]


def test_no_form_of_a_person_that_waits_needs_their_session():
    views = waiting()

    assert {"applications.meetings.choose", "applications.interested", LEAVING} <= views
    assert {one for one in views if WHO_OPENS[one] != ANYONE} == {LEAVING}


def test_a_moment_chosen_is_kept_after_the_session_has_ended(client):
    asked, now = make_application(), clock.now()
    inviting.propose(asked, inviting.proposable(asked, now)[:3], now)
    db.session.commit()
    moment = asked.meeting.moments[0].isoformat()
    headers = {"Idempotency-Key": "a-press", "X-Phone": "own:aaaaaaaaaaaa"}  # of who was in

    answer = client.post(
        f"/demande/{asked.public_id}/rendez-vous", data={"moment": moment}, headers=headers
    )

    assert answer.status_code == 200
    assert "/connexion" not in answer.headers["X-To"]
    assert asked.status == "chosen"
