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


def first_taken(when: str, page: str) -> str:
    """Say to a host that someone comes."""
    return f"Une première personne s’inscrit à votre réunion de {when}. Qui vient : {page}"


def all_taken(when: str, held: int, page: str) -> str:
    """Say to a host that every seat is taken."""
    return f"Votre réunion de {when} est complète : {people(held)}. Qui vient : {page}"


def eve(when: str, held: int, waiting: int, page: str) -> str:
    """Say to a host, the day before, how many people come and wait."""
    if not held:
        return f"Votre réunion de {when} : personne n’est inscrit pour le moment. {page}"
    more = f", {waiting} en attente" if waiting else ""
    return f"Votre réunion de {when} : {people(held)}{more}. Qui vient : {page}"


def people(count: int) -> str:
    """Say how many people have a seat."""
    return f"{count} inscrits" if count > 1 else "1 personne inscrite"
