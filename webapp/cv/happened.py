"""The words for a CV that was made, in the timeline that the person reads too."""

from datetime import datetime

from flask import url_for

from webapp.accounts.models import Account
from webapp.followup.enums import Readers
from webapp.followup.timeline import About, kinds, plain, record
from webapp.i18n import lazy_gettext as _l
from webapp.people.models import Person

MADE = _l("CV fait ou changé")


def address(about: About) -> str:
    """Return where a professional reads the CV, and takes it as a PDF."""
    return url_for("cv.beside.show", public_id=about["of"])


kinds({"cv": plain(MADE, "form-pencil", address)})


def tell(person: Person, by: Account | None, now: datetime) -> None:
    """Tell the timeline of someone that their CV was made or changed."""
    record(person, "cv", now, by=by, readers=Readers.PERSON, of=person.public_id)
