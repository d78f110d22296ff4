"""Changes to collective acts: noted as they happen, changed with their former state kept."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.network import rules
from webapp.network.models import ActFile, ActVersion, CollectiveAct

MOMENT = timedelta(minutes=10)  # within which the same act is one press made twice


class ChangedMeanwhile(Refused):
    """A colleague changed the same act since this page was opened."""

    title = _l("Un collègue a changé cette action")
    advice = _l("Revenez à l’action, lisez ce qui a changé, puis changez encore.")
    code = 409


class NoSuchFile(Refused):
    """The file is of no kind that is kept, too large, or one too many."""

    title = _l("Ce fichier ne peut pas être gardé")
    advice = _l("Prenez un PDF, un JPEG ou un PNG de 1 Mo au plus. Trois fichiers par action.")
    code = 422


def note(facts: Mapping[str, Any], by: Account, now: datetime) -> CollectiveAct:
    """Note an act with the moment it was written, which nobody can change.

    The same act sent again a moment later, by a second press, is counted once.
    """
    same = select(CollectiveAct).filter_by(organisation_id=by.organisation_id, **facts)
    lately = CollectiveAct.created_by == by, CollectiveAct.created_at > now - MOMENT
    twin = db.session.scalars(same.where(*lately)).first()
    if twin is not None:
        return twin
    act = CollectiveAct(
        organisation_id=by.organisation_id, created_by=by, created_at=now, version=1, **facts
    )
    db.session.add(act)
    db.session.flush()
    return act


def change(
    act: CollectiveAct, facts: Mapping[str, Any], *, version: int, by: Account, now: datetime
) -> None:
    """Change an act and keep what it said before; raise ChangedMeanwhile when another did so."""
    db.session.refresh(act, with_for_update=True)
    if act.version != version:
        raise ChangedMeanwhile
    before = {name: getattr(act, name) for name in facts if getattr(act, name) != facts[name]}
    if not before:
        return
    act.versions.append(ActVersion(before=plain(before), at=now, account=by))
    for name in before:
        setattr(act, name, facts[name])
    act.version += 1
    db.session.flush()


def plain(before: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON holds them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in before.items()
    }


def add_file(act: CollectiveAct, content: bytes, by: Account, now: datetime) -> bool:
    """Keep a small file whose own bytes say what it is; return False where it is kept already.

    Raise NoSuchFile for any other.
    """
    db.session.refresh(act, with_for_update=True)
    if any(one.size == len(content) and one.content == content for one in act.files):
        return False
    kind = rules.file_kind(content)
    if kind is None or len(content) > rules.FILE_SIZE or len(act.files) >= rules.FILES_EACH:
        raise NoSuchFile
    act.files.append(ActFile(kind=kind, content=content, size=len(content), added_at=now))
    act.versions.append(ActVersion(before={"files": len(act.files) - 1}, at=now, account=by))
    act.version += 1
    db.session.flush()
    return True


def is_late(act: CollectiveAct) -> bool:
    """Return whether an act was written more than a week after it happened."""
    return rules.is_late(act.held_on, act.created_at.astimezone(PARIS).date())
