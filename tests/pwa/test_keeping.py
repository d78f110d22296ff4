"""What a phone is told that it may keep, and whose phone it is told to be."""

import pytest

from tests.factories import make_account, make_application, make_offer, make_person, sign_in


def told(answer) -> tuple[str | None, str]:
    """What the worker reads of an answer: where it may keep it, and whose phone this is."""
    return answer.headers.get("X-Keep"), answer.headers["X-Phone"]


def test_a_page_that_everybody_reads_may_be_kept(client):
    offer = make_offer()

    for path in ("/", "/arnaques", "/simple/offres", f"/offres/{offer.public_id}", "/aide"):
        assert told(client.get(path)) == ("pages", "none"), path


@pytest.mark.parametrize(
    "path", ["/connexion", "/manifest.webmanifest", "/n-existe-pas", "/sans-reseau"]
)
def test_doors_errors_and_the_page_without_network_are_not_kept(client, path):
    assert "X-Keep" not in client.get(path).headers


def test_what_was_sent_is_not_kept(client):
    answer = client.post("/arnaques", data={"text": "Bonjour, envoyez 50 € par carte."})

    assert "X-Keep" not in answer.headers


def test_a_person_keeps_their_follow_up_on_a_phone_that_is_theirs(client):
    person = make_person()
    request = make_application(person_id=person.id)
    sign_in(client, person)

    assert told(client.get("/suivi"))[0] == "own"
    assert told(client.get(f"/demande/{request.public_id}"))[0] is None  # it did not look who is in


def test_a_shared_phone_keeps_nothing_of_its_person(client):
    sign_in(client, make_person(), shared=True)

    kept, phone = told(client.get("/suivi"))

    assert kept is None
    assert phone.startswith("shared:")


def test_who_gave_one_proof_alone_has_no_phone_of_theirs(client):
    sign_in(client, make_person(), confirmed=False)

    assert told(client.get("/connexion/preuve")) == (None, "none")


def test_pages_of_professionals_are_never_kept(client):
    sign_in(client, make_account("adviser"))

    kept, phone = told(client.get("/conseiller/"))

    assert kept is None
    assert phone.startswith("staff:")


def test_what_a_phone_is_told_differs_from_one_person_to_another_and_names_nobody(app):
    marks = set()
    for person in (make_person(), make_person()):
        browser = app.test_client()
        sign_in(browser, person)
        marks.add(told(browser.get("/suivi"))[1])
        marks.add(told(browser.get("/suivi"))[1])

    assert len(marks) == 2
    assert all(person.public_id not in mark and len(mark) == len("own:") + 12 for mark in marks)


def test_a_page_that_did_not_look_who_is_in_says_that_it_does_not_know(client):
    sign_in(client, make_person())

    assert told(client.get("/")) == ("pages", "?")


def test_after_leaving_this_phone_is_nobodys(client):
    sign_in(client, make_person())
    client.post("/moi/appareils/sortir")

    assert told(client.get("/connexion"))[1] == "none"


def test_an_unchanged_page_still_says_both(client):
    first = client.get("/")

    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert told(again) == ("pages", "none")


def test_a_page_that_hurries_nobody_may_be_shown_again_at_once_while_it_comes_anew(client):
    offer = make_offer()
    request = make_application()

    calm = ("/", "/ar/", f"/offres/{offer.public_id}", "/offres?ou=Lyon", "/arnaques/apprendre")
    assert {client.get(path).headers["X-Fresh"] for path in calm} == {"300"}
    for path in (f"/demande/{request.public_id}", "/connexion", "/sans-reseau"):
        assert client.get(path).headers.get("X-Fresh") != "300", path


def test_an_answer_that_changes_how_pages_look_says_that_none_is_fresh(client):
    assert client.get("/?ecran=tele").headers["X-Fresh"] == "0"
    assert client.post("/reglages", data={"size": "larger"}).headers["X-Fresh"] == "0"


def test_where_it_is_turned_off_nothing_is_kept_and_the_worker_takes_itself_away(app, client):
    app.config["OFFLINE"] = False

    page, worker = client.get("/"), client.get("/service-worker.js")

    assert "X-Keep" not in page.headers
    assert "offline" not in page.text
    assert "unregister" in worker.text
    assert worker.mimetype == "text/javascript"


def test_the_worker_is_small_on_the_wire_and_asked_for_again_at_each_visit(client):
    worker = client.get("/service-worker.js", headers={"Accept-Encoding": "br"})

    assert worker.headers["Content-Encoding"] == "br"
    assert len(worker.data) < 4000
    assert worker.cache_control.no_cache
    assert worker.headers["ETag"]
