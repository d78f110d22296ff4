"""The words of our own SMS, in simple French whatever the language of the pages.

They are no gettext messages: a phone without our pages must read them, in one part, in the
alphabet of phones, and they leave from a process that serves no page.
"""

from urllib.parse import urlsplit

from webapp.messages.alphabet import gsm, parts
from webapp.messages.enums import Word

NAME = "À deux pas"
STOPPED = (
    f"{NAME} : c’est fait, nous n’écrivons plus à ce numéro. "
    "Vous pouvez toujours demander un code. Pour reprendre, répondez REPRENDRE."
)
RESUMED = f"{NAME} : c’est noté, nous pouvons de nouveau vous écrire. Pour arrêter, répondez STOP."
HELP = (
    "{name} : du travail ? Écrivez par exemple MENAGE 69120. Pour parler : {help_line}. "
    "Pour qu’on vous appelle, répondez RAPPEL. Pour arrêter, STOP."
)
NOT_UNDERSTOOD = (
    "{name} : nous n’avons pas compris. Du travail ? Écrivez par exemple : MENAGE 69120. "
    "Ou AIDE, ou STOP. Pour parler à quelqu’un : {help_line}."
)
NOTHING_ASKED = "{name} : merci. Nous n’attendions pas de réponse. Une question ? {help_line}."
KEEP_THE_CODE = (
    "{name} : ne nous envoyez pas votre code, ni à personne. Écrivez-le sur la page. "
    "Besoin d’aide ? {help_line}."
)
LAST_TODAY = " C’est notre dernier SMS jusqu’à demain. Pour parler à quelqu’un : {help_line}."
ONE_MORE = " Une autre question attend : répondez encore OUI ou NON."
UNKNOWN = {
    Word.YES: NOTHING_ASKED,
    Word.NO: NOTHING_ASKED,
    Word.CODE: KEEP_THE_CODE,
    Word.OTHER: NOT_UNDERSTOOD,
    Word.CHOICE: NOT_UNDERSTOOD,
    Word.CALLED: NOT_UNDERSTOOD,
    Word.MEETING: NOT_UNDERSTOOD,
    Word.HIRED: NOT_UNDERSTOOD,
}


def code(digits: str, public_url: str) -> str:
    """Return the message that brings a code of six digits: the code comes first.

    Its last line is bound to our address, so that a phone fills the code in on our page and on no
    other.
    """
    host = urlsplit(public_url).hostname or ""
    return (
        f"{digits[:3]} {digits[3:]} est votre code pour {NAME}. Il sert 10 minutes. "
        f"Ne le dites à personne.\n\n@{host} #{digits}"
    )


def with_help(text: str, help_line: str) -> str:
    """Return a text with our name and the number that people may call."""
    return text.format(name=NAME, help_line=help_line)


def with_last(text: str, help_line: str) -> str:
    """Return the last answer of a day, which says so."""
    return text + LAST_TODAY.format(help_line=help_line)


def with_more(text: str, *, more: bool) -> str:
    """Return an answer, which says so when another question waits on the same number."""
    return text + ONE_MORE if more else text


def fitted(*wordings: str) -> str:
    """Return the first of several wordings that fits in one part, else the last."""
    return next((text for text in wordings if parts(gsm(text)) == 1), wordings[-1])
