"""What an employer reads by e-mail, where a phone takes no SMS: the words, and where to answer.

An e-mail cannot be answered in a word: it leads to the page where one press answers.
"""

from webapp.applications.texts import MOMENTS
from webapp.messages.enums import Kind

SUBJECTS = {
    Kind.NEW_REQUEST: "Quelqu’un veut travailler avec vous",
    Kind.WAITING: "Des personnes attendent votre réponse",
    Kind.MEETING_COMES: "Un rendez-vous : du nouveau",
}
USUAL_SUBJECT = "Des nouvelles d’À deux pas"
WHERE = (
    "Répondre se fait d’une pression sur votre page "
    "(je l’appelle, rendez-vous, j’embauche, pas cette fois) :\n{address}"
)
ON_YOUR_PAGE = "Sur votre page :\n{address}"


def new_request(who: str, job: str, phone: str, moment: str) -> str:
    """Tell that someone wants to meet them."""
    return f"{who} veut travailler avec vous ({job}).\nSon numéro : {phone}{MOMENTS[moment]}."


def waiting(who: str, job: str, phone: str, others: int, instead_of: str) -> str:
    """Tell who still waits, and how many others."""
    more = f"\n{others} autre{'s' if others > 1 else ''} attend{'ent' if others > 1 else ''} aussi."
    why = f"{instead_of} n’a pas répondu. " if instead_of else ""
    return f"{why}{who} attend une réponse ({job}).\nSon numéro : {phone}.{more if others else ''}"


def comes(who: str, when: str, phone: str) -> str:
    """Tell when someone comes."""
    return f"{who} vient {when}.\nUn souci ? Son numéro : {phone}."


def cannot_come(who: str, when: str, phone: str) -> str:
    """Tell that someone cannot come."""
    return f"{who} ne peut pas venir {when}. Proposez d’autres moments.\nSon numéro : {phone}."


def taken_back(who: str, when: str) -> str:
    """Tell that someone took their request back, so nobody comes."""
    return f"{who} a annulé sa demande et ne vient pas {when}."


def whole(kind: Kind, text: str, address: str) -> str:
    """Return the whole of an e-mail: what happened, then where one answers."""
    where = WHERE if kind in (Kind.NEW_REQUEST, Kind.WAITING) else ON_YOUR_PAGE
    return f"Bonjour,\n\n{text}\n\n{where.format(address=address)}"
