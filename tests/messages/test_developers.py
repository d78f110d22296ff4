"""The developers' page: what would have left, readable, and never in production."""

from tests.messages.conftest import NUMBER
from tests.support import databases
from webapp import create_app
from webapp.messages import queries
from webapp.messages.enums import Kind


def test_the_page_shows_the_last_messages_first_with_their_code(client, outbox):
    outbox.queue(kind=Kind.CODE, text="111 222 est votre code.")
    outbox.sweep()
    outbox.queue(kind=Kind.CODE, text="333 444 est votre code.")
    outbox.queue(
        to="karim@exemple.fr",
        kind=Kind.STAFF_LINK,
        subject="Entrer",
        text="Touchez ce lien :\nhttp://localhost:8000/l/x",
    )
    page = client.get("/dev/sms")

    shown = page.words
    assert shown.index("Touchez") < shown.index("333 444") < shown.index("111 222")
    assert "06 39 98 00 01" in shown.replace("\u00a0", " ")
    assert page.links()["http://localhost:8000/l/x"] == "http://localhost:8000/l/x"
    assert ("attend son heure" in shown, "parti" in shown) == (True, True)


def test_without_a_message_the_page_says_what_to_do(client):
    assert "Demandez un code" in client.get("/dev/sms").words


def test_one_answers_as_the_phone_would(client, outbox):
    outbox.queue()
    page = client.get("/dev/sms")
    fields = page.fields("form")
    answer = client.post("/dev/sms", data=fields | {"text": "aide"})

    assert answer.location == "/dev/sms"
    assert "AIDE" not in fields
    assert [message.kind for message in queries.outbox(NUMBER)] == ["new-device", "reply"]


def test_what_is_written_is_shown_as_text(client, outbox):
    outbox.queue(text="<b>gras</b>")

    assert "<b>gras</b>" in client.get("/dev/sms").words


def test_in_production_the_page_does_not_exist(sqlite, tmp_path):
    config = databases.make_config(sqlite, tmp_path, PUBLIC_URL="https://deux-pas.example")
    app = create_app(config)
    with databases.running(app):
        assert not [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/dev")]
