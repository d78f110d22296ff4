"""The SMS about a seat: simple French, signed by who welcomes, in one part where it can be."""

from webapp.messages.texts import fitted

KEPT = "C’est noté. À bientôt !"
GIVEN_UP = "C’est noté : votre place est rendue. Vous changez d’avis ? {address}"


def held(name: str, when: str, place: str, phone: str) -> str:
    """Say that a seat is taken, when, where, and how to give it back."""
    return fitted(
        f"Votre place est réservée : {when}, {place}. Pas possible ? Répondez NON."
        f" {name} : {phone}",
        f"Place réservée : {when}, {place}. Sinon, répondez NON. {name} : {phone}",
        f"Votre place est réservée : {when}. Pas possible ? Répondez NON. {name} : {phone}",
    )


def waiting(name: str, when: str, phone: str) -> str:
    """Say that the meeting is full and that one waits."""
    return fitted(
        f"La réunion de {when} est complète. Une place se libère ? Nous vous écrivons."
        f" Une question ? {name} : {phone}",
        f"La réunion est complète. Une place se libère ? Nous vous écrivons. {name} : {phone}",
    )


def freed(name: str, when: str, place: str, phone: str) -> str:
    """Say to someone who waited that a seat is theirs now."""
    return fitted(
        f"Une place se libère, elle est à vous : {when}, {place}. Pas possible ? Répondez NON."
        f" {name} : {phone}",
        f"Une place est à vous : {when}, {place}. Sinon, répondez NON. {name} : {phone}",
        f"Une place se libère, elle est à vous : {when}. Pas possible ? Répondez NON."
        f" {name} : {phone}",
    )


def off(name: str, when: str, phone: str) -> str:
    """Say that a meeting does not take place."""
    return f"La réunion de {when} n’a pas lieu. Une question ? {name} : {phone}"


def moved(name: str, when: str, place: str, phone: str) -> str:
    """Say to someone who comes when and where a meeting is from now on."""
    return fitted(
        f"La réunion change : {when}, {place}. Vous avez votre place. Pas possible ? Répondez NON."
        f" {name} : {phone}",
        f"La réunion change : {when}, {place}. Sinon, répondez NON. {name} : {phone}",
        f"La réunion change : {when}. Pas possible ? Répondez NON. {name} : {phone}",
    )


def moved_waiting(name: str, when: str, place: str, phone: str) -> str:
    """Say to someone who waits when and where a meeting is from now on."""
    return fitted(
        f"La réunion change : {when}, {place}. Une place se libère ? Nous vous écrivons."
        f" {name} : {phone}",
        f"La réunion change : {when}. Une place se libère ? Nous vous écrivons. {name} : {phone}",
    )
