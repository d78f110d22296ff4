"""Beside the person: a marked session that ends by itself and leaves nothing behind."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from tests.followup.making import make_task
from tests.people.helping import SITE, acts, look, send
from webapp import clock
from webapp.accounts import cards, devices, together
from webapp.accounts.models import Together
from webapp.extensions import db
from webapp.people import consents, queries
from webapp.people.enums import Act

KNOWN = {"checked": "known", "place": "screen"}


def path(person, rest="/ensemble"):
    return f"/conseiller/suivi/{person.public_id}{rest}"


@pytest.fixture
def two(desk, fatou):
    """Nadia's browser, in a session of two with Fatou."""
    send(desk, path(fatou), **KNOWN)
    return desk


def link_of(page):
    """The address in the square, as the test reads it from the database's session."""
    return page.one(".qr svg")


def test_the_person_s_pages_open_on_the_adviser_s_screen_marked_on_each(two, fatou):
    page = look(two, "/suivi")

    assert page.one("h1").text() == "Bonjour Fatou"
    assert "Nadia est à côté de vous." in page.words
    assert "Cette page se ferme à" in page.words
    assert "no-store" in page.headers["Cache-Control"]
    assert "X-Keep" not in page.headers


def test_the_adviser_s_own_pages_stay_open_beside(two, fatou):
    assert look(two, "/conseiller/").status_code == 200
    assert look(two, path(fatou, "")).one("h1").text() == "Fatou Diallo"
    assert "est à côté de vous" not in look(two, "/conseiller/").words


def test_finishing_leaves_nothing_and_the_adviser_stays_in(two, fatou):
    answer = send(two, "/suivi/ensemble/fin")

    assert answer.location.endswith(path(fatou, "/ensemble/fini"))
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert two.get_cookie(together.COOKIE) is None
    assert two.get_cookie(devices.COOKIE) is not None
    assert look(two, "/suivi").status_code == 403  # it is a professional's browser again
    assert look(two, "/conseiller/").status_code == 200
    assert "Rien ne reste sur cet écran." in look(two, answer.location).words


def test_it_ends_by_itself(two, at):
    at(clock.now() + together.LIFE + timedelta(seconds=1))

    page = look(two, look(two, "/suivi").location)

    assert "C’est fini avec Fatou" in page.words
    assert "Les 20 minutes sont passées." in page.words
    assert two.get_cookie(together.COOKIE) is None
    assert look(two, "/conseiller/").status_code == 200


def test_it_ends_with_the_agreement(two, fatou):
    consents.stop(queries.of_person(fatou)[0], clock.now())
    db.session.commit()

    assert look(two, "/suivi").status_code == 403


def test_it_ends_with_the_adviser_s_own_session(two):
    send(two, "/connexion/pro/sortir")
    two.delete_cookie(devices.COOKIE)

    assert look(two, "/suivi").status_code == 303


def test_its_cookie_opens_nothing_in_another_browser(app, two, sami):
    cookie = two.get_cookie(together.COOKIE)
    for owner in (None, sami):
        other = app.test_client()
        if owner:
            sign_in(other, owner)
        other.set_cookie(together.COOKIE, cookie.value, secure=True)

        assert look(other, "/suivi").status_code in (303, 403)


def test_what_is_done_is_noted_as_done_together(two, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)

    send(two, f"/suivi/etapes/{task.public_id}/oui")

    assert acts(fatou).count(Act.TOGETHER) == 1
    assert db.session.scalars(select(Together)).one().acts == 1
    told = look(two, "/suivi/parcours").words
    assert "Étape acceptée" in told
    assert "Fait ensemble, côte à côte" in told


@pytest.mark.parametrize(
    "address",
    ["/moi", "/moi/donnees", "/moi/effacer", "/moi/carte", "/moi/appareils", "/connexion"],
)
def test_what_only_the_person_does_is_not_done_by_two(two, address):
    page = look(two, address)

    assert page.status_code == 403
    assert "Cette page s’ouvre avec votre propre téléphone" in page.words


def test_offers_are_looked_at_by_two(two):
    assert "Nadia est à côté de vous." in look(two, "/").words


def test_nothing_opens_without_the_agreement(desk, nadia):
    alone = make_person(registered_by_id=nadia.id)

    page = send(desk, path(alone), **KNOWN)

    assert page.status_code == 409
    assert "Il faut d’abord l’accord de la personne" in page.words


def test_a_wrong_birthday_opens_nothing(desk, fatou):
    cards.learn_birthday(fatou, "14-07")
    db.session.commit()

    page = send(desk, path(fatou), checked="birthday", birthday="15 07", place="screen")

    assert page.status_code == 422
    assert desk.get_cookie(together.COOKIE) is None


# --- on the person's phone


@pytest.fixture
def links(monkeypatch):
    """The addresses that squares carry, as they are made."""
    made = []
    real = together.link

    def link(token: str) -> str:
        made.append(real(token))
        return made[-1]

    monkeypatch.setattr(together, "link", link)
    return made


def opened(app, address):
    """A phone that opened an address, and the page."""
    phone = app.test_client()
    return phone, look(phone, "/avec/" + address.rpartition("/")[2])


def test_the_square_carries_the_page_on_to_the_phone_once(app, two, fatou, links):
    page = send(two, path(fatou, "/ensemble/telephone"), suite="/offres")
    assert page.one(".qr svg")
    phone, asked = opened(app, links[0])
    assert "Nadia est à côté de vous ?" in asked.words

    answer = send(phone, f"/avec/{links[0].rpartition('/')[2]}?suite=/offres")

    assert answer.location == "/offres"
    assert "Nadia est à côté de vous." in look(phone, "/suivi").words
    _other, again = opened(app, links[0])
    assert again.status_code == 410


def test_a_link_looked_at_opens_nothing(app, desk, fatou, links):
    send(desk, path(fatou), checked="known", place="phone")
    phone, _page = opened(app, links[0])

    assert look(phone, "/suivi").status_code == 303
    assert desk.get_cookie(together.COOKIE) is None


def test_the_link_and_the_session_of_the_phone_end_by_themselves(app, desk, fatou, links, at):
    send(desk, path(fatou), checked="known", place="phone")
    begin, token = clock.now(), links[0].rpartition("/")[2]
    phone = app.test_client()
    send(phone, f"/avec/{token}")
    assert look(phone, "/suivi").status_code == 200

    at(begin + together.LIFE + timedelta(minutes=1))
    page = look(phone, "/suivi")
    assert page.status_code == 410
    assert "Les 20 minutes sont passées. Rien ne reste sur ce téléphone." in page.words
    assert page.links()["Entrer dans mon suivi"] == "/connexion"
    assert look(phone, "/suivi").status_code == 303  # it is nobody's by then

    at(begin)
    send(desk, path(fatou), checked="known", place="phone")
    at(begin + together.LINK_LIFE + timedelta(minutes=1))
    assert opened(app, links[1])[1].status_code == 410


def test_the_phone_finishes_and_is_nobody_s(app, desk, fatou, links):
    send(desk, path(fatou), checked="known", place="phone")
    phone = app.test_client()
    send(phone, "/avec/" + links[0].rpartition("/")[2])

    send(phone, "/suivi/ensemble/fin")

    assert look(phone, "/suivi").status_code == 303
    for name in (together.COOKIE, devices.COOKIE):
        assert phone.get_cookie(name) is None


def test_only_its_own_session_is_carried_on(desk, fatou):
    assert send(desk, path(fatou, "/ensemble/telephone")).status_code == 403
    assert SITE
