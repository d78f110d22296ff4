"""What is sent when an adviser acts beside a person: simple French, one SMS, signed by a human."""

from datetime import datetime

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.messages.rules import gsm, parts

REGISTERED = (
    "{name} ({place}) a créé votre page sur À deux pas. Ce n’est pas vous ? Répondez NON :"
    " on efface tout.",
    "{name} a créé votre page sur À deux pas. Ce n’est pas vous ? Répondez NON : on efface tout.",
)
ASKED = (
    "{name} ({place}) a créé votre page sur À deux pas. D’accord ? Répondez OUI. Pas d’accord ?"
    " Répondez NON : on efface tout.",
    "{name} a créé votre page sur À deux pas. D’accord ? Répondez OUI. Pas d’accord ?"
    " Répondez NON : on efface tout.",
)
TO_OLD = "Votre numéro change sur À deux pas. Ce n’est pas vous ? Répondez NON avant {until}."
TO_NEW = "À deux pas : ce numéro est maintenant le vôtre. Une question ? Appelez le {phone}."
BACK_TO_NEW = "À deux pas : l’ancien numéro a dit NON. Il est revenu. {whom} au {phone}."
BACK_TO_OLD = "C’est noté. Votre numéro ne change pas. Les autres téléphones sont fermés."

CANCELLED = "C’est noté. Tout est effacé. Nous ne vous écrirons plus."
CONFIRMED = "Merci. C’est noté. {name} peut vous aider. Pour arrêter : {address}"
AGREED = "Merci. C’est noté. Votre accord est donné à {place}. Pour arrêter : {address}"
REFUSED = "C’est noté. Votre accord n’est pas donné."
NUMBER_CHANGES = "Merci. C’est noté. Votre numéro change."

NOTE_SUBJECT = "Un numéro changé est contesté"
NOTE = (
    "Bonjour {name},\n\nL’ancien numéro d’une personne que vous accompagnez a répondu NON à son"
    " changement de numéro. L’ancien numéro est revenu, et ce qui s’était ouvert depuis est fermé."
    "\n\nOuvrez la fiche, puis appelez la personne : {address}\n\nÀ deux pas"
)


def signed(wordings: tuple[str, ...], account: Account) -> str:
    """Return the first wording that fits in one SMS, signed by a professional."""
    name, place = account.first_name, account.organisation.name
    texts = [one.format(name=name, place=place) for one in wordings]
    return next((text for text in texts if parts(gsm(text)) == 1), texts[-1])


def moment(at: datetime) -> str:
    """Return a day and an hour as an SMS says them: `24/11 à 10h05`."""
    return f"{at.astimezone(PARIS):%d/%m à %Hh%M}"
