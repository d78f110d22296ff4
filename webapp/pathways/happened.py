"""The words for what happened on a path, in the timeline that the person reads too."""

from datetime import date, datetime
from typing import Any

from flask import url_for

from webapp.accounts.models import Account
from webapp.followup.enums import Readers
from webapp.followup.timeline import About, Kind, kinds, plain, record
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import date_text
from webapp.pathways.enums import Happened
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person

WORDS = {
    "path-approval": (_l("Agrément mis à jour"), "badge"),
    "path-answers": (_l("Réponses envoyées à une structure"), "send"),
    "path-diagnosis": (_l("Diagnostic demandé"), "signature"),
    "path-diagnosis-over": (_l("Diagnostic : demande retirée"), "signature"),
    "path-engagement": (_l("Engagement noté"), "form-pencil"),
    "path-liaison": (_l("Fiche de liaison signée"), "signature"),
    "path-contract": (_l("Contrat de travail noté"), "contract"),
    "path-contract-end": (_l("Fin du contrat notée"), "contract"),
    "path-contract-on": (_l("Le contrat continue : sa fin était une erreur"), "contract"),
    "path-exit-review": (_l("Bilan de sortie signé"), "signature"),
    "path-exit-answer": (_l("Réponse au bilan de sortie"), "signature"),
}
EVENTS = {
    Happened.HELP: _l("Heures d’accompagnement notées"),
    Happened.TRAINING: _l("Formation notée"),
    Happened.IMMERSION: _l("Immersion notée"),
    Happened.ABSENCE: _l("Absence au travail notée"),
    Happened.BREAK: _l("Contrat suspendu"),
    Happened.LOST: _l("La structure n’a plus de nouvelles"),
}


def event(about: About) -> str:
    """Return what happened in a contract."""
    return str(EVENTS[Happened(about["event"])])


def withdrawn(about: About) -> str:
    """Return what was noted by mistake in a contract, and is no longer so."""
    day = date_text(date.fromisoformat(about["day"]))
    return _("Retiré, c’était une erreur : %(what)s (%(day)s)", what=event(about), day=day)


def form(about: About) -> str:
    """Return where a professional reads a liaison form, and takes it as a PDF."""
    return url_for("pathways.liaison.show", public_id=about["form"])


kinds({kind: plain(*shown) for kind, shown in WORDS.items()})
kinds({"path-event": Kind(text=event, picture="calendar")})
kinds({"path-event-withdrawn": Kind(text=withdrawn, picture="calendar")})
kinds({"path-liaison": plain(*WORDS["path-liaison"], address=form)})


def tell(person: Person, what: str, account: Account, now: datetime, **about: Any) -> None:
    """Tell the journal and the timeline of someone what was done on their path."""
    journal.note(person, Act.CHANGED, account=account, now=now, what=what)
    record(person, f"path-{what}", now, by=account, readers=Readers.PERSON, **about)
