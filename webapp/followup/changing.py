"""Changes that lose nothing: each is made on the version that was read, or not at all."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update

from webapp.accounts.models import Account
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup.models import Note, Task
from webapp.i18n import lazy_gettext as _l

MOMENT = timedelta(minutes=10)  # within which the same words are one press made twice


class Meanwhile(Refused):
    """Someone else changed it since it was read: both texts are shown, and one chooses."""

    title = _l("Quelqu’un vient de changer cela")
    advice = _l("Revenez en arrière : vous verrez ce qui a changé.")
    code = 409


def change(
    row: Note | Task, version: int, *, by: Account | None, now: datetime, **values: Any
) -> None:
    """Write new values over the version that was read; raise Meanwhile when it is another by now.

    The database compares and writes in one statement: of two at once, one is told. `by` is empty
    when the person did it.
    """
    table = type(row)
    done = db.session.execute(
        update(table)
        .where(table.id == row.id, table.version == version)
        .values(version=version + 1, changed_at=now, changed_by_id=by.id if by else None, **values)
        .execution_options(synchronize_session=False)
    )
    db.session.expire(row)
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Meanwhile
