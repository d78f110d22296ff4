"""Pages of one's own made for tests, and the questions asked about who is in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Flask, Response
from flask.testing import FlaskClient
from sqlalchemy import event, select

from webapp import clock
from webapp.access import person_only, public, staff_only
from webapp.accounts import devices
from webapp.accounts.enums import SignInWay
from webapp.accounts.models import Device
from webapp.extensions import db
from webapp.people.models import Person

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def plain(text: str) -> Response:
    """An answer that is no page."""
    return Response(text, mimetype="text/plain")


@person_only
def mine() -> Response:
    """A page of a person's own."""
    person = devices.person()
    return plain(f"Bonjour {person.first_name if person else ''}")


@staff_only
def work() -> Response:
    """A page of professionals."""
    account = devices.account()
    return plain(f"Bonjour {account.first_name if account else ''}")


@public
def come_in(first_name: str, shared: str) -> Response:
    """A way in without any proof."""
    person = db.session.scalars(select(Person).filter_by(first_name=first_name)).one()
    devices.open_for_person(
        person, way=SignInWay.CODE, shared=shared == "on", confirmed=True, now=clock.now()
    )
    db.session.commit()
    return plain("entré")


def with_pages(app: Flask) -> Flask:
    """Add them to an application."""
    app.add_url_rule("/mine", "mine", mine)
    app.add_url_rule("/mine", "changed", person_only(lambda: plain("fait")), methods=["POST"])
    app.add_url_rule("/work", "work", work)
    app.add_url_rule("/all", "all", public(lambda: plain("pour tous")))
    app.add_url_rule("/in/<first_name>/<shared>", "in", come_in, methods=["POST"])
    return app


def is_in(client: FlaskClient, path: str = "/mine") -> bool:
    """Whether this browser opens a page of its owner's."""
    return client.get(path).status_code == 200


def last_device() -> Device:
    """The device opened last, as the database has it."""
    db.session.expire_all()
    found = db.session.scalars(select(Device).order_by(Device.id.desc())).first()
    assert found
    return found


def secret_of(client: FlaskClient) -> str:
    """What this browser holds."""
    found = client.get_cookie(devices.COOKIE)
    return found.value if found else ""


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    for engine in db.engines.values():
        event.listen(engine, "before_cursor_execute", note)
    yield seen
    for engine in db.engines.values():
        event.remove(engine, "before_cursor_execute", note)
