"""Two advisers who change one note at once, as often as asked, and what is lost of it."""

import threading

from flask import Flask

from webapp import clock
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import changing, notes
from webapp.followup.enums import Readers
from webapp.followup.models import Note
from webapp.people.models import Person


def lost(app: Flask, times: int) -> tuple[int, int]:
    """Let two advisers each add their mark so many times; return how many marks, how many lost.

    Who is told that someone else wrote meanwhile reads the text again and adds to it, as the page
    has them do.
    """
    person, account = db.session.get_one(Person, 1), db.session.get_one(Account, 1)
    note = notes.write(person, account, "", Readers.ORGANISATION, clock.now())
    number = note.id
    db.session.commit()  # from here on the two alone write
    writers = [threading.Thread(target=write, args=(app, number, who, times)) for who in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    db.session.expire_all()
    kept = set(db.session.get_one(Note, number).text.split())
    wanted = {f"{who}{at}" for who in ("a", "b") for at in range(times)}
    return len(wanted), len(wanted - kept)


def write(app: Flask, number: int, who: str, times: int) -> None:
    """Add the marks of one writer."""
    for at in range(times):
        while not added(app, number, f"{who}{at}"):
            pass


def added(app: Flask, number: int, mark: str) -> bool:
    """Add a mark to the text as it is read now; return whether nobody else wrote meanwhile."""
    with app.app_context():
        note = db.session.get_one(Note, number)
        version, text = note.version, note.text
        db.session.rollback()  # the page was read; what is typed comes in another request
        again = db.session.get_one(Note, number)
        try:
            changing.change(again, version, by=None, now=clock.now(), text=f"{text} {mark}")
            db.session.commit()
        except changing.Meanwhile:
            db.session.rollback()
            return False
        return True
