"""The words for what happened on a person's path: the person reads them too."""

from webapp.followup.enums import Contact, Happened
from webapp.followup.timeline import About, Kind, plain
from webapp.i18n import lazy_gettext as _l

HAPPENED = {
    Happened.NOTE: (_l("Note"), "edit"),
    Happened.TASK_PROPOSED: (_l("Étape proposée"), "list"),
    Happened.TASK_OPENED: (_l("Étape ajoutée"), "list"),
    Happened.TASK_CHANGED: (_l("Étape changée"), "edit"),
    Happened.TASK_ACCEPTED: (_l("Étape acceptée"), "check"),
    Happened.TASK_DECLINED: (_l("Étape refusée"), "x"),
    Happened.TASK_DONE: (_l("Étape faite"), "check"),
    Happened.TASK_DROPPED: (_l("Étape retirée"), "x"),
    Happened.BESIDE: (_l("Fait ensemble, côte à côte"), "users"),
    Happened.READING: (_l("Langue ou lecture changée"), "language"),
    Happened.CARD: (_l("Carte faite"), "id-card"),
    Happened.MESSAGE: (_l("Message envoyé"), "speech"),
    Happened.MESSAGE_LOST: (_l("Message pas arrivé"), "x"),
}
CONTACTS = {
    Contact.CALL: _l("Appel"),
    Contact.MEETING: _l("Rencontre"),
    Contact.MESSAGE: _l("Message"),
    Contact.NO_ANSWER: _l("Appel sans réponse"),
}


def contact(about: About) -> str:
    """Return how there was news of a person."""
    return str(CONTACTS[Contact(about["way"])])


KINDS = {
    **{str(kind): plain(*shown) for kind, shown in HAPPENED.items()},
    str(Happened.CONTACT): Kind(text=contact, picture="phone"),
}
