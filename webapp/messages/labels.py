"""The kinds of messages and what became of them, in words: for those who look at the outbox."""

from flask_babel import lazy_gettext as _l

from webapp.messages.enums import Kind, Status

KINDS = {
    Kind.CODE: _l("Code de connexion"),
    Kind.CARD_USED: _l("Carte utilisée"),
    Kind.NEW_DEVICE: _l("Nouvel appareil"),
    Kind.REGISTERED: _l("Inscription par quelqu’un"),
    Kind.PRESENTED: _l("Présentation à un employeur"),
    Kind.PHONE_CHANGED: _l("Changement de numéro"),
    Kind.CONSENT_ASKED: _l("Accord demandé"),
    Kind.CONSENT_ENDING: _l("Accord qui se termine"),
    Kind.HELP: _l("Demande d’aide"),
    Kind.INACTIVE: _l("Bientôt effacé"),
    Kind.NEW_REQUEST: _l("Nouvelle demande"),
    Kind.WAITING: _l("Qui attend une réponse"),
    Kind.MEETING_COMES: _l("Qui vient, qui ne vient plus"),
    Kind.MEETING_ASKED: _l("Rendez-vous proposé"),
    Kind.MEETING_SOON: _l("Rappel de rendez-vous"),
    Kind.MEETING_OFF: _l("Rendez-vous annulé"),
    Kind.CALL_THEM: _l("Qui appeler"),
    Kind.RESULT: _l("Réponse à une demande"),
    Kind.OFFER_OPEN: _l("Offre toujours ouverte ?"),
    Kind.ALERT_ASKED: _l("Alerte à confirmer"),
    Kind.ALERT: _l("Nouvelles offres"),
    Kind.SEAT: _l("Place en réunion d’information"),
    Kind.STEP: _l("Étape proposée"),
    Kind.PATH: _l("Parcours en structure"),
    Kind.REPLY: _l("Réponse"),
    Kind.STAFF_LINK: _l("Lien de connexion"),
    Kind.STAFF_NOTE: _l("Information"),
}
STATUSES = {
    Status.QUEUED: _l("attend son heure"),
    Status.SENDING: _l("en train de partir"),
    Status.SENT: _l("parti"),
    Status.DELIVERED: _l("arrivé"),
    Status.FAILED: _l("refusé"),
    Status.DROPPED: _l("abandonné"),
    Status.UNKNOWN: _l("coupé : parti ou non, on ne sait pas"),
}
