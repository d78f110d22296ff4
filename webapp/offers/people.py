"""The human of an offer, as people see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.i18n import gettext as _
from webapp.offers import words
from webapp.organisations.models import Contact
from webapp.phones import Phone


@dataclass(frozen=True)
class Person:
    """The human of an offer, ready to be shown."""

    first_name: str
    name: str
    role: str
    initials: str
    phone: Phone
    when_text: str
    languages_text: str
    promised_days: int = 0
    reached: tuple[str, ...] = ()


def person(contact: Contact, promised_days: int = 0) -> Person:
    """Return a contact as people see them."""
    when: Mapping[str, object] = contact.call_when
    return Person(
        first_name=contact.first_name,
        name=f"{contact.first_name} {contact.last_name}".strip(),
        role=contact.role,
        initials=contact.initials,
        phone=Phone(contact.phone),
        when_text=call_when_text(when),
        languages_text=words.joined(
            [words.SPOKEN[key] for key in contact.languages if key in words.SPOKEN]
        ),
        promised_days=promised_days,
        reached=tuple(str(words.REACHED[key]) for key in contact.languages if key in words.REACHED),
    )


def call_when_text(when: Mapping[str, object]) -> str:
    """Return when someone answers the phone: `du lundi au vendredi, de 9 h à 12 h`."""
    days, begin, end = when.get("days"), when.get("from"), when.get("to")
    if not (isinstance(days, list) and days and isinstance(begin, int) and isinstance(end, int)):
        return ""
    hours = words.hours_of([(begin, end)])
    return _("%(days)s, %(hours)s", days=words.days_text(days), hours=hours)
