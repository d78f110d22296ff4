"""What we answer by SMS to who looks for work: two parts at most, what can be answered last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.bysms import rules
from webapp.messages.rules import gsm, parts
from webapp.messages.texts import fitted
from webapp.offers.models import Offer
from webapp.offers.queries import Found
from webapp.offers.texts import work
from webapp.phones import Phone

HOW = "Répondez 1, 2 ou 3 : on vous appelle. PLUS : la suite."
HOW_ONE = "Répondez 1 : on vous appelle. PLUS : la suite."
HOW_TWO = "Répondez 1 ou 2 : on vous appelle. PLUS : la suite."
HOWS = {1: HOW_ONE, 2: HOW_TWO, 3: HOW}
WHERE = "Où cherchez-vous ? Répondez avec votre code postal. Par exemple : 69120."
NO_MORE = "C’est tout pour le moment. Essayez un autre travail, comme PLONGE {code}."
NOTHING = "Pas d’offre près de {town} pour le moment. Pour en parler à quelqu’un : {help_line}."
FAR = "Pas d’offre près de {town}. La plus proche :"
HOW_FAR = "Répondez 1 : on vous appelle. Pour en parler : {help_line}."
WHOSE = "Votre prénom ? Répondez juste votre prénom. {contact} vous appelle ensuite."
BAD_NAME = "Répondez juste votre prénom, avec des lettres."
ASKED = "C’est noté, {name}. {contact} vous appelle au plus tard {day}. {job}, {phone}."
OVER = "Cette offre est finie. Répondez PLUS pour voir les suivantes."
TOO_MANY = "10 demandes aujourd’hui, c’est beaucoup. Revenez demain. Un humain : {help_line}."
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NAME = 40  # signs of a work


@dataclass(frozen=True)
class Room:
    """How many signs each part of a line may take; a first name is whole, or left out."""

    job: int = NAME
    employer: int = 0
    hours: bool = True
    name: int = 20


ROOMS = (  # the roomiest first: the work, how far and the number to call are always said
    Room(employer=28),
    Room(),
    Room(job=26),
    Room(job=20, name=12),
    Room(job=20, hours=False, name=12),
    Room(job=20, hours=False, name=0),
)


def near(town: str, found: Sequence[Found], on: date) -> str:
    """Return the offers near a town, and what can be answered."""
    return offers(f"Près de {town} :", HOWS[len(found)], found, on)


def far_from(town: str, found: Sequence[Found], on: date, help_line: str) -> str:
    """Return the nearest offer, far from a town, and whom to talk to."""
    return offers(FAR.format(town=town), HOW_FAR.format(help_line=help_line), found, on)


def offers(head: str, foot: str, found: Sequence[Found], on: date) -> str:
    """Return up to three offers in two parts at most, said in fewer words where they are long."""
    text = ""
    for room in ROOMS:
        lines = [line(number, one, on, room) for number, one in enumerate(found, 1)]
        text = "\n".join((head, *lines, foot))
        if parts(gsm(text)) <= rules.MOST_PARTS:
            break
    return text


def line(number: int, one: Found, on: date, room: Room) -> str:
    """Return one offer: its work, who employs, how far, hours, whom to call."""
    offer = one.offer
    human = offer.answering(on)
    facts = [rules.shorter(work(offer), room.job)]
    if room.employer:
        facts.append(rules.shorter(offer.organisation.name, room.employer))
    facts.append(far(one.metres or 0))
    if offer.weekly_minutes and room.hours:
        facts.append(f"{round(offer.weekly_minutes / 60)} h/sem")
    if human:
        name = human.first_name if len(human.first_name) <= room.name else ""
        facts.append(f"{name} {Phone(human.phone).shown}".strip())
    return f"{number} {', '.join(facts)}"


def far(metres: int) -> str:
    """Return a distance in few signs."""
    km = metres / 1000
    return f"{km:.0f} km" if km >= 10 else f"{km:.1f}".replace(".", ",").replace(",0", "") + " km"


def day(when: date) -> str:
    """Return a day in few signs: `jeudi 3/12`."""
    return f"{DAYS[when.weekday()]} {when.day}/{when.month}"


def asked(name: str, offer: Offer, contact: str, phone: str, answer_by: date) -> str:
    """Return what happens next, once a call was asked for."""
    said = (
        ASKED.format(
            name=name,
            contact=contact,
            day=day(answer_by),
            job=rules.shorter(work(offer), most),
            phone=Phone(phone).shown,
        )
        for most in (NAME, *(room.job for room in ROOMS[2:4]))
    )
    return fitted(*said)
