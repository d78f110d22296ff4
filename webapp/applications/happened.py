"""The words for what becomes of requests, in the timeline that the person reads too."""

from datetime import datetime

from webapp.accounts.models import Account
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.followup.enums import Readers
from webapp.followup.timeline import kinds, plain, record
from webapp.i18n import lazy_gettext as _l
from webapp.people.models import Person

WORDS = {
    "request-presented": (_l("Présentation à un employeur"), "send"),
    "request-not-wanted": (_l("Non à cette présentation"), "x"),
    "request-called": (_l("L’employeur a appelé"), "phone-incoming"),
    "request-invited": (_l("L’employeur propose un rendez-vous"), "calendar"),
    "request-chosen": (_l("Rendez-vous choisi avec l’employeur"), "calendar"),
    "request-off": (_l("Rendez-vous annulé"), "x"),
    "request-met": (_l("Rencontre avec l’employeur"), "users"),
    "request-hired": (_l("L’employeur dit oui"), "check"),
    "request-declined": (_l("L’employeur dit : pas cette fois"), "flag"),
    "request-unanswered": (_l("L’employeur n’a pas répondu"), "clock"),
}


kinds({kind: plain(*shown) for kind, shown in WORDS.items()})


def tell(application: Application, what: str, now: datetime, by: Account | None = None) -> None:
    """Tell the timeline of the person, where it is known who they are."""
    person = application.person_id and db.session.get(Person, application.person_id)
    if person:
        record(
            person,
            f"request-{what}",
            now,
            by=by,
            organisation_id=application.offer.organisation_id,
            readers=Readers.PERSON,
            request=application.public_id,
        )
