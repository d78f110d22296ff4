"""What a person is told by SMS of their sign-in: simple French, one part, nothing personal."""

from webapp.phones import Phone

NEW_DEVICE = (
    "A deux pas : un autre telephone vient d'ouvrir votre suivi."
    " Ce n'est pas vous ? Appelez vite le {phone}."
)


def new_device(help_line: Phone) -> str:
    """Return the message to someone whose pages another phone has just opened."""
    return NEW_DEVICE.format(phone=help_line.shown)
