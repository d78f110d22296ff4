"""What an adviser does for someone on the phone, with their agreement only; no commit here."""

from datetime import datetime

from webapp.accounts.models import Account
from webapp.applications import inviting
from webapp.applications.models import Application, Meeting
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.viewing import has_agreed


class NotAgreed(Refused):
    """The person's agreement with this structure does not hold: nothing is done in their name."""

    title = _l("Il faut d’abord l’accord de la personne")
    advice = _l("Demandez-lui son accord de partage, puis revenez ici.")
    code = 403


def check_agreed(person: Person, account: Account, now: datetime) -> None:
    """Raise NotAgreed unless the person agreed with this professional's structure."""
    if not has_agreed(account, person, now.astimezone(PARIS).date()):
        raise NotAgreed


def choose(
    person: Person, application: Application, moment: datetime, adviser: Account, now: datetime
) -> Meeting:
    """Choose a moment with someone who is on the phone; both sides are told, and it is noted.

    Raise NotAgreed, NoMeeting or SlotGone.
    """
    check_agreed(person, adviser, now)
    meeting = inviting.choose_with(application, moment, adviser, now)
    journal.note(person, Act.CHANGED, account=adviser, now=now, kind="meeting")
    return meeting
