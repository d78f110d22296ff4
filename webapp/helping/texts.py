"""What is sent about a request for help: simple French, one SMS, signed by who helps."""

from webapp.messages.texts import NAME

NOTED = "{name} : c’est noté. Quelqu’un vous appelle, au plus tard le {day}. Urgent ? {help_line}"
ALREADY = "{name} : nous avons déjà votre demande. Urgent ? Appelez le {help_line}"
TAKEN = (
    "Bonjour, {name} ({place}) a votre demande d’aide et vous appelle.",
    "Bonjour, {name} a votre demande d’aide et vous appelle.",
)
NO_ANSWER = (
    "Bonjour, {name} ({place}) a essayé de vous appeler. Un autre appel va venir.",
    "Bonjour, {name} a essayé de vous appeler. Un autre appel va venir.",
)


def noted(day: str, help_line: str) -> str:
    """Return the answer to someone who asked for a call."""
    return NOTED.format(name=NAME, day=day, help_line=help_line)


def already(help_line: str) -> str:
    """Return the answer to someone whose request already waits."""
    return ALREADY.format(name=NAME, help_line=help_line)
